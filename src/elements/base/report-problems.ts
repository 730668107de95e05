import { FeedError, type FeedErrorCode } from '../../feed/load/errors.js';
import type { ParsedFeed } from '../../feed/parse/parse-strict.js';
import { problemsOf } from '../../feed/parse/problems.js';
import { nameOfLanguage } from '../../i18n/language-name.js';
import type { IomElement } from './iom-element.js';
import { LoadErrorEvent } from './load-error-event.js';

/** What the owner of a page should do about each error: loaded only when there is one. */
const advice: Record<FeedErrorCode, string> = {
  'no-source': 'There is no feed to show. Give the element a `src` with an http(s) address, or a `feed`.',
  network:
    'No response. Check the address, that the server allows this site (Access-Control-Allow-Origin: *) and that the Content-Security-Policy allows it in connect-src.',
  timeout:
    'No complete response within 10 seconds. Check the server, or publish less at once: a feed with `next_url`, a simpler map.',
  http: 'The server sent an HTTP error. Check the address and its access rights.',
  'too-large': 'The response exceeds 5 MB. Publish less at once: a feed with `next_url`, a simpler map.',
  'not-json': 'The response is not JSON. Check that the address is not a web page.',
  'not-a-feed': 'The JSON is not a feed: it has neither `items` nor `_iom`.',
  'not-a-map': 'The `topology` is neither TopoJSON nor GeoJSON with areas in degrees. Check the address.',
};

/** Names that only stand for a server (RFC 2606): lines were pasted as they are in an example. */
const isPlaceholder = (url: string): boolean =>
  /^https?:\/\/([^/?#]*\.)?example(\.(com|net|org))?(:\d+)?([/?#]|$)/i.test(url);

const page = 'https://www.npmjs.com/package/iom-widgets#when-something-goes-wrong';

/** How many problems were reported already: nothing twice for elements that share a feed; other parts may have more. */
const reported = new WeakMap<object, number>();

/**
 * Tells what went wrong: scripts by an `iom-error` event when there is no feed, and the page's owner in the console, once
 * for all elements that share a feed: what happened, what to do, where to read on.
 */
export async function reportProblems(host: IomElement, news: Error | 'no-source' | ParsedFeed): Promise<void> {
  // What a server has drawn inside another element gets its feed from that, once it is there, or goes with what it drew.
  const { host: around } = host.getRootNode() as Partial<ShadowRoot>;
  if (news === 'no-source' && (!host.isConnected || around?.localName.startsWith('iom-'))) return;
  // A script of ours that could not be had is told as the network's failure that it is.
  const cause =
    news === 'no-source'
      ? new FeedError(news, host.src)
      : news instanceof Error && !(news instanceof FeedError)
        ? new FeedError('network', news.message, 0, 0, news)
        : news;
  // What was wrong with the address is not the server's fault.
  if (news === host.feedController.error && host.src) {
    const isRepaired = await import('./repair-address.js').then(({ repair }) => repair(host), console.warn);
    if (isRepaired) return;
  }
  if (cause instanceof FeedError) host.dispatchEvent(new LoadErrorEvent(cause));
  const known = reported.get(cause) ?? 0;
  const problems = cause instanceof FeedError ? [''] : problemsOf(cause);
  if (known >= problems.length) return;
  reported.set(cause, problems.length);
  const text = cause instanceof FeedError ? explainError(cause) : explainProblems(cause.baseUrl, problems.slice(known));
  console.warn(`<${host.localName}>: ${text}\n${page}`);
}

/** What was said already of a feed and its language: once for all elements that show it. */
const said = new Set<string>();

/** Tells once that what a page shows of a feed is in another language than the page, and what to do about it. */
export function reportLanguage(host: IomElement, base: string, tag: string, other: string): void {
  const key = `${base} ${tag} ${other}`;
  if (said.has(key)) return;
  said.add(key);
  const named = (language: string) => `${nameOfLanguage(language, 'en')} (${language})`;
  console.warn(
    `<${host.localName}>: The page is in ${named(tag)}, but ${base} is not: it is shown in ${named(other)}, with its language named.\n` +
      'If the feed exists in the language of the page, name it in `src`, or the language in `languages`.',
  );
}

const explainError = ({ code, status, url }: FeedError) =>
  `${code} ${status || ''} ${url}\n${isPlaceholder(url) ? placeholderAdvice(url) : advice[code]}`;

const placeholderAdvice = (url: string) =>
  `${new URL(url).hostname} only stands for a server in examples. Put the address of your feed in its place; your press office has it.`;

const explainProblems = (base: string, problems: readonly string[]) =>
  [
    `${problems.length} value(s) in ${base} could not be read and are left out.`,
    'Fix them in the feed; feed.schema.json says what is expected.',
    ...problems.slice(0, 20),
    ...(problems.length > 20 ? ['…'] : []),
  ].join('\n');
