// A process that takes the lock of a folder when it is told to, and gives it back: `take`, `give`, a line each.
import { createInterface } from 'node:readline';
import { lock } from '../../src/cli/publish/lock.js';

let unlock: (() => void) | undefined;
const [folder] = process.argv.slice(2);
console.log('ready');
for await (const line of createInterface({ input: process.stdin })) {
  if (line === 'take') {
    try {
      unlock = lock(folder);
      console.log('taken');
    } catch (error) {
      console.log(`${(error as Error).name}: ${(error as Error).message}`);
    }
  } else {
    unlock?.();
    unlock = undefined;
    console.log('given');
  }
}
