import { open, rename, rm } from 'node:fs/promises';
import { CommandError } from './command.js';

const reasons: Record<string, string> = {
  ENOSPC: 'the disk is full; free some space and run the command again',
  EDQUOT: 'the disk quota is used up; free some space and run the command again',
  EFBIG: 'the file size limit is exceeded; raise it (ulimit -f) and run the command again',
  EACCES: 'permission denied; choose another place or change its permissions',
  EROFS: 'the disk is read-only; choose another place',
  ENOENT: 'its folder does not exist; create it first',
  EISDIR: 'it is a folder; name a file',
};

/**
 * Writes a file whole or not at all: into a file beside it, to the disk, then in its place. What was there before stays
 * until that moment, and for good when anything fails.
 *
 * @throws {CommandError} With the reason and what to do.
 */
export async function writeFileAtomic(path: string, content: string | Uint8Array): Promise<void> {
  const beside = `${path}.${process.pid}.part`;
  try {
    // In a container the run before had the same number: what it has left, where it was killed, is written over.
    const file = await open(beside, 'w');
    try {
      await file.writeFile(content);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(beside, path);
  } catch (error) {
    await rm(beside, { force: true });
    const { code = '', message } = error as NodeJS.ErrnoException;
    throw new CommandError(`${path} was not written: ${reasons[code] ?? message}`, { cause: error });
  }
}
