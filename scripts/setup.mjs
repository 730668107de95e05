// Makes a fresh clone ready: packages once, and again when the lock file has changed. Needs only Node and npm.
import { execSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';

const marker = 'node_modules/.lock-installed';
const read = (file) => {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
};
const install = (command, level) =>
  execSync(`npm ${command} --no-audit --no-fund --loglevel=${level}`, { stdio: ['ignore', 'ignore', 'inherit'] });

const [major, minor] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(`Node ${process.versions.node} is too old: install Node 20.19 or newer (https://nodejs.org).`);
  process.exit(1);
}
if (read(marker) !== read('package-lock.json')) {
  console.log('Installing packages …');
  try {
    install('ci', 'silent');
  } catch {
    // A registry that lacks the builds for other systems leaves holes in the lock file that `npm ci` does not forgive.
    install('install', 'error');
  }
  writeFileSync(marker, read('package-lock.json'));
}
