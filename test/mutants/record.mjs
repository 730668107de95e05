import { readFileSync, writeFileSync } from 'node:fs';
import { format, resolveConfig } from 'prettier';

const file = 'docs/mutants.md';

/**
 * Writes the figures of modules into docs/mutants.md; those of the others stay as they were.
 *
 * @param {readonly { module: string, percent: number, noticed: number, total: number, alike: number }[]} results
 */
export async function record(results) {
  const day = new Date().toISOString().slice(0, 10);
  const rows = new Map(results.map((result) => [result.module, rowOf(result, day)]));
  for (const row of readFileSync(file, 'utf8').split('\n')) {
    const module = /^\| (src\S+) /.exec(row)?.[1];
    if (module && !rows.has(module)) rows.set(module, row);
  }
  const [intro] = readFileSync(file, 'utf8').split(/^\| module/m);
  const table = [...rows].sort(([one], [next]) => (one < next ? -1 : 1)).map(([, row]) => row);
  const text = [`${intro}| module | noticed | of | listed | % | on |`, '| - | -: | -: | -: | -: | - |', ...table].join(
    '\n',
  );
  writeFileSync(file, await format(text, { ...(await resolveConfig(file)), parser: 'markdown' }));
}

function rowOf({ module, percent, noticed, total, alike }, day) {
  return `| ${[module, noticed, total, alike, percent.toFixed(1), day].join(' | ')} |`;
}
