// npm test: everything that keeps the promises of the README, and one line at the end that counts it.
import { spawn } from 'node:child_process';
import { relative } from 'node:path';
import { createInterface } from 'node:readline';
import { stripVTControlCharacters } from 'node:util';
import { provideBrowsers } from './browsers.mjs';

/**
 * A step fails or passes as one; one that counts prints how many of its tests did, and may tell of which files some failed,
 * by what runs them once more.
 */
const first = [
  ['format, lint, types', ['npm', 'run', '--silent', 'check']],
  ['build', ['npm', 'run', '--silent', 'build']],
  ['package', ['npx', 'publint', '--strict']],
  ['package iom-feed', ['npx', 'publint', 'build/iom-feed', '--strict']],
  [
    'package types',
    [
      'npx',
      // As it has just been built: npm would build it once more before it packs it.
      '--ignore-scripts',
      'attw',
      '--pack',
      '.',
      '--profile',
      'esm-only',
      '--exclude-entrypoints',
      './custom-elements.json',
      './feed.schema.json',
      './integrity.json',
    ],
  ],
];
/** Parts of the tests in Node: whoever has done with the browsers before the others are through helps with the rest. */
const nodeParts = 6;
/**
 * What needs the build and nothing of each other: two of these rows of steps at a time, since each waits for browsers half its
 * time. The longest is first.
 */
const rows = [
  [['browsers', ['npm', 'run', '--silent', 'test:browsers'], 'counts', inBrowsers]],
  [
    ['Storybook', ['npm', 'run', '--silent', 'storybook:build']],
    ['stories', ['npm', 'run', '--silent', 'test:stories'], 'counts'],
  ],
  ...Array.from({ length: nodeParts }, (_, index) => [
    [
      `Node, part ${index + 1} of ${nodeParts}`,
      ['npm', 'run', '--silent', 'test:node', '--', `--part=${index + 1}/${nodeParts}`],
      'counts',
      inNode,
    ],
  ]),
];
/** The engine that a name of a browser stands for. */
const engineOf = { Chromium: 'chromium', Firefox: 'firefox', MiniBrowser: 'webkit', WebKit: 'webkit' };
/**
 * Of how many files tests may fail in Node, and as many in browsers, that are run once more. A browser that stands still, or starves beside others on two
 * cores, is no fault of ours and hits one or two files; a fault of ours is there again.
 */
const mostRetried = 3;
const patterns = [/^. pass (\d+)$[^]*?^. fail (\d+)$/m, /^\w+: (\d+) passed, (\d+) failed$/m];

/** How much is repeated of what a step said last that failed without naming a test, in characters. */
const lastWords = 4000;

let passed = 0;
let failed = 0;
const failures = [];
const retries = [];

try {
  await provideBrowsers();
  await runInOrder(first);
  await Promise.all([runRows(), runRows()]);
  await retryFew(inNode);
  await retryFew(inBrowsers);
} catch (error) {
  console.error(error.message);
  failed++;
}
for (const failure of failures) console.log(failure);
console.log(`tests: ${passed} passed, ${failed} failed`);
process.exitCode = failed ? 1 : 0;

async function runRows() {
  for (let row; (row = rows.shift());) await runInOrder(row);
}

async function runInOrder(steps) {
  for (const step of steps) await runStep(...step);
}

async function runStep(name, command, counts, tellFailures) {
  const started = Date.now();
  console.log(`\n── ${name}`);
  let { code, output } = await run(command);
  if (counts && code && !countIn(output)) {
    // No test has failed: what runs them broke off, as when a driver of a browser dies.
    console.log(`\n── ${name}: crashed with ${code} before any result; retrying`);
    failures.push(`── ${name} crashed with ${code}; last output:\n${output.slice(-lastWords)}`);
    ({ code, output } = await run(command));
  }
  const [good, bad] = countTests(output, code);
  const { files, reports } = bad && tellFailures ? tellFailures(output) : { files: [], reports: [] };
  failures.push(...reports);
  if (files.length) retries.push({ files, bad, tellFailures });
  passed += good;
  failed += bad;
  if (bad && !reports.length)
    failures.push(`── ${name} failed with ${code}; last output:\n${output.slice(-lastWords)}`);
  console.log(`── ${name}: ${bad ? 'failed' : 'passed'} in ${Math.round((Date.now() - started) / 1000)} s`);
}

/** Runs files in which tests have failed once more, with the machine to themselves, where they are few. */
async function retryFew(tellFailures) {
  const own = retries.filter((entry) => entry.tellFailures === tellFailures);
  const files = own.flatMap((entry) => entry.files);
  if (files.length > mostRetried) return;
  for (const { bad } of own) {
    passed += bad;
    failed -= bad;
  }
  for (const { file, again, env } of files) {
    console.log(`\n── running again, alone: ${file}`);
    const { code, output } = await run(again, env);
    const [, bad] = countTests(output, code);
    passed -= bad;
    failed += bad;
    failures.push(...(bad ? tellFailures(output).reports : [`── UNSTEADY: ${file} failed, and passed when run alone`]));
  }
}

/** What failed in Node's runner: its last part names each file with the test and its error. */
function inNode(output) {
  const reports = output.split(/^test at (?=\S+:\d+:\d+$)/m).slice(1);
  return {
    reports: reports.map((entry) => `── failed in Node: ${entry.slice(0, lastWords / 2)}`),
    files: [...new Set(reports.map((entry) => /^[^:]+/.exec(entry)[0]))].map((file) => ({
      file,
      again: ['npm', 'run', '--silent', 'test:node', file],
    })),
  };
}

/** What failed in the pages of the browsers. */
function inBrowsers(output) {
  const reports = [...new Set(output.match(/^failed in .+$/gm))];
  const pairs = reports.map((line) => /^failed in (\w+): ([^:]+)/.exec(line).slice(1).join(':'));
  return {
    reports,
    files: [...new Set(pairs)].map((pair) => {
      const [browser, path] = pair.split(':');
      const file = relative('', path);
      return {
        file: `${file} in ${browser}`,
        again: ['npx', 'wtr', '--files', file],
        env: { ENGINES: engineOf[browser] },
      };
    }),
  };
}

function countIn(output) {
  return patterns.map((pattern) => pattern.exec(output)).find(Boolean);
}

/** What a step printed of its tests; the step itself counts when it printed nothing, or failed beyond them. */
function countTests(output, code) {
  const count = countIn(output);
  const good = Number(count?.[1] ?? (code ? 0 : 1));
  const bad = Number(count?.[2] ?? 0);
  return [good, code && !bad ? 1 : bad];
}

function run([command, ...args], env = {}) {
  return new Promise((done) => {
    let output = '';
    const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, ...env } });
    for (const stream of ['stdout', 'stderr']) {
      // Whole lines: two steps may write at a time.
      createInterface({ input: child[stream] }).on('line', (line) => {
        output += `${stripVTControlCharacters(line)}\n`;
        process[stream].write(`${line}\n`);
      });
    }
    // Whoever was killed has no code.
    child.on('close', (code, signal) => done({ code: signal ?? code, output }));
  });
}
