import assert from 'node:assert/strict';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { gzipSync } from 'node:zlib';
import type { Feed } from '../../src/feed/schema/model.generated.js';
import { iomFeed } from '../helpers/cli.js';
import { fixture } from '../helpers/import-sources.js';

const text = 'A title\n\nThe text of the release.\n\nContact: Test Person, IOM Geneva, Tel: +41 22 717 9111\n';

describe('iom-feed', () => {
  for (const args of [[], ['--help'], ['help']]) {
    it(`${args.join(' ') || 'alone'} ⇒ says what there is`, async () => {
      const { stdout, code } = await iomFeed(args);
      assert.equal(code, 0);
      for (const name of ['import', 'template', 'validate', 'check', 'publish', 'sync', 'prerender', 'serve'])
        assert.match(stdout, new RegExp(`^  ${name} `, 'm'));
    });
  }

  for (const [name, ...options] of [
    ['import', '--lang', '--out', '--title', '--base', '--country'],
    ['template', '--lang', '--out', 'offices', '.xlsx'],
    ['validate', '--json', 'next_url'],
    ['check', '--offline', 'out of support'],
    ['publish', '--out', '--url', '--rollback', '--nginx'],
    ['sync', '--every', '--accept', '--check', '--json', 'iom-feed.config.json'],
    ['prerender', '--out', '--feed', '--base', '--lang', '--styles', '--styles-url'],
    ['serve', '--port', '--latency', '--fail', '--seed'],
  ]) {
    it(`${name} --help ⇒ what it does, its options, its exit codes and examples`, async () => {
      const { stdout, code } = await iomFeed([name, '--help']);
      assert.equal(code, 0);
      assert.match(stdout, new RegExp(`^Usage: iom-feed ${name} .+\\n\\n[A-Z][^]+?\\.\\n\\n`));
      for (const option of options) assert.ok(stdout.includes(option), option);
      if (name !== 'serve') assert.match(stdout, /exit\s+code/i);
      assert.match(stdout, new RegExp(`^Examples:\n(  iom-feed ${name} .+\n)+$`, 'm'));
      assert.ok(stdout.split('\n').every((line) => line.length <= 120));
      assert.equal((await iomFeed(['help', name])).stdout, stdout);
    });
  }

  for (const [args, message] of [
    [['imprt'], /unknown command 'imprt'\n\(Did you mean import\?\)/],
    [['import', '--outt', 'x'], /unknown option '--outt'/],
    [['import', 'x.txt', '--lang', 'not a language'], /^iom-feed: --lang not a language is not a language; /],
    [['import', 'x.txt', '--base', 'example'], /^iom-feed: --base example is not an address; /],
    [['import', 'x.txt', '--country', 'Uruguay'], /^iom-feed: --country Uruguay is not a country; /],
  ] as const) {
    it(`${args.join(' ')} ⇒ says what is wrong with it`, async () => {
      const { stdout, stderr, code } = await iomFeed([...args]);
      assert.match(stderr, message);
      assert.deepEqual([stdout, code], ['', 2]);
    });
  }
});

