// A publication on the servers of Debian, with the configuration that iom-feed prints or writes: apt-get install nginx
// apache2 caddy lighttpd. Where one is missing, its tests say so.
import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import sharp from 'sharp';
import { headersFor, readHeaders } from '../../src/cli/publish/headers.js';
import { publish } from '../../src/cli/commands/publish.js';
import { iomFeed } from '../helpers/cli.js';
import { ask, type Running } from '../helpers/nginx.js';
import { letRead, servers } from '../helpers/servers.js';
import { filesIn, item, items, scratchFolder, writeFeed } from '../helpers/publications.js';

const entries = [
  item(99, {
    image: 'a.svg',
    tags: ['Climate change', 'المناخ'],
    _iom: { event: { start: '2026-12-01T10:00:00Z' } },
  }),
  item(98, { image: 'b.png' }),
  ...items(50),
];
const more = { home_page_url: 'https://www.example.org/' };
const types: Record<string, string> = {
  svg: 'image/svg+xml',
  webp: 'image/webp',
  avif: 'image/avif',
};

for (const { name, option, missing, isSimple, start } of servers) {
  describe(`a publication served by ${name}`, { skip: process.env.CI === 'true' ? undefined : missing }, () => {
    const folder = scratchFolder();
    const out = join(folder, 'my feeds');
    const root = join(out, 'current');
    const feed = join(folder, 'feed.json');
    const file = (path: string) => readFileSync(join(root, path));
    let server: Running;
    const at = (path: string, headers?: Record<string, string>) => ask(server.port, path, headers);

    before(async () => {
      letRead(folder);
      writeFileSync(join(folder, 'a.svg'), '<svg xmlns="http://www.w3.org/2000/svg" width="3" height="2"/>');
      await sharp({ create: { width: 400, height: 200, channels: 3, background: '#0033a0' } }).toFile(
        join(folder, 'b.png'),
      );
      writeFeed(feed, entries, more);
      await publish(feed, { out });
      const printed = option ? await iomFeed(['publish', '--out', out, `--${option}`]) : { stdout: '' };
      server = await start(join(folder, 'server'), printed.stdout, root);
    });
    after(() => server?.stop());

    for (const [encoding, unpack] of [
      ['br', brotliDecompressSync],
      ['gzip', gunzipSync],
    ] as const) {
      it(`is compressed with ${encoding} for who reads that`, async () => {
        for (const path of ['feed.json', 'tag/المناخ.json', 'rss/feed.xml', 'calendar/feed.ics']) {
          const { status, headers, body } = await at(encodeURI(`/${path}`), { 'accept-encoding': encoding });
          assert.equal(status, 200);
          assert.equal(headers['content-encoding'], encoding, path);
          assert.equal(headers.vary?.toLowerCase(), 'accept-encoding');
          assert.deepEqual(unpack(body), file(path));
          assert.ok(body.length < file(path).length);
        }
      });
    }

    it('has brotli for browsers, which read both, and not for who refuses it', async () => {
      const encoding = async (accepted: string) =>
        (await at('/feed.json', { 'accept-encoding': accepted })).headers['content-encoding'];
      assert.equal(await encoding('gzip, deflate, br, zstd'), 'br');
      assert.equal(await encoding('gzip, deflate'), 'gzip');
      if (!isSimple) assert.equal(await encoding('br;q=0, gzip'), 'gzip');
    });

    it('is plain for who reads neither, and a CDN is told that there are others', async () => {
      const { headers, body } = await at('/feed.json');
      assert.equal(headers['content-encoding'], undefined);
      assert.equal(headers.vary?.toLowerCase(), 'accept-encoding');
      assert.deepEqual(body, file('feed.json'));
    });

    it('is not sent again to who has it: ETag and 304, for pages of other sites, too', async () => {
      const tags = new Set<string>();
      for (const encoding of ['br', 'gzip', 'identity']) {
        const { headers } = await at('/feed.json', { 'accept-encoding': encoding });
        assert.match(headers.etag ?? '', /^(W\/)?".+"$/);
        tags.add(headers.etag!);
        const again = await at('/feed.json', { 'accept-encoding': encoding, 'if-none-match': headers.etag! });
        assert.deepEqual([again.status, again.body.length], [304, 0]);
        assert.equal(again.headers['access-control-allow-origin'], '*');
        assert.equal(again.headers['cache-control'], headers['cache-control']);
      }
      assert.equal(tags.size, 3, 'each form has its own');
    });

    it('has on every file the headers that _headers names, each once', async () => {
      const rules = readHeaders(file('_headers').toString());
      const paths = filesIn(root).filter((path) => !/\.(br|gz)$|^(_headers|\.htaccess)$/.test(path));
      for (const start of ['images/', 'rss/', 'atom/', 'calendar/']) {
        assert.ok(paths.some((path) => path.startsWith(start)));
      }
      for (const accepted of ['gzip, deflate, br', 'identity']) {
        for (const path of paths) {
          const { status, headers } = await at(encodeURI(`/${path}`), { 'accept-encoding': accepted });
          assert.equal(status, 200, path);
          const wanted = headersFor(`/${path}`, rules);
          for (const [header, value] of wanted) {
            const possible = isSimple && /immutable/.test(value) ? 'max-age=31536000' : value;
            assert.equal(headers[header.toLowerCase()], possible, path);
          }
          if (path.startsWith('images/')) {
            assert.equal(headers['content-type'], types[path.split('.').at(-1)!], path);
            assert.equal(headers['content-encoding'], undefined);
          }
        }
      }
    });

    it('lets pages of other sites read it, also that something is not there, and nobody keeps that', async () => {
      const origin = 'https://partner.example.org';
      const { headers } = await at('/feed.json', { origin });
      assert.equal(headers['access-control-allow-origin'], '*');
      for (const path of ['/country/xx.json', '/nothing.json', '/images/none.webp']) {
        const { status, headers } = await at(path, { origin, 'accept-encoding': 'br' });
        assert.deepEqual([status, headers['access-control-allow-origin']], [404, '*']);
        if (!isSimple || path.startsWith('/images/')) assert.equal(headers['cache-control'], undefined, path);
      }
    });

    it('shows no more than the feeds', async () => {
      for (const path of [
        '/_headers',
        '/.htaccess',
        '/manifest.json',
        '/../manifest.json',
        '/.lock',
        '/',
        '/country/',
      ]) {
        assert.ok((await at(path)).status >= 400, path);
      }
    });

    it(
      'changes with the next publication, without a word to the server; what has not changed keeps its ETag',
      { timeout: 10_000 },
      async () => {
        // Apache calls it weak while the file is less than a second old.
        const tagOf = async (path: string) => (await at(path)).headers.etag?.replace(/^W\//, '');
        const tags = async () => [await tagOf('/feed.json'), await tagOf('/tag/even.json')];
        const [feedBefore, tagBefore] = await tags();
        writeFeed(feed, [item(101), ...entries], more);
        await publish(feed, { out });
        // nginx looks for files once a second.
        while ((await tags())[0] === feedBefore) await wait(50);
        const [, tagAfter] = await tags();
        assert.equal(tagAfter, tagBefore);
        assert.deepEqual((await at('/feed.json')).body, file('feed.json'));
      },
    );
  });
}
