// npm run check: format, lint and types, and whether all that is generated is up to date. Two checks at a time, since none
// takes more than one processor; what failed says so at the end.
import { spawn } from 'node:child_process';

const bin = {
  cem: 'node_modules/@custom-elements-manifest/analyzer/cem.js',
  eslint: 'node_modules/eslint/bin/eslint.js',
  prettier: 'node_modules/prettier/bin/prettier.cjs',
  tsc: 'node_modules/typescript/bin/tsc',
};
const withTypes = ['--import', 'tsx'];

/** What the others read is written or compared before. */
const first = [
  ['scripts/elements.mjs', '--check'],
  [bin.cem, 'analyze', '--quiet', '--config', 'custom-elements-manifest.config.mjs'],
];
/** The longest ones begin. */
const rest = [
  [bin.eslint, '.'],
  [bin.prettier, '--check', '--log-level', 'warn', '.'],
  [bin.tsc, '-p', '.'],
  [...withTypes, 'scripts/generate-demo.mjs', '--check'],
  [...withTypes, 'scripts/generate-world-map.mjs', '--check'],
  [...withTypes, 'scripts/generate-country-points.mjs', '--check'],
  ['scripts/generate-types.mjs', '--check'],
  ['scripts/newsroom/generate-config.mjs', '--check'],
];

/** What a check says stands together, whatever runs beside it. */
const run = (args) =>
  new Promise((done) => {
    const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (part) => (output += part));
    child.on('close', (code) => {
      process.stdout.write(output);
      if (code) {
        console.error(`failed: node ${args.join(' ')}`);
        process.exitCode = 1;
      }
      done(!code);
    });
  });

const runNext = async () => {
  for (let args; (args = rest.shift());) await run(args);
};

let isReady = true;
for (const args of first) isReady &&= await run(args);
if (isReady) await Promise.all([runNext(), runNext()]);
