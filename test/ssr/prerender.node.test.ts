import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { placeholderHeights } from '../../src/elements.js';
import { FeedError, prerender } from '../../src/ssr/index.js';
import { officeFeed } from '../fixtures/office-feed.mjs';

const item = (id: string, more: object = {}) => ({
  id,
  title: `Item ${id}`,
  summary: `Summary of ${id}`,
  url: `https://example.org/${id}`,
  ...more,
});
const feedOf = (items: object[], more: object = {}) => ({
  version: 'https://jsonfeed.org/version/1.1',
  title: 'Test feed',
  language: 'en',
  items,
  ...more,
});
const letters = feedOf([...'abcdefgh'].map((id) => item(id)));
const page = (body: string, lang = ' lang="en"') => `<!doctype html><html${lang}><title>Test page</title><body>${body}`;
const news = (attributes = '', inside = '<a href="/">News</a>') =>
  `<iom-news-feed src="feed.json" ${attributes}>${inside}</iom-news-feed>`;

const fill = async (body: string, feed: object, options: object = {}) =>
  (await prerender(page(body), { feeds: { 'feed.json': feed }, ...options })).html;
/** What the shadow root of the first element holds. */
const shadowOf = (html: string) => /<template shadowrootmode="open">(.*?)<\/template>/s.exec(html)?.[1] ?? '';
const textOf = (html: string) =>
  shadowOf(html)
    .replace(/<style>.*?<\/style>|<!--.*?-->|<\?>|<[^>]+>/gs, ' ')
    .replace(/\s+/g, ' ')
    .trim();
/** What the page holds of the feed. */
const heldIn = (html: string) =>
  JSON.parse(/<script type="application\/json" data-prerendered="feed.json">(.*?)<\/script>/s.exec(html)![1]) as {
    items: Record<string, unknown>[];
  };

