import { reload } from '../feed/store.js';

/** When each feed was last asked for again, in milliseconds since 1970: elements that share a feed share the request. */
const asked = new Map<string, number>();

/**
 * Asks for a feed again and again, never more often than every 30 seconds, and not while the page is hidden; then as
 * soon as it is looked at.
 *
 * @param seconds Between two requests.
 * @param url Gives the feed's URL of the moment.
 * @returns Stops it.
 */
export function refreshEvery(seconds: number, url: () => string | undefined): () => void {
  const interval = Math.max(seconds, 30) * 1000;
  const begun = Date.now();
  const tick = () => {
    const feed = url();
    if (document.hidden || !feed || Date.now() - (asked.get(feed) ?? begun) < interval) return;
    asked.set(feed, Date.now());
    reload(feed);
  };
  const timer = setInterval(tick, 1000);
  document.addEventListener('visibilitychange', tick);
  return () => {
    clearInterval(timer);
    document.removeEventListener('visibilitychange', tick);
  };
}
