import { fetchText } from '../feed/load/fetch.js';
import { attributeValue } from '../html/markup.js';
import type { Feeds } from './load-feed.js';

/** Formats of a feed, by the fields of `index.json` that name them: what readers understand best is first. */
const types = { rss: 'application/rss+xml', atom: 'application/atom+xml', url: 'application/feed+json' };

/** What `index.json` says of a feed; nothing of it is sure. */
type IndexEntry = Partial<Record<keyof typeof types | 'title', unknown>>;

/** A feed that a page offers to feed readers. */
export interface Alternate {
  type: string;
  title: string;
  /** Absolute URL. */
  href: string;
}

/** Milliseconds to wait for an index: a page is as good without. */
const timeout = 3000;

/** Where in a publication a feed is: in its folder, or in one of these. */
const place = /(?:(?:country|feed|item|kind|language|section|tag)\/)?[^/?#]+\.json(?:[?#].*)?$/;

/** Address of the index of a publication, by that of a feed in it; undefined where it can't be in one. */
export const indexOf = (src: string): string | undefined =>
  place.test(src) ? src.replace(place, 'index.json') : undefined;

/**
 * Finds out which formats for feed readers a publication has beside a feed: the same in RSS and Atom, or where it has none of
 * its own, as the parts of a feed, those of the whole.
 *
 * @param src As the page has it, with the language in place of `{lang}`.
 * @param page URL of the page.
 * @param feeds Where a feed is among them, nothing is requested: its index is among them, too, or unknown.
 * @returns Nothing where there is no publication.
 */
export async function findAlternates(src: string, page: string, feeds: Feeds): Promise<Alternate[]> {
  const address = indexOf(src);
  if (!address) return [];
  try {
    const index = new URL(address, page).href;
    const text = await readIndex(src, address, index, feeds);
    const entries: IndexEntry[] = [];
    const { feeds: listed } = Object(typeof text === 'string' ? JSON.parse(text) : text) as { feeds?: unknown };
    if (Array.isArray(listed)) entries.push(...listed.map((entry) => Object(entry) as IndexEntry));
    const url = new URL(src, page).href.replace(/[?#].*/, '');
    const entry = entries.find((entry) => toUrl(entry.url, index) === url) ?? entries.at(0);
    // An index.json of somebody else.
    if (!entry?.rss && !entry?.atom) return [];
    return Object.entries(types).flatMap(([field, type]) => {
      const href = toUrl(entry[field as keyof typeof types], index);
      return href ? [{ type, title: typeof entry.title === 'string' ? entry.title : '', href }] : [];
    });
  } catch {
    // The page is filled all the same.
    return [];
  }
}

async function readIndex(src: string, address: string, url: string, feeds: Feeds): Promise<unknown> {
  const given = async (name: string) => (typeof feeds === 'function' ? await feeds(name) : feeds[name]);
  const index = await given(address);
  if (index !== undefined || (await given(src)) !== undefined) return index;
  return fetchText(url, new AbortController().signal, timeout);
}

const toUrl = (address: unknown, base: string): string | undefined =>
  typeof address === 'string' && URL.canParse(address, base) ? new URL(address, base).href : undefined;

/** A link in the head of a page. @param sign Attribute by which a later run finds it. */
export const writeAlternate = ({ type, title, href }: Alternate, sign: string): string =>
  `<link rel="alternate" type="${type}"${title && ` title=${attributeValue(title)}`} href=${attributeValue(href)} ${sign}>`;