describe('prerender', () => {
  it('fills an element with what it shows, before its fallback', async () => {
    const html = await fill(news('limit="2"'), letters);
    assert.equal(textOf(html), 'Test feed Item a Summary of a Item b Summary of b');
    assert.match(html, /<iom-news-feed data-prerendered src="feed.json" limit="2"><template.*<a href="\/">News<\/a>/s);
  });

  for (const [what, tag] of [
    ['as if it were void', '<iom-news-feed src="feed.json" />'],
    ['with an address that has taken the slash', '<iom-news-feed src=feed.json/>'],
    ['and not closed', '<iom-news-feed src="feed.json"><a href="/">News</a>'],
  ]) {
    it(`leaves an element alone that is written ${what}, and says where it is`, async () => {
      const html = page(`<main>\n${tag}<h2>Services</h2></main>${news()}`);
      const { html: filled, problems } = await prerender(html, { feeds: { 'feed.json': letters } });
      assert.ok(filled.includes(`<main>\n${tag}<h2>Services</h2></main>`));
      assert.match(textOf(filled), /^Test feed Item a/);
      assert.deepEqual(problems, [
        'line 2: <iom-news-feed> is not closed, so the rest of the page is inside it; write <iom-news-feed …></iom-news-feed>: HTML has no <iom-news-feed … />',
      ]);
    });
  }

  for (const name of Object.keys(placeholderHeights)) {
    for (const lang of ['ar', 'zh', 'en', 'fr', 'ru', 'es', 'de']) {
      it(`<iom-${name}> in "${lang}", from a feed that has everything`, async () => {
        const body = `<iom-${name} src="office.{lang}.json"></iom-${name}>`;
        const feeds = (src: string) => JSON.stringify(officeFeed(src.split('.')[1]));
        const { html, problems } = await prerender(page(body, ` lang="${lang}"`), { feeds });
        assert.deepEqual(problems, []);
        assert.ok(textOf(html).length > 50, textOf(html));
        assert.match(shadowOf(html), new RegExp(`lang="${lang}" dir="${lang === 'ar' ? 'rtl' : 'ltr'}"`));
      });
    }
  }

  it('leaves everything else as it was, to the byte', async () => {
    const before = `<!DOCTYPE HTML>\r\n<HTML lang=en><p>a<p class='x'  id=y>&eacute;&amp & <b><i>c</b></i>\t<svg viewBox="0 0 1 1"/>`;
    const after = `\n<table><td>x<iom-unknown src="feed.json"></iom-unknown><!-- <iom-news-feed src=feed.json> -->`;
    const { html } = await prerender(`${before}${news()}${after}`, { feeds: { 'feed.json': letters } });
    assert.equal(
      html.replace(/ data-prerendered|<template.*<\/template><script.*?<\/script>/gs, ''),
      before + news() + after,
    );
  });

  it('again and again gives the same page, and a newer feed takes the place of the older', async () => {
    const once = await fill(news() + news('limit="1"'), letters);
    const again = await prerender(once, { feeds: { 'feed.json': letters } });
    assert.equal(again.html, once);
    const newer = await prerender(once, { feeds: { 'feed.json': feedOf([item('new')]) } });
    assert.equal(newer.html, await fill(news() + news('limit="1"'), feedOf([item('new')])));
  });

  it('a feed that has nothing any more ⇒ the page as it was, and a line that says so', async () => {
    const once = await fill(news(), letters);
    const { html, problems } = await prerender(once, { feeds: { 'feed.json': feedOf([]) } });
    assert.equal(html, page(news()));
    assert.deepEqual(problems, ['<iom-news-feed>: feed.json has nothing for it in en']);
  });

  it('attributes in every form they may be written in', async () => {
    const html = await fill(`<IOM-NEWS-FEED data-src='feed.json' data-limit=2></IOM-NEWS-FEED>`, letters);
    assert.equal(textOf(html), 'Test feed Item a Summary of a Item b Summary of b');
    assert.ok(html.includes(`<IOM-NEWS-FEED data-prerendered data-src='feed.json' data-limit=2>`));
  });

  it('what is loaded later in a browser is there, too: cards, filters, "more", dates', async () => {
    const feed = feedOf([...'abcdefgh'].map((id) => item(id, { tags: [id], date_published: '2026-03-10T10:00:00Z' })));
    const html = await fill(
      news('limit="1" layout="cards" controls="search,tags" more dates="relative" lang="fr" any-language'),
      feed,
    );
    // Whoever reads it reads it later: the day itself is always right.
    assert.match(textOf(html), /Item a Summary of a 10 mars 2026/);
    // What needs script keeps its place, with words that only styles read.
    assert.match(shadowOf(html), /data-words="Rechercher".*Item a.*data-words="Afficher plus"/s);
    assert.match(shadowOf(html), /grid-template-columns/);
  });

  it('one element inside another', async () => {
    const release = item('a', { content_html: '<p>Text</p>', _iom: { contacts: ['desk'] } });
    const feed = feedOf([release], { _iom: { contacts: [{ id: 'desk', name: 'Test desk' }] } });
    const html = await fill('<iom-press-release src="feed.json"></iom-press-release>', feed);
    assert.match(html, /<iom-press-contact\s+lang="en" defer-hydration><template [^>]+>.*Test desk/s);
  });

  it('HTML of the feed is cleaned, text is text', async () => {
    const feed = feedOf([
      item('a', {
        title: '</template><script>x()</script>',
        content_html: '<p onclick="x()">Text</p><script>x()</script>',
      }),
    ]);
    const html = await fill('<iom-press-release src="feed.json"></iom-press-release>', feed);
    assert.match(html, /part="body"[^>]*><p>Text<\/p>/);
    assert.doesNotMatch(html, /<script>|<p onclick/);
  });

  it('structured data for those who ask', async () => {
    const body = (more: string) => `<iom-press-release src="feed.json" ${more}></iom-press-release>`;
    assert.doesNotMatch(await fill(body(''), letters), /ld\+json/);
    const html = await fill(body('structured-data'), letters);
    const [, data] = /<script type="application\/ld\+json" data-prerendered>(.*?)<\/script>/.exec(html)!;
    assert.equal((JSON.parse(data) as { headline: string }).headline, 'Item a');
    assert.equal(await fill(html.replace(/^.*<body>/s, ''), letters), html);
  });

  it('nothing under embargo gets into the page', async () => {
    const secret = item('secret', { _iom: { embargo_until: '9999-01-01T00:00:00Z', contacts: ['desk'] } });
    const unclear = item('unclear', { _iom: { embargo_until: 'soon' } });
    const tags = Object.keys(placeholderHeights).map(
      (name) => `<iom-${name} src="feed.json" more item-id="secret"></iom-${name}>`,
    );
    const html = await fill(tags.join(''), feedOf([secret, unclear, item('a')]));
    assert.doesNotMatch(html, /Item (secret|unclear)/);
  });
});

