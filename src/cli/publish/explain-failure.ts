import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { CommandError } from '../command.js';

const reasons: Partial<Record<string, string>> = {
  ENOSPC: 'the disk is full; free some space',
  EDQUOT: 'the disk quota is used up; free some space',
  EFBIG: 'the file size limit is exceeded; raise it (ulimit -f)',
  EACCES: 'permission denied; change its permissions or choose another folder',
  EPERM: 'permission denied; change its permissions or choose another folder',
  EROFS: 'the disk is read-only; choose another folder',
  ENOTDIR: 'there is a file where a folder must be; choose another folder',
  EEXIST: 'there is a file where a folder must be; choose another folder',
  EIO: 'the disk reports an error; check the disk',
};

/**
 * What stopped a publication, in words: what happened, where, and what to do.
 *
 * @param served Whether there is a publication from before.
 */
export function explainFailure(error: unknown, folder: string, served: boolean): unknown {
  const { code = '', path = folder } = error as NodeJS.ErrnoException;
  const isDeleted = code === 'ENOENT' && path.startsWith(folder);
  const reason = isDeleted ? 'it was deleted during the run; see to it that nothing else does that' : reasons[code];
  if (error instanceof CommandError || !reason) return error;
  const isServed = served && existsSync(join(folder, 'current', 'index.json'));
  const still = isServed ? ' Readers still get the previous publication.' : '';
  return new CommandError(`${path}: ${reason}, then publish again.${still}`, { cause: error });
}
