import { dirname, join, relative } from 'node:path';
import { fileOf, slotsOf } from '../publish/addresses.js';
import type { Draft } from './draft.js';

/**
 * Pictures and attachments beside a file are looked for from the folder of the feed.
 *
 * @param file The source.
 * @param folder That of the feed.
 * @param isThere Whether an address leads from there already.
 */
export function moveFiles(
  draft: Draft,
  file: string,
  folder: string,
  isThere: (address: string) => boolean = () => false,
): void {
  for (const { picture, isAttachment, address, write } of slotsOf(draft)) {
    if ((picture || isAttachment) && !address.startsWith('/') && !isThere(address))
      write(addressOf(relative(folder, join(dirname(file), fileOf(address)))));
  }
}

/** A path as an address: `?` and `#` would end it. */
const addressOf = (path: string) => encodeURI(path).replace(/[?#]/g, encodeURIComponent);
