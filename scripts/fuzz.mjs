// npm run fuzz: ten thousand feeds at random for each element, in all engines or those that ENGINES names, and for each
// reader. How many: npm run fuzz -- 500. SEED=… searches new ground.
import { spawnSync } from 'node:child_process';

const [number = '10000'] = process.argv.slice(2);
const runs = [
  ['node', 'scripts/node-tests.mjs', 'test/hostile/reading.node.test.ts'],
  ['npx', 'wtr', '--files', 'test/hostile/random.test.ts'],
];
const failed = runs.filter(
  ([command, ...args]) => spawnSync(command, args, { stdio: 'inherit', env: { ...process.env, FUZZ: number } }).status,
);
process.exitCode = failed.length ? 1 : 0;
