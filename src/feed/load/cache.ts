/**
 * The last good copy of each feed, as text, in the browser's Cache API, so that a returning visitor sees content before
 * the network answers. Where the Cache API is missing or denied (plain http, sandboxed frames, full disk) the promises
 * reject, and the page works without. Nothing about the visitor is stored. Beside each copy stands when it was kept, which
 * elements/base/notice.ts reads.
 */
const open = () => caches.open('iom-feeds');

/** Keeps a copy. */
export const writeCache = async (url: string, text: string): Promise<void> =>
  (await open()).put(url, new Response(text, { headers: { date: Date.now() as unknown as string } }));

/** The kept copy; undefined when there is none. */
export const readCache = async (url: string): Promise<string | undefined> => (await (await open()).match(url))?.text();
