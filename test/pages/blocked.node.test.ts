import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Browser } from 'puppeteer-core';
import { placeholderHeights } from '../../src/elements.js';
import { contentShown, launch, serveSite, type Site } from '../helpers/site.js';

const names = Object.keys(placeholderHeights);
const widget = (name: string, attributes = '') =>
  `<section><h2>${name}</h2><iom-${name} src="/demo/feeds/oim.en.json" ${attributes}><a href="/">${name}</a></iom-${name}></section>`;
const page = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Test page</title><link rel="icon" href="data:," />
<script type="module" src="/dist/autoload.js"></script>
<main><iom-news-feed src="/demo/feeds/oim.en.json" limit="1"/><h2>Text of the page</h2><form><input /></form></main>
<div data-iom="news-feed" data-src="/demo/feeds/oim.en.json"><a href="/">In a div</a></div>
${widget('press-contact', 'consent')}${names.map((name) => widget(name)).join('')}`;

/** What the embed script and all elements are made of, by their names without hash. */
const files = ['deferred', 'unclosed-element', 'consent', 'core', 'shared', 'parse-lenient'].map(
  (name) => `chunks/${name}-`,
);

const head =
  '<!doctype html><html lang="en"><meta charset="utf-8"><title>Test page</title><link rel="icon" href="data:," /><script type="module" src="/dist/autoload.js"></script>';
const release = {
  version: 'https://jsonfeed.org/version/1.1',
  title: 'Test',
  items: [
    { id: '1', url: '/release', title: 'A release', summary: 'In short.', content_html: '<p>At <b>length</b>.</p>' },
  ],
};
const pages = {
  '/page': page,
  '/all': `${head}<main>${names.map((name) => widget(name)).join('')}</main>`,
  '/wishes': `${head}<main>
