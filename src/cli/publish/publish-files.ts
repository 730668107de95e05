import { publishAttachments, type AttachmentFiles, type PublishedAttachment } from './attachments.js';
import type { FetchLimits } from './fetch-picture.js';
import type { FileAddresses } from './file-addresses.js';
import { publishLocalPictures } from './local-pictures.js';
import type { PictureFiles, PublishedPictures } from './pictures.js';

/** What was published beside the texts of a feed, by the address that the feed has, and what was not and why. */
export interface PublishedFiles extends PublishedPictures {
  attachments: Map<string, PublishedAttachment>;
}

/**
 * Publishes the files of a feed: pictures and attachments beside it, and copies of pictures on other sites.
 *
 * @param feed The feed's file.
 * @param before What the attachments of the publication before were made from.
 * @param limits For tests, whose servers are on this machine.
 * @param progress Told how far the copies are.
 * @param home A further folder that files may lie in.
 */
export async function publishFiles(
  feed: string,
  { local, remote, attachments: named }: FileAddresses,
  files: PictureFiles,
  before: AttachmentFiles['before'],
  limits?: Partial<FetchLimits>,
  progress?: (text: string) => void,
  home?: string,
): Promise<PublishedFiles> {
  const { attachments, problems: missing } = await publishAttachments(feed, named, { ...files, before }, home);
  const { pictures, problems } = await publishLocalPictures(feed, local, files, home);
  const all = { pictures, attachments, problems: [...missing, ...problems] };
  if (!remote.size) return all;
  const { copyPictures } = await import('./remote-pictures.js');
  const copies = await copyPictures(feed, remote, files, limits, (done, total) =>
    progress?.(`Pictures: ${done.toLocaleString()} of ${total.toLocaleString()}`),
  );
  return {
    attachments,
    pictures: new Map([...pictures, ...copies.pictures]),
    problems: [...all.problems, ...copies.problems],
  };
}
