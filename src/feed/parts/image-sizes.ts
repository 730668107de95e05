import type { Image, ImageSize } from '../schema/model.generated.js';

/** Pixels across of the picture in a list, which is 144 wide, on a sharp screen. */
export const listWidth = 288;
/** Pixels across that are enough for a card. */
const cardWidth = 640;

/** The size of an item's picture that lists show: the smallest that is sharp there, in whatever order a feed has them. */
export const sizeForList = (sizes: readonly ImageSize[] = []): ImageSize | undefined =>
  bySize(sizes).find(({ width }) => width >= listWidth);

/** Sizes, smallest first. */
export const bySize = (sizes: readonly ImageSize[]): ImageSize[] =>
  [...sizes].sort((one, other) => one.width - other.width);

/** The sizes of an item's picture that cards choose from. */
export const sizesForCards = (sizes: readonly ImageSize[] = []): ImageSize[] =>
  sizes.filter(({ width }) => width <= cardWidth);

/** All sizes of a picture; none where it doesn't say how large it is itself. */
export const allSizes = ({ url, width, height, sizes = [] }: Partial<Image>): ImageSize[] =>
  url && width && height ? [...sizes, { url, width, height }] : [];
