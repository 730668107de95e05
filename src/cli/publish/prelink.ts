import { once } from 'node:events';
import { Worker } from 'node:worker_threads';

/** A module that is a text, so that it is the same in the sources and in the package. */
const work = `
import { linkSync, mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';

const { files, from, to } = workerData;
const linked = [];
const folders = new Set();
try {
  for (const file of files) {
    const folder = dirname(file);
    if (!folders.has(folder)) mkdirSync(join(to, folder), { recursive: true });
    folders.add(folder);
    try {
      linkSync(join(from, file), join(to, file));
      linked.push(file);
    } catch (error) {
      if (error.code !== 'ENOENT') throw error;
    }
  }
} catch {
  // Who finds a file missing links it, and says what is wrong.
}
parentPort.postMessage(linked);
`;

/**
 * Links files of a folder into another in a thread of its own, while this one reads.
 *
 * @returns Those that were linked; not all of them where something is in the way.
 */
export async function prelink(files: string[], from: string, to: string): Promise<Set<string>> {
  try {
    const address = new URL(`data:text/javascript,${encodeURIComponent(work)}`);
    const worker = new Worker(address, { execArgv: [], workerData: { files, from, to } });
    const [linked] = (await once(worker, 'message')) as [string[]];
    return new Set(linked);
  } catch {
    return new Set();
  }
}
