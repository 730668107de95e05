import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { endingOf, mediaTypeOf } from '../import/lexicon/file-endings.js';
import { besideFeed } from './beside-feed.js';
import { fileNameFor } from './file-name.js';
import type { PictureFiles } from './pictures.js';

/** Bytes of an attachment at most: what is larger, such as a film, wants a server that is made for it. */
const largest = 100e6;

/** A published attachment. */
export interface PublishedAttachment {
  /** File that it was made from. */
  source: string;
  /** Of the source: while its length and its time are the same, so is the attachment. */
  length: number;
  modified: number;
  /** In the publication, such as `files/report-1f0e6c2d.pdf`. */
  path: string;
}

/** Where attachments go. */
export type AttachmentFiles = Pick<PictureFiles, 'write' | 'keep'> & {
  /** Those of the publication before, by source. */
  before: ReadonlyMap<string, PublishedAttachment>;
};

/**
 * Publishes the attachments that lie beside a feed.
 *
 * @param addresses Relative ones.
 * @param home A further folder that they may lie in.
 * @returns What was published, by address, and what was not and why.
 */
export async function publishAttachments(
  feed: string,
  addresses: Iterable<string>,
  { before, write, keep }: AttachmentFiles,
  home?: string,
): Promise<{ attachments: Map<string, PublishedAttachment>; problems: string[] }> {
  const attachments = new Map<string, PublishedAttachment>();
  const problems: string[] = [];
  const find = await besideFeed(feed, home);
  for (const address of addresses) {
    try {
      const source = await find(address);
      const { size: length, mtimeMs: modified } = await stat(source);
      const known = before.get(source);
      if (known?.length === length && known.modified === modified && keep(known.path)) {
        attachments.set(address, known);
        continue;
      }
      const reason = whyNot(source, length);
      if (reason) throw new Error(reason);
      const bytes = await readFile(source);
      const path = `files/${fileNameFor(source, bytes, 'file')}.${endingOf(source)}`;
      if (!keep(path)) write(path, bytes);
      attachments.set(address, { source, length, modified, path });
    } catch (error) {
      const { code, message } = error as NodeJS.ErrnoException;
      const reason = code === 'ENOENT' ? 'there is no such file' : message;
      problems.push(`${feed}: the attachment ${address} was not published: ${reason}; fix it, or use its full address`);
    }
  }
  return { attachments, problems };
}

/** Why a file is none that an office publishes. */
function whyNot(path: string, length: number): string | undefined {
  if (basename(path).startsWith('.') || !mediaTypeOf(path)) return 'it is no document, table, picture or recording';
  return length > largest ? `it exceeds ${largest / 1e6} MB` : undefined;
}
