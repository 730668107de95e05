import { attributeValue } from '../../html/markup.js';
import { parseFragment, type DefaultTreeAdapterTypes } from 'parse5';

/** The fields of a feed that hold an address. */
const fields = new Set(['url', 'external_url', 'home_page_url', 'image', 'banner_image', 'avatar', 'icon', 'favicon']);
/** Those that hold a picture's; `url` does inside of `image` and `images`. */
const pictureFields = new Set(['image', 'images', 'banner_image', 'avatar', 'icon', 'favicon']);

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

/** An address in a feed, and the object it stands in. */
export interface Slot {
  holder: Record<string, unknown>;
  field: string;
  address: string;
  /** For a picture, which of the fields it is in, such as `image` or `images`. */
  picture?: string;
  /** Puts another address in its place. Those of one feed are to be written in their order. */
  write: (address: string) => void;
}

/** The relative addresses of a feed or an item, also those in its HTML. */
export function relativeSlots(value: unknown, picture?: string, matches: Slot[] = []): Slot[] {
  const isList = Array.isArray(value);
  const holder = value as Record<string, unknown>;
  for (const field in holder) {
    const entry = holder[field];
    if (typeof entry === 'object') {
      relativeSlots(entry, isList ? picture : pictureFields.has(field) ? field : undefined, matches);
    } else if (typeof entry !== 'string') continue;
    else if (htmlFields.has(field)) matches.push(...slotsInHtml(entry, holder, field));
    else if (fields.has(field) && isRelative(entry)) {
      const write = (address: string) => (holder[field] = address);
      matches.push({ holder, field, address: entry, picture: pictureFields.has(field) ? field : picture, write });
    }
  }
  return matches;
}

/** Most HTML has no relative address, and need not be parsed to know that. */
const suspicious = /\b(?:src|href)\s*=\s*["']?\s*(?![a-z][a-z0-9+.-]*:|\/\/|#|["'])/i;

type Node = DefaultTreeAdapterTypes.ChildNode;

/** The last one first: what is written there leaves the places of the others as they are. */
function slotsInHtml(html: string, holder: Slot['holder'], field: string): Slot[] {
  if (!suspicious.test(html)) return [];
  const matches: Slot[] = [];
  const visit = (node: Node) => {
    if (!('attrs' in node)) return;
    for (const { name, value: address } of node.attrs) {
      const place = node.sourceCodeLocation?.attrs?.[name];
      if (!place || !/^(src|href)$/.test(name) || /^\s*#/.test(address) || !isRelative(address)) continue;
      const write = (text: string) => {
        const html = holder[field] as string;
        holder[field] =
          `${html.slice(0, place.startOffset)}${name}=${attributeValue(text)}${html.slice(place.endOffset)}`;
      };
      matches.push({ holder, field, address, picture: node.tagName === 'img' ? 'img' : undefined, write });
    }
    node.childNodes.forEach(visit);
  };
  parseFragment(html, { sourceCodeLocationInfo: true }).childNodes.forEach(visit);
  return matches.reverse();
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
