import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Browser, Page } from 'puppeteer-core';
import { elementsShown, launch, serveSite, type Site } from '../helpers/site.js';

describe('the demo pages, as readers set them', () => {
  let site: Site;
  let browser: Browser;
  before(async () => {
    site = await serveSite();
    browser = await launch('chromium');
  });
  after(() => Promise.all([site.close(), browser.close()]));

  /** Opens a page with a media feature as the reader has set it. */
  async function open(name: string, width: number, feature = '', value = ''): Promise<Page> {
    const tab = await browser.newPage();
    const client = await tab.createCDPSession();
    if (feature) await client.send('Emulation.setEmulatedMedia', { features: [{ name: feature, value }] });
    await tab.setViewport({ width, height: 800 });
    await tab.evaluateOnNewDocument(() => {
      const moved: string[] = [];
      Object.assign(window, { moved });
      for (const type of ['animationstart', 'transitionrun']) {
        addEventListener(
          type,
          (event) => moved.push(`${type} ${(event.composedPath()[0] as Element).className}`),
          true,
        );
      }
    });
    await tab.goto(`${site.origin}demo/${name}`);
    await elementsShown(tab);
    return tab;
  }

  for (const name of ['index.html', 'ar.html', 'oim.fr.html', 'oim.ar.html']) {
    it(`${name}, 320 px wide: nothing has to be scrolled sideways`, async () => {
      assert.deepEqual(await tooWide(await open(name, 320)), []);
    });

    it(`${name}, text twice as large: nothing has to be scrolled sideways`, async () => {
      const tab = await open(name, 1200);
      await tab.evaluate(() => document.documentElement.style.setProperty('font-size', '200%'));
      await tab.evaluate(() => new Promise((painted) => requestAnimationFrame(() => setTimeout(painted))));
      assert.deepEqual(await tooWide(tab), []);
    });

    it(`${name}, by keyboard: each link, button and field is reached, and the focus is seen`, async () => {
      assert.deepEqual(await walk(await open(name, 1200)), { missed: [], unseen: [] });
    });

    it(`${name}, in forced colours: the focus is seen`, async () => {
      const tab = await open(name, 1200, 'forced-colors', 'active');
      assert.equal(await tab.evaluate(() => matchMedia('(forced-colors: active)').matches), true);
      assert.deepEqual((await walk(tab)).unseen, []);
    });

    it(`${name}, where motion is not welcome: nothing moves`, async () => {
      const tab = await open(name, 1200, 'prefers-reduced-motion', 'reduce');
      await tab.evaluate(() => scrollTo(0, document.body.scrollHeight));
      await tab.mouse.move(600, 400);
      assert.deepEqual(await tab.evaluate(() => (window as unknown as { moved: string[] }).moved), []);
    });
  }
});

/** The page and the widgets in it that are wider than the place they have. */
const tooWide = (tab: Page) =>
  tab.evaluate(() =>
    [document.documentElement, ...document.querySelectorAll('*')]
      .filter(({ localName }) => localName === 'html' || localName.startsWith('iom-'))
      .filter(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth + 1)
      .map(({ localName, scrollWidth, clientWidth }) => `${localName}: ${scrollWidth} px in ${clientWidth}`),
  );

/** Goes through the page with the Tab key: what was not reached, and where the focus was not to be seen. */
async function walk(tab: Page): Promise<{ missed: string[]; unseen: string[] }> {
  await tab.evaluate(() => {
    const reachable = new Set<Element>();
    const roots: (Document | ShadowRoot)[] = [document];
    for (const root of roots) {
      for (const entry of root.querySelectorAll<HTMLElement>('*')) {
        if (entry.shadowRoot) roots.push(entry.shadowRoot);
        const control = entry.matches('a[href], button:enabled, input, select, summary, [tabindex]');
        if (control && entry.tabIndex >= 0 && entry.checkVisibility({ visibilityProperty: true })) reachable.add(entry);
      }
    }
    Object.assign(window, { reachable });
  });
  const unseen: string[] = [];
  for (let left = 500; left; left--) {
    await tab.keyboard.press('Tab');
    const seen = await tab.evaluate(() => {
      const { reachable } = window as unknown as { reachable: Set<Element> };
      let at = document.activeElement;
      while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
      if (!at || at === document.body) return 'end';
      reachable.delete(at);
      const drawn = [undefined, '::after', '::before'].some((pseudo) => {
        const { outlineStyle, outlineWidth } = getComputedStyle(at, pseudo);
        return outlineStyle !== 'none' && parseFloat(outlineWidth) >= 1;
      });
      return drawn || `${at.localName} ${at.className} ${at.textContent?.trim().slice(0, 40)}`;
    });
    if (seen === 'end') break;
    if (seen !== true) unseen.push(seen);
  }
  const missed = await tab.evaluate(() =>
    [...(window as unknown as { reachable: Set<Element> }).reachable].map(
      (entry) => `${entry.localName} ${entry.className} ${entry.textContent?.trim().slice(0, 40)}`,
    ),
  );
  return { missed, unseen };
}
