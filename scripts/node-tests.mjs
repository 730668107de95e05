// The tests that need no test page, in Node's own runner. Files may be named: node scripts/node-tests.mjs test/feed/parse-strict.node.test.ts
// --part=2/6 runs each sixth file from the second one on.
import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import './temporary-files.mjs';

const part = process.argv.find((argument) => argument.startsWith('--part='));
const named = process.argv.slice(2).filter((argument) => argument !== part);
const all = readdirSync('test', { recursive: true })
  .filter((file) => file.endsWith('.node.test.ts'))
  .map((file) => `test/${file}`);
const { status } = spawnSync(
  process.execPath,
  [
    '--import',
    'tsx',
    '--test',
    '--test-concurrency=2',
    // A server that a failed test has left open keeps nobody waiting.
    '--test-force-exit',
    '--test-reporter=spec',
    ...(part ? [part.replace('--part', '--test-shard')] : []),
    ...(named.length ? named : all.sort()),
  ],
  { stdio: 'inherit' },
);
process.exitCode = status ?? 1;
