import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { headersFor, readHeaders } from '../../src/cli/publish/headers.js';
import { publish } from '../../src/cli/commands/publish.js';
import { iomFeed } from '../helpers/cli.js';
import { ask, noNginx, startNginx, type Running } from '../helpers/nginx.js';
import { filesIn, item, items, scratchFolder, writeFeed } from '../helpers/publications.js';

const skip = process.env.CI === 'true' ? undefined : noNginx;

describe('a publication served by nginx', { skip }, () => {
  const folder = scratchFolder();
  const out = join(folder, 'out');
  const feed = join(folder, 'feed.json');
  const file = (name: string) => readFileSync(join(out, 'current', name));
  let nginx: Running;
  const at = (path: string, headers?: Record<string, string>) => ask(nginx.port, path, headers);

  before(async () => {
    writeFileSync(join(folder, 'a.svg'), '<svg xmlns="http://www.w3.org/2000/svg" width="3" height="2"/>');
    writeFeed(feed, [item(99, { image: 'a.svg', tags: ['Climate change', 'المناخ'] }), ...items(50)]);
    await publish(feed, { out });
    const { stdout } = await iomFeed(['publish', '--out', out, '--nginx']);
    nginx = await startNginx(join(folder, 'nginx'), stdout);
  });
  after(() => nginx.stop());

  for (const [encoding, unpack] of [
    ['br', brotliDecompressSync],
    ['gzip', gunzipSync],
  ] as const) {
    it(`is compressed with ${encoding} for who reads that`, async () => {
      const { status, headers, body } = await at('/feed.json', { 'accept-encoding': encoding });
      assert.equal(status, 200);
      assert.equal(headers['content-encoding'], encoding);
      assert.match(headers.vary ?? '', /Accept-Encoding/i);
      assert.deepEqual(unpack(body), file('feed.json'));
      assert.ok(body.length < file('feed.json').length / 2);
    });
  }

  it('is plain for who reads neither', async () => {
    const { headers, body } = await at('/feed.json');
    assert.equal(headers['content-encoding'], undefined);
    assert.deepEqual(body, file('feed.json'));
  });

  it('is not sent again to who has it: ETag and 304, for pages of other sites, too', async () => {
    for (const encoding of ['br', 'gzip', 'identity']) {
      const { headers } = await at('/feed.json', { 'accept-encoding': encoding });
      assert.match(headers.etag ?? '', /^(W\/)?".+"$/);
      const again = await at('/feed.json', { 'accept-encoding': encoding, 'if-none-match': headers.etag! });
      assert.deepEqual([again.status, again.body.length], [304, 0]);
      assert.equal(again.headers['access-control-allow-origin'], '*');
      assert.equal(again.headers['cache-control'], headers['cache-control']);
    }
  });

  it('has on every file the headers that _headers names, each once', async () => {
    const rules = readHeaders(file('_headers').toString());
    const paths = filesIn(join(out, 'current')).filter((name) => !/\.(br|gz)$|^_headers$/.test(name));
    assert.ok(paths.some((path) => path.startsWith('images/')));
    for (const path of paths.map((name) => `/${name}`)) {
      const { status, headers } = await at(encodeURI(path));
      assert.equal(status, 200, path);
      for (const [name, value] of headersFor(path, rules)) assert.equal(headers[name.toLowerCase()], value, path);
    }
  });

  it('lets pages of other sites read it, also that something is not there, and nobody keeps that', async () => {
    const { status, headers } = await at('/country/xx.json', { origin: 'https://partner.example.org' });
    assert.deepEqual([status, headers['access-control-allow-origin']], [404, '*']);
    assert.equal(headers['cache-control'], undefined);
  });

  it('shows no more than the feeds', async () => {
    for (const path of ['/_headers', '/manifest.json', '/../manifest.json', '/.lock', '/']) {
      assert.ok((await at(path)).status >= 400, path);
    }
  });

  it(
    'changes with the next publication, without a word to nginx; what has not changed keeps its ETag',
    { timeout: 10_000 },
    async () => {
      const tags = async () => [(await at('/feed.json')).headers.etag, (await at('/tag/even.json')).headers.etag];
      const [feedBefore, tagBefore] = await tags();
      writeFeed(feed, [item(101), ...items(50)]);
      await publish(feed, { out });
      // It looks for files once a second.
      while ((await tags())[0] === feedBefore) await wait(50);
      const [, tagAfter] = await tags();
      assert.equal(tagAfter, tagBefore);
      assert.deepEqual((await at('/feed.json')).body, file('feed.json'));
    },
  );
});
