import { CommandError } from '../command.js';

const reasons: Record<string, string> = {
  ENOSPC: 'the disk is full; make room',
  EDQUOT: 'the disk quota is used up; make room',
  EFBIG: 'files may not grow that large there; raise the limit (ulimit -f)',
  EACCES: 'writing is not allowed there; change its rights or choose another folder',
  EPERM: 'writing is not allowed there; change its rights or choose another folder',
  EROFS: 'that disk can only be read; choose another folder',
  ENOTDIR: 'there is a file where a folder must be; choose another folder',
  EEXIST: 'there is a file where a folder must be; choose another folder',
  EIO: 'the disk reports an error; look after the disk',
};

/**
 * What stopped a publication, in words: what happened, where, and what to do.
 *
 * @param served Whether there is a publication from before.
 */
export function explainFailure(error: unknown, folder: string, served: boolean): unknown {
  const { code = '', path } = error as NodeJS.ErrnoException;
  if (error instanceof CommandError || !(code in reasons)) return error;
  const still = served ? ' Readers still have the publication from before.' : '';
  return new CommandError(`${path ?? folder}: ${reasons[code]}, then publish again.${still}`, { cause: error });
}
