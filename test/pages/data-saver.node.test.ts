// What a page costs visitors who save data: no pictures until they ask for them.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import type { ServerResponse } from 'node:http';
import { after, before, describe, it } from 'node:test';
import { brotliCompressSync } from 'node:zlib';
import type { Page } from 'puppeteer-core';
import { elementsShown, json, puppetEngines, serveSite, withPage, type Site } from '../helpers/site.js';

/** Bytes of a photograph as `publish` makes it for a list, and for a release. */
const sizes = { list: 12_000, release: 60_000 };

const items = Array.from({ length: 5 }, (_, index) => ({
  id: `test-${index}`,
  title: `Test item ${index}`,
  url: `https://www.example.org/${index}`,
  summary: 'Test summary of an item',
  content_html: '<p>Test text</p><p><img src="/picture/release/text" alt="Test boat"></p>',
  image: `/picture/list/${index}`,
  date_published: '2026-03-10T12:00:00Z',
  _iom: {
    contacts: ['desk'],
    images: [{ url: `/picture/release/${index}`, alt: 'Test river', width: 1200, height: 800 }],
  },
}));
const feed = {
  version: 'https://jsonfeed.org/version/1.1',
  title: 'Test feed',
  icon: '/picture/list/icon',
  language: 'en',
  items,
  _iom: {
    about: 'https://www.example.org',
    contacts: [{ id: 'desk', name: 'Test desk', email: 'desk@example.org', image: '/picture/list/portrait' }],
  },
};

const page = (body: string) =>
  `<!doctype html><html lang="fr"><meta charset="utf-8"><title>Test page</title><link rel="icon" href="data:,">
<script type="module" src="/dist/autoload.js"></script>${body}`;
const pages: Record<string, string> = {
  plain: '<iom-news-feed lang="en" src="/feed.json"></iom-news-feed>',
  cards: '<iom-news-feed lang="en" layout="cards" src="/feed.json"></iom-news-feed>',
  release: '<iom-press-release lang="en" src="/feed.json"></iom-press-release>',
};

const saveData = (tab: Page) =>
  tab.evaluateOnNewDocument(() =>
    Object.defineProperty(navigator, 'connection', { value: { saveData: true }, configurable: true }),
  );

/** The buttons in the shadow roots of a page that show pictures. */
const buttons = (tab: Page) =>
  tab.$$eval('>>> .pictures button', (all) => all.map((button) => (button as HTMLElement).innerText));

/** A browser that knows the media feature: none does without a switch for experiments. */
const reduceData = (tab: Page) =>
  tab.evaluateOnNewDocument(() => {
    const matchMedia = window.matchMedia.bind(window);
    window.matchMedia = (query) =>
      query.includes('prefers-reduced-data') ? ({ matches: true } as MediaQueryList) : matchMedia(query);
  });

describe('a visitor who saves data', () => {
  let site: Site;
  before(async () => {
    const picture = (bytes: number) => (response: ServerResponse) =>
      void response.setHeader('content-type', 'image/webp').end(Buffer.alloc(bytes, 'x'));
    site = await serveSite({
      '/feed.json': (response) => json(response, feed),
      ...Object.fromEntries(Object.entries(pages).map(([path, body]) => [`/${path}`, page(body)])),
      ...Object.fromEntries(
        Object.entries(sizes).flatMap(([kind, bytes]) =>
          [0, 1, 2, 3, 4, 'icon', 'portrait', 'text'].map((name) => [`/picture/${kind}/${name}`, picture(bytes)]),
        ),
      ),
    });
  });
  after(() => site.close());

  const picturesAsked = () => site.requests.filter((path) => path.startsWith('/picture/'));

  /** Bytes of what was asked for; texts as servers compress them. */
  const bytes = (path: string) =>
    site.requests.reduce((sum, name) => {
      const [, kind] = /^\/picture\/(\w+)/.exec(name) ?? [];
      if (kind) return sum + sizes[kind as keyof typeof sizes];
      const text =
        name === '/feed.json'
          ? JSON.stringify(feed)
          : name === `/${path}`
            ? page(pages[path])
            : readFileSync(`.${name}`);
      return sum + brotliCompressSync(text).length;
    }, 0);

  async function open(tab: Page, path: string) {
    site.requests.length = 0;
    await tab.setViewport({ width: 700, height: 2400 });
    await tab.goto(site.origin + path);
    await elementsShown(tab);
    await tab.waitForNetworkIdle();
  }

  for (const engine of puppetEngines) {
    for (const path of Object.keys(pages)) {
      it(`${path} has no picture until it is asked for, and costs 60 % at most (${engine})`, () =>
        withPage(engine, async (tab, profile) => {
          await saveData(tab);
          await open(tab, path);
          assert.deepEqual(picturesAsked(), []);
          const saved = bytes(path);
          await tab.waitForSelector('>>> .pictures button');
          assert.deepEqual(await buttons(tab), ['Show the pictures']);

          await tab.click('>>> .pictures button');
          await tab.waitForNetworkIdle();
          assert.notEqual(picturesAsked().length, 0);
          assert.deepEqual(await buttons(tab), []);
          // The focus stays where it was, for whoever reads on from there.
          const focused = await tab.evaluate(() => {
            const { shadowRoot } = document.activeElement!;
            return shadowRoot?.activeElement?.parentElement?.className;
          });
          assert.match(focused ?? '', /^base/);

          const other = await profile.newPage();
          await open(other, path);
          const usual = bytes(path);
          assert.ok(saved <= 0.6 * usual, `${saved} of ${usual} bytes`);
        }));
    }

    it(`prefers-reduced-data says the same (${engine})`, () =>
      withPage(engine, async (tab) => {
        await reduceData(tab);
        await open(tab, 'plain');
        assert.deepEqual(picturesAsked(), []);
        assert.deepEqual(await buttons(tab), ['Show the pictures']);
      }));

    it(`all elements of a page together ask for none, each has one button in its language (${engine})`, () =>
      withPage(engine, async (tab) => {
        await saveData(tab);
        await open(tab, 'demo/index.html');
        const own = await tab.$$eval('img', (all) => all.map(({ src }) => new URL(src).pathname));
        const asked = site.requests.filter((path) => /\.(svg|png|webp|avif)$/.test(path) && !own.includes(path));
        assert.deepEqual(
          asked.filter((path) => !path.endsWith('/partner.svg')),
          [],
        );
        const named = await buttons(tab);
        assert.ok(named.length > 1);
        assert.deepEqual(new Set(named), new Set(['Afficher les images']));
      }));
  }
});
