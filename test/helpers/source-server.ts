// A site with sources on this machine, that answers each path as it is told.
import { createHash } from 'node:crypto';
import { createServer, type IncomingHttpHeaders, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What a path answers: a text, or whatever a server can do. */
export type SourceAnswer = string | RequestListener;

export interface SourceServer {
  origin: string;
  /** What each path answers; exchange an entry, and it answers otherwise. */
  paths: Record<string, SourceAnswer>;
  /** What was asked for, with the headers. */
  asked: { path: string; method: string; headers: IncomingHttpHeaders; body: string }[];
  /** The paths that were asked for since this was called last. */
  news: () => string[];
  close: () => Promise<void>;
}

/** Serves sources; texts have an `ETag`, and are not sent again to who has them. */
export async function serveSources(paths: SourceServer['paths'] = {}): Promise<SourceServer> {
  const asked: SourceServer['asked'] = [];
  const server = createServer((request, response) => {
    const { url = '', method = '', headers } = request;
    const entry = { path: url, method, headers, body: '' };
    asked.push(entry);
    request.setEncoding('utf8').on('data', (part: string) => (entry.body += part));
    const answer = paths[url] ?? paths[url.split('?')[0]];
    if (typeof answer === 'function') return void answer(request, response);
    if (answer === undefined) return void response.writeHead(404).end('Not found');
    const etag = `"${createHash('sha256').update(answer).digest('hex').slice(0, 12)}"`;
    const isKnown = headers['if-none-match'] === etag;
    response.writeHead(isKnown ? 304 : 200, { etag }).end(isKnown ? undefined : answer);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  let seen = 0;
  const news = () => {
    const paths = asked.slice(seen).map(({ path }) => path);
    seen = asked.length;
    return paths;
  };
  const close = () =>
    new Promise<void>((done) => {
      server.close(() => done());
      server.closeAllConnections();
    });
  return { origin, paths, asked, news, close };
}

/** Answers with a status and headers. */
export const status =
  (code: number, headers: Record<string, string> = {}, body = ''): RequestListener =>
  (_request, response) =>
    void response.writeHead(code, headers).end(body);

/** Answers that never end: as fast as they are read, or a byte now and then. */
export const endless =
  (pace: 'fast' | 'slow'): RequestListener =>
  (_request, response) => {
    response.writeHead(200, { 'content-type': 'application/rss+xml' });
    const timer = setInterval(() => pace === 'slow' && response.write(' '), 20);
    const part = Buffer.alloc(1_000_000, ' ');
    const fill = () => {
      while (pace === 'fast' && !response.destroyed && response.write(part));
    };
    response.on('drain', fill).on('close', () => clearInterval(timer));
    response.write('<rss>');
    fill();
  };
