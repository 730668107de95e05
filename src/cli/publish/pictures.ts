import { hash } from 'node:crypto';
import { readFile, realpath, stat } from 'node:fs/promises';
import { basename, dirname, extname, isAbsolute, relative, resolve } from 'node:path';
import { normalizeForSearch } from '../../i18n/search-text.js';
import { fileOf } from './addresses.js';

/** A picture in one size. */
export interface Size {
  /** In the publication, such as `images/river-1f0e6c2d-640.webp`. */
  path: string;
  /** Pixels. */
  width: number;
  /** Pixels. */
  height: number;
}

/** A published picture. */
export interface Picture {
  /** File it was made from, its length and its time: while they are the same, so is the picture. */
  source: string;
  length: number;
  modified: number;
  /** Smallest first; at least one. */
  sizes: Size[];
}

/** Pixels across: a list on a phone, a list on a sharp screen, a release. Pictures are never made larger. */
const widths = [320, 640, 1280];

/** Which size a field of the feed names: lists show `image`, releases the `url` of a picture in `images` and those in their HTML. */
export function useOf({ sizes }: Picture, field: string): { shown: Size; sizes: Size[] } {
  const largest = sizes.at(-1)!;
  const listed = sizes.find(({ width }) => width >= 640) ?? largest;
  return field === 'url' || field === 'banner_image' || field.endsWith('_html')
    ? { shown: largest, sizes: sizes.slice(0, -1) }
    : { shown: listed, sizes: [] };
}

/**
 * Publishes the local pictures of a feed.
 *
 * @param feed The feed's file. Pictures are looked for from its folder, and only there and below the working folder: a
 * feed made of other people's feeds must not bring other files of this machine to light.
 * @param addresses Relative addresses of pictures.
 * @param before The pictures of the publication before, by source.
 * @param write Writes a file of the publication.
 * @param keep Takes a file over from the publication before; false where there is none.
 * @returns What was published, by address, and what was not and why.
 */
export async function publishPictures(
  feed: string,
  addresses: Iterable<string>,
  before: ReadonlyMap<string, Picture>,
  write: (path: string, content: Buffer) => void,
  keep: (path: string) => boolean,
): Promise<{ pictures: Map<string, Picture>; problems: string[] }> {
  const pictures = new Map<string, Picture>();
  const problems: string[] = [];
  const homes = [await realpath(dirname(resolve(feed))), await realpath('.')];
  for (const address of addresses) {
    let made: Made;
    try {
      const source = await realpath(resolve(dirname(feed), fileOf(address)));
      if (homes.every((home) => isOutside(relative(home, source)))) {
        throw new Error('it lies outside of the folder of the feed and of this folder');
      }
      const { size: length, mtimeMs: modified } = await stat(source);
      const known = before.get(source);
      if (known?.length === length && known.modified === modified && known.sizes.every(({ path }) => keep(path))) {
        pictures.set(address, known);
        continue;
      }
      made = await makePicture(source);
      pictures.set(address, { source, length, modified, sizes: made.map(({ size }) => size) });
    } catch (error) {
      const { code, message } = error as NodeJS.ErrnoException;
      if (code === 'ERR_MODULE_NOT_FOUND') throw error;
      const reason = code === 'ENOENT' ? 'there is no such file' : message;
      problems.push(`${feed}: the picture ${address} was not published: ${reason}; mend it, or give its whole address`);
      continue;
    }
    for (const { size, content } of made) if (!keep(size.path)) write(size.path, content);
  }
  return { pictures, problems };
}

const isOutside = (path: string) => path.startsWith('..') || isAbsolute(path);

type Made = { size: Size; content: Buffer }[];

/** One picture in all its sizes; drawings (SVG) as they are. Their names hold a hash of the file they are made from. */
async function makePicture(source: string): Promise<Made> {
  const { default: sharp } = await import('sharp');
  const bytes = await readFile(source);
  const { format, width, height, pages = 1, autoOrient } = await sharp(bytes).metadata();
  const name = `images/${readable(source)}-${hash('sha256', bytes, 'hex').slice(0, 8)}`;
  if (format === 'svg') return [{ size: { path: `${name}.svg`, width, height }, content: bytes }];
  const largest = Math.min(autoOrient.width, widths.at(-1)!);
  const made: Made = [];
  for (const across of [...widths.filter((entry) => entry < largest), largest]) {
    // What a camera writes beside the picture, such as the place, stays behind.
    const { data, info } = await sharp(bytes, { animated: pages > 1 })
      .autoOrient()
      .resize({ width: across })
      .webp({ quality: 80 })
      .toBuffer({ resolveWithObject: true });
    const size = { path: `${name}-${info.width}.webp`, width: info.width, height: info.pageHeight ?? info.height };
    made.push({ size, content: data });
  }
  return made;
}

/** The name of a file as far as it can stand in any address. */
const readable = (source: string): string =>
  normalizeForSearch(basename(source, extname(source)))
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 60) || 'picture';
