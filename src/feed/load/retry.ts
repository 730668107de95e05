import { FeedError, type FeedErrorCode } from './errors.js';
import { fetchText } from './fetch.js';

const attempts = 3;
/** A server that asks for more patience than this, in milliseconds, is not asked again by itself. */
const maxWait = 30_000;

/**
 * Carries on after a failed request: two more attempts, with jittered back-off, after network errors, time-outs, 429
 * (as its `Retry-After` says) and 5xx. Loaded only when a request has failed.
 *
 * @param cause What the first attempt threw.
 * @param again Makes another attempt; by default asks for the text at `url`.
 * @param wait Waits some milliseconds; replaced in tests.
 * @throws {FeedError} When there is no hope, or after the last attempt.
 */
export async function retry(
  url: string,
  cause: unknown,
  signal: AbortSignal,
  again = () => fetchText(url, signal),
  wait = pause,
): Promise<string> {
  for (let attempt = 1; ; attempt++) {
    signal.throwIfAborted();
    const error = nameError(url, cause);
    const { code, status, retryAfter } = error;
    // What an editor has put into an address is better taken out than asked for again; see parse/repair-value.ts.
    const passing =
      !/%(E2|C2|EF|3C|7B)|{/i.test(url) &&
      (code === 'network' || code === 'timeout' || status === 429 || status >= 500);
    if (!passing || attempt === attempts || retryAfter > maxWait) throw error;
    await wait(retryAfter || 500 * 2 ** attempt * (0.5 + Math.random()));
    signal.throwIfAborted();
    try {
      return await again();
    } catch (next) {
      cause = next;
    }
  }
}

const pause = (milliseconds: number) => new Promise<void>((done) => setTimeout(done, milliseconds));

/** Puts a name to what a request threw. */
export function nameError(url: string, cause: unknown): FeedError {
  if (cause instanceof FeedError) return cause;
  if (cause instanceof Response) {
    return new FeedError('http', url, cause.status, readRetryAfter(cause.headers.get('retry-after')));
  }
  const name = (cause as Error).name;
  // Nobody asks to name what was given up; Chromium up to 123 calls a request that was too slow aborted.
  const isLate = name === 'TimeoutError' || name === 'AbortError';
  const code: FeedErrorCode = isLate ? 'timeout' : name === 'RangeError' ? 'too-large' : 'network';
  return new FeedError(code, url, 0, 0, cause);
}

/** `Retry-After` in milliseconds (RFC 9110, 10.2.3: seconds or a date); 0 when absent or past. */
const readRetryAfter = (header: string | null): number =>
  header ? Math.max(0, +header * 1000 || Date.parse(header) - Date.now() || 0) : 0;
