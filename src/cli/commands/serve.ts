import { createHash } from 'node:crypto';
import { existsSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { Command } from 'commander';
import sirv from 'sirv';
import { CommandError } from '../command.js';
import { headersFile, headersFor, readHeaders } from '../publish/headers.js';
import { servedIn } from '../publish/publication.js';

export interface ServeOptions {
  /** 0 for any that is free. Default 8080. */
  port?: number;
  /** Milliseconds before each answer. Default 0. */
  latency?: number;
  /** Share of the requests that are answered with 503, from 0 to 1. Default 0. */
  fail?: number;
  /** The same seed makes the same requests fail. */
  seed?: string;
}

/** A server that is running. */
export interface Serving {
  /** Such as `http://127.0.0.1:8080/`. */
  url: string;
  close: () => Promise<void>;
}

/**
 * Serves a folder on this machine alone, with the headers that a publication has on a CDN. A publication that comes
 * while it runs is served from then on.
 *
 * @param folder A folder that publish has made, or any other.
 * @throws {CommandError} When there is no such folder, or the port is taken.
 */
export async function serve(folder: string, options: ServeOptions = {}): Promise<Serving> {
  const { port = 8080, latency = 0, fail = 0, seed = '' } = options;
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) {
    throw new CommandError(`${folder}: there is no such folder; name one written by publish`);
  }
  const root = servedIn(folder) ?? folder;
  let shown = '';
  let files: ReturnType<typeof sirv>;
  /** Serves from where the link of a publication leads now: between finding a file and opening it, it may lead elsewhere. */
  const follow = () => {
    const target = realpathSync(root);
    if (target === shown) return;
    shown = target;
    files = sirv(target, { dev: true, etag: true, brotli: true, gzip: true, extensions: [] });
  };
  let count = 0;
  const answer = (request: IncomingMessage, response: ServerResponse) => {
    const headers = join(root, '_headers');
    const rules = readHeaders(existsSync(headers) ? readFileSync(headers, 'utf8') : headersFile());
    const path = pathOf(request.url);
    if (path === undefined || /\/[._]/.test(path)) return void refuse(response, 404);
    if (request.method !== 'GET' && request.method !== 'HEAD')
      return void refuse(response, 405, { allow: 'GET, HEAD' });
    for (const [name, value] of headersFor(path, rules)) response.setHeader(name, value);
    if (chance(seed, count++) < fail) {
      response.removeHeader('Cache-Control');
      return void refuse(response, 503, { 'retry-after': '1' });
    }
    follow();
    // A file that is gone, or can't be read, once its headers are sent ends that answer, and nothing else.
    response.once('pipe', (file) => file.once('error', () => response.destroy()));
    files(request, response, () => {
      response.removeHeader('Cache-Control');
      refuse(response, 404);
    });
  };
  const answerAnyway = (request: IncomingMessage, response: ServerResponse) => {
    try {
      answer(request, response);
    } catch {
      // It was there a moment ago.
      response.removeHeader('Cache-Control');
      refuse(response, 404);
    }
  };
  const server = createServer((request, response) => {
    if (latency) setTimeout(answerAnyway, latency, request, response);
    else answerAnyway(request, response);
  });
  await new Promise<void>((done, failed) => {
    server.once('error', ({ code, message }: NodeJS.ErrnoException) => {
      const reason = code === 'EADDRINUSE' ? 'the port is in use; choose another one' : message;
      failed(new CommandError(`--port ${port}: ${reason}`));
    });
    server.listen(port, '127.0.0.1', done);
  });
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}

/** The path that is asked for, decoded; undefined for one that can't be. */
function pathOf(url = '/'): string | undefined {
  try {
    return decodeURI(new URL(url, 'http://localhost').pathname);
  } catch {
    return undefined;
  }
}

function refuse(response: ServerResponse, status: number, headers: Record<string, string> = {}): void {
  response.removeHeader('Content-Type');
  response.writeHead(status, { 'content-type': 'text/plain', ...headers }).end(`${status}\n`);
}

/** A number from 0 to 1 for the n-th request; without a seed another one each time. */
const chance = (seed: string, n: number): number =>
  seed ? createHash('sha256').update(`${seed} ${n}`).digest().readUInt32BE() / 2 ** 32 : Math.random();

const help = `
Responses have CORS, ETag and Cache-Control with stale-while-revalidate. A new
publication is served as soon as it is complete. Ctrl+C stops the server.

Examples:
  iom-feed serve public
  iom-feed serve public --latency 2s --fail 10%`;

/** Gives `iom-feed serve` its arguments. */
export function define(command: Command): void {
  command
    .description('Serves a folder, on this machine only, with the headers that a publication has on a CDN.')
    .argument('[dir]', 'folder written by publish, or any other', '.')
    .option('--port <number>', 'port; 0 for any free port', readPort, 8080)
    .option('--latency <time>', 'delay of each response, such as 300ms or 2s', readTime)
    .option('--fail <share>', 'share of requests that fail with 503, such as 10%', readShare)
    .option('--seed <text>', 'seed, so that the same requests fail each time')
    .addHelpText('after', help)
    .action(async (folder: string, options: ServeOptions) => {
      const { url } = await serve(folder, options);
      console.log(`Serving ${servedIn(folder) ?? folder} at ${url}`);
    });
}

function readPort(text: string): number {
  const port = Number(text);
  if (Number.isInteger(port) && port >= 0 && port < 65536) return port;
  throw new CommandError(`--port ${text}: is not a port; use a number from 0 to 65535`);
}

function readTime(text: string): number {
  const [, number, unit] = /^(\d+(?:\.\d+)?)(ms|s)$/.exec(text) ?? [];
  if (number) return Number(number) * (unit === 's' ? 1000 : 1);
  throw new CommandError(`--latency ${text}: is not a time; write it as 300ms or 2s`);
}

function readShare(text: string): number {
  const share = Number(/^(\d+(?:\.\d+)?)%$/.exec(text)?.[1]) / 100;
  if (share <= 1) return share;
  throw new CommandError(`--fail ${text}: is not a percentage; write it as 10%`);
}
