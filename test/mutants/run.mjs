// npm run mutants: changes the modules that decide what is shown, one place at a time, and tells which changes no test
// notices. Some modules: npm run mutants -- src/feed/parse/parse-strict.ts src/i18n; those that differ from main:
// npm run mutants -- --changed. Fails where tests notice less than 95 % of a module's mutants. Those that nothing can tell
// from the code as it is are in equivalent.json, each with the reason. With --record, docs/mutants.md gets the figures of the
// modules that were looked at.
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { bundle, instrument, isLexicon, testsOfModules } from './bundle.mjs';
import { record } from './record.mjs';
import { processorTime, testMutants } from './test-mutants.mjs';

/** Percent of the mutants of each module that tests have to notice. */
const least = 95;
const places = [
  'src/feed/',
  'src/html/',
  'src/i18n/',
  'src/cli/import/',
  'src/elements/press-contact/vcard.ts',
  'src/elements/org-chart/layout/',
  'src/elements/office-map/projection.ts',
];
/** Texts and types only. */
const isData = /\/messages\/|\.generated\.ts$/;
/** Inside the project, so that packages are found; two may run at once. */
const folder = `node_modules/.cache/mutants-${process.pid}`;

const named = process.argv.slice(2).filter((argument) => !argument.startsWith('--'));
const differing = process.argv.includes('--changed') && changed();
const isNamed = (file) => (differing ? differing.has(file) : matches(named, file));
const matches = (beginnings, file) => !beginnings.length || beginnings.some((beginning) => file.startsWith(beginning));

const modules = readdirSync('src', { recursive: true })
  .map((file) => `src/${file.replaceAll('\\', '/')}`)
  .filter((file) => file.endsWith('.ts') && !isData.test(file) && matches(places, file) && isNamed(file))
  .sort();

/** @type {Record<string, { line: string, original?: string, replacement?: string, reason: string }[]>} */
const equivalent = JSON.parse(readFileSync(new URL('equivalent.json', import.meta.url), 'utf8'));

const testsOf = await testsOfModules();
mkdirSync(folder, { recursive: true });
const results = [];
const start = Date.now();
const queue = groupsOf(modules);
await Promise.all(
  Array.from({ length: Math.min(availableParallelism(), queue.length) }, async (_, slot) => {
    for (let group = queue.shift(); group; group = queue.shift())
      results.push(...(await resultsOf(group, `${folder}/${slot}.mjs`)));
  }),
);
rmSync(folder, { recursive: true });

const failed = results.filter(({ percent, stale }) => percent < least || stale.length);
const minutes = (seconds) => (seconds / 60).toFixed(1);
const used = processorTime + (process.cpuUsage().user + process.cpuUsage().system) / 1e6;
console.log(`\n${minutes((Date.now() - start) / 1000)} minutes; ${minutes(used)} of a processor`);
if (process.argv.includes('--record')) await record(results);
console.log(`${results.length} modules, ${failed.length} with less than ${least} % or with mutants wrongly listed`);
for (const { module, percent } of failed.sort((one, next) => one.percent - next.percent)) {
  console.log(`${percentage(percent)}  ${module}`);
}
process.exitCode = failed.length ? 1 : 0;

/** Files that differ from main, and those that git does not know yet. */
function changed() {
  const git = (...args) => execFileSync('git', args, { encoding: 'utf8' }).split('\n');
  return new Set([
    ...git('diff', '--name-only', git('merge-base', 'main', 'HEAD')[0]),
    ...git('ls-files', '--others', '--exclude-standard'),
  ]);
}

/** Modules that the same tests reach: what these do without a mutant is looked at once for all of them. */
function groupsOf(all) {
  const groups = new Map();
  for (const module of all) {
    const key = [isLexicon(module), ...testsOf(module).sort()].join();
    groups.set(key, [...(groups.get(key) ?? []), module]);
  }
  return [...groups.values()];
}

async function resultsOf(group, outfile) {
  const instrumented = await instrument(group);
  const tests = testsOf(group[0]);
  const all = [...instrumented.values()].flatMap(({ mutants }) => mutants);
  if (!all.length) return [];
  if (tests.length) await bundle(instrumented, tests, outfile);
  const survivors = new Set(tests.length ? await testMutants(outfile, all) : all);
  return group.flatMap((module) => {
    const { mutants } = instrumented.get(module);
    return mutants.length
      ? resultOf(
          module,
          mutants,
          mutants.filter((mutant) => survivors.has(mutant)),
        )
      : [];
  });
}

function resultOf(module, mutants, survivors) {
  const lines = readFileSync(module, 'utf8').split('\n');
  const listed = equivalent[module] ?? [];
  // An entry without a replacement stands for the whole line, which only browsers run.
  const entryOf = ({ line, original, replacement }) =>
    listed.find(
      (entry) =>
        lines[line - 1].trim() === entry.line &&
        (entry.replacement === undefined || (entry.original === original && entry.replacement === replacement)),
    );
  const left = survivors.filter((mutant) => !entryOf(mutant));
  const used = new Set(survivors.map(entryOf));
  const stale = listed.filter((entry) => !used.has(entry));
  const total = mutants.length - (survivors.length - left.length);
  const percent = total ? (100 * (total - left.length)) / total : 100;

  const alike = survivors.length - left.length;
  console.log(`${percentage(percent)}  ${module}  ${total - left.length}/${total}${alike ? `, ${alike} listed` : ''}`);
  for (const { line, original, replacement } of left) {
    console.log(`  ${module}:${line}  ${difference(original, replacement)}`);
  }
  for (const { line, replacement } of stale) console.log(`  no longer so: ${line} → ${shorten(replacement)}`);
  return { module, percent, stale, noticed: total - left.length, total, alike };
}

function percentage(percent) {
  return `${percent.toFixed(1).padStart(5)} %`;
}

/** Both texts; of long ones that are mostly alike, as patterns are, the place where they differ. */
function difference(original, replacement) {
  const differs = [...original].findIndex((character, index) => character !== replacement[index]);
  const start = original.length > 100 && differs > 40 ? differs - 40 : 0;
  return [original, replacement].map((text) => (start ? '…' : '') + shorten(text.slice(start))).join(' → ');
}

function shorten(text) {
  return text.length > 100 ? `${text.slice(0, 100)}…` : text || '(nothing)';
}
