/**
 * The last good copy of each feed, as text, in the browser's Cache API, so that a returning visitor sees content before
 * the network answers. Where the Cache API is missing or denied (plain http, sandboxed frames, full disk) the promises
 * reject or stay without effect, and the page works without. Nothing about the visitor is stored.
 */
const most = 20;
const open = async () => caches.open('iom-feeds');

/** Keeps a copy; the oldest one leaves when there are more than 20. */
export async function keep(url: string, text: string): Promise<void> {
  const cache = await open();
  await cache.put(url, new Response(text));
  const [oldest, ...kept] = await cache.keys();
  if (kept.length >= most) await cache.delete(oldest);
}

/** The kept copy; undefined when there is none. */
export const recall = async (url: string): Promise<string | undefined> => (await (await open()).match(url))?.text();
