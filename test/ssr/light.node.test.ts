// prerender with `light`: plain HTML inside the tags, for whoever doesn't look into shadow roots.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Readability } from '@mozilla/readability';
import { JSDOM } from 'jsdom';
import { placeholderHeights } from '../../src/elements.js';
import { prerender } from '../../src/ssr/index.js';
import { officeFeed } from '../fixtures/office-feed.mjs';

const paragraph =
  'Test words of a release that a reader wants to read whole, and that are many, so that they are found. ';
const release = {
  id: 'test',
  title: 'Test release of an office',
  url: 'https://www.example.org/test',
  date_published: '2026-03-10T12:00:00Z',
  content_html: `<p>First ${paragraph.repeat(4)}</p><h2>Test heading</h2><p>Second <em>${paragraph.repeat(4)}</em></p>
    <ul><li>Test entry</li></ul><p>Third <a href="/more">${paragraph}</a>${paragraph.repeat(3)}</p><p>Last words of it</p>`,
  _iom: { dateline: 'Testville', kind: 'press-release', contacts: ['desk'] },
};
const feed = {
  version: 'https://jsonfeed.org/version/1.1',
  title: 'Test feed',
  home_page_url: 'https://www.example.org/',
  language: 'en',
  items: [release, { ...release, id: 'other', title: 'Other release', summary: 'Test summary' }],
  _iom: {
    about: 'https://www.example.org',
    contacts: [{ id: 'desk', name: 'Test desk', email: 'desk@example.org', phones: [{ number: '+41225550100' }] }],
  },
};
const page = (body: string, lang = 'en') =>
  `<!doctype html><html lang="${lang}"><head><title>Test page</title></head><body>${body}</body></html>`;
const tag = (name: string, attributes = '') =>
  `<iom-${name} src="feed.json"${attributes}><a href="/news">News</a></iom-${name}>`;

const fill = async (html: string, given: object = feed) =>
  (await prerender(html, { feeds: { 'feed.json': given }, light: true })).html;
const elementIn = (html: string) => {
  const { document } = new JSDOM(html).window;
  return document.querySelector('[data-light]')!;
};
const textOf = (element: Element) => element.textContent.replace(/\s+/g, ' ').trim();

describe('prerender, light', () => {
  it('a list is headings, articles, times and links; the page’s own link stays', async () => {
    const element = elementIn(await fill(page(tag('news-feed', ' heading-level="2"'))));
    assert.equal(element.localName, 'iom-news-feed');
    assert.equal(element.querySelectorAll('ul > li > article').length, 2);
    const [title] = element.querySelectorAll('article > * h2, article > h2');
    assert.equal(title.querySelector('a')!.getAttribute('href'), 'https://www.example.org/test');
    assert.equal(textOf(title), 'Test release of an office');
    const time = element.querySelector('time')!;
    assert.deepEqual([time.dateTime, textOf(time)], ['2026-03-10T12:00:00Z', 'March 10, 2026']);
    assert.equal(element.lastElementChild!.outerHTML, '<a href="/news">News</a>');
  });

  it('Readability finds a whole release, in a page as the server sends it', async () => {
    const html = await fill(page(`<nav><a href="/">Home</a></nav>${tag('press-release')}<footer>Imprint</footer>`));
    const { document } = new JSDOM(html, { url: 'https://partner.example/' }).window;
    const { title, content, textContent } = new Readability(document).parse()!;
    assert.equal(title, 'Test page');
    for (const words of ['Testville – First', 'Test heading', 'Second', 'Test entry', 'Third', 'Last words of it']) {
      assert.ok(textContent!.includes(words), words);
    }
    assert.equal(textContent!.split(paragraph.trim()).length - 1, 12);
    assert.match(content!, /<a href="https:\/\/www.example.org\/more">/);
    // Without it there is none.
    const filled = (await prerender(page(tag('press-release')), { feeds: { 'feed.json': feed } })).html;
    const found = new Readability(new JSDOM(filled).window.document).parse();
    assert.ok(!found?.textContent?.includes('Last words of it'));
  });

  it('a release has its contact: names, numbers and addresses', async () => {
    const element = elementIn(await fill(page(tag('press-release'))));
    assert.equal(element.querySelectorAll('article').length, 1);
    assert.equal(textOf(element.querySelector('h2')!), 'Test release of an office');
    assert.ok(element.querySelector('a[href="mailto:desk@example.org"]'));
    assert.ok(element.querySelector('a[href="tel:+41225550100"]'));
    assert.equal(element.querySelector('iom-press-contact'), null);
  });

  for (const name of Object.keys(placeholderHeights)) {
    for (const lang of ['ar', 'zh', 'en', 'fr', 'ru', 'es']) {
      it(`<iom-${name}> in "${lang}" says what its shadow root would, without what needs style or script`, async () => {
        const body = page(`<iom-${name} src="office.json"></iom-${name}>`, lang);
        const feeds = { 'office.json': officeFeed(lang) };
        const { html, problems, styleSheets, styleHashes } = await prerender(body, { feeds, light: true });
        assert.deepEqual([problems, styleSheets.size, styleHashes], [[], 0, []]);
        const element = elementIn(html);
        const content = element.querySelector('div[data-light]')!;
        assert.deepEqual(
          [content.getAttribute('lang'), content.getAttribute('dir')],
          [lang, lang === 'ar' ? 'rtl' : 'ltr'],
        );
        assert.equal(
          element.querySelector(
            '[class],[style],[part],[role],[id],button,svg,style,script,template,slot,form,img[alt=""]',
          ),
          null,
        );
        const links = [...content.querySelectorAll('a')];
        assert.ok(links.every((link) => link.getAttribute('href') && textOf(link)));
        const filled = (await prerender(body, { feeds })).html;
        const shadow = new JSDOM(filled).window.document.querySelector<HTMLTemplateElement>(`iom-${name} > template`)!;
        const wanted = [...shadow.content.querySelectorAll('a[href]')].map(textOf).filter(Boolean);
        const said = textOf(content);
        for (const text of wanted) assert.ok(said.includes(text), text);
        assert.ok(said.length > 50, said);
      });
    }
  }

  it('again gives the same page, and either form takes the place of the other', async () => {
    const start = page(tag('news-feed') + tag('press-release', ' structured-data'));
    const once = await fill(start);
    assert.equal(await fill(once), once);
    const shadow = (await prerender(start, { feeds: { 'feed.json': feed } })).html;
    assert.equal((await prerender(once, { feeds: { 'feed.json': feed } })).html, shadow);
    assert.equal(await fill(shadow), once);
    const [, data] = /ld\+json" data-light>(.*?)</.exec(once)!;
    assert.equal((JSON.parse(data) as { headline: string }).headline, release.title);
  });

  it('shows nothing under embargo', async () => {
    const items = [{ ...release, title: 'Secret', _iom: { embargo_until: '2999-01-01T00:00:00Z' } }, release];
    assert.doesNotMatch(await fill(page(tag('news-feed')), { ...feed, items }), /Secret/);
  });
});
