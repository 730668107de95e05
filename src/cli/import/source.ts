import { createReadStream } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { CommandError } from '../command.js';
import { LineIndex, Diagnostics } from '../diagnostics.js';
import { explainNetworkFailure } from '../network-failure.js';
import { decode } from './clean/decode.js';

/** What a feed is made of. */
export interface Source {
  /** As the user named it; `-` is standard input. */
  name: string;
  text: string;
  lines: LineIndex;
  /** Where it was fetched; relative links lead from there. */
  url?: string;
  /** How many pages there are of what was fetched (`X-WP-TotalPages`). */
  pages?: number;
  notes: Diagnostics;
}

/** Bytes that a source may have, unpacked. */
const limit = 50_000_000;
const megabytes = `${limit / 1e6} MB`;
/** Milliseconds that a server may take. */
const timeout = 30_000;
const readable = /\.(?:txt|text|html?|xhtml|xml|rss|atom|rdf|json)$/i;

/**
 * Finds the sources that a name stands for: a URL, a file, standard input (`-`), or the files of a folder, in the order
 * of their names.
 *
 * @throws {CommandError} When there is no such thing.
 */
export async function expandSources(name: string): Promise<string[]> {
  if (name === '-' || /^https?:\/\//i.test(name)) return [name];
  const about = await stat(name).catch((error: unknown) => {
    throw new CommandError(`${name}: ${reason(error)}`);
  });
  if (!about.isDirectory()) return [name];
  const entries = await readdir(name, { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile() && readable.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
  if (!files.length) {
    throw new CommandError(
      `${name}: there is nothing to import in this folder; name files, or a folder with .txt, .html, .xml or .json files`,
    );
  }
  return files;
}

/**
 * Reads a source whole. A source beyond the limit is given up as soon as that is known.
 *
 * @throws {CommandError} When it can't be had.
 */
export async function readSource(name: string): Promise<Source> {
  const notes = new Diagnostics(name);
  if (/^https?:\/\//i.test(name)) return fetchSource(name, notes);
  try {
    const stream: Readable = name === '-' ? process.stdin : createReadStream(name);
    const text = decode(await collect(stream, name), notes);
    return { name, text, lines: new LineIndex(text), notes };
  } catch (error) {
    if (error instanceof CommandError) throw error;
    throw new CommandError(`${name}: ${reason(error)}`, { cause: error });
  }
}

async function fetchSource(name: string, notes: Diagnostics): Promise<Source> {
  try {
    const response = await ask(name);
    if (!response.ok) {
      throw new CommandError(
        `${name}: the server responded with HTTP error ${response.status}; check the address, and whether it needs a login`,
      );
    }
    const charset = /charset\s*=\s*["']?([^\s;"']+)/i.exec(response.headers.get('content-type') ?? '')?.[1];
    const bytes = response.body ? await collect(response.body, name) : new Uint8Array();
    const pages = Number(response.headers.get('x-wp-totalpages')) || undefined;
    const text = decode(bytes, notes, charset);
    return { name, text, lines: new LineIndex(text), url: response.url, pages, notes };
  } catch (error) {
    if (error instanceof CommandError) throw error;
    throw new CommandError(`${name}: ${reason(error)}`, { cause: error });
  }
}

/** A server may close a connection while it waits for the next page, just when that is asked for: then once more. */
async function ask(name: string): Promise<Response> {
  const headers = {
    'user-agent': 'iom-feed',
    accept: 'application/feed+json, application/json, application/xml, text/html, */*;q=0.5',
  };
  const request = () => fetch(name, { headers, signal: AbortSignal.timeout(timeout) });
  try {
    return await request();
  } catch (error) {
    const { code = '' } = Object((error as Error).cause) as NodeJS.ErrnoException;
    if (!['UND_ERR_SOCKET', 'ECONNRESET'].includes(code)) throw error;
    return request();
  }
}

async function collect(stream: AsyncIterable<Uint8Array>, name: string): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of stream) {
    size += part.length;
    if (size > limit) {
      throw new CommandError(`${name}: it exceeds ${megabytes}; split it, such as into one file per year`);
    }
    parts.push(part);
  }
  return Buffer.concat(parts);
}

const reasons: Record<string, string> = {
  ENOENT: 'there is no such file; check its name',
  EACCES: 'permission denied; change its permissions',
  EISDIR: 'it is a folder',
};

function reason(error: unknown): string {
  const { code = '', message } = error as NodeJS.ErrnoException;
  return reasons[code] ?? explainNetworkFailure(error, timeout) ?? message;
}
