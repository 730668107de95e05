import { CommandError } from '../command.js';

const reasons: Record<string, string> = {
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
  const { code = '', path } = error as NodeJS.ErrnoException;
  if (error instanceof CommandError || !(code in reasons)) return error;
  const still = served ? ' Readers still get the previous publication.' : '';
  return new CommandError(`${path ?? folder}: ${reasons[code]}, then publish again.${still}`, { cause: error });
}
