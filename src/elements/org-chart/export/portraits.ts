import type { Picture } from './picture.js';

/** Round pictures of people, by URL. */
export type Portraits = ReadonlyMap<string, HTMLCanvasElement>;

/** Pixels across, for one pixel of the page. */
const fineness = 2;

/**
 * The portraits of a chart as a file can hold them. Those that can't be had, or that their server lets no page read, are
 * left out.
 */
export async function loadPortraits({ portraits }: Picture): Promise<Portraits> {
  const sizes = new Map(portraits.map(({ src, size }) => [src, size]));
  const loaded = await Promise.allSettled(
    [...sizes].map(async ([src, size]) => {
      // Reading what it shows is only allowed where this was asked for.
      const image = Object.assign(new Image(), { crossOrigin: 'anonymous', src });
      await image.decode();
      return [src, round(image, size * fineness)] as const;
    }),
  );
  return new Map(loaded.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : [])));
}

/** Waits until the portraits are there, for a page that is printed next. */
export const decodePortraits = ({ portraits }: Picture): Promise<unknown> =>
  Promise.allSettled(portraits.map(({ src }) => Object.assign(new Image(), { src }).decode()));

/** The middle of a picture in a circle. */
function round(image: HTMLImageElement, size: number): HTMLCanvasElement {
  const canvas = Object.assign(document.createElement('canvas'), { width: size, height: size });
  const context = canvas.getContext('2d')!;
  // Drawings may have no size of their own.
  const [width, height] = [image.naturalWidth || size, image.naturalHeight || size];
  const scale = size / Math.min(width, height);
  context.arc(size / 2, size / 2, size / 2, 0, 2 * Math.PI);
  context.clip();
  context.drawImage(image, (size - width * scale) / 2, (size - height * scale) / 2, width * scale, height * scale);
  return canvas;
}
