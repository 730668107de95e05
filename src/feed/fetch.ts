/** Limits of a request; a test shortens them. */
export interface FetchLimits {
  /** Milliseconds for one attempt, from request to last byte. Default 10 000. */
  timeout?: number;
  /** Largest answer in bytes, counted while it arrives. Default 5 000 000. */
  bytes?: number;
}

declare global {
  /**
   * Answers that the embed script has asked for while the elements' own scripts were on their way, by absolute URL;
   * undefined for those that were taken.
   */
  var iomFeeds: Record<string, Promise<Response> | undefined> | undefined;
}

/**
 * Fetches a text: one attempt, without cookies.
 *
 * @param url Absolute URL.
 * @param signal Ends the request at once.
 * @throws The `Response` when its status is not 2xx, a `RangeError` when it is too large, a `TimeoutError`, an
 * `AbortError`, or the `TypeError` that browsers give for everything else. retry.ts puts a name to them.
 */
export async function fetchText(
  url: string,
  signal: AbortSignal,
  { timeout = 1e4, bytes = 5e6 }: FetchLimits = {},
): Promise<string> {
  const both = AbortSignal.any([signal, AbortSignal.timeout(timeout)]);
  const { iomFeeds = {} } = globalThis;
  const early = iomFeeds[url];
  // Whoever asks again gets a new answer, and nobody asks ahead for what was asked for.
  iomFeeds[url] = undefined;
  const response = await (early ?? fetch(url, { credentials: 'omit', signal: both }));
  if (!response.ok) throw response;
  const decoder = new TextDecoder();
  let text = '';
  let size = 0;
  const reader = response.body?.getReader();
  for (let part; reader && !(part = await reader.read()).done;) {
    if ((size += part.value.length) > bytes) {
      void reader.cancel();
      throw new RangeError();
    }
    text += decoder.decode(part.value, { stream: true });
  }
  return text;
}
