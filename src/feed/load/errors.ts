/**
 * Why a feed could not be had:
 *
 * - `no-source`: no URL to ask, or not one of the web;
 * - `network`: no answer (offline, DNS, TLS, CORS, a connection that broke off);
 * - `timeout`: no complete answer in time;
 * - `http`: an answer with an error status;
 * - `too-large`: more bytes than a feed may have;
 * - `not-json`: the answer is not JSON (often a web page);
 * - `not-a-feed`: JSON, but nothing in it can be read as a feed;
 * - `not-a-map`: asked for as the `topology` of a map, but nothing in it can be drawn.
 */
export type FeedErrorCode =
  'no-source' | 'network' | 'timeout' | 'http' | 'too-large' | 'not-json' | 'not-a-feed' | 'not-a-map';

/** A feed that could not be had. The README explains each code under "When something goes wrong". */
export class FeedError extends Error {
  override readonly name = 'FeedError';

  /**
   * @param code Why.
   * @param url The feed's URL; empty for a feed that stands in the page.
   * @param status HTTP status, for `http`.
   * @param retryAfter Milliseconds the server asked to wait (`Retry-After`).
   * @param cause What the browser reported.
   */
  constructor(
    readonly code: FeedErrorCode,
    readonly url: string,
    readonly status = 0,
    readonly retryAfter = 0,
    cause?: unknown,
  ) {
    super(`${code} ${status || ''} ${url}`, { cause });
  }
}
