import { partFolders, partNames } from './parts.js';
import type { ReaderFormat } from './readers/reader-feeds.js';
import { divisions } from './shards.js';
import { textFolder } from './text/text-pages.js';

/**
 * How long who may keep a feed, in seconds (RFC 9111 and RFC 5861): browsers a minute, a CDN five; both show what they
 * have for ten minutes more while they ask for the new one, and for a week while the server fails.
 */
const feedCache = 'public, max-age=60, s-maxage=300, stale-while-revalidate=600, stale-if-error=604800';
/** The name of a picture or an attachment holds a hash of it: under that name it never changes. */
const fileCache = 'public, max-age=31536000, immutable';

const feedFiles = [
  ...['feed', ...partNames].map((name) => `/${name}.json`),
  ...['feed', ...divisions, ...partFolders].map((folder) => `/${folder}/*`),
];

const readerTypes: Record<ReaderFormat, string> = {
  rss: 'application/rss+xml',
  atom: 'application/atom+xml',
  calendar: 'text/calendar',
};

/** Headers for a path; a star at its end stands for anything. */
export interface Rule {
  path: string;
  headers: [name: string, value: string][];
}

/** What the files of a publication are sent with. */
export const publicationRules: Rule[] = [
  {
    path: '/*',
    headers: [
      ['Access-Control-Allow-Origin', '*'],
      ['Access-Control-Expose-Headers', 'ETag, Retry-After'],
      ['Cross-Origin-Resource-Policy', 'cross-origin'],
      // Opened by itself, a drawing (SVG) must not run the scripts it may hold. Pages of text lead to attachments, and
      // have an empty icon.
      [
        'Content-Security-Policy',
        "default-src 'none'; img-src data:; style-src 'unsafe-inline'; sandbox allow-downloads",
      ],
      ['X-Content-Type-Options', 'nosniff'],
    ],
  },
  ...feedFiles.map((path): Rule => ({
    path,
    headers: [
      ['Content-Type', 'application/feed+json; charset=utf-8'],
      ['Cache-Control', feedCache],
    ],
  })),
  {
    path: '/index.json',
    headers: [
      ['Content-Type', 'application/json; charset=utf-8'],
      ['Cache-Control', feedCache],
    ],
  },
  ...Object.entries(readerTypes).map(([folder, type]): Rule => ({
    path: `/${folder}/*`,
    headers: [
      ['Content-Type', `${type}; charset=utf-8`],
      ['Cache-Control', feedCache],
    ],
  })),
  {
    path: `/${textFolder}/*`,
    headers: [
      ['Content-Type', 'text/html; charset=utf-8'],
      ['Cache-Control', feedCache],
    ],
  },
  { path: '/images/*', headers: [['Cache-Control', fileCache]] },
  {
    path: '/files/*',
    headers: [
      ['Cache-Control', fileCache],
      // Opened in place it would be on the site of the feeds; browsers show no PDF in a sandbox.
      ['Content-Disposition', 'attachment'],
    ],
  },
];

/** The file `_headers` that Netlify and Cloudflare Pages read. */
export const headersFile = (): string =>
  '# For Netlify and Cloudflare Pages. For other servers: iom-feed publish --help\n' +
  publicationRules
    .map(({ path, headers }) => `${path}\n${headers.map(([name, value]) => `  ${name}: ${value}\n`).join('')}`)
    .join('');

/** Reads a file `_headers`. */
export function readHeaders(file: string): Rule[] {
  const matches: Rule[] = [];
  for (const line of file.split(/\r?\n/)) {
    const [, name, value] = /^\s+([^:\s]+):\s*(.*?)\s*$/.exec(line) ?? [];
    if (name) matches.at(-1)?.headers.push([name, value]);
    else if (/^\//.test(line)) matches.push({ path: line.trim(), headers: [] });
  }
  return matches;
}

/** The headers of a path: of every rule that fits, as Netlify and Cloudflare Pages do. */
export const headersFor = (path: string, all: Rule[]): Rule['headers'] =>
  all.filter((rule) => fits(path, rule.path)).flatMap(({ headers }) => headers);

const fits = (path: string, pattern: string) =>
  pattern.endsWith('*') ? path.startsWith(pattern.slice(0, -1)) : path === pattern;
