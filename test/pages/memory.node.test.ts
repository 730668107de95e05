// A page that stays open gets feed after feed: what it had of earlier ones must go. From dist/, since what a function keeps
// depends on how it was built.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, describe, it } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import type { CDPSession } from 'puppeteer-core';
import { elements } from '../../src/cli/check/elements.js';
import { elementsShown, serveSite, withPage, type Site } from '../helpers/site.js';

const tags = [...elements.keys()];

/** How many nodes and listeners there are once all that nobody holds is gone. */
async function count(session: CDPSession): Promise<string> {
  await session.send('HeapProfiler.collectGarbage');
  const { metrics } = await session.send('Performance.getMetrics');
  const valueOf = (wanted: string) => metrics.find(({ name }) => name === wanted)?.value;
  return `${valueOf('Nodes')} nodes, ${valueOf('JSEventListeners')} listeners`;
}

describe('a page that gets ten more feeds', () => {
  let site: Site;
  before(async () => {
    const all = tags.map((tag) => `<${tag} src="/feed.json"><a href="/">Test link</a></${tag}>`).join('\n');
    site = await serveSite({
      '/': `<!doctype html><html lang="fr"><meta charset="utf-8"><title>Test page</title><link rel="icon" href="data:,">
<script type="module" src="/dist/autoload.js"></script>\n${all}`,
      '/feed.json': (response) => response.end(readFileSync('demo/feeds/oim.fr.json')),
    });
  });
  after(() => site.close());

  it('has no more nodes and listeners than before', () =>
    withPage('chromium', async (page) => {
      await page.emulateMediaFeatures([{ name: 'prefers-reduced-motion', value: 'reduce' }]);
      await page.goto(site.origin);
      await elementsShown(page);
      const session = await page.createCDPSession();
      await session.send('Performance.enable');
      /** Gives all elements other feeds, one after the other, whose texts are as long as before. */
      const renew = (from: number) =>
        page.evaluate(async (first) => {
          const text = await (await fetch('/feed.json')).text();
          for (let number = first; number < first + 10; number++) {
            const feed = JSON.parse(text) as { items: { title: string }[]; _iom: { organization: { name: string }[] } };
            feed.items[0].title = `Title ${number}`;
            feed._iom.organization[0].name = `Unit ${number}`;
            for (const node of document.querySelectorAll<
              HTMLElement & { feed?: object; updateComplete?: Promise<boolean> }
            >('*')) {
              if (!node.localName.startsWith('iom-')) continue;
              node.feed = feed;
              await node.updateComplete;
            }
          }
        }, from);
      await renew(10);
      await wait(0);
      const seen = [await count(session)];
      await renew(20);
      // What is on its way out may take a moment.
      for (const end = Date.now() + 20_000; seen.at(-1) !== seen[0] || seen.length < 2;) {
        if (Date.now() > end) break;
        seen.push(await count(session));
      }
      assert.equal(seen.at(-1), seen[0]);
    }));
});
