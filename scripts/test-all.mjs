// npm test: everything that keeps the promises of the README, and one line at the end that counts it.
import { spawn } from 'node:child_process';
import { provideBrowsers } from './browsers.mjs';

/** A step fails or passes as one; one that counts prints how many of its tests did. */
const steps = [
  ['format, lint, types', ['npm', 'run', '--silent', 'check']],
  ['build', ['npm', 'run', '--silent', 'build']],
  ['package', ['npx', 'publint', '--strict']],
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
      console.log(`\n── ${name}: broke off with ${code} before it had counted; once more`);
      failures.push(`── ${name} broke off with ${code}, and said last:\n${output.slice(-lastWords)}`);
      ({ code, output } = await run(command));
    }
    const [good, bad] = countTests(output, code);
    passed += good;
    failed += bad;
    const named = output.match(/^failed in .+$/gm) ?? [];
    failures.push(...named);
    if (bad && !named.length)
      failures.push(`── ${name} ended with ${code}, and said last:\n${output.slice(-lastWords)}`);
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

function run([command, ...args]) {
  return new Promise((done) => {
    let output = '';
    const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'] });
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
