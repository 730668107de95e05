import { key } from '../../embed/protocol.js';

/**
 * Fetches a text: one attempt, without cookies.
 *
 * @param url Absolute URL.
 * @param signal Ends the request at once; its `onabort` is taken.
 * @param timeout Milliseconds from request to last byte.
 * @param bytes Largest answer, counted while it arrives.
 * @throws The `Response` when its status is not 2xx, a `RangeError` when it is too large, a `TimeoutError`, an
 * `AbortError`, or the `TypeError` that browsers give for everything else. retry.ts puts a name to them.
 */
export async function fetchText(url: string, signal: AbortSignal, timeout = 1e4, bytes = 5e6): Promise<string> {
  // Chromium 103 to 115 and Firefox 115 have no AbortSignal.any.
  const request = new AbortController();
  const late = AbortSignal.timeout(timeout);
  signal.onabort = late.onabort = ({ target }) => request.abort((target as AbortSignal).reason);
  const feeds = (globalThis as { [key]?: Window[typeof key] })[key]?.feeds;
  const early = feeds?.[url];
  // Whoever asks again gets a new answer, and nobody asks ahead for what was asked for.
  if (feeds) feeds[url] = undefined;
  const response = await (early ?? fetch(url, { credentials: 'omit', signal: request.signal }));
  if (!response.ok) throw response;
  const decoder = new TextDecoder();
  let text = '';
  const reader = response.body?.getReader();
  for (let part; reader && !(part = await reader.read()).done;) {
    if ((bytes -= part.value.length) < 0) {
      void reader.cancel();
      throw new RangeError();
    }
    text += decoder.decode(part.value, { stream: true });
  }
  return text;
}
