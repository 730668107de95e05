/**
 * The last good copy of each feed, as text, in the browser's Cache API, so that a returning visitor sees content before
 * the network answers. Where the Cache API is missing or denied (plain http, sandboxed frames, full disk) the promises
 * reject or stay without effect, and the page works without. Nothing about the visitor is stored.
 */
const name = 'iom-feeds';

/** Keeps a copy. When there are more than 20, as with addresses that change all the time, all others are forgotten. */
export async function keep(url: string, text: string): Promise<void> {
  let cache = await caches.open(name);
  if ((await cache.keys()).length > 20 && (await caches.delete(name))) cache = await caches.open(name);
  await cache.put(url, new Response(text));
}

/** The kept copy; undefined when there is none. */
export const recall = async (url: string): Promise<string | undefined> =>
  (await (await caches.open(name)).match(url))?.text();
