// npm run bench: installs what is measured against, builds the library, measures, prints tables, and says what is kept of
// the goals. Some of it alone: npm run bench -- news wire. With --write the tables go into docs/performance.md, too, each
// with its goals, date and versions between the comments that have the name of its bench.
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';

const all = ['wire', 'slow-network', 'news', 'page-load', 'org-chart', 'patch'];
const named = process.argv.slice(2).filter((name) => !name.startsWith('--'));
const chosen = named.length ? named : all;
const unknown = chosen.filter((name) => !all.includes(name));
if (unknown.length) {
  console.error(`There is no bench called ${unknown.join(', ')}. There are: ${all.join(', ')}.`);
  process.exit(1);
}

if (!existsSync('test/bench/node_modules')) {
  execFileSync('npm', ['ci', '--prefix', 'test/bench', '--ignore-scripts', '--no-audit', '--no-fund'], {
    stdio: 'inherit',
  });
}
execFileSync('node', ['scripts/build.mjs'], { stdio: 'ignore' });

const { launch, judge, judgeAll } = await import('./measure.mjs');
const browser = await launch();
const taken = `${await browser.version()}, ${cpus().length} cores, Node ${process.versions.node}, ${new Date().toISOString().slice(0, 10)}`;
console.log(`${taken}\n`);
const page = 'docs/performance.md';
const goals = [];
for (const name of chosen) {
  const { measure } = await import(`./${name}.mjs`);
  const result = await measure(browser);
  goals.push(...result.goals);
  console.log(`${result.table}\n\n${result.goals.map(judge).join('\n')}\n`);
  if (process.argv.includes('--write')) {
    const judged = result.goals.length ? [judgeAll(result.goals)] : [];
    const section = [`<!-- bench ${name} -->`, `${taken}.`, result.table, ...judged, `<!-- /bench ${name} -->`].join(
      '\n\n',
    );
    const old = new RegExp(`<!-- bench ${name} -->[^]*<!-- /bench ${name} -->`);
    const tables = readFileSync(page, 'utf8');
    if (!old.test(tables)) throw new Error(`${page} has no place for the tables of ${name}.`);
    writeFileSync(
      page,
      tables.replace(old, () => section),
    );
    execFileSync('npx', ['prettier', '--write', '--log-level', 'warn', page], { stdio: 'inherit' });
  }
}
await browser.close();

process.exitCode = goals.every(({ figure, most }) => figure <= most) ? 0 : 1;
