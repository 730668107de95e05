import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import puppeteer, { type Browser } from 'puppeteer-core';
import { launchOptions } from '../helpers/browsers.mjs';
import { iomFeed } from '../helpers/cli.js';
import { items, scratchFolder, writeFeed } from '../helpers/publications.js';

const src = 'https://feeds.example.org/test.{lang}.json';
const address = src.replace('{lang}', 'en');
const html = `<!doctype html>
<html lang="en"><title>Test page</title>
<body><h1>Press</h1>
<iom-news-feed src="${src}" limit="2"><a href="https://example.org/">All news</a></iom-news-feed>
<p>Footer</p>`;

/** A page and a feed in a folder of their own. */
function given(page = html, feed = '') {
  const folder = scratchFolder();
  const path = (name: string) => join(folder, name);
  writeFileSync(path('page.html'), page);
  writeFeed(path('feed.json'), items(5));
  if (feed) writeFileSync(path('feed.json'), feed);
  return { folder, path, feed: ['--feed', `${address}=${path('feed.json')}`] };
}

describe('iom-feed prerender', () => {
  let browser: Browser;
  before(async () => {
    browser = await puppeteer.launch(launchOptions.chromium);
  });
  after(() => browser.close());

  it('fills the widgets of a page, which then reads without script', async () => {
    const { path, feed } = given();
    const { stdout, stderr, code } = await iomFeed(['prerender', path('page.html'), ...feed]);
    assert.deepEqual([stderr, code], ['', 0]);
    assert.match(stdout, /<iom-news-feed data-prerendered [^>]+><template shadowrootmode="open">/);

    const page = await browser.newPage();
    await page.setJavaScriptEnabled(false);
    await page.setContent(stdout);
    // What is not painted yet is not in the tree yet.
    await page.screenshot();
    const names: string[] = [];
    const collect = ({ name, children = [] }: { name?: string; children?: object[] }) => {
      if (name) names.push(name);
      children.forEach(collect);
    };
    collect((await page.accessibility.snapshot({ interestingOnly: false }))!);
    for (const words of ['Press', 'Title 5', 'Title 4', 'Footer']) assert.ok(names.includes(words), words);
    assert.ok(!names.includes('Title 3'));
    await page.close();
  });

  it('leaves the rest of the page as it was, to the byte, and a page filled again is filled anew', async () => {
    const { path, feed } = given();
    const once = await iomFeed(['prerender', path('page.html'), ...feed, '--out', path('filled.html')]);
    assert.deepEqual([once.stdout, once.stderr, once.code], ['', '', 0]);
    const filled = readFileSync(path('filled.html'), 'utf8');
    const [start, end] = html.split('<a href="https://example.org/">All news</a>');
    assert.ok(filled.startsWith(start.slice(0, start.indexOf('<iom-news-feed'))));
    assert.ok(filled.endsWith(`<a href="https://example.org/">All news</a>${end}`));
    const again = await iomFeed(['prerender', path('filled.html'), ...feed]);
    assert.equal(again.stdout, filled);
  });

  it('reads the page from standard input, and writes style sheets where styles in the page are forbidden', async () => {
    const { path, feed } = given();
    mkdirSync(path('css'));
    const args = ['prerender', ...feed, '--styles', path('css'), '--styles-url', '/css'];
    const { stdout, code } = await iomFeed(args, { input: html });
    assert.equal(code, 0);
    const [sheet] = readdirSync(path('css'));
    assert.ok(stdout.includes(`<link rel="stylesheet" href="/css/${sheet}">`));
    assert.doesNotMatch(stdout, /<style/);
  });

  it('a page without widgets ⇒ the page', async () => {
    const { path } = given('<p>Nothing <b>here');
    const { stdout, code } = await iomFeed(['prerender', path('page.html')]);
    assert.deepEqual([stdout, code], ['<p>Nothing <b>here', 0]);
  });

  it('a widget that the feed has nothing for ⇒ the page, and which one', async () => {
    const { path, feed } = given(html.replaceAll('iom-news-feed', 'iom-org-chart'));
    const { stdout, stderr, code } = await iomFeed(['prerender', path('page.html'), ...feed]);
    assert.equal(code, 1);
    assert.match(stderr, /page\.html: <iom-org-chart>: .+ has nothing for it in en/);
    assert.ok(stdout.includes('All news'));
  });

  for (const [name, options, page, feed, message] of [
    ['no such page', [], undefined, '', /nowhere\.html can't be read; check its name and permissions\n$/],
    [
      'a feed that is not at hand',
      [],
      html.replace(src, 'feed.json'),
      '',
      /page\.html: the feed feed\.json: its address can't be resolved; pass it with --feed URL=FILE, .+ or set the address of the page with --base\./,
    ],
    [
      'a feed that nobody serves',
      ['--base', 'http://127.0.0.1:1/'],
      html.replace(src, 'feed.json'),
      '',
      /the feed http:\/\/127\.0\.0\.1:1\/feed\.json: the server does not respond; check the address/,
    ],
    [
      'a feed that is no JSON',
      ['feed'],
      html,
      '<!doctype html>',
      /the feed \S+: it is not JSON; check it with iom-feed validate\./,
    ],
    ['JSON that is no feed', ['feed'], html, '{}', /the feed \S+: it is JSON, but not a feed; /],
    [
      'a --feed without an address',
      ['--feed', 'feed.json'],
      html,
      '',
      /--feed feed\.json: write the address as the page has it, then = and the file/,
    ],
  ] as const) {
    it(`${name} ⇒ says so; what was there stays`, async () => {
      const at = given(page, feed);
      writeFileSync(at.path('out.html'), 'as it was');
      const more = options[0] === 'feed' ? at.feed : options;
      const source = page === undefined ? 'nowhere.html' : at.path('page.html');
      const { stdout, stderr, code } = await iomFeed(['prerender', source, ...more, '--out', at.path('out.html')]);
      assert.deepEqual([stdout, code], ['', 2], stderr);
      assert.match(stderr, message);
      assert.equal(readFileSync(at.path('out.html'), 'utf8'), 'as it was');
    });
  }

  it('an address that a word processor has changed ⇒ what is wrong with it, and what to write', async () => {
    const { path, feed } = given(html.replace(src, `”${src}”`));
    const { stdout, stderr, code } = await iomFeed(['prerender', path('page.html'), ...feed]);
    assert.deepEqual([stdout, code], ['', 2]);
    assert.match(stderr, /curly or doubled quotes around it; write https:\/\/feeds\.example\.org\/test\.en\.json\.$/m);
  });

  it('a folder that isn’t there ⇒ says so, and makes nothing', async () => {
    const { path, feed } = given();
    const { stderr, code } = await iomFeed(['prerender', path('page.html'), ...feed, '--out', path('no/page.html')]);
    assert.equal(code, 2);
    assert.match(stderr, /page\.html was not written: its folder does not exist; create it first/);
    assert.ok(!existsSync(path('no')));
  });
});
