import { bySize } from '../../feed/parts/image-sizes.js';
import type { ImageSize } from '../../feed/schema/model.generated.js';

/** What an `<img>` is given. In a template, `src` comes last: by then the browser knows what it may choose from. */
export interface PictureSource {
  src?: string;
  srcset?: string;
  sizes?: string;
}

/**
 * Lets the browser choose among the sizes of a picture. Where a visitor saves data it is the smallest.
 *
 * @param url Of the picture; where there are no sizes, it is what is shown.
 * @param candidates In any order, `url` among them; no more than one is none.
 * @param sizes How wide the picture is on the page, as the attribute of that name says it.
 */
export function pictureSource(url: string | undefined, candidates: readonly ImageSize[], sizes: string): PictureSource {
  if (candidates.length < 2) return { src: url };
  const sorted = bySize(candidates);
  if (savesData()) return { src: sorted[0].url };
  // A blank or a comma in an address would end it.
  const srcset = sorted.map(({ url, width }) => `${url.replace(/[\s,]/g, encodeURIComponent)} ${width}w`).join(', ');
  return { src: url, srcset, sizes };
}

/** Whether a visitor wants pages to download little: a setting of Chromium, and one that is to be in all browsers. */
const savesData = (): boolean => {
  const { connection } = Object(globalThis.navigator) as { connection?: { saveData?: boolean } };
  return !!connection?.saveData || !!globalThis.matchMedia?.('(prefers-reduced-data: reduce)').matches;
};
