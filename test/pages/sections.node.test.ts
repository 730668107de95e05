import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Page } from 'puppeteer-core';
import type { LinkCards } from '../../src/elements/link-cards/link-cards.js';
import type { SdgGrid } from '../../src/elements/sdg-grid/sdg-grid.js';
import { contentShown, puppetEngines, serveSite, withPage, type Site } from '../helpers/site.js';

const page = (body: string) => `<!doctype html><html lang="en"><meta charset="utf-8"><title>Test page</title>
<link rel="icon" href="/demo/images/partner.svg" /><script type="module" src="/dist/autoload.js"></script>${body}`;
const feed = JSON.stringify({
  version: 'https://jsonfeed.org/version/1.1',
  title: 'Test feed',
  language: 'en',
  items: [],
  _iom: {
    about: 'https://example.org',
    sections: [
      {
        id: 'work',
        title: 'Test work',
        cards: ['near', 'far'].map((name) => ({
          title: `Card ${name}`,
          summary: 'A text to be selected.',
          url: `/target?${name}`,
          image: { url: `/demo/images/hills.svg?${name}` },
        })),
      },
    ],
  },
});

describe('sections and goals on a page', () => {
  let site: Site;
  before(async () => {
    site = await serveSite({
      '/feed.json': feed,
      '/target': '<!doctype html><title>Target</title>',
      '/cards': page('<iom-link-cards section="work" src="/feed.json" style="width: 18em"></iom-link-cards>'),
      '/goals': page('<iom-sdg-grid src="/demo/feeds/oim.en.json"></iom-sdg-grid>'),
    });
  });
  after(() => site.close());

  /** Middle of the text of the first card. */
  const middleOfText = async (tab: Page) => {
    await contentShown(tab, 'iom-link-cards');
    return tab.evaluate(() => {
      const { renderRoot } = document.querySelector<LinkCards>('iom-link-cards')!;
      const box = renderRoot.querySelector('[part=summary] bdi')!.getBoundingClientRect();
      return { left: box.left + 2, right: box.right - 2, y: box.top + 12 };
    });
  };

  for (const engine of puppetEngines) {
    it(`a hand that clicks the text of a card is led to its page; with Ctrl, in a new tab (${engine})`, () =>
      withPage(engine, async (tab, browser) => {
        await tab.goto(`${site.origin}cards`);
        const { left, y } = await middleOfText(tab);
        const count = (await browser.pages()).length;
        await tab.keyboard.down('Control');
        await tab.mouse.click(left + 20, y);
        await tab.keyboard.up('Control');
        while ((await browser.pages()).length === count) await tab.evaluate(() => new Promise(requestAnimationFrame));
        assert.equal(new URL(tab.url()).pathname, '/cards');
        await tab.bringToFront();
        await Promise.all([tab.waitForNavigation(), tab.mouse.click(left + 20, y)]);
        assert.equal(tab.url(), `${site.origin}target?near`);
      }));

    it(`a hand that draws over the text of a card selects it (${engine})`, () =>
      withPage(engine, async (tab) => {
        await tab.goto(`${site.origin}cards`);
        const { left, right, y } = await middleOfText(tab);
        await tab.mouse.move(left, y);
        await tab.mouse.down();
        await tab.mouse.move(right, y, { steps: 5 });
        await tab.mouse.up();
        const selected = await tab.evaluate(() => getSelection()!.toString().trim());
        assert.match(selected, /text to be/);
        assert.equal(new URL(tab.url()).pathname, '/cards');
      }));
  }

  it('on paper all targets stand unfolded, and no buttons', () =>
    withPage('chromium', async (tab) => {
      await tab.goto(`${site.origin}goals`);
      await contentShown(tab, 'iom-sdg-grid');
      const shown = (part: string) =>
        tab.evaluate((selector) => {
          const { renderRoot } = document.querySelector<SdgGrid>('iom-sdg-grid')!;
          return [...renderRoot.querySelectorAll(selector)].filter((entry) => entry.checkVisibility()).length;
        }, `[part=${part}]`);
      assert.equal(await shown('target'), 0);
      const buttons = await shown('button');
      assert.ok(buttons > 0);
      await tab.emulateMediaType('print');
      assert.equal(await shown('button'), 0);
      assert.ok((await shown('target')) >= buttons);
    }));
});