describe('what a page holds of a feed', () => {
  it('is what its elements show, once for all of them', async () => {
    const feed = feedOf(letters.items.map((entry) => ({ ...entry, content_html: '<p>Text</p>', tags: ['x'] })));
    const html = await fill(news('limit="2"') + news('limit="3"'), feed);
    assert.equal(html.match(/application\/json/g)?.length, 1);
    const { items } = heldIn(html);
    assert.deepEqual(
      items.map(({ title }) => title),
      ['Item a', 'Item b', 'Item c'],
    );
    assert.deepEqual(Object.keys(items[0]).sort(), ['id', 'language', 'summary', 'title', 'url']);
  });

  it('is enough to draw the same again', async () => {
    for (const attributes of ['', 'more limit="2"', 'controls="tags" limit="1"', 'search="Item c"']) {
      const feed = feedOf(letters.items.map((entry, index) => ({ ...entry, tags: [`tag ${index}`] })));
      const html = await fill(news(attributes), feed);
      assert.equal(shadowOf(await fill(news(attributes), { ...feed, ...heldIn(html) })), shadowOf(html), attributes);
    }
  });

  it('is not there when the feed stands in the page', async () => {
    const inline = `<script type="application/feed+json">${JSON.stringify(letters)}</script>`;
    const { html } = await prerender(page(`<iom-news-feed limit="1">${inline}</iom-news-feed>`));
    assert.equal(textOf(html), 'Test feed Item a Summary of a');
    assert.doesNotMatch(html, /application\/json/);
  });
});

describe('addresses', () => {
  const pictured = feedOf([item('a', { url: '../news/a?b#c', image: '/images/a.png' })]);

  it('that are relative stay so where the page has no address', async () => {
    const html = await fill(news().replace('feed.json', 'feeds/feed.json'), pictured, {
      feeds: { 'feeds/feed.json': pictured },
    });
    assert.match(html, /src="\/images\/a.png".*href="news\/a\?b#c"/s);
    assert.doesNotMatch(html, /page\.invalid/);
  });

  it('are whole where it has one, also with a base', async () => {
    const options = { base: 'https://example.org/x/page.html' };
    assert.match(await fill(news(), pictured, options), /href="https:\/\/example.org\/news\/a\?b#c"/);
    assert.match(
      await fill(`<base href="/y/z/">${news()}`, pictured, options),
      /href="https:\/\/example.org\/y\/news\/a\?b#c"/,
    );
  });
});

describe('language', () => {
  const src = 'oim.{lang}.json';
  const feeds = (name: string) => feedOf([item(name, { language: name.slice(4, 6) })], { language: name.slice(4, 6) });
  const body = `<iom-news-feed src="${src}"></iom-news-feed>`;

  it('of the nearest lang', async () => {
    const { html } = await prerender(page(`<div lang="fr">${body}</div>${body}`), { feeds });
    assert.deepEqual([...html.matchAll(/Item (oim\.\w\w)/g)].map(([, name]) => name).slice(0, 1), ['oim.fr']);
    assert.match(html, /Item oim\.en/);
  });

  for (const [lang, wanted] of [
    ['fr_FR', 'fr'],
    ['fr, en', 'fr'],
    ['\nfr ', 'fr'],
    ['x-default', 'en'],
    ['', 'en'],
  ]) {
    it(`lang="${lang}" ⇒ the feed in "${wanted}", for the page and for an element of its own`, async () => {
      const own = `<iom-news-feed lang="${lang}" src="${src}"></iom-news-feed>`;
      const { html, problems } = await prerender(page(`${body}${own}`, ` lang="${lang}"`), { feeds });
      assert.deepEqual(problems, []);
      assert.deepEqual(
        html.split('<template ').map((part) => /Item oim\.(\w\w)/.exec(part)?.[1]),
        [undefined, wanted, wanted],
      );
    });
  }

  it('where the page names none, the one that was asked for, and the element is given it', async () => {
    const { html } = await prerender(page(body, ''), { feeds, language: 'ru' });
    assert.match(html, /<iom-news-feed data-prerendered lang="ru" src/);
    assert.equal((await prerender(html, { feeds, language: 'ru' })).html, html);
  });

  it('else that of the feed', async () => {
    const html = await prerender(page(news(), ''), { feeds: { 'feed.json': feedOf([item('a')], { language: 'es' }) } });
    assert.match(html.html, /<iom-news-feed data-prerendered lang="es"/);
  });
});

