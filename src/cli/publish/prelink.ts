import { once } from 'node:events';
import { Worker } from 'node:worker_threads';

/** A module that is a text, so that it is the same in the sources and in the package. */
const work = `
import { linkSync, mkdirSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';

const { files, from, to } = workerData;
const linked = [];
const folders = new Set();
try {
  for (const [file, size, time] of files) {
    const folder = dirname(file);
    if (!folders.has(folder)) mkdirSync(join(to, folder), { recursive: true });
    folders.add(folder);
    try {
      const about = statSync(join(from, file));
      if (about.size !== size || about.mtimeMs !== time) continue;
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

/** What systems say of a file system that has no hard links, or no more of them for a file. */
export const withoutLinks = ['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'EMLINK', 'ENOSYS'];

/** Length of a file in bytes, and when it was written, in milliseconds since 1970. */
export type FileStamp = [size: number, time: number];

/**
 * Links files of a folder into another in a thread of its own, while this one reads. What was changed since it was written
 * is left out.
 *
 * @returns Those that were linked; not all of them where something is in the way.
 */
export async function prelink(stamps: Record<string, FileStamp>, from: string, to: string): Promise<Set<string>> {
  try {
    const files = Object.entries(stamps).map(([file, stamp]) => [file, ...stamp]);
    const address = new URL(`data:text/javascript,${encodeURIComponent(work)}`);
    const worker = new Worker(address, { execArgv: [], workerData: { files, from, to } });
    const [linked] = (await once(worker, 'message')) as [string[]];
    return new Set(linked);
  } catch {
    return new Set();
  }
}
