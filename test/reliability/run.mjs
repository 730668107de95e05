// npm run reliability: does to publish, sync, serve and to a page that stays open what happens to them in years, and writes
// docs/reliability.md with what came of it.
//
//   npm run reliability -- kill load        some parts alone
//   npm run reliability -- --hour           a page that is open for a real hour; --minutes 15 for less
//   npm run reliability -- --seed 7         other moments
//   RELIABILITY_BUILT=1 npm run reliability takes the build that is there
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { clock } from './clock.mjs';
import { disk } from './disk.mjs';
import { files } from './files.mjs';
import { kill } from './kill.mjs';
import { load } from './load.mjs';
import { realTime, week } from './page.mjs';
import { together } from './together.mjs';

/**
 * @typedef {object} Row What came of something.
 * @property {string} what
 * @property {string} said
 * @property {string[]} faults What was not as it must be; none where all is well.
 */

/** @type {Record<string, (options: { seed: number, times?: number, print: (text: string) => void }) => Promise<Row[]>>} */
const parts = { kill, together, disk, clock, files, load, week };

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    seed: { type: 'string', default: '1' },
    hour: { type: 'boolean' },
    minutes: { type: 'string' },
    times: { type: 'string' },
  },
});
const unknown = positionals.find((name) => !parts[name]);
if (unknown) throw new Error(`There is no part ${unknown}; there are ${Object.keys(parts).join(', ')}.`);
const minutes = values.hour ? 60 : Number(values.minutes ?? 0);
const chosen = positionals.length || minutes ? positionals : Object.keys(parts);
if (!process.env.RELIABILITY_BUILT) execFileSync('node', ['scripts/build.mjs'], { stdio: 'ignore' });

const rows = [];
const options = {
  seed: Number(values.seed),
  times: values.times && Number(values.times),
  minutes,
  print: (text) => console.log(text),
};
for (const run of [...chosen.map((name) => parts[name]), ...(minutes ? [realTime] : [])]) {
  console.log(run.name);
  rows.push(...(await run(options)));
}
for (const { what, faults } of rows) for (const fault of faults) console.log(`${what}: ${fault}`);
// Figures of a run that was cut short are none.
if (!values.times) record(rows);
process.exitCode = rows.some(({ faults }) => faults.length) ? 1 : 0;

/** Writes what was found; what was not looked at keeps its line. */
function record(found) {
  const file = 'docs/reliability.md';
  const text = readFileSync(file, 'utf8');
  const [, table] = /<!-- reliability -->([^]*)<!-- \/reliability -->/.exec(text);
  const lines = new Map(
    table
      .split('\n')
      .filter((line) => /^\| (?!what |-)/.test(line))
      .map((line) => line.split('|').map((cell) => cell.trim()))
      .map(([, what, ...cells]) => [what, cells.slice(0, 3)]),
  );
  const { version } = JSON.parse(readFileSync('package.json', 'utf8'));
  const today = new Date().toISOString().slice(0, 10);
  for (const { what, said, faults } of found) {
    const result = faults.length ? `**Not as it must be**: ${faults[0].slice(0, 200)}` : said;
    lines.set(what, [result.replace(/[\n|]/g, ' '), version, today]);
  }
  const body = [...lines].map(([what, cells]) => `| ${[what, ...cells].join(' | ')} |`);
  const head = ['| what happens | what came of it | version | on |', '| --- | --- | --- | --- |'];
  const all = `<!-- reliability -->\n\n${[...head, ...body].join('\n')}\n\n<!-- /reliability -->`;
  writeFileSync(
    file,
    text.replace(/<!-- reliability -->[^]*<!-- \/reliability -->/, () => all),
  );
  execFileSync('npx', ['prettier', '--write', '--log-level', 'warn', file], { stdio: 'inherit' });
}
