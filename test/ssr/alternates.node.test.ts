// The links by which browsers and feed readers find RSS and Atom in a filled page.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { before, describe, it } from 'node:test';
import { publish } from '../../src/cli/commands/publish.js';
import { prerender } from '../../src/ssr/index.js';
import { iomFeed } from '../helpers/cli.js';
import { items, scratchFolder, writeFeed } from '../helpers/publications.js';

const site = 'https://feeds.example.org/fr/';
const widget = (src: string, tag = 'iom-news-feed') => `<${tag} src="${src}"><a href="#">News</a></${tag}>`;
const pageOf = (body: string, head = '<title>Test page</title>') =>
  `<!doctype html>\n<html lang="en">\n<head>${head}</head>\n<body>${body}</body>\n</html>\n`;
const linksIn = (html: string) => html.match(/<link [^>]*>/g) ?? [];
const link = (type: string, href: string, title = 'Test “feed” &amp; more') =>
  `<link rel="alternate" type="application/${type}+xml" title="${title}" href="${href}" data-prerendered>`;
const json = (href: string, title?: string) => link('feed', href, title).replace('feed+xml', 'feed+json');
const wholeOf = (root: string) => [
  link('rss', `${root}rss/feed.xml`),
  link('atom', `${root}atom/feed.xml`),
  json(`${root}feed.json`),
];

describe('a filled page', () => {
  const folder = scratchFolder();
  const [absolute, relative, bare] = ['absolute', 'relative', 'bare'].map((name) => join(folder, name));
  const file = (out: string, name: string) => readFileSync(join(out, 'current', name), 'utf8');
  before(async () => {
    const more = { title: 'Test “feed” & more', home_page_url: 'https://www.example.org/' };
    const feed = writeFeed(join(folder, 'feed.json'), items(8), more);
    await publish(feed, { out: absolute, url: site });
    await publish(feed, { out: relative });
    await publish(writeFeed(join(folder, 'bare.json'), items(3)), { out: bare });
  });
  const given = (out: string, root: string, ...names: string[]) =>
    Object.fromEntries(['index.json', ...names].map((name) => [`${root}${name}`, file(out, name)]));

  for (const [what, out] of [
    ['with', () => absolute],
    ['without', () => relative],
  ] as const) {
    it(`names RSS, Atom and JSON of the whole feed at the end of its head, ${what} --url`, async () => {
      const { html } = await prerender(pageOf(widget(`${site}news.json`)), { feeds: given(out(), site, 'news.json') });
      assert.deepEqual(linksIn(html), wholeOf(site));
      assert.ok(html.includes(`<title>Test page</title>${wholeOf(site).join('')}</head>\n`));
    });
  }

  it('names each once, however many elements show parts of it, and those of a country as that', async () => {
    const body = ['news.json', 'release.json', 'country/uy.json'].map((name) => widget(site + name)).join('');
    const { html } = await prerender(pageOf(body), {
      feeds: given(absolute, site, 'news.json', 'release.json', 'country/uy.json'),
    });
    const title = 'Uruguay';
    assert.deepEqual(linksIn(html), [
      ...wholeOf(site),
      link('rss', `${site}rss/country/uy.xml`, title),
      link('atom', `${site}atom/country/uy.xml`, title),
      json(`${site}country/uy.json`, title),
    ]);
  });

  it('has relative links where its feed has', async () => {
    const { html } = await prerender(pageOf(widget('feeds/news.json')), {
      feeds: given(relative, 'feeds/', 'news.json'),
    });
    assert.deepEqual(linksIn(html), wholeOf('feeds/'));
  });

  it('filled again, is the same; without a feed, it is as it was', async () => {
    const page = pageOf(widget(`${site}news.json`));
    const feeds = given(absolute, site, 'news.json');
    const { html } = await prerender(page, { feeds });
    assert.equal((await prerender(html, { feeds })).html, html);
    const withoutIndex = { [`${site}news.json`]: file(absolute, 'news.json') };
    const again = await prerender(html, { feeds: withoutIndex });
    assert.equal(again.html, (await prerender(page, { feeds: withoutIndex })).html);
    assert.deepEqual(linksIn(again.html), []);
  });

  it('keeps the links that it has itself', async () => {
    const own = `<link rel="alternate" type="application/rss+xml" title="Ours" href="${site}rss/feed.xml">`;
    const { html } = await prerender(pageOf(widget(`${site}news.json`), own), {
      feeds: given(absolute, site, 'news.json'),
    });
    assert.deepEqual(linksIn(html), [own, ...wholeOf(site).slice(1)]);
  });

  for (const [what, page, out] of [
    ['without a publication of RSS', pageOf(widget(`${site}news.json`)), () => bare],
    ['that is a piece of one, without a head', widget(`${site}news.json`), () => absolute],
    [
      'whose feed is in it',
      pageOf('<iom-news-feed><script type="application/feed+json">FEED</script></iom-news-feed>'),
      () => absolute,
    ],
  ] as const) {
    it(`${what} has none`, async () => {
      const text = page.replace('FEED', () => file(absolute, 'news.json'));
      const { html } = await prerender(text, { feeds: given(out(), site, 'news.json') });
      assert.deepEqual(linksIn(html), []);
      assert.ok(html.includes('Title'));
    });
  }

  it('finds them beside a feed that is requested, and does without where there is no index', async () => {
    const asked: string[] = [];
    const server = createServer(({ url = '' }, response) => {
      asked.push(url);
      const [, place, name] = /^\/(a|b)\/(.+)$/.exec(url) ?? [];
      if (!name || (place === 'b' && name === 'index.json')) response.writeHead(404).end('<h1>Not found</h1>');
      else response.end(file(relative, name));
    });
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    const root = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
    try {
      const a = await prerender(pageOf(widget(`${root}a/country/uy.json`)));
      assert.equal(linksIn(a.html)[0], link('rss', `${root}a/rss/country/uy.xml`, 'Uruguay'));
      const b = await prerender(pageOf(widget(`${root}b/news.json`)));
      assert.deepEqual([linksIn(b.html), b.problems], [[], []]);
      assert.deepEqual(asked.sort(), ['/a/country/uy.json', '/a/index.json', '/b/index.json', '/b/news.json']);
    } finally {
      server.close();
    }
  });

  it('by the command: the index beside the file of a feed is read', async () => {
    const page = pageOf(widget(`${site}country/uy.json`));
    const { stdout, stderr, code } = await iomFeed(
      ['prerender', '--feed', `${site}country/uy.json=${join(absolute, 'current/country/uy.json')}`],
      { input: page },
    );
    assert.deepEqual([stderr, code], ['', 0]);
    assert.equal(linksIn(stdout)[0], link('rss', `${site}rss/country/uy.xml`, 'Uruguay'));
  });
});
