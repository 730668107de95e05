// npm test: everything that keeps the promises of the README, and one line at the end that counts it.
import { spawn } from 'node:child_process';
import { relative } from 'node:path';
import { provideBrowsers } from './browsers.mjs';

/** A step fails or passes as one; one that counts prints how many of its tests did. */
const steps = [
  ['format, lint, types', ['npm', 'run', '--silent', 'check']],
  ['build', ['npm', 'run', '--silent', 'build']],
  ['package', ['npx', 'publint', '--strict']],
  ['package iom-feed', ['npx', 'publint', 'build/iom-feed', '--strict']],
  [
    'package types',
    [
      'npx',
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
  ['Node', ['npm', 'run', '--silent', 'test:node'], 'counts'],
  ['browsers', ['npm', 'run', '--silent', 'test:browsers'], 'counts'],
  ['Storybook', ['npm', 'run', '--silent', 'storybook:build']],
  ['stories', ['npm', 'run', '--silent', 'test:stories'], 'counts'],
];
/** What is said of a file in which the browser did nothing more, and the engine that a name of a browser stands for. */
const stoodStill =
  /^failed in (\w+): (\S+\.test\.ts): (?:Browser tests did not finish within|Attempted to use detached Frame|.*the browser disconnected)/;
const engineOf = { Chromium: 'chromium', Firefox: 'firefox', MiniBrowser: 'webkit', WebKit: 'webkit' };
const patterns = [/^. pass (\d+)$[^]*?^. fail (\d+)$/m, /^\w+: (\d+) passed, (\d+) failed$/m];

/** How much is repeated of what a step said last that failed without naming a test, in characters. */
const lastWords = 4000;

let passed = 0;
let failed = 0;
const failures = [];

try {
  await provideBrowsers();
  for (const [name, command, counts] of steps) {
    const started = Date.now();
    console.log(`\n── ${name}`);
    let { code, output } = await run(command);
    if (counts && code && !countIn(output)) {
      // No test has failed: what runs them broke off, as when a driver of a browser dies.
      console.log(`\n── ${name}: crashed with ${code} before any result; retrying`);
      failures.push(`── ${name} crashed with ${code}; last output:\n${output.slice(-lastWords)}`);
      ({ code, output } = await run(command));
    }
    let [good, bad] = countTests(output, code);
    let named = [...new Set(output.match(/^failed in .+$/gm))];
    if (named.length && named.every((line) => stoodStill.test(line))) {
      // The browser itself: its files once more, in that engine; a test that hangs does so again.
      console.log(`\n── ${name}: a browser hung; retrying its files\n${named.join('\n')}`);
      failures.push(...named.map((line) => `── retried, because a browser hung: ${line}`));
      bad = 0;
      const stuck = named.map((line) => stoodStill.exec(line));
      for (const engine of new Set(stuck.map(([, browser]) => engineOf[browser]))) {
        const files = stuck.flatMap(([, browser, file]) => (engineOf[browser] === engine ? relative('', file) : []));
        const again = await run(['npx', 'wtr', '--files', ...new Set(files)], { ENGINES: engine });
        const [more, worse] = countTests(again.output, again.code);
        good += more;
        bad += worse;
        failures.push(...(again.output.match(/^failed in .+$/gm) ?? []));
      }
      named = [];
    }
    passed += good;
    failed += bad;
    failures.push(...named);
    if (bad && !named.length)
      failures.push(`── ${name} failed with ${code}; last output:\n${output.slice(-lastWords)}`);
    console.log(`── ${name}: ${bad ? 'failed' : 'passed'} in ${Math.round((Date.now() - started) / 1000)} s`);
  }
} catch (error) {
  console.error(error.message);
  failed++;
}
for (const failure of failures) console.log(failure);
console.log(`tests: ${passed} passed, ${failed} failed`);
process.exitCode = failed ? 1 : 0;

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
      child[stream].on('data', (part) => {
        output += part;
        process[stream].write(part);
      });
    }
    // Whoever was killed has no code.
    child.on('close', (code, signal) => done({ code: signal ?? code, output }));
  });
}
