import { readFile, stat } from 'node:fs/promises';
import { besideFeed } from './beside-feed.js';
import { makePicture, type MadePicture } from './make-picture.js';
import { addPicture, keepPicture, type Picture, type PictureFiles, type PublishedPictures } from './pictures.js';

/**
 * Publishes the local pictures of a feed.
 *
 * @param feed The feed's file.
 * @param addresses Relative addresses of pictures.
 * @param home A further folder that they may lie in.
 */
export async function publishLocalPictures(
  feed: string,
  addresses: Iterable<string>,
  files: PictureFiles,
  home?: string,
): Promise<PublishedPictures> {
  const pictures = new Map<string, Picture>();
  const problems: string[] = [];
  const find = await besideFeed(feed, home);
  for (const address of addresses) {
    let made: MadePicture;
    let about: Pick<Picture, 'source' | 'length' | 'modified'>;
    try {
      const source = await find(address);
      const { size: length, mtimeMs: modified } = await stat(source);
      const known = files.before.get(source);
      if (known?.length === length && known.modified === modified && keepPicture(known, files)) {
        pictures.set(address, known);
        continue;
      }
      about = { source, length, modified };
      made = await makePicture(await readFile(source), source, true);
    } catch (error) {
      const { code, message } = error as NodeJS.ErrnoException;
      if (code === 'ERR_MODULE_NOT_FOUND') throw error;
      const reason = code === 'ENOENT' ? 'there is no such file' : message;
      problems.push(`${feed}: the picture ${address} was not published: ${reason}; fix it, or use its full address`);
      continue;
    }
    pictures.set(address, { ...about, ...addPicture(made, files) });
  }
  return { pictures, problems };
}
