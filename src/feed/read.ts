import type { Feed, Item } from './model.js';

/** A feed as far as it could be read, and what in it could not be. */
export interface Reading {
  feed: Feed;
  /** URL that relative ones are resolved against. */
  base: string;
  /** One line for each value left out: where it stands and what it is. */
  problems: string[];
  /** True where mend.ts has seen to all of it. */
  whole?: boolean;
}

/** Text of one line without markup and controls. */
export const line = /^(?!.*\p{Bidi_C})\S([^<&\t\n\r]*\S)?$/u;
/** An absolute URL of the web. */
export const link = /^https?:\/\/[^\s\\]+$/;

/** What the fields of an item look like that can be shown as they are. */
const forms: Partial<Record<keyof Item, RegExp>> = {
  id: line,
  title: line,
  summary: line,
  url: link,
  external_url: link,
  image: link,
  language: /^[a-z]{2,3}(-[A-Z]|$)/,
  date_published:
    /^\d{4}-(?!02-(29|3)|(0[469]|11)-31)(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])T\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/,
};

const isSound = (item: Item): unknown =>
  item.id &&
  item.title &&
  Object.keys(item).every((key) => key.trim() === key) &&
  Object.entries(forms).every(([field, form]) => {
    const value: unknown = item[field as keyof Item];
    return value === undefined || (typeof value === 'string' && form.test(value));
  });

/**
 * Reads a feed as far as a list of its items needs it. One that is as it should be is taken as it is; the others go
 * through mend.ts, which is loaded for them, as it is for whoever wants to know all of an item.
 *
 * @param source JSON text, or the object itself.
 * @param base The feed's URL.
 * @throws {FeedError} `not-json` or `not-a-feed`.
 */
export async function readFeed(source: string | object, base: string): Promise<Reading> {
  let value: unknown = source;
  try {
    if (typeof source === 'string') value = JSON.parse(source);
  } catch {
    // mend.ts looks for JSON inside the text.
  }
  return readSound(value, base) ?? (await import('./mend.js')).mend(value, base);
}

/** @returns Undefined for a feed that is not as it should be. */
export function readSound(value: unknown, base: string): Reading | undefined {
  const { version, language, items } = Object(value) as Feed;
  if (typeof version !== 'string' || !/jsonfeed\.org\/version\/1/.test(version) || !Array.isArray(items)) return;
  const all = items.map((item) => ({ language, ...item }));
  if (!all.every(isSound) || new Set(all.map(({ id }) => id)).size < all.length) return;
  return { feed: { ...(value as Feed), items: all }, base, problems: [] };
}
