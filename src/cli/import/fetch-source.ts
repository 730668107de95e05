import { lookup } from 'node:dns/promises';
import { isIP } from 'node:net';
import { CommandError } from '../command.js';
import { explainNetworkFailure } from '../network-failure.js';
import type { Validators } from '../publish/fetch-picture.js';
import { isPublicAddress } from '../publish/public-address.js';

/** What a server of sources may do. */
export interface SourceLimits {
  /** Bytes of a source, unpacked. */
  bytes: number;
  /** Milliseconds that an answer may take, to its last byte. */
  timeout: number;
  redirects: number;
  /** Milliseconds that a busy server may have us wait (`Retry-After`). */
  patience: number;
  /** Waits so many milliseconds. */
  wait: (milliseconds: number) => Promise<void>;
  /** Whether a host is not on the web, but this machine or on a network around it. */
  isInside: (hostname: string) => Promise<boolean>;
}

export const sourceLimits: SourceLimits = {
  bytes: 50_000_000,
  timeout: 30_000,
  redirects: 10,
  patience: 60_000,
  wait: (milliseconds) => new Promise((done) => setTimeout(done, milliseconds)),
  isInside,
};

/** A source as its server has it. */
export interface SourceAnswer {
  bytes: Uint8Array;
  /** Where it was in the end. */
  url: string;
  /** What the server says it is written in. */
  charset?: string;
  /** What the server says it is, such as `text/csv`. */
  mediaType?: string;
  /** How many pages there are (`X-WP-TotalPages`). */
  pages?: number;
  validators: Validators;
  /** Seconds that the server had us wait before it answered. */
  waited: number;
}

/** A source can't be had. */
export class SourceError extends CommandError {
  /** @param retryAt When the server wants to be asked again, in milliseconds since 1970. */
  constructor(
    message: string,
    readonly retryAt?: number,
    cause?: unknown,
  ) {
    super(message, { cause });
  }
}

/** Milliseconds after which a busy server is asked again, however much later it wants to be. */
const longestPause = 86_400_000;
/** Times that a busy server is asked again. */
const attempts = 2;

/**
 * Fetches a source.
 *
 * @param known Of what is there already.
 * @returns Undefined where that is still the same.
 * @throws {SourceError} When it can't be had.
 */
export async function fetchSource(
  name: string,
  known: Validators = {},
  given: Partial<SourceLimits> = {},
): Promise<SourceAnswer | undefined> {
  const limits = { ...sourceLimits, ...given };
  let waited = 0;
  try {
    for (let attempt = 0; ; attempt++) {
      const { response, url } = await follow(name, known, limits);
      if (response.status === 304 && (known.etag ?? known.lastModified)) return undefined;
      if (response.ok) return { ...(await readAnswer(name, response, limits)), url, waited: Math.round(waited / 1000) };
      await response.body?.cancel();
      const pause = retryAfter(response);
      if (pause === undefined || pause > limits.patience || attempt === attempts) throw refused(name, response, pause);
      await limits.wait(pause);
      waited += pause;
    }
  } catch (error) {
    if (error instanceof CommandError) throw error;
    const reason =
      explainNetworkFailure(error, limits.timeout) ?? `${(error as Error).message}; open the address in a browser`;
    throw new SourceError(`${name}: ${reason}`, undefined, error);
  }
}

const acceptable = 'application/feed+json, application/json, application/xml, text/html, */*;q=0.5';

/** Asks, and goes where the server leads to. */
async function follow(
  name: string,
  { etag, lastModified }: Validators,
  { redirects, timeout, isInside }: SourceLimits,
): Promise<{ response: Response; url: string }> {
  const signal = AbortSignal.timeout(timeout);
  const headers = {
    'user-agent': 'iom-feed',
    accept: acceptable,
    ...(etag && { 'if-none-match': etag }),
    ...(lastModified && { 'if-modified-since': lastModified }),
  };
  let url = name;
  for (let count = 0; count <= redirects; count++) {
    const response = await ask(url, { headers, signal, redirect: 'manual' });
    const location = response.headers.get('location');
    if (![301, 302, 303, 307, 308].includes(response.status) || !location) return { response, url };
    await response.body?.cancel();
    const next = URL.canParse(location, url) ? new URL(location, url) : undefined;
    if (!next || !/^https?:$/.test(next.protocol)) {
      throw new SourceError(
        `${name}: the server redirects to ${location}, which is not a web address; ${checkAddress}`,
      );
    }
    // A site of the web must not have this machine ask what only it can reach. What the user names may be anywhere.
    const { hostname } = new URL(url);
    if (next.hostname !== hostname && (await isInside(next.hostname)) && !(await isInside(hostname))) {
      const fix = `if that is meant, name ${next.href}`;
      throw new SourceError(`${name}: the server redirects to an address that is not on the web, ${next.host}; ${fix}`);
    }
    url = next.href;
  }
  throw new SourceError(`${name}: it redirects more than ${redirects} times; use the final address`);
}

