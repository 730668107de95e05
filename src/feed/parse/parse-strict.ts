import { toHttpUrl } from '../../html/http-url.js';
import { canonical } from '../../i18n/locale.js';
import type { Feed } from '../schema/model.generated.js';

/** A feed as far as it could be read, and what in it could not be. Elements share it: nobody changes it. */
export interface ParsedFeed {
  readonly feed: Feed;
  /** URL that relative ones are resolved against. */
  readonly baseUrl: string;
  /** One line for each value left out: where it stands and what it is. What parts add to them `problemsOf` knows. */
  readonly problems?: readonly string[];
  /** True where parse-lenient.ts has seen to all of it. */
  readonly isComplete?: boolean;
}

/** What a list shows of an item, and what each field holds: the one table that both readers follow. */
export const listFields = {
  id: 'line',
  title: 'line',
  summary: 'line',
  url: 'page',
  external_url: 'page',
  image: 'file',
  language: 'language',
  date_published: 'date',
} as const;
type ListField = keyof typeof listFields;

/** Text of one line without markup and controls. */
export const line = /^(?!\s|.*\p{Bidi_C})[^<&\t\n\r]*[^<&\s]$/u;
/** What other values look like that can be shown as they are; parse-lenient.ts says how the others are understood. */
const forms: Partial<Record<(typeof listFields)[ListField], { test: (text: string) => unknown }>> = {
  line,
  language: { test: (tag) => canonical(tag) === tag },
  // The day is looked at because V8 takes 30 February for a day of March.
  date: {
    test: (text) =>
      /^\d{4}(-\d\d){2}T(\d\d:){2}\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/.test(text) &&
      new Date(text.slice(0, 10)).getUTCDate() === +text.slice(8, 10) &&
      Date.parse(text),
  },
};

/**
 * Reads a feed as far as a list of its items needs it. One that is as it should be is taken as it is; the others go
 * through parse-lenient.ts, which is loaded for them, as it is for whoever wants to know all of an item.
 *
 * @param source JSON text, or the object itself.
 * @param base The feed's URL.
 * @throws {FeedError} `not-json` or `not-a-feed`.
 */
export async function parseFeed(source: string | object, base: string): Promise<ParsedFeed> {
  return parseStrict(source, base) ?? (await import('./parse-lenient.js')).parseLenient(source, base);
}

/** @returns Undefined for a feed that is not as it should be. */
export function parseStrict(source: unknown, baseUrl: string): ParsedFeed | undefined {
  try {
    const value = (typeof source === 'string' ? JSON.parse(source) : source) as Feed;
    const { version, language, home_page_url, items: written } = value;
    const site = toHttpUrl(home_page_url, baseUrl) ?? baseUrl;
    const items = written.map((item) => ({ language, ...item }));
    const isStrict = (item: Partial<Record<ListField, unknown>>): unknown =>
      item.id &&
      item.title &&
      Object.keys(item).every((key) => key.trim() === key) &&
      Object.entries(listFields).every(([field, kind]) => {
        const text = item[field as ListField];
        if (typeof text !== 'string') return text === undefined;
        const form = forms[kind];
        if (form) return form.test(text);
        // What is empty would be the address of the site.
        return text && (item[field as ListField] = toHttpUrl(text, kind === 'file' ? baseUrl : site));
      });
    if (
      /jsonfeed\.org\/version\/1/.test(version) &&
      items.every(isStrict) &&
      new Set(items.map(({ id }) => id)).size === items.length
    )
      return { feed: { ...value, items }, baseUrl };
  } catch {
    // No JSON, not a language, or no list of items.
  }
  return undefined;
}
