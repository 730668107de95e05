import { toHttpUrl } from '../../html/http-url.js';
import type { Feed, Item } from '../schema/model.generated.js';

/** A feed as far as it could be read, and what in it could not be. */
export interface ParsedFeed {
  feed: Feed;
  /** URL that relative ones are resolved against. */
  baseUrl: string;
  /** One line for each value left out: where it stands and what it is. */
  problems: string[];
  /** True where parse-lenient.ts has seen to all of it. */
  isComplete?: boolean;
}

/** What a list shows of an item, and what each field holds: the one table that both readers follow. */
export const listFields = {
  id: 'line',
  title: 'line',
  summary: 'line',
  url: 'link',
  external_url: 'link',
  image: 'link',
  language: 'language',
  date_published: 'date',
} as const;

/** Text of one line without markup and controls. */
export const line = /^(?!\s|.*\p{Bidi_C})[^<&\t\n\r]*[^<&\s]$/u;
/** An absolute URL of the web, with a name in small letters: nothing has to be resolved. */
const link = /^https?:\/\/[a-z][a-z\d]*([.-][a-z\d]+)*\.[a-z]+([/?#][^\s\\]*)?$/;

/**
 * An address of a feed, absolute.
 *
 * @param base Absolute URL that a relative one counts from.
 * @returns Undefined for what doesn't lead to the web.
 */
export const resolveUrl = (address: string, base: string): string | undefined =>
  link.test(address) ? address : address && toHttpUrl(address, base);

/** What each kind of value looks like that can be shown as it is; parse-lenient.ts says how the others are understood. */
const forms = {
  line,
  language: { test: (tag) => `${Intl.getCanonicalLocales(tag)}` === tag },
  date: /^\d{4}-(?!02-(29|3)|(0[469]|11)-31)(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])T([01]\d|2[0-3])(:[0-5]\d){2}(\.\d+)?(Z|[+-]([01]\d|2[0-3]):[0-5]\d)$/,
};

/** Whether an item can be shown as it is, once its addresses are absolute: those of pages count from the site, others from the feed. */
const isStrict = (item: Item, baseUrl: string, site = baseUrl): unknown =>
  item.id &&
  item.title &&
  Object.keys(item).every((key) => key.trim() === key) &&
  Object.entries(listFields).every(([key, kind]) => {
    const field = key as keyof typeof listFields;
    const value: unknown = item[field];
    return (
      value === undefined ||
      (typeof value === 'string' &&
        (kind === 'link' ? (item[field] = resolveUrl(value, field === 'image' ? baseUrl : site)) : forms[kind].test(value)))
    );
  });

/**
 * Reads a feed as far as a list of its items needs it. One that is as it should be is taken as it is; the others go
 * through parse-lenient.ts, which is loaded for them, as it is for whoever wants to know all of an item.
 *
 * @param source JSON text, or the object itself.
 * @param base The feed's URL.
 * @throws {FeedError} `not-json` or `not-a-feed`.
 */
export async function parseFeed(source: string | object, base: string): Promise<ParsedFeed> {
  let value: unknown = source;
  try {
    if (typeof source === 'string') value = JSON.parse(source);
  } catch {
    // parse-lenient.ts looks for JSON inside the text.
  }
  return parseStrict(value, base) ?? (await import('./parse-lenient.js')).parseLenient(value, base);
}

/** @returns Undefined for a feed that is not as it should be. */
export function parseStrict(value: unknown, baseUrl: string): ParsedFeed | undefined {
  const { version, language, items, home_page_url } = Object(value) as Feed;
  if (typeof version !== 'string' || !/jsonfeed\.org\/version\/1/.test(version) || !Array.isArray(items)) return;
  const all = items.map((item) => ({ language, ...item }));
  try {
    const site = toHttpUrl(home_page_url, baseUrl);
    if (!all.every((item) => isStrict(item, baseUrl, site)) || new Set(all.map(({ id }) => id)).size < all.length) return;
  } catch {
    return; // Not a language.
  }
  return { feed: { ...(value as Feed), items: all }, baseUrl, problems: [] };
}
