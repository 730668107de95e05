import { isOpen } from '../feed/parts/deadline.js';
import { isEmbargoed } from '../feed/parts/embargo.js';
import { FeedError } from '../feed/load/errors.js';
import { fetchText } from '../feed/load/fetch.js';
import { completeFeed } from '../feed/parse/parse-lenient.js';
import type { Feed, Section } from '../feed/schema/model.generated.js';
import { parseFeed, type ParsedFeed } from '../feed/parse/parse-strict.js';
import { problemsOf } from '../feed/parse/problems.js';
import { retry } from '../feed/load/retry.js';
import { parseSections } from '../feed/parts/sections.js';
import { placeholderBase } from './placeholder-url.js';

/** A feed as JSON text, or as the object itself: that is read once, however many pages it fills. */
export type FeedSource = string | object;

/** The feeds of a page, by their `src` in it, with the language in place of `{lang}`; or what gets one by that. */
export type Feeds =
  Readonly<Record<string, FeedSource>> | ((src: string) => FeedSource | undefined | Promise<FeedSource | undefined>);

const known = new WeakMap<object, ParsedFeed>();

/**
 * Reads a feed that is in the page, that was given, or that has to be fetched. What is under embargo or has closed is left
 * out.
 *
 * @param src As the page has it, with the language in place of `{lang}`.
 * @param page URL of the page.
 * @throws {FeedError} When it can't be had, or is none.
 */
export async function loadFeed(
  src: string,
  inline: string | undefined,
  page: string,
  feeds: Feeds,
): Promise<ParsedFeed> {
  const url = inline === undefined ? addressOf(src, page) : page;
  const given = inline ?? (typeof feeds === 'function' ? await feeds(src) : feeds[src]);
  const source = given ?? (await fetchFeed(url, src));
  const old = typeof source === 'object' ? known.get(source) : undefined;
  const whole = old?.baseUrl === url ? old : completeFeed(await parseFeed(source, url));
  if (typeof source === 'object') known.set(source, whole);
  const items = whole.feed.items.filter((item) => !isEmbargoed(item));
  const feed = { ...withoutClosed(whole), items };
  // After what is left out was looked for: that may not be readable, either.
  return { ...whole, feed, problems: problemsOf(whole) };
}

function withoutClosed(parsed: ParsedFeed): Feed {
  const { feed } = parsed;
  if (!feed._iom?.sections) return feed;
  const sections = parseSections(parsed).map((section) => ({
    ...section,
    cards: section.cards.filter((card) => isOpen(card, Date.now())),
  }));
  // They are read again, so what they lack does no harm.
  return { ...feed, _iom: { ...feed._iom, sections: sections as Section[] } };
}

function addressOf(src: string, page: string): string {
  try {
    if (src) return new URL(src, page).href;
  } catch {
    // No address.
  }
  throw new FeedError('no-source', src);
}

async function fetchFeed(url: string, src: string): Promise<string> {
  if (url.startsWith(new URL(placeholderBase).origin) || !/^https?:/.test(url)) throw new FeedError('no-source', src);
  const { signal } = new AbortController();
  return fetchText(url, signal).catch((cause: unknown) => retry(url, cause, signal));
}
