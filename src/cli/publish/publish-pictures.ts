import type { FetchLimits } from './fetch-picture.js';
import { publishLocalPictures } from './local-pictures.js';
import type { PictureAddresses } from './picture-addresses.js';
import type { PictureFiles, PublishedPictures } from './pictures.js';

/**
 * Publishes the pictures of a feed: those beside it, and copies of those on other sites.
 *
 * @param feed The feed's file.
 * @param limits For tests, whose servers are on this machine.
 * @param progress Told how far the copies are.
 * @param home A further folder that pictures may lie in.
 */
export async function publishPictures(
  feed: string,
  { local, remote }: PictureAddresses,
  files: PictureFiles,
  limits?: Partial<FetchLimits>,
  progress?: (text: string) => void,
  home?: string,
): Promise<PublishedPictures> {
  const { pictures, problems } = await publishLocalPictures(feed, local, files, home);
  if (!remote.size) return { pictures, problems };
  const { copyPictures } = await import('./remote-pictures.js');
  const copies = await copyPictures(feed, remote, files, limits, (done, all) =>
    progress?.(`Pictures: ${done.toLocaleString()} of ${all.toLocaleString()}`),
  );
  return { pictures: new Map([...pictures, ...copies.pictures]), problems: [...problems, ...copies.problems] };
}
