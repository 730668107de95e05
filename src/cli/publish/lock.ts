import { randomUUID } from 'node:crypto';
import {
  existsSync,
  linkSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimes,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { CommandError } from '../command.js';
import { withoutLinks } from './prelink.js';

/** Milliseconds without a sign of life after which a lock counts for nothing, wherever its owner runs. */
const longestSilence = 60_000;

/** Who holds a lock that says nothing yet: where it can't be created with its content. */
const justBegun = 'it has just begun';

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
  const content = acquire(path, folder);
  held.add(path);
  removeRests(folder, `${path}.turn`);
  // A folder that is taken away while we work is the business of whoever writes the next file.
  const alive = setInterval(() => utimes(path, new Date(), new Date(), () => {}), longestSilence / 6).unref();
  return () => {
    clearInterval(alive);
    // After a long sleep of the machine, it may have passed to somebody else.
    if (read(path) !== content) return;
    held.delete(path);
    rmSync(path, { force: true });
  };
}

/** Creates the file of a lock, and says what is in it. */
function acquire(path: string, folder: string): string {
  const content = JSON.stringify({ host: hostname(), pid: process.pid, id: randomUUID() });
  if (create(path, content)) return content;
  refuseIfOwned(path, folder);
  // Of several that see the same stale lock, one may remove it: the others would remove the new one, too. What counts is
  // what that one sees now.
  const turn = `${path}.turn`;
  acquire(turn, folder);
  try {
    refuseIfOwned(path, folder);
    rmSync(path, { force: true });
    if (!create(path, content)) refuse(folder, ownerOf(path));
    return content;
  } finally {
    rmSync(turn, { force: true });
  }
}

/** Removes what processes that were killed while they took the lock have left. */
function removeRests(folder: string, turn: string): void {
  for (const name of readdirSync(folder)) {
    const [, host, pid] = /^\.lock(?:\.turn)*\.(.+)\.(\d+)$/.exec(name) ?? [];
    if (host === hostname() ? !isRunning(Number(pid)) : pid && isSilent(join(folder, name)))
      rmSync(join(folder, name), { force: true });
  }
  if (!existsSync(turn)) return;
  try {
    acquire(turn, folder);
    rmSync(turn, { force: true });
  } catch (error) {
    // It is somebody's turn, who will be refused.
    if (!(error instanceof CommandError)) throw error;
  }
}

/** Creates a file with all that is in it; false where there is a file of that name. */
function create(path: string, content: string): boolean {
  const draft = `${path}.${hostname()}.${process.pid}`;
  try {
    writeFileSync(draft, content);
    linkSync(draft, path);
    return true;
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException;
    if (code === 'EEXIST') return false;
    if (!withoutLinks.includes(code)) throw error;
    return createEmpty(path, content);
  } finally {
    rmSync(draft, { force: true });
  }
}

/** The same where there are no links: for a moment, it says nothing. */
function createEmpty(path: string, content: string): boolean {
  try {
    writeFileSync(path, content, { flag: 'wx' });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

function refuseIfOwned(path: string, folder: string): void {
  const owner = ownerOf(path);
  if (owner) refuse(folder, owner);
}

function refuse(folder: string, owner = justBegun): never {
  throw new CommandError(`${folder}: another iom-feed is running there (${owner}); wait until it has finished`);
}

/** Who holds a lock, in words; undefined when nobody does any more. */
function ownerOf(path: string): string | undefined {
  if (isSilent(path)) return undefined;
  try {
    const { host, pid } = JSON.parse(readFileSync(path, 'utf8')) as { host: string; pid: number };
    if (host === hostname() && (pid === process.pid ? !held.has(path) : !isRunning(pid))) return undefined;
    return `process ${pid} on ${host}`;
  } catch {
    // Between its creation and its first letter, or already gone.
    return existsSync(path) ? justBegun : undefined;
  }
}

/** Whether nobody has given a sign of life for too long, or there is no such file. */
function isSilent(path: string): boolean {
  try {
    const silence = Date.now() - statSync(path).mtimeMs;
    // Of a time to come, since a clock was wrong: from now on it counts like any other.
    if (silence < -longestSilence) utimesSync(path, new Date(), new Date());
    return silence > longestSilence;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ENOENT';
  }
}

/** What is in a file; undefined where there is none. */
function read(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
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
