import type { MadePicture } from './make-picture.js';

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
  /** File or address that it was made from. */
  source: string;
  /** Of a file, its length and its time: while they are the same, so is the picture. */
  length?: number;
  modified?: number;
  /** Of an address, the `ETag` and the `Last-Modified` of its answer. */
  etag?: string;
  lastModified?: string;
  /** Smallest first; at least one. */
  sizes: Size[];
  /** A picture that moves; then `sizes` are of its first frame. */
  moving?: Size;
}

/** What was published, by the address that the feed has, and what was not and why. */
export interface PublishedPictures {
  pictures: Map<string, Picture>;
  problems: string[];
}

/** Where pictures go. */
export interface PictureFiles {
  /** Those of the publication before, by source. */
  before: ReadonlyMap<string, Picture>;
  /** Writes a file of the publication. */
  write: (path: string, content: Buffer) => void;
  /** Takes a file over from the publication before; false where there is none. */
  keep: (path: string) => boolean;
}

/** The files of a picture. */
export const pathsOf = ({ sizes, moving }: Picture): string[] =>
  [...sizes, ...(moving ? [moving] : [])].map(({ path }) => path);

/** Whether all of a picture is there from the publication before; then it is in this one, too. */
export const keepPicture = (picture: Picture | undefined, { keep }: PictureFiles): picture is Picture =>
  !!picture && pathsOf(picture).every((path) => keep(path));

/** Puts the files of a picture into the publication. */
export function addPicture(made: MadePicture, { write, keep }: PictureFiles): Pick<Picture, 'sizes' | 'moving'> {
  for (const { path, content } of made.files) if (!keep(path)) write(path, content);
  return { sizes: made.sizes, moving: made.moving };
}

/**
 * Which size a field of the feed names: `image` one for cards, as lists and cards choose among its sizes; releases show
 * the `url` of a picture in `images`, and those in their HTML.
 */
export function useOf({ sizes, moving }: Picture, field: string): { shown: Size; sizes: Size[] } {
  const largest = sizes.at(-1)!;
  if (field !== 'url' && field !== 'banner_image' && !field.endsWith('_html')) {
    return { shown: sizes.find(({ width }) => width >= 640) ?? largest, sizes };
  }
  return moving ? { shown: moving, sizes: [] } : { shown: largest, sizes: sizes.slice(0, -1) };
}
