import { expect, fixture, html } from '@open-wc/testing';
import type { IomElement } from '../../src/elements/base/iom-element.js';
import type { NewsFeed } from '../../src/elements/news-feed/news-feed.js';
import { placeholderHeights } from '../../src/elements.js';
import { expectAccessible } from '../helpers/engine.js';
import { nextEvent, until } from '../helpers/events.js';
import { drawOnServer, prerender, takenOver } from '../helpers/render.js';

await drawOnServer();
await import('../../src/iom-widgets.js');

const item = (id: string, more: object = {}) => ({
  id,
  title: `Item ${id}`,
  url: `https://example.org/${id}`,
  ...more,
});
const feedOf = (...items: object[]) => ({
  version: 'https://jsonfeed.org/version/1.1',
  title: 'Test feed',
  language: 'en',
  items,
});
/** An address that answers with this feed, and no other test's. */
const answering = (feed: object) => `/faults/text?${encodeURIComponent(JSON.stringify({ ...feed, n: Math.random() }))}`;
const countOf = async (url: string) =>
  Number(await (await fetch(`/faults/count?of=${encodeURIComponent(url)}`)).text());

/** What is said of a page as it came from the server. */
const page = (body: string, lang = 'en') => prerender(`<html lang="${lang}">${body}`);

/** Puts a page into this one, as if it had been opened. */
async function open<T extends IomElement>(filled: string, lang = 'en'): Promise<T> {
  const place = await fixture(html`<div lang=${lang}></div>`);
  place.setHTMLUnsafe(filled);
  return place.firstElementChild as T;
}
const root = (element: IomElement) => element.shadowRoot!;
const textOf = (element: IomElement) => root(element).textContent?.replace(/\s+/g, ' ').trim();
/** The text, but for what data of Unicode (CLDR) differ in from year to year: digits, capitals, leading zeros. */
const wordsOf = (element: IomElement) =>
  textOf(element)
    ?.replace(/[٠-٩]/g, (digit) => `${digit.charCodeAt(0) % 16}`)
    .replace(/[٫٬]/g, (sign) => (sign === '٫' ? '.' : ','))
    .replace(/\b0(?=\d:)/g, '')
    .toLowerCase();
const titles = (element: IomElement) =>
  [...root(element).querySelectorAll('[part=title]')].map(({ textContent }) => textContent?.trim());
const links = (element: IomElement) => [...root(element).querySelectorAll('a')];

