import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { readPages } from '../../src/cli/import/pages.js';
import { readSource } from '../../src/cli/import/source.js';
import { SourceError, fetchSource } from '../../src/cli/import/fetch-source.js';
import { iomFeed } from '../helpers/cli.js';
import { rss } from '../helpers/feeds.js';
import { importing } from '../helpers/import-sources.js';
import { scratchFolder } from '../helpers/publications.js';
import { endless, serveSources, status, type SourceServer } from '../helpers/source-server.js';

let site: SourceServer;
let other: SourceServer;
const folder = scratchFolder();
const feed = rss([{ title: 'A story', link: 'https://office.example.org/1', date: 'Fri, 01 May 2026 10:00:00 GMT' }]);

before(async () => {
  other = await serveSources({ '/new': feed });
  site = await serveSources({
    '/feed': feed,
    '/huge': status(200, { 'content-length': '10000000000' }),
    '/endless': endless('fast'),
    '/drip': endless('slow'),
    '/moved': status(301, { location: `${other.origin.replace('127.0.0.1', 'localhost')}/new` }),
    '/home': status(301, { location: '/feed' }),
    '/loop': status(302, { location: '/loop' }),
    '/elsewhere': status(302, { location: 'ftp://office.example.org/feed' }),
    '/later': status(429, { 'retry-after': '900' }),
    '/often': status(429),
    '/down': status(500),
    '/page/feed/': '<!doctype html><html><head><title>Access denied</title></head><body><h1>Sorry</h1></body></html>',
    '/posts.json': 'Error establishing a database connection',
  });
});
after(() => Promise.all([site.close(), other.close()]));

/** Imports into a file that holds something, and says what is there afterwards. */
async function importOver(path: string) {
  const out = join(folder, 'feed.json');
  await writeFile(out, 'as it was');
  const { stderr, code } = await iomFeed(['import', `${site.origin}${path}`, '--out', out]);
  return { said: stderr.replaceAll(site.origin, ''), code, left: await readFile(out, 'utf8') };
}

describe('a source that can’t be had', () => {
  for (const [path, message] of [
    ['/huge', /^\/huge: it exceeds 50 MB; split it/],
    ['/endless', /^\/endless: it exceeds 50 MB; split it/],
    ['/loop', /^\/loop: it redirects more than 10 times; use the final address\n/],
    ['/elsewhere', /^\/elsewhere: the server redirects to ftp:.+, which is not a web address; check the address\n/],
    [
      '/later',
      /^\/later: the server responded with HTTP error 429, too many requests; try again after 20..-..-..T..:..:..Z\n/,
    ],
    ['/often', /^\/often: the server responded with HTTP error 429, too many requests; try again later\n/],
    [
      '/down',
      /^\/down: the server responded with HTTP error 500; try again later, and report it to the site’s owner if it persists\n/,
    ],
    ['/page/feed/', /: the server responded with a web page, “Access denied” instead of a feed; open the /],
    [
      '/posts.json',
      /: the server responded with a text, “Error establishing a database connection” instead of a feed; /,
    ],
  ] as const) {
    it(`${path} ⇒ is told, and nothing is written`, async () => {
      const { said, code, left } = await importOver(path);
      assert.match(said, message);
      assert.match(said, /\niom-feed: nothing was written; .*feed\.json was not changed\n$/);
      assert.deepEqual([code, left], [2, 'as it was']);
    });
  }

  it('is given up when it takes too long', () =>
    assert.rejects(fetchSource(`${site.origin}/drip`, {}, { timeout: 100 }), {
      message: `${site.origin}/drip: there was no complete response in 0.1 seconds; try again`,
    }));
});

