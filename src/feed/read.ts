import type { Feed } from './model.js';

/** A feed as far as it could be read, and what in it could not be. */
export interface Reading {
  feed: Feed;
  /** URL that relative ones are resolved against. */
  base: string;
  /** One line for each value left out: where it stands and what it is. */
  problems: string[];
}

/**
 * What a value looks like that can be shown as it is: a text of a form, one of a type (given by an example), a list, or
 * an object of which any part may be missing.
 */
type Form = RegExp | string | number | [Form] | { [key: string]: Form };

const line = /^\S([^<&\t\n\r]*\S)?$/;
const link = /^https?:\/\/[^\s\\]+$/;
const language = /^[a-z]{2,3}(-[A-Z][a-z]{3})?(-[A-Z]{2})?$/;
const date =
  /^\d{4}-(?!02-(29|3)|(0[469]|11)-31)(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(Z|[+-]\d\d:\d\d)$/;
const item: Form = {
  id: line,
  url: link,
  external_url: link,
  title: line,
  summary: line,
  image: link,
  date_published: date,
  language,
  _iom: { embargo_until: date, images: [{ url: link, alt: '' }] },
};
const wholeFeed: Form = { version: /^https:\/\/jsonfeed\.org\/version\/1/, language, items: [item] };

function fits(value: unknown, form: Form): boolean {
  if (form instanceof RegExp) return typeof value === 'string' && form.test(value);
  if (Array.isArray(form)) return Array.isArray(value) && value.every((each) => fits(each, form[0]));
  if (typeof form !== 'object') return typeof value === typeof form;
  return (
    value === Object(value) &&
    Object.entries(value as object).every(([key, each]) => (form[key] ? fits(each, form[key]) : key.trim() === key))
  );
}

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
  const feed = value as Feed;
  if (fits(feed, wholeFeed) && feed.version && feed.items?.every(({ id, title }) => id && title)) {
    const items = new Map(feed.items.map((each) => [each.id, { language: feed.language, ...each }]));
    if (items.size === feed.items.length) return { feed: { ...feed, items: [...items.values()] }, base, problems: [] };
  }
  const { mend } = await import('./mend.js');
  return mend(value, base);
}
