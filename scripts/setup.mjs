// Makes a fresh clone ready: packages once, and again when the lock file has changed. Needs only Node and npm.
import { execSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';

const lock = readFileSync('package-lock.json', 'utf8');
const marker = 'node_modules/.lock-installed';
const read = () => {
  try {
    return readFileSync(marker, 'utf8');
  } catch {
    return undefined;
  }
};

if (Number(process.versions.node.split('.')[0]) < 20) {
  console.error(`Node ${process.versions.node} is too old: install Node 20 or newer (https://nodejs.org).`);
  process.exit(1);
}
if (read() !== lock) {
  console.log('Installing packages …');
  execSync('npm ci --no-audit --no-fund --loglevel=error', { stdio: 'inherit' });
  writeFileSync(marker, lock);
}