describe('iom-feed import', () => {
  let folder: string;
  let server: Server;
  let origin: string;
  const answers: Record<string, { body: Buffer | string; headers?: Record<string, string>; status?: number }> = {
    '/text': { body: text },
    '/latin': {
      body: Buffer.from('Été\n\nUn texte court.', 'latin1'),
      headers: { 'content-type': 'text/plain; charset=iso-8859-1' },
    },
    '/posts': { body: '', headers: { 'x-wp-totalpages': '3' } },
    '/gone': { body: 'no', status: 404 },
    '/bomb': { body: gzipSync(Buffer.alloc(60_000_000, 'x')), headers: { 'content-encoding': 'gzip' } },
  };
  before(async () => {
    answers['/posts'].body = await fixture('wordpress.json');
    folder = await mkdtemp(join(tmpdir(), 'iom-feed-'));
    server = createServer((request, response) => {
      const { body, headers, status = 200 } = answers[(request.url ?? '').split('?')[0]];
      response.writeHead(status, headers).end(body);
    });
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  after(async () => {
    server.close();
    await rm(folder, { recursive: true });
  });
  const path = (name: string) => join(folder, name);
  const feedIn = async (name: string) => JSON.parse(await readFile(path(name), 'utf8')) as Feed;

  it('reads standard input and writes to standard output, notes apart', async () => {
    const { stdout, stderr, code } = await iomFeed(['import', '--lang', 'en', '--title', 'Test'], { input: text });
    const feed = JSON.parse(stdout) as Feed;
    assert.deepEqual(
      [feed.title, feed.items[0].title, feed._iom?.contacts?.[0].name],
      ['Test', 'A title', 'Test Person'],
    );
    assert.match(stderr, /^1 item without a date, [^\n]+\nfeed: 1 item, 1 contact\n$/);
    assert.equal(code, 0);
  });

  it('reads the files of a folder and writes a file, and nothing beside it', async () => {
    await writeFile(path('b.txt'), text);
    await writeFile(path('a.xml'), await fixture('rss-1.0.rdf'));
    await writeFile(path('c.doc'), 'not looked at');
    const { stdout, stderr, code } = await iomFeed(['import', folder, '--out', path('feed.out'), '--lang', 'en']);
    assert.equal(stdout, '');
    assert.equal(code, 0, stderr);
    const { title, items } = await feedIn('feed.out');
    assert.deepEqual([title, ...items.map((item) => item.title)], ['Test RDF', 'A story in RDF', 'A title']);
    assert.deepEqual((await readdir(folder)).sort(), ['a.xml', 'b.txt', 'c.doc', 'feed.out']);
  });

  it('leaves what was there as it was when a source can’t be read, and names every such source', async () => {
    await writeFile(path('old.json'), 'as it was');
    await writeFile(path('broken.xml'), '<rss><channel>');
    const { stderr, code } = await iomFeed([
      'import',
      path('b.txt'),
      path('broken.xml'),
      path('none.txt'),
      '--out',
      path('old.json'),
    ]);
    assert.equal(code, 2);
    assert.match(stderr, /none\.txt: there is no such file; check its name\n/);
    assert.match(stderr, /broken\.xml:1: the XML is broken: /);
    assert.match(stderr, /\niom-feed: nothing was written; .*old\.json was not changed\n$/);
    assert.equal(await readFile(path('old.json'), 'utf8'), 'as it was');
  });

  it('says why a file could not be written', async () => {
    const { stderr, code } = await iomFeed(['import', path('b.txt'), '--out', path('nowhere/feed.json')]);
    assert.equal(code, 2);
    assert.match(stderr, /feed\.json was not written: its folder does not exist; create it first\n$/);
  });

  it('gives up 200 MB as soon as it is too much', async () => {
    const file = path('large.txt');
    await writeFile(file, '');
    const { truncate } = await import('node:fs/promises');
    await truncate(file, 200_000_000);
    const { stderr, code } = await iomFeed(['import', file]);
    await rm(file);
    assert.equal(code, 2);
    assert.match(stderr, /large\.txt: it exceeds 50 MB; split it/);
  });

  it('reads addresses, in the encoding that the server names', async () => {
    const { stdout, code } = await iomFeed(['import', `${origin}/text`, `${origin}/latin`]);
    assert.equal(code, 0);
    assert.deepEqual(
      (JSON.parse(stdout) as Feed).items.map(({ title }) => title),
      ['A title', 'Été'],
    );
  });

  for (const [page, message] of [
    ['/gone', /\/gone: the server responded with HTTP error 404; check the address/],
    ['/bomb', /\/bomb: it exceeds 50 MB; /],
  ] as const) {
    it(`says what is wrong with ${page}`, async () => {
      const { stderr, code } = await iomFeed(['import', `${origin}${page}`]);
      assert.equal(code, 2);
      assert.match(stderr, message);
    });
  }

  it('reads all pages, and a story that stands on several once', async () => {
    const { stderr } = await iomFeed(['import', `${origin}/posts`, '--lang', 'es']);
    assert.match(stderr, /\/posts\?page=3:\d: .+ is a duplicate of the story in .+\/posts:\d; it was imported once/);
  });
});
