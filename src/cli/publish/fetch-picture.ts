import http, { type IncomingMessage } from 'node:http';
import https from 'node:https';
import { PictureError } from './picture-error.js';
import { checkedLookup, checkHost, isPublicAddress, type AddressCheck } from './public-address.js';

/** What a server of pictures may do. */
export interface FetchLimits {
  /** Bytes of a picture. */
  bytes: number;
  /** Milliseconds from the first request to the last byte, with all redirects. */
  timeout: number;
  redirects: number;
  isAllowed: AddressCheck;
}

export const fetchLimits: FetchLimits = { bytes: 30e6, timeout: 20_000, redirects: 5, isAllowed: isPublicAddress };

/** What a server calls the state of a picture, to be asked whether it is still that one. */
export interface Validators {
  etag?: string;
  lastModified?: string;
}

/** A picture as its server has it. */
export interface Answer extends Validators {
  bytes: Buffer;
}

/** Asks servers for pictures, and trusts none of them. */
export class PictureFetcher {
  readonly #limits: FetchLimits;
  readonly #agents: Record<string, http.Agent>;

  constructor(limits: Partial<FetchLimits> = {}) {
    this.#limits = { ...fetchLimits, ...limits };
    const options = { keepAlive: true, lookup: checkedLookup(this.#limits.isAllowed) };
    this.#agents = { 'http:': new http.Agent(options), 'https:': new https.Agent(options) };
  }

  /** Milliseconds that an answer may take. */
  get timeout(): number {
    return this.#limits.timeout;
  }

  /**
   * Fetches one picture.
   *
   * @param known Of the copy that is there.
   * @returns Undefined where that is still the same.
   * @throws {PictureError} Where it can't be had, or may not be; other errors are those of the network.
   */
  async fetch(address: URL, known: Validators = {}): Promise<Answer | undefined> {
    const signal = AbortSignal.timeout(this.#limits.timeout);
    try {
      const response = await this.#follow(address, known, signal);
      return await this.#read(response, known).catch((error: unknown) => {
        response.destroy();
        throw error;
      });
    } catch (error) {
      // What is broken off has an error of its own.
      throw signal.aborted ? signal.reason : error;
    }
  }

  async #follow(address: URL, known: Validators, signal: AbortSignal): Promise<IncomingMessage> {
    const { redirects } = this.#limits;
    let url = address;
    for (let count = 0; count <= redirects; count++) {
      const response = await this.#ask(url, known, signal);
      const { location } = response.headers;
      if (!isRedirect(response) || !location) return response;
      response.destroy();
      if (!URL.canParse(location, url)) throw new PictureError('it redirects to no address', checkAddress);
      url = new URL(location, url);
    }
    throw new PictureError(`it redirects more than ${redirects} times`, 'use the final address');
  }

  #ask(url: URL, { etag, lastModified }: Validators, signal: AbortSignal): Promise<IncomingMessage> {
    const { protocol, hostname, username, password } = url;
    const agent = this.#agents[protocol];
    if (!agent) throw new PictureError(`its address begins with ${protocol}`, 'use one with https:');
    if (username || password) throw new PictureError('its address contains a password', 'use a public one');
    checkHost(hostname, this.#limits.isAllowed);
    const headers = {
      'user-agent': 'iom-feed',
      accept: 'image/*',
      ...(etag && { 'if-none-match': etag }),
      ...(lastModified && { 'if-modified-since': lastModified }),
    };
    const { request } = protocol === 'https:' ? https : http;
    const send = () =>
      new Promise<IncomingMessage>((done, fail) => {
        const sent = request(url, { agent, headers, signal }, done);
        sent.on('error', (error: NodeJS.ErrnoException) => {
          // A server may close a connection that waits, just when it is used again: then once more.
          if (sent.reusedSocket && error.code === 'ECONNRESET') send().then(done, fail);
          else fail(error);
        });
        sent.end();
      });
    return send();
  }

  async #read(response: IncomingMessage, known: Validators): Promise<Answer | undefined> {
    const { headers, statusCode = 0 } = response;
    const forbidden = forbiddenBy(headers);
    if (forbidden) {
      throw new PictureError(
        `its owner does not allow copies (${forbidden})`,
        'ask for permission, or leave it there',
        true,
      );
    }
    if (statusCode === 304 && (known.etag ?? known.lastModified)) {
      response.resume();
      return undefined;
    }
    if (statusCode !== 200) throw new PictureError(`the server responded with HTTP ${statusCode}`, checkAddress);
    const type = headers['content-type'] ?? 'of no type';
    if (!/^image\//i.test(type)) throw new PictureError(`it is ${type}, not a picture`, checkAddress);
    if (Number(headers['content-length']) > this.#limits.bytes) throw this.#tooLarge();
    const parts: Buffer[] = [];
    let size = 0;
    for await (const part of response as AsyncIterable<Buffer>) {
      size += part.length;
      if (size > this.#limits.bytes) throw this.#tooLarge();
      parts.push(part);
    }
    return { bytes: Buffer.concat(parts), etag: headers.etag, lastModified: headers['last-modified'] };
  }

  #tooLarge() {
    return new PictureError(`it exceeds ${this.#limits.bytes / 1e6} MB`, 'use a smaller one');
  }

  /** Ends connections that wait. */
  close(): void {
    for (const agent of Object.values(this.#agents)) agent.destroy();
  }
}

const checkAddress = 'check the address';

const isRedirect = ({ statusCode = 0 }: IncomingMessage) => [301, 302, 303, 307, 308].includes(statusCode);

/**
 * The header that forbids a copy for others: what no cache may keep, or none that is shared (RFC 9111), and what robots
 * shall not keep (`noarchive`) or show apart from its page (`noimageindex`). What `noindex` and `noai` forbid, a
 * publication doesn't do.
 */
function forbiddenBy(headers: IncomingMessage['headers']): string | undefined {
  const cache = /(?:^|[\s,])(no-store|private)(?![\w=-])/i.exec(headers['cache-control'] ?? '')?.[1];
  if (cache) return `Cache-Control: ${cache.toLowerCase()}`;
  const robots = [headers['x-robots-tag'] ?? []].flat().join();
  // Said to one robot (`name: noarchive`), it is not said to us.
  const tag = /(?:^|,)\s*(noarchive|noimageindex)\s*(?=,|$)/i.exec(robots.replace(/[\w-]+:(?!\/\/)[^,]*/g, ''))?.[1];
  return tag && `X-Robots-Tag: ${tag.toLowerCase()}`;
}