describe('what a server has drawn', () => {
  for (const name of Object.keys(placeholderHeights)) {
    for (const lang of ['en', 'fr', 'ar']) {
      it(`<iom-${name} lang="${lang}"> looks as if the browser had drawn it, and is the same nodes`, async () => {
        const tag = `<iom-${name} src="/faults/office/{lang}"></iom-${name}>`;
        const element = await open(await page(tag, lang), lang);
        await takenOver(element);
        await until(() => element.matches(':state(ready)') && root(element).adoptedStyleSheets.length);
        expect(root(element).querySelector('style, link')).to.equal(null);
        const other = await open(tag, lang);
        await until(() => other.matches(':state(ready)'));
        // A map is drawn in sight.
        other.scrollIntoView();
        await until(() => wordsOf(element) === wordsOf(other)).catch(String);
        expect(wordsOf(element)).to.equal(wordsOf(other));
        await until(() => element.offsetHeight === other.offsetHeight, 'the same height');
        await expectAccessible(element);
      });
    }
  }

  it('of a light list stays until the browser has the rest; so does the excerpt of a release', async () => {
    const list = '<iom-news-feed limit="12" src="/publication/oim.fr/news.json"></iom-news-feed>';
    const filled = await open<NewsFeed>(await page(list, 'fr'), 'fr');
    expect(titles(filled)).to.have.length(5);
    const [drawn] = titles(filled);
    await takenOver(filled);
    expect(titles(filled)[0]).to.equal(drawn);
    await until(() => titles(filled).length === 12, 'twelve items');

    const release = '<iom-press-release src="/publication/oim.fr/news.json"></iom-press-release>';
    const element = await open(await page(release, 'fr'), 'fr');
    const body = () => root(element).querySelector('[part=body]')!.textContent;
    expect(body()).to.match(/^\s*Montevideo – À Montevideo, des fonctionnaires/);
    await takenOver(element);
    await until(() => body().includes('Les experts de l'), 'the whole text');
  });

  it('is asked for once by all elements, and after it was shown', async () => {
    const url = answering(feedOf(item('a')));
    const filled = await page(
      `<div><iom-news-feed src="${url}"></iom-news-feed><iom-news-feed src="${url}"></iom-news-feed></div>`,
    );
    const before = await countOf(url);
    const place = await open(filled);
    await Promise.all([...place.querySelectorAll<NewsFeed>('iom-news-feed')].map(takenOver));
    await until(async () => (await countOf(url)) > before);
    expect((await countOf(url)) - before).to.equal(1);
  });

  it('stays until the newer feed is there, which changes only what is new', async () => {
    const filled = await page(`<iom-news-feed src="${answering(feedOf(item('a'), item('b')))}"></iom-news-feed>`);
    const newer = answering(feedOf(item('a'), item('c')));
    // The feed has changed since the page was made.
    const element = await open<NewsFeed>(
      filled
        .replace(/<iom-news-feed data-prerendered src="[^"]+"/, `<iom-news-feed data-prerendered src="${newer}"`)
        .replace(/(<script [^>]+data-prerendered=)"[^"]+"/, `$1"${newer}"`),
    );
    const [first, second] = links(element);
    expect(titles(element)).to.deep.equal(['Item a', 'Item b']);
    first.focus();
    await takenOver(element);
    await until(() => titles(element).includes('Item c'), 'the newer feed');
    expect(links(element)).to.deep.equal([first, second]);
    expect(root(element).activeElement).to.equal(first);
  });

  it('stays when the feed can’t be had, with a note that says so', async () => {
    const filled = await page(`<iom-news-feed src="${answering(feedOf(item('a')))}"></iom-news-feed>`);
    const element = await open(
      filled.replaceAll(/(src|json" data-prerendered)="[^"]+"/g, '$1="/faults/status/404?gone"'),
    );
    await takenOver(element);
    await until(() => element.matches(':state(stale)') && root(element).querySelector('[part=notice]'));
    expect(titles(element)).to.deep.equal(['Item a']);
  });

  it('by another version of the library is drawn anew, when all is there', async () => {
    const filled = await page(`<iom-news-feed src="${answering(feedOf(item('a')))}"></iom-news-feed>`);
    const element = await open(filled.replace(/<!--lit-part [\w+/]{8}/g, '<!--lit-part AAAAAAAA'));
    expect(titles(element)).to.deep.equal(['Item a']);
    await until(() => element.prerendered === false);
    await until(() => element.matches(':state(ready)'));
    expect(titles(element)).to.deep.equal(['Item a']);
  });

  for (const [what, change] of [
    ['without its comments', (html: string) => html.replace(/<!--[^]*?-->/g, '')],
    ['without some of its comments', (html: string) => html.replace('<!--lit-node 0-->', '')],
    ['with elements around words', (html: string) => html.replace('Item a', '<font>Item a</font>')],
    ['with pictures exchanged', (html: string) => html.replace(/<img [^>]+>/, '<picture>$&</picture>')],
  ] as const) {
    it(`${what} is drawn anew, once`, async () => {
      const url = answering(feedOf(item('a', { image: '/demo/images/hills.svg' })));
      const element = await open<NewsFeed>(change(await page(`<iom-news-feed src="${url}"></iom-news-feed>`)));
      await until(() => element.prerendered === false);
      await until(() => element.matches(':state(ready)'));
      expect(root(element).querySelectorAll('[part=base]').length).to.equal(1);
      expect(titles(element)).to.deep.equal(['Item a']);
      expect(root(element).querySelector('style, picture, font')).to.equal(null);
      expect(root(element).querySelector('img')!.getAttribute('src')).to.contain('/demo/images/hills.svg');
    });
  }

  it('with other addresses, words or attributes is corrected, and stays the same nodes', async () => {
    const url = answering(feedOf(item('a', { image: '/demo/images/hills.svg' })));
    const filled = await page(`<iom-news-feed src="${url}"></iom-news-feed>`);
    const element = await open<NewsFeed>(
      filled
        .replace('href="https://example.org/a"', 'href="/hidden" target="_blank"')
        .replace(/(<img [^>]*)src=/, '$1srcset="/x 2x" data-src=')
        .replace('Item a', 'Item&nbsp;A'),
    );
    const [link] = links(element);
    await takenOver(element);
    expect(links(element)).to.deep.equal([link]);
    expect([link.getAttribute('href'), link.target, link.textContent]).to.deep.equal([
      'https://example.org/a',
      '',
      'Item a',
    ]);
    const image = root(element).querySelector('img')!;
    expect(image.getAttribute('src')).to.contain('/demo/images/hills.svg');
    expect(image.hasAttribute('srcset') || image.hasAttribute('data-src')).to.equal(false);
  });

  it('that comes when all scripts are there is drawn anew where nothing says that it is filled', async () => {
    const url = answering(feedOf(item('a')));
    const filled = await page(`<iom-news-feed src="${url}"></iom-news-feed>`);
    const element = await open<NewsFeed>(filled.replaceAll('data-prerendered', 'data-x'));
    await until(() => element.matches(':state(ready)') && element.prerendered === false);
    expect(root(element).querySelectorAll('[part=base]').length).to.equal(1);
    expect(titles(element)).to.deep.equal(['Item a']);
  });

  it('of which the page holds nothing is drawn anew, when the feed is there', async () => {
    const filled = await page(`<iom-news-feed src="${answering(feedOf(item('a')))}"></iom-news-feed>`);
    const element = await open(filled.replace(/<script.*<\/script>/, ''));
    await until(() => element.prerendered === false);
    expect(titles(element)).to.deep.equal(['Item a']);
    expect(root(element).querySelectorAll('[part=base]').length).to.equal(1);
  });

  it('works: a visitor asks for more', async () => {
    const url = answering(feedOf(item('a'), item('b')));
    const element = await open(await page(`<iom-news-feed src="${url}" limit="1" more></iom-news-feed>`));
    await takenOver(element);
    root(element).querySelector('button')!.click();
    await until(() => titles(element).length === 2);
  });

  it('says how long ago something was only where that is known', async () => {
    const now = new Date().toISOString();
    const url = answering(feedOf(item('a', { date_published: now })));
    const element = await open(await page(`<iom-news-feed src="${url}" dates="relative"></iom-news-feed>`));
    const day = new Intl.DateTimeFormat('en', { dateStyle: 'long', timeZone: 'UTC' }).format(Date.parse(now));
    expect(root(element).querySelector('time')!.textContent).to.equal(day);
    await until(() => root(element).querySelector('time')!.textContent === 'this minute');
  });

  it('tells of itself as if the browser had drawn it', async () => {
    const element = await open<NewsFeed>(
      await page(`<iom-news-feed src="${answering(feedOf(item('a')))}"></iom-news-feed>`),
    );
    const { feed } = await nextEvent(element, 'iom-load');
    expect(feed.items.map(({ title }) => title)).to.deep.equal(['Item a']);
  });
});
