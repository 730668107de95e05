// For `node --import`: ends the process as `kill -9` does, just before it changes a folder in a certain way for the n-th
// time: DIES_IN=/tmp/out DIES_BEFORE=renameSync:2. What has no path, such as writeSync, counts wherever it writes.
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';

const folder = process.env.DIES_IN;
const [name, number] = (process.env.DIES_BEFORE ?? '').split(':');
const change = fs[name];
let count = 0;
fs[name] = (...args) => {
  const [one, other] = args;
  if (typeof one === 'number' || [one, other].some((path) => String(path).startsWith(folder))) count++;
  if (count === Number(number)) process.kill(process.pid, 'SIGKILL');
  return change(...args);
};
syncBuiltinESMExports();