describe('a busy server', () => {
  it('is asked again when it wants to be', async () => {
    let asked = 0;
    site.paths['/busy'] = (_request, response) =>
      asked++ ? response.end(feed) : response.writeHead(429, { 'retry-after': '0' }).end();
    const { code } = await importOver('/busy');
    assert.deepEqual([code, asked], [0, 2]);
  });

  it('says it in seconds or as a date; how long it has us wait is told', async () => {
    const answers = ['7', new Date(Date.now() + 30_000).toUTCString()];
    site.paths['/busy'] = (_request, response) => {
      const pause = answers.shift();
      return pause ? response.writeHead(503, { 'retry-after': pause }).end() : response.end(feed);
    };
    const pauses: number[] = [];
    const wait = (pause: number) => Promise.resolve(void pauses.push(Math.round(pause / 5000)));
    const read = (address: string) => readSource(address, { wait });
    for await (const { source } of readPages(`${site.origin}/busy`, {}, read)) {
      assert.match(source.notes.all[0].what, /^the server was busy, and was asked again after 3\d seconds$/);
    }
    assert.deepEqual(pauses, [1, 6]);
  });

  it('is not asked a fourth time, nor waited for for hours', async () => {
    site.paths['/busy'] = status(429, { 'retry-after': '1' });
    site.news();
    const error = await fetchSource(`${site.origin}/busy`, {}, { wait: () => Promise.resolve() }).catch(
      (e: unknown) => e,
    );
    assert.ok(error instanceof SourceError && error.retryAt);
    assert.equal(site.news().length, 3);
  });
});

describe('a source that has moved', () => {
  it('to another site is read, and that is told', async () => {
    const { said, code } = await importOver('/moved');
    assert.match(
      said,
      /^\/moved: the server redirects to another site, http:\/\/localhost:\d+\/new; name that address if /,
    );
    assert.equal(code, 0);
  });

  it('to what only this machine can reach is not read', async () => {
    const isInside = (host: string) => Promise.resolve(host === 'localhost');
    await assert.rejects(fetchSource(`${site.origin}/moved`, {}, { isInside }), {
      message:
        /\/moved: the server redirects to an address that is not on the web, localhost:\d+; if that is meant, name http/,
    });
  });

  it('on its own site is read without a word', async () => {
    const { said, code } = await importOver('/home');
    assert.match(said, /^[^\n]+feed\.json: 1 item, 0 contacts\n$/);
    assert.equal(code, 0);
  });
});

describe('a page that stands in the place of another', () => {
  const page = (title: string, body: string) =>
    `<!doctype html><html><head><title>${title}</title></head><body><nav>${'<a href="/">Home</a>'.repeat(50)}</nav><main>${body}</main></body></html>`;
  const words =
    '<p>We are sorry for it. Please go back to the page you came from, or look for what you need by its name.</p>';

  for (const title of [
    '404 Not Found',
    'Page not found – Test office',
    'Error 503',
    'Just a moment...',
    'Site under maintenance',
    'Page non trouvée | Office',
    'Accès refusé',
    'Página no encontrada - Oficina',
    'Страница не найдена',
    'الصفحة غير موجودة',
    '页面不存在 | 办事处',
    'Em manutenção',
  ]) {
    it(`“${title}” ⇒ no story`, async () => {
      const { items, notes, failed } = await importing({ text: page(title, `<h1>${title}</h1>${words.repeat(3)}`) });
      assert.deepEqual([items, failed], [[], true]);
      assert.match(notes.join(), /^source: it is a page that says “.+”, not what was asked for; /);
    });
  }

  it('to sign in ⇒ no story', async () => {
    const text = page('Test office', `<form>${words}<input name="user"><input type="password"></form>`);
    const { items, notes } = await importing({ text });
    assert.deepEqual(items, []);
    assert.match(notes.join(), /it asks for a password; give an address that may be read without signing in/);
  });

  it('is no release that speaks of such things', async () => {
    const long = `<p>${'Migrants were denied access to the port for three days. '.repeat(40)}</p>`;
    for (const text of [
      page('Access denied', `<h1>Access denied</h1>${long}`),
      page('Access denied to the port of Test', `<h1>Access denied to the port of Test</h1>${words}`),
      page('Maintenance of boats begins', `<h1>Maintenance of boats begins</h1>${words}`),
    ]) {
      const { items } = await importing({ text });
      assert.equal(items.length, 1);
    }
  });
});

describe('an empty source', () => {
  it('does not take the place of items', async () => {
    site.paths['/now'] = rss([]);
    const out = join(folder, 'full.json');
    assert.equal((await iomFeed(['import', `${site.origin}/feed`, '--out', out])).code, 0);
    const before = await readFile(out, 'utf8');
    const { stderr, code } = await iomFeed(['import', `${site.origin}/now`, '--out', out]);
    assert.match(
      stderr,
      /iom-feed: nothing was written: there are no items, and .*full\.json has 1; look at the sources/,
    );
    assert.deepEqual([code, await readFile(out, 'utf8')], [2, before]);
  });
});
