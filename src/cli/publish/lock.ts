import { readFileSync, rmSync, statSync, utimes, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { CommandError } from '../command.js';

/** Milliseconds without a sign of life after which a lock counts for nothing, wherever its owner runs. */
const longestSilence = 60_000;

/** The locks of this process. In a container, the one before it may have had the same number. */
const held = new Set<string>();

/**
 * Sees to it that one run at a time works in a folder. The lock of a process that is gone counts for nothing: nobody
 * need remove it by hand.
 *
 * @returns Gives the lock back.
 * @throws {CommandError} While another run is at work.
 */
export function lock(folder: string): () => void {
  const path = join(folder, '.lock');
  const take = () => writeFileSync(path, JSON.stringify({ host: hostname(), pid: process.pid }), { flag: 'wx' });
  try {
    take();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    const owner = ownerOf(path);
    if (owner)
      throw new CommandError(`${folder}: another iom-feed is running there (${owner}); wait until it has finished`);
    rmSync(path, { force: true });
    take();
  }
  held.add(path);
  // A folder that is taken away while we work is the business of whoever writes the next file.
  const alive = setInterval(() => utimes(path, new Date(), new Date(), () => {}), longestSilence / 6).unref();
  return () => {
    clearInterval(alive);
    held.delete(path);
    rmSync(path, { force: true });
  };
}

/** Who holds a lock, in words; undefined when nobody does any more. */
function ownerOf(path: string): string | undefined {
  try {
    if (Date.now() - statSync(path).mtimeMs > longestSilence) return undefined;
    const { host, pid } = JSON.parse(readFileSync(path, 'utf8')) as { host: string; pid: number };
    if (host === hostname() && (pid === process.pid ? !held.has(path) : !isRunning(pid))) return undefined;
    return `process ${pid} on ${host}`;
  } catch {
    return undefined;
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
