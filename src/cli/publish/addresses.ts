/** The fields of a feed that hold an address. */
const fields = new Set(['url', 'external_url', 'home_page_url', 'image', 'banner_image', 'avatar', 'icon', 'favicon']);
/** Those that hold a picture's; `url` does inside of `image` and `images`. */
const pictureFields = new Set(['image', 'images', 'banner_image', 'avatar', 'icon', 'favicon']);

/** Whether an address depends on where it stands. */
export const isRelative = (address: string): boolean => !/^([a-z][a-z0-9+.-]*:|\/\/|$)/i.test(address.trim());

/** An address in a feed, and the object it stands in. */
export interface Slot {
  holder: Record<string, unknown>;
  field: string;
  address: string;
  /** For a picture, which of the fields it is in, such as `image` or `images`. */
  picture?: string;
}

/** The relative addresses of a feed or an item. */
export function relativeSlots(value: unknown, picture?: string, found: Slot[] = []): Slot[] {
  const isList = Array.isArray(value);
  const holder = value as Record<string, unknown>;
  for (const field in holder) {
    const entry = holder[field];
    if (typeof entry === 'object') {
      relativeSlots(entry, isList ? picture : pictureFields.has(field) ? field : undefined, found);
    } else if (typeof entry === 'string' && fields.has(field) && isRelative(entry)) {
      found.push({ holder, field, address: entry, picture: pictureFields.has(field) ? field : picture });
    }
  }
  return found;
}

/**
 * An address of the source feed as it must be in a file of the publication.
 *
 * @param file Path of that file in the publication, such as `country/uy.json`.
 * @param url Address of the publication, with a slash at its end; without it the address stays relative.
 */
export const addressFrom = (file: string, address: string, url?: string): string =>
  url ? new URL(address, url).href : '../'.repeat(file.split('/').length - 1) + address;
