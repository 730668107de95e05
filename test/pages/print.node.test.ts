import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, describe, it } from 'node:test';
import type { Page } from 'puppeteer-core';
import { prerender } from '../../src/ssr/index.js';
import { elementsShown, serveSite, withPage, type Site } from '../helpers/site.js';

const text = readFileSync('demo/feeds/oim.fr.json', 'utf8');
interface Entry {
  title: string;
  entries?: Entry[];
}
const { menu, mission, figures } = (
  JSON.parse(text) as { _iom: { menu: Entry[]; mission: { title: string }; figures: { label: string }[] } }
)._iom;
const titlesOf = (entries: Entry[]): string[] =>
  entries.flatMap(({ title, entries = [] }) => [title, ...titlesOf(entries)]);

const page = (body: string) => `<!doctype html><html lang="fr"><meta charset="utf-8"><title>Test page</title>
<link rel="icon" href="/demo/images/partner.svg" /><script type="module" src="/dist/autoload.js"></script>${body}`;
const tags = ['site-menu', 'about', 'key-figures'];
const body = tags.map((name) => `<iom-${name} src="/feed.json"></iom-${name}>`).join('\n');

/** The texts of an element that can be seen, without blanks; links and what holds no other element. */
const seen = (tab: Page, tag: string) =>
  tab.evaluate((name) => {
    return [...document.querySelector(name)!.shadowRoot!.querySelectorAll('*')]
      .filter((entry) => !entry.matches('style') && entry.checkVisibility({ contentVisibilityAuto: true }))
      .map((entry) => [...entry.childNodes].flatMap((node) => (node instanceof Text ? node.data : [])).join(''))
      .map((words) => words.replace(/\s/g, ''))
      .filter(Boolean);
  }, tag);
const bare = (words: string) => words.replace(/\s/g, '');

describe('the menu, the mission and the figures', () => {
  let site: Site;
  before(async () => {
    const filled = await prerender(page(body), { feeds: { '/feed.json': JSON.parse(text) as object } });
    site = await serveSite({ '/feed.json': text, '/page': page(body), '/filled': filled.html });
  });
  after(() => site.close());

  for (const width of [320, 1200]) {
    it(`on paper say all they have, ${width} px wide, without arrows to press`, () =>
      withPage('chromium', async (tab) => {
        await tab.setViewport({ width, height: 800 });
        await tab.goto(`${site.origin}page`);
        await elementsShown(tab);
        const titles = titlesOf(menu).map(bare);
        assert.ok((await seen(tab, 'iom-site-menu')).length < titles.length);
        await tab.emulateMediaType('print');
        const printed = await seen(tab, 'iom-site-menu');
        assert.deepEqual(
          titles.filter((title) => !printed.includes(title)),
          [],
        );
        const buttons = await tab.$$eval('iom-site-menu, iom-about, iom-key-figures', (elements) =>
          elements.flatMap((element) =>
            [...element.shadowRoot!.querySelectorAll('button')]
              .filter((button) => button.checkVisibility() && !button.textContent.trim())
              .map((button) => button.ariaLabel),
          ),
        );
        assert.deepEqual(buttons, []);
        assert.ok((await seen(tab, 'iom-about')).includes(bare(mission.title)));
        const labels = await seen(tab, 'iom-key-figures');
        for (const { label } of figures.slice(0, 3)) assert.ok(labels.includes(bare(label)), label);
      }));
  }

  it('of a page that a server has filled say the same without script: the menu is nested lists', () =>
    withPage('chromium', async (tab) => {
      await tab.setJavaScriptEnabled(false);
      await tab.goto(`${site.origin}filled`);
      const shown = await seen(tab, 'iom-site-menu');
      for (const title of titlesOf(menu)) assert.ok(shown.includes(bare(title)), title);
      const [left, above] = await tab.$eval('iom-site-menu', (element) => {
        const link = element.shadowRoot!.querySelector('li li li a')!;
        return [link, link.closest('ul')!.closest('li')!].map((entry) => entry.getBoundingClientRect().left);
      });
      assert.ok(left > above);
      assert.ok((await seen(tab, 'iom-about')).includes(bare(mission.title)));
      const labels = await seen(tab, 'iom-key-figures');
      for (const { label } of figures.slice(0, 3)) assert.ok(labels.includes(bare(label)), label);
    }));
});

it('on paper a chart is a list: without portraits, bars and the free room around a unit that was opened', async () => {
  const organization = [
    { id: 'a', name: 'Test unit', image: '/demo/images/partner.svg' },
    { id: 'b', name: 'Test office', parent: 'a', kind: 'office' },
    { id: 'c', name: 'Test post', parent: 'b', kind: 'post' },
  ];
  const feed = { ...(JSON.parse(text) as object), _iom: { organization } };
  const chart = page('<iom-org-chart layout="chart" src="/feed.json"></iom-org-chart>');
  const site = await serveSite({ '/feed.json': JSON.stringify(feed), '/page': chart });
  await withPage('chromium', async (tab) => {
    await tab.goto(`${site.origin}page`);
    await elementsShown(tab);
    await tab.$eval('iom-org-chart', async (element) => {
      (element as unknown as { toggle(id: string): void }).toggle('a');
      await (element as unknown as { updateComplete: Promise<unknown> }).updateComplete;
    });
    await tab.emulateMediaType('print');
    const left = await tab.$eval('iom-org-chart', ({ shadowRoot }) => [
      [...shadowRoot!.querySelectorAll('.portrait, .legend')].filter((entry) => entry.checkVisibility()).length,
      [...shadowRoot!.querySelectorAll('.card')].filter((card) => getComputedStyle(card, '::before').display !== 'none')
        .length,
      getComputedStyle(shadowRoot!.querySelector('.sizer')!).padding,
    ]);
    assert.deepEqual(left, [0, 0, '0px']);
  });
  await site.close();
});