<iom-org-chart src="/demo/feeds/oim.en.json"></iom-org-chart>
<iom-office-map src="/demo/feeds/oim.en.json"></iom-office-map>
<iom-press-contact src="/demo/feeds/oim.en.json"></iom-press-contact>
<iom-news-feed src="/feed.json" open="here"></iom-news-feed></main>`,
  '/release': `${head}<iom-press-release src="/feed.json"></iom-press-release>`,
  '/feed.json': JSON.stringify(release),
};

describe('a page whose server has lost', () => {
  let site: Site;
  let browser: Browser;
  before(async () => {
    site = await serveSite(pages);
    browser = await launch('chromium');
  });
  after(async () => {
    await browser.close();
    await site.close();
  });

  for (const lost of [...files, 'elements/news-feed.js', 'feeds/']) {
    it(`${lost} ⇒ shows its own text and every fallback, keeps nothing free, and throws nothing`, async () => {
      const tab = await browser.newPage();
      const thrown: string[] = [];
      tab.on('pageerror', (error) => thrown.push(String(error)));
      await tab.setRequestInterception(true);
      tab.on('request', (request) => void (request.url().includes(`/${lost}`) ? request.abort() : request.continue()));
      await tab.setViewport({ width: 800, height: 600 });
      await tab.goto(`${site.origin}page`, { waitUntil: 'networkidle0' });
      await tab.evaluate(async () => {
        for (let y = 0; y < document.documentElement.scrollHeight; y += 600) {
          scrollTo(0, y);
          await new Promise(requestAnimationFrame);
        }
      });
      await tab.waitForNetworkIdle();
      const blank = await tab.$$eval('section > :last-child, [data-iom]', (all) =>
        all
          .filter((entry) => {
            const root = entry.shadowRoot;
            const isAsking = [...(root?.children ?? [])].some(({ shadowRoot }) => shadowRoot);
            if (entry.matches(':state(loading)') && !isAsking) return true;
            // What has drawn itself is another test's affair; what asks the visitor has its question.
            if (root?.querySelector('.base, div')) return false;
            return !entry.querySelector('a')!.checkVisibility() || entry.clientHeight > 40;
          })
          .map((entry) => entry.outerHTML),
      );
      assert.deepEqual([blank, thrown], [[], []]);
      assert.ok(await tab.$eval('form', (form) => form.checkVisibility()));
      await tab.close();
    });
  }

  it('what a visitor asks for ⇒ does without, and throws nothing', async () => {
    const tab = await browser.newPage();
    const thrown: string[] = [];
    tab.on('pageerror', (error) => thrown.push(String(error)));
    await tab.setRequestInterception(true);
    const lost = /\/(elements\/press-release\.js|chunks\/(details-panel|geolocation|download-vcard|qr|purify\.es)-)/;
    const missed = new Set<string>();
    tab.on('request', (request) => {
      const [, name] = lost.exec(request.url()) ?? [];
      if (name) missed.add(name.split(/[/-]/)[1]);
      void (name ? request.abort() : request.continue());
    });
    await tab.goto(`${site.origin}wishes`);
    await contentShown(tab, 'iom-org-chart', 'iom-office-map', 'iom-press-contact', 'iom-news-feed');
    await tab.evaluate(() => {
      const roots = [...document.querySelectorAll('main > *')].map(({ shadowRoot }) => shadowRoot!);
      for (const root of roots) for (const button of root.querySelectorAll('button')) button.click();
    });
    await tab.waitForNetworkIdle();
    const isPressed = await tab.$eval('iom-office-map', ({ shadowRoot }) =>
      shadowRoot!.querySelector('.nearest')!.getAttribute('aria-pressed'),
    );
    assert.equal(isPressed, 'false');
    assert.deepEqual(thrown, []);
    assert.ok(
      ['details', 'geolocation', 'download'].every((name) => missed.has(name)),
      [...missed].join(),
    );
    // What can’t open in place of the list opens on its page.
    await tab.evaluate(() => {
      document.querySelector('iom-news-feed')!.shadowRoot!.querySelector<HTMLElement>('.item a')!.click();
    });
    await tab.waitForFunction(() => location.pathname === '/release');
    assert.deepEqual(thrown, []);
    await tab.close();
  });

  it('what cleans HTML ⇒ shows the text of a release that needs no cleaning, and the link to its page', async () => {
    const tab = await browser.newPage();
    const thrown: string[] = [];
    tab.on('pageerror', (error) => thrown.push(String(error)));
    // As in engines that have no sanitizer of their own.
    await tab.evaluateOnNewDocument(() => Reflect.deleteProperty(Element.prototype, 'setHTML'));
    await tab.setRequestInterception(true);
    tab.on('request', (request) => void (/\/purify/.test(request.url()) ? request.abort() : request.continue()));
    await tab.goto(`${site.origin}release`);
    await contentShown(tab, 'iom-press-release');
    const shown = await tab.$eval('iom-press-release', ({ shadowRoot }) => [
      shadowRoot!.querySelector('.body')!.textContent.trim(),
      shadowRoot!.querySelector<HTMLAnchorElement>('p > a[href$="/release"]')!.textContent,
      shadowRoot!.querySelectorAll('b').length,
    ]);
    assert.deepEqual(shown, ['In short.', 'Open the page of this release', 0]);
    assert.deepEqual(thrown, []);
    await tab.close();
  });

  it('nothing, but hears of each element twice ⇒ all are shown, and nothing is thrown', async () => {
    const tab = await browser.newPage();
    const thrown: string[] = [];
    tab.on('pageerror', (error) => thrown.push(String(error)));
    // What comes near, goes and comes back while a page is busy has several entries.
    await tab.evaluateOnNewDocument(() => {
      const Observer = IntersectionObserver;
      window.IntersectionObserver = class extends Observer {
        constructor(hear: IntersectionObserverCallback, options?: IntersectionObserverInit) {
          super((entries, observer) => hear([...entries, ...entries], observer), options);
        }
      };
    });
    await tab.goto(`${site.origin}all`);
    await contentShown(tab, ...names.map((name) => `iom-${name}`));
    assert.deepEqual(thrown, []);
    await tab.close();
  });
});
