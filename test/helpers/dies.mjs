// For `node --import`: ends the process as `kill -9` does, just before it changes the disk in a certain way for the n-th
// time: DIES_BEFORE=renameSync:2.
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';

const [name, number] = (process.env.DIES_BEFORE ?? '').split(':');
const change = fs[name];
let count = 0;
fs[name] = (...args) => {
  if (String(args.find((arg) => typeof arg === 'string') ?? '').includes('node_modules')) return change(...args);
  if (++count === Number(number)) process.kill(process.pid, 'SIGKILL');
  return change(...args);
};
syncBuiltinESMExports();