describe('styles', () => {
  it('stand in the page; the hashes allow them in a policy', async () => {
    const { html, styleHashes } = await prerender(page(news()), { feeds: { 'feed.json': letters } });
    const { createHash } = await import('node:crypto');
    const styles = [...html.matchAll(/<style>(.*?)<\/style>/gs)].map(
      ([, css]) => `'sha256-${createHash('sha256').update(css).digest('base64')}'`,
    );
    assert.deepEqual(styles, styleHashes);
    assert.equal(styles.length, 1);
  });

  it('or in files that it links to', async () => {
    const { html, styleSheets, styleHashes } = await prerender(page(news()), {
      feeds: { 'feed.json': letters },
      styles: 'assets',
    });
    const [[name, css]] = styleSheets;
    assert.match(name, /^iom-news-feed-[0-9a-f]{8}\.css$/);
    assert.ok(html.includes(`<link rel="stylesheet" href="assets/${name}">`));
    assert.match(css, /:host/);
    assert.doesNotMatch(html, /<style/);
    assert.deepEqual(styleHashes, []);
  });
});

describe('what can’t be filled', () => {
  for (const [what, body, feeds, code] of [
    ['no src', '<iom-news-feed></iom-news-feed>', {}, 'no-source'],
    ['a feed that is not at hand, of a page without address', news(), {}, 'no-source'],
    ['no JSON', news(), { 'feed.json': '<p>' }, 'not-json'],
    ['JSON that is no feed', news(), { 'feed.json': '{}' }, 'not-a-feed'],
    ['a server that is not there', news().replace('feed.json', 'http://127.0.0.1:9/'), {}, 'network'],
  ] as const) {
    it(`${what} ⇒ ${code}`, () =>
      assert.rejects(prerender(page(body), { feeds }), (error) => error instanceof FeedError && error.code === code));
  }

  it('values that can’t be read ⇒ a line for each', async () => {
    const feed = feedOf([item('a', { date_published: 'some day' })]);
    const { problems } = await prerender(page(news()), { feeds: { 'feed.json': feed } });
    assert.deepEqual(problems, ['feed.json: items[0].date_published: "some day"']);
  });

  it('the same of what only one element shows, once, on every page that is made from the feed', async () => {
    const feed = feedOf([item('a'), item('b')], {
      _iom: {
        contacts: [{ name: 'Test Person', email: 'nobody' }],
        sections: [{ id: 'x', cards: [{ title: 'Page', url: 'javascript:x()' }] }],
      },
    });
    const body = `${news('limit="1"')}<iom-press-contact src="feed.json"></iom-press-contact>`;
    for (const html of [page(body), page(body)]) {
      const { problems } = await prerender(html, { feeds: { 'feed.json': feed } });
      assert.deepEqual([...problems].sort(), [
        'feed.json: _iom.contacts[0].email: "nobody"',
        'feed.json: _iom.sections[0].cards[0].url: "javascript:x()"',
      ]);
    }
  });

  it('no elements ⇒ the page', async () => {
    for (const html of ['', '<p>a', 'text']) assert.equal((await prerender(html)).html, html);
  });
});
