import { fileNameFor } from './file-name.js';
import { PictureError } from './picture-error.js';
import type { Size } from './pictures.js';

/** Pixels across: a list on a sharp screen, a card, a release. Pictures are never made larger. */
const widths = [320, 640, 1280];
/** The width of lists, and those below it: so small that AVIF takes a tenth of a second and not many. */
const listWidth = 320;
/** WebP has no more to a side. */
const longestSide = 16_383;
/** Pixels that a picture may have, all of its frames together: more would fill the memory. */
const mostPixels = 100e6;
/** Seconds that one size may take. */
const patience = 30;

/** A picture in all its sizes, with their files. */
export interface MadePicture {
  /** Smallest first; at least one. */
  sizes: Size[];
  /** The picture as it moves. */
  moving?: Size;
  files: { path: string; content: Buffer }[];
}

/** The path that the files of a picture begin with. */
export const stemOf = (name: string, bytes: Buffer): string => `images/${fileNameFor(name, bytes, 'picture')}`;

/**
 * Makes one picture in all its sizes; a drawing (SVG) of our own stays as it is. What a camera writes beside a picture, such as the
 * place, stays behind. Of a picture that moves, lists and cards show the first frame.
 *
 * @param name Of the file that the bytes are from.
 * @param isOurs Whether what it may hold beside the picture can be trusted.
 * @throws {Error} When they are none of a picture, or of one that is too large.
 */
export async function makePicture(bytes: Buffer, name: string, isOurs: boolean): Promise<MadePicture> {
  const { default: sharp } = await import('sharp');
  const options = { limitInputPixels: mostPixels };
  const { format, width, height, pages = 1, delay, autoOrient } = await sharp(bytes, options).metadata();
  const stem = stemOf(name, bytes);
  if (format === 'svg') {
    if (!isOurs) throw drawing;
    const path = `${stem}.svg`;
    return { sizes: [{ path, width, height }], files: [{ path, content: bytes }] };
  }
  const made: MadePicture = { sizes: [], files: [] };
  const make = async (across: number, animated: boolean): Promise<Encoded> => {
    const resized = sharp(bytes, { ...options, animated })
      .timeout({ seconds: patience })
      .autoOrient()
      .resize({ width: across, height: longestSide, fit: 'inside', withoutEnlargement: true });
    const webp = resized.clone().webp({ quality: 80 }).toBuffer({ resolveWithObject: true });
    if (across > listWidth || animated) return webp;
    const both = [await webp, await resized.avif({ quality: 50 }).toBuffer({ resolveWithObject: true })];
    return both.reduce((best, other) => (other.data.length < best.data.length ? other : best));
  };
  const add = ({ data, info }: Encoded, prefix: string): Size => {
    const ending = info.format === 'webp' ? 'webp' : 'avif';
    const path = `${stem}${prefix}-${info.width}.${ending}`;
    made.files.push({ path, content: data });
    return { path, width: info.width, height: info.pageHeight ?? info.height };
  };
  const isMoving = pages > 1 && !!delay && width * height * pages <= mostPixels;
  const largest = Math.min(autoOrient.width, widths.at(-1)!);
  for (const across of [...widths.filter((entry) => entry < largest), largest]) {
    // Nothing names the largest frame of a picture that moves.
    if (isMoving && across > 640) break;
    made.sizes.push(add(await make(across, false), isMoving ? '-still' : ''));
  }
  if (isMoving) made.moving = add(await make(largest, true), '');
  return made;
}

const drawing = new PictureError(
  'it is a drawing (SVG), which may contain scripts',
  'put it beside the feed if you trust it',
);

interface Encoded {
  data: Buffer;
  info: { format: string; width: number; height: number; pageHeight?: number };
}
