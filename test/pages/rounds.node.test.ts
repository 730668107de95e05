import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { after, before, describe, it } from 'node:test';
import type { HTTPRequest, Page } from 'puppeteer-core';
import { publish } from '../../src/cli/commands/publish.js';
import { contentShown, serveSite, withPage, type Site } from '../helpers/site.js';

/**
 * Each element with the smallest feed that it is shown from, how many requests its page makes, the page's own included, and
 * of those that come only when something is in sight which and how many there are.
 */
const elements: [tag: string, feed: string, most: number, inSight?: RegExp, further?: number][] = [
  ['news-feed', 'news', 5],
  ['press-release', 'release', 10],
  ['press-contact', 'contacts', 8],
  ['site-menu', 'menu', 8],
  ['about', 'about', 9],
  ['key-figures', 'figures', 9],
  ['link-cards', 'sections', 8],
  ['sdg-grid', 'goals', 9],
  ['org-chart', 'organization', 8],
  ['office-map', 'offices', 10, /\/chunks\/(map|world\.generated|pan-zoom)-[\w-]{7}\.js$/, 3],
];

/** Asked for by what is already on screen: they come when they come. */
const isPicture = (path: string) => /\.(svg|jpg|png|webp|avif)$/.test(path);

describe('a page on a slow line: the page, the embed script, and all the rest at once', () => {
  const folder = mkdtempSync(`${tmpdir()}/iom-rounds-`);
  let site: Site;
  before(async () => {
    await publish('demo/feeds/oim.fr.json', { out: folder });
    const pages = Object.fromEntries(
      elements.map(([name, feed]) => [
        `/${name}`,
        `<!doctype html><html lang="fr"><meta charset="utf-8"><title>Test page</title><link rel="icon" href="data:,">
<script type="module" blocking="render" src="/dist/autoload.js"></script>
<iom-${name} ${name === 'link-cards' ? 'section="action"' : ''} src="/${feed}.json"><a href="/">Test link</a></iom-${name}>`,
      ]),
    );
    site = await serveSite(pages, {}, `${folder}/current`);
  });
  after(async () => {
    await site.close();
    rmSync(folder, { recursive: true });
  });

  /** Opens the page of an element until it is shown. */
  const open = (name: string, prepare?: (tab: Page) => Promise<void>) =>
    withPage('chromium', async (tab) => {
      await prepare?.(tab);
      await tab.goto(`${site.origin}${name}`, { waitUntil: 'domcontentloaded' });
      await contentShown(tab, `iom-${name}`);
      await tab.waitForNetworkIdle({ idleTime: 100 });
    });

  for (const [name, , most, inSight, further = 0] of elements) {
    it(`${name}: nothing waits for another answer, and there are ${most} requests at most`, async () => {
      site.requests.length = 0;
      await open(name);
      const [page, script, ...rest] = site.requests.filter((path) => !isPicture(path));
      assert.deepEqual([page, script], [`/${name}`, '/dist/autoload.js']);
      const held = rest.filter((path) => !inSight?.test(path));
      assert.ok(held.length + 2 <= most, `${held.length + 2} requests: ${held.join(' ')}`);
      assert.ok(rest.length - held.length <= further, `${rest.length - held.length} more requests: ${rest.join(' ')}`);

      // Now nobody gets an answer before all of it has been asked for.
      const missing = new Set(held);
      const waiting: HTTPRequest[] = [];
      const hold = async (tab: Page) => {
        await tab.setRequestInterception(true);
        tab.on('request', (request) => {
          const path = new URL(request.url()).pathname;
          if (!held.includes(path)) return void request.continue();
          missing.delete(path);
          waiting.push(request);
          if (!missing.size) for (const waited of waiting.splice(0)) void waited.continue();
        });
      };
      await open(name, hold).catch((error: Error) =>
        assert.fail(`${error.message}; asked for only after another answer: ${[...missing].join(' ')}`),
      );
    });
  }
});