const checkAddress = 'check the address';

/** A server may close a connection while it waits for the next page, just when that is asked for: then once more. */
async function ask(url: string, options: RequestInit): Promise<Response> {
  try {
    return await fetch(url, options);
  } catch (error) {
    const { code = '' } = Object((error as Error).cause) as NodeJS.ErrnoException;
    if (!['UND_ERR_SOCKET', 'ECONNRESET'].includes(code)) throw error;
    return fetch(url, options);
  }
}

async function isInside(hostname: string): Promise<boolean> {
  const host = hostname.replace(/^\[|\]$/g, '');
  const addresses = isIP(host) ? [host] : (await lookup(host, { all: true })).map(({ address }) => address);
  return !addresses.every(isPublicAddress);
}

async function readAnswer(
  name: string,
  { headers, body }: Response,
  { bytes: limit }: SourceLimits,
): Promise<Omit<SourceAnswer, 'url' | 'waited'>> {
  if (Number(headers.get('content-length')) > limit) {
    await body?.cancel();
    throw tooLarge(name, limit);
  }
  const contentType = headers.get('content-type') ?? '';
  const charset = /charset\s*=\s*["']?([^\s;"']+)/i.exec(contentType)?.[1];
  return {
    bytes: body ? await collect(body, name, limit) : new Uint8Array(),
    charset,
    mediaType: contentType.split(';')[0].trim().toLowerCase() || undefined,
    pages: Number(headers.get('x-wp-totalpages')) || undefined,
    validators: {
      etag: headers.get('etag') ?? undefined,
      lastModified: headers.get('last-modified') ?? undefined,
    },
  };
}

/**
 * Reads a stream to its end, or to the limit.
 *
 * @throws {SourceError} When there is more.
 */
export async function collect(
  stream: AsyncIterable<Uint8Array>,
  name: string,
  limit = sourceLimits.bytes,
): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of stream) {
    size += part.length;
    if (size > limit) throw tooLarge(name, limit);
    parts.push(part);
  }
  return Buffer.concat(parts);
}

const tooLarge = (name: string, limit: number) =>
  new SourceError(`${name}: it exceeds ${limit / 1e6} MB; split it, such as into one file per year`);

/** Milliseconds until a busy server wants to be asked again (RFC 9110, 10.2.3); undefined where it doesn't say. */
function retryAfter({ status, headers }: Response): number | undefined {
  const said = headers.get('retry-after')?.trim();
  if (!said || (status !== 429 && status !== 503)) return undefined;
  const pause = /^\d+$/.test(said) ? Number(said) * 1000 : Date.parse(said) - Date.now();
  return Number.isNaN(pause) ? undefined : Math.max(0, pause);
}

function refused(name: string, { status }: Response, pause?: number): SourceError {
  const again = pause === undefined ? undefined : Date.now() + Math.min(pause, longestPause);
  if (again !== undefined || status === 429) {
    const when = again === undefined ? 'later' : `after ${new Date(again).toISOString().slice(0, 19)}Z`;
    const what = status === 429 ? 'too many requests' : 'it is busy';
    return new SourceError(
      `${name}: the server responded with HTTP error ${status}, ${what}; try again ${when}`,
      again,
    );
  }
  const fix =
    status >= 500
      ? 'try again later, and report it to the site’s owner if it persists'
      : `${checkAddress}, and whether it needs a login`;
  return new SourceError(`${name}: the server responded with HTTP error ${status}; ${fix}`);
}
