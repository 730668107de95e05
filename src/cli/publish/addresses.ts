import { attributeValue } from '../../html/markup.js';
import { isTrackingPixel } from '../../html/tracking-pixel.js';
import { parseFragment, type DefaultTreeAdapterTypes } from 'parse5';

/** The fields of a feed that hold an address. */
const fields = new Set(['url', 'external_url', 'home_page_url', 'image', 'banner_image', 'avatar', 'icon', 'favicon']);
/** Those that hold a picture's; `url` does inside of `image` and `images`. */
const pictureFields = new Set(['image', 'images', 'banner_image', 'avatar', 'icon', 'favicon']);
/** Those of pictures that elements show; `img` is one in HTML. */
const shownFields = new Set(['image', 'images', 'banner_image', 'img']);
/** Those that hold a picture's other sizes, which are made with it. */
const sizeFields = new Set(['sizes', 'image_sizes']);

/** Those that hold HTML with addresses in it. */
const htmlFields = new Set(['content_html', 'notes_html']);

/** Whether an address depends on where it stands. */
export const isRelative = (address: string): boolean => !/^([a-z][a-z0-9+.-]*:|\/\/|$)/i.test(address.trim());

/** The file that a relative address names; one that is written wrongly is taken as it stands. */
export function fileOf(address: string): string {
  const path = address.replace(/[?#].*/s, '');
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

/** Whether an address is one of another site. */
export const isRemote = (address: unknown): address is string =>
  typeof address === 'string' && /^\s*(?:https?:)?\/\//i.test(address);

/** An address in a feed, and the object it stands in. */
export interface Slot {
  holder: Record<string, unknown>;
  field: string;
  address: string;
  /** For a picture, which of the fields it is in, such as `image`, `images`, or `sizes` for one of its other sizes. */
  picture?: string;
  /** Whether it is that of a file to download. */
  isAttachment: boolean;
  /** Puts another address in its place. Those of one feed are to be written in their order. */
  write: (address: string, size?: PixelSize) => void;
  /** Takes a picture out that only counts readers. */
  remove?: () => void;
}

/** Kept free for a picture in HTML that says nothing of its size. */
export interface PixelSize {
  width: number;
  height: number;
}

/**
 * The relative addresses of a feed or an item, also those in its HTML.
 *
 * @param remote Also those of pictures on other sites.
 * @param within Field that holds the value.
 */
export function slotsOf(value: unknown, remote = false, within = '', matches: Slot[] = []): Slot[] {
  const isList = Array.isArray(value);
  const holder = value as Record<string, unknown>;
  for (const field in holder) {
    const entry = holder[field];
    if (typeof entry === 'object') {
      slotsOf(entry, remote, isList ? within : field, matches);
    } else if (typeof entry !== 'string') continue;
    else if (htmlFields.has(field)) matches.push(...slotsInHtml(entry, holder, field, remote));
    else if (fields.has(field)) {
      const picture = pictureFields.has(field) ? field : pictureOf(within);
      if (!isRelative(entry) && !(remote && isShown(entry, picture))) continue;
      const write = (address: string) => (holder[field] = address);
      matches.push({ holder, field, address: entry, picture, isAttachment: within === 'attachments', write });
    }
  }
  return matches;
}

const pictureOf = (field: string) => (pictureFields.has(field) ? field : sizeFields.has(field) ? 'sizes' : undefined);
const isShown = (address: string, picture?: string) => !!picture && shownFields.has(picture) && isRemote(address);

/** Whether there may be pictures of other sites in an item: said without parsing its HTML. */
export function mayShowRemotePictures(value: unknown, picture?: string): boolean {
  const isList = Array.isArray(value);
  return Object.entries(Object(value) as object).some(([field, entry]: [string, unknown]) => {
    if (typeof entry === 'object') return mayShowRemotePictures(entry, isList ? picture : pictureOf(field));
    if (typeof entry !== 'string') return false;
    if (htmlFields.has(field)) return image.test(entry);
    return fields.has(field) && isShown(entry, pictureFields.has(field) ? field : picture);
  });
}

/** Most HTML has no relative address, and need not be parsed to know that. */
const suspicious = /\b(?:src|href)\s*=\s*["']?\s*(?![a-z][a-z0-9+.-]*:|\/\/|#|["'])/i;
const image = /<img\b/i;

type Node = DefaultTreeAdapterTypes.ChildNode;

/** The last one first: what is written there leaves the places of the others as they are. */
function slotsInHtml(html: string, holder: Slot['holder'], field: string, remote: boolean): Slot[] {
  if (!suspicious.test(html) && !(remote && image.test(html))) return [];
  const matches: Slot[] = [];
  const replace = ({ startOffset, endOffset }: Place, text: string) => {
    const html = holder[field] as string;
    holder[field] = `${html.slice(0, startOffset)}${text}${html.slice(endOffset)}`;
  };
  const visit = (node: Node) => {
    if (!('attrs' in node)) return;
    const attribute = (name: string) => node.attrs.find((entry) => entry.name === name)?.value;
    const picture = node.tagName === 'img' ? 'img' : undefined;
    for (const { name, value: address } of node.attrs) {
      const place = node.sourceCodeLocation?.attrs?.[name];
      if (!place || !/^(src|href)$/.test(name) || /^\s*#/.test(address)) continue;
      if (!isRelative(address) && !(remote && isShown(address, picture))) continue;
      const isSized = attribute('width') || attribute('height');
      const write = (text: string, size?: PixelSize) =>
        replace(
          place,
          `${name}=${attributeValue(text)}${size && !isSized ? ` width="${size.width}" height="${size.height}"` : ''}`,
        );
      const isPixel = picture && isTrackingPixel(address, attribute('width'), attribute('height'));
      const remove = isPixel ? () => replace(node.sourceCodeLocation!, '') : undefined;
      matches.push({ holder, field, address, picture, isAttachment: false, write, remove });
    }
    node.childNodes.forEach(visit);
  };
  parseFragment(html, { sourceCodeLocationInfo: true }).childNodes.forEach(visit);
  return matches.reverse();
}

/** Where something stands in HTML. */
interface Place {
  startOffset: number;
  endOffset: number;
}

/**
 * An address of the source feed as it must be in a file of the publication.
 *
 * @param file Path of that file in the publication, such as `country/uy.json`.
 * @param url Address of the publication, with a slash at its end; without it the address stays relative.
 */
export const addressFrom = (file: string, address: string, url?: string): string =>
  url
    ? new URL(address, url).href
    : address.startsWith('/')
      ? address
      : '../'.repeat(file.split('/').length - 1) + address;
