import { request } from '../feed/load/request.js';
import type { FeedState } from '../feed/load/store.js';
import { toHttpUrl } from '../html/http-url.js';
import { addressIn, primarySubtag, type official as inLocale } from '../i18n/locale.js';
import type { FeedHost } from './feed-controller.js';

/** As locale.ts says: taken from there, each page would have it twice. */
const official: typeof inLocale = 'en ar es fr ru zh';

/** URLs where no feed is: for all elements that look for one. */
const missing = new Set<string>();

/**
 * Looks for a feed in another language where the one that was asked for can't be had, before a visitor hears of it: in the
 * page's own, which may not be among the element's `languages`, then in those. From then on `languages` begins with the
 * one that was found, and lacks those that were not.
 *
 * @param snapshot Why the feed can't be had.
 * @param take Hears of that where there is no other.
 */
export async function findOther(
  host: FeedHost,
  snapshot: FeedState,
  take: (snapshot: FeedState) => void,
): Promise<void> {
  const { src } = host;
  const { tag } = host.language;
  const asked = addressIn('{lang}', tag, host.languages);
  const all = new Set([primarySubtag(tag), ...(host.languages || official).split(/\W+/).filter(Boolean)]);
  const url = (language: string) => toHttpUrl(addressIn(src, language, language), document.baseURI);
  all.delete(asked);
  if (src.includes('{lang}') && !isPassing(snapshot)) {
    for (const language of all) {
      const there = await isThere(url(language));
      if (host.src !== src) return;
      all.delete(language);
      if (there) {
        host.languages = [language, ...all].join(' ');
        return;
      }
      // Without a connection none of them answers, and each takes its time.
      if (snapshot.error?.code === 'network') break;
    }
  }
  take(snapshot);
}

/** A server that is too busy for one feed has no time for another. */
const isPassing = ({ error }: FeedState) =>
  !error || error.code === 'timeout' || error.status === 429 || error.status >= 500;

/** Whether there is a feed at a URL. One that is stays in memory; one that isn't is not asked for again. */
export async function isThere(url?: string): Promise<boolean> {
  if (!url || missing.has(url)) return false;
  const { parsed } = await request(url);
  if (!parsed) missing.add(url);
  return !!parsed;
}
