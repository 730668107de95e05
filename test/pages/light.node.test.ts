// A page that `prerender --light` has filled, in a browser: nothing is gone at any moment, and reader modes find all of it.
import assert from 'node:assert/strict';
import type { ServerResponse } from 'node:http';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { after, before, describe, it } from 'node:test';
import { prerender } from '../../src/ssr/index.js';
import { officeFeed } from '../fixtures/office-feed.mjs';
import { contentShown, json, puppetEngines, serveSite, withPage, type Site } from '../helpers/site.js';

const readability = readFileSync(createRequire(import.meta.url).resolve('@mozilla/readability/Readability.js'), 'utf8');
const feed = officeFeed('en') as { items: { id: string; title: string; content_html?: string }[] };
const item = feed.items.find(({ content_html: text = '' }) => text.length > 500) ?? feed.items[0];
const page = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Test page</title><link rel="icon" href="data:,">
<script type="module" src="/dist/autoload.js"></script>
<iom-press-release src="/feed.json" item-id="${item.id}"><a href="/news">News</a></iom-press-release>`;

/** Notes in each frame whether the title is to be seen, be it in the tag or in the shadow root. */
const look = `
  window.seen = [];
  const isShown = (entry) => !!entry?.checkVisibility() && entry.clientHeight > 0;
  (function look() {
    const element = document.querySelector('iom-press-release');
    const inTag = element?.querySelector('h2');
    if (inTag) seen.push(isShown(inTag) || isShown(element.shadowRoot?.querySelector('[part=title]')));
    requestAnimationFrame(look);
  })();`;

describe('a page that was filled with plain HTML', () => {
  let site: Site;
  /** The feed waits until the test has seen what is there without it. */
  let answer: () => void;
  let asked: Promise<ServerResponse>;
  before(async () => {
    const { html } = await prerender(page, { feeds: { '/feed.json': feed }, light: true });
    let ask: (response: ServerResponse) => void;
    asked = new Promise((done) => (ask = done));
    site = await serveSite({ '/page': html, '/feed.json': (response) => ask(response) });
    answer = () => {
      void asked.then((response) => json(response, feed));
      asked = new Promise((done) => (ask = done));
    };
  });
  after(() => site.close());

  for (const engine of puppetEngines) {
    it(`shows its title at every moment, until the element has taken over (${engine})`, () =>
      withPage(engine, async (tab) => {
        const warnings: string[] = [];
        tab.on('console', (message) => warnings.push(message.text()));
        await tab.evaluateOnNewDocument(look);
        await tab.goto(`${site.origin}page`, { waitUntil: 'domcontentloaded' });
        await asked;
        await tab.waitForSelector('iom-press-release:state(loading)');
        answer();
        await contentShown(tab, 'iom-press-release');
        const seen = await tab.evaluate(() => (window as unknown as { seen: boolean[] }).seen);
        assert.ok(seen.length > 1);
        assert.deepEqual([...new Set(seen)], [true]);
        assert.equal(await tab.$eval('iom-press-release h2', (title) => title.checkVisibility()), false);
        assert.deepEqual(warnings, []);

        // Reader modes read the page as it is by then.
        await tab.addScriptTag({ content: readability.replace(/module\.exports = .*/, '') });
        const text = await tab.evaluate(() => {
          type Reader = new (page: Document) => { parse: () => { textContent: string } | null };
          const { Readability } = window as unknown as { Readability: Reader };
          return new Readability(document.cloneNode(true) as Document).parse()?.textContent;
        });
        const words = item.content_html!.replace(/<[^>]+>/g, ' ').match(/\S+/g)!;
        for (const sentence of [words.slice(0, 5), words.slice(-5)]) {
          assert.ok(text?.replace(/\s+/g, '').includes(sentence.join('')), sentence.join(' '));
        }
      }));
  }
});
