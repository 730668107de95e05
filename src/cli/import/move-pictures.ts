import { dirname, join, relative } from 'node:path';
import { fileOf, slotsOf } from '../publish/addresses.js';
import type { Draft } from './draft.js';

/**
 * Pictures beside a file are looked for from the folder of the feed.
 *
 * @param file The source.
 * @param folder That of the feed.
 * @param isThere Whether an address leads from there already.
 */
export function movePictures(
  draft: Draft,
  file: string,
  folder: string,
  isThere: (address: string) => boolean = () => false,
): void {
  for (const { picture, address, write } of slotsOf(draft)) {
    if (picture && !address.startsWith('/') && !isThere(address)) {
      write(encodeURI(relative(folder, join(dirname(file), fileOf(address)))));
    }
  }
}
