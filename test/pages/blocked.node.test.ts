import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Browser } from 'puppeteer-core';
import { heights } from '../../src/registry.js';
import { launch, serveSite, type Site } from '../helpers/site.js';

const names = Object.keys(heights);
const widget = (name: string, attributes = '') =>
  `<section><h2>${name}</h2><iom-${name} src="/demo/feeds/oim.en.json" ${attributes}><a href="/">${name}</a></iom-${name}></section>`;
const page = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Test page</title><link rel="icon" href="data:," />
<script type="module" src="/dist/autoload.js"></script>
<main><iom-news-feed src="/demo/feeds/oim.en.json" limit="1"/><h2>Text of the page</h2><form><input /></form></main>
<div data-iom="news-feed" data-src="/demo/feeds/oim.en.json"><a href="/">In a div</a></div>
${widget('press-contact', 'consent')}${names.map((name) => widget(name)).join('')}`;

/** What the embed script and all elements are made of, by their names without hash. */
const files = ['rarely', 'unclosed', 'consent', 'core', 'shared', 'mend'].map((name) => `chunks/${name}-`);

describe('a page whose server has lost', () => {
  let site: Site;
  let browser: Browser;
  before(async () => {
    site = await serveSite({ '/page': page });
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
          .filter((each) => {
            const root = each.shadowRoot;
            // What has drawn itself is another test's affair; what asks the visitor has its question.
            if (root?.querySelector('.base, div')) return false;
            return !each.querySelector('a')!.checkVisibility() || each.clientHeight > 40;
          })
          .map((each) => each.outerHTML),
      );
      assert.deepEqual([blank, thrown], [[], []]);
      assert.ok(await tab.$eval('form', (form) => form.checkVisibility()));
      await tab.close();
    });
  }
});
