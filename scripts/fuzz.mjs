// npm run fuzz: 10,000 feeds made at random for each reader and each element. FUZZ=100000 makes it more, SEED=8 others.
import { spawnSync } from 'node:child_process';

const env = { FUZZ: '10000', ENGINES: 'chromium', ...process.env };
const steps = [
  ['scripts/node-tests.mjs', 'test/hostile/reading.node.test.ts'],
  ['node_modules/@web/test-runner/dist/bin.js', 'test/hostile/random.test.ts'],
];
for (const step of steps) {
  const { status } = spawnSync(process.execPath, step, { stdio: 'inherit', env });
  process.exitCode ||= status ?? 1;
}
