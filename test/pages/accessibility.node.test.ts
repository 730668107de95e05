import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import pixelmatch from 'pixelmatch';
import { PNG } from 'pngjs';
import type { Browser, Page, Viewport } from 'puppeteer-core';
import { placeholderHeights } from '../../src/elements.js';
import { officeFeed } from '../fixtures/office-feed.mjs';
import { json, launch, serveSite, type Answer, type Site } from '../helpers/site.js';

/** All elements with all that their attributes offer. */
const attributes: Record<string, string> = {
  'news-feed': 'controls="search,tags,countries,kind" more limit="3"',
  'office-map': 'controls="search,kind,countries,region,nearest"',
  'key-figures': 'chart figures="member-states,reached,private-sector"',
  'sdg-grid': 'all',
};
const languages = ['fr', 'ar'];
const page = (lang: string) => `<!doctype html>
<html lang="${lang}" dir="${lang === 'ar' ? 'rtl' : 'ltr'}">
  <meta charset="utf-8" />
  <meta name="viewport" content="width=device-width" />
  <title>Test page</title>
  <link rel="icon" href="data:," />
  <style>body { margin: 8px; font: 16px/1.5 sans-serif }</style>
  <script type="module" src="/dist/autoload.js"></script>
  ${Object.keys(placeholderHeights)
    .map((name) => `<iom-${name} loading="eager" src="/${lang}.json" ${attributes[name] ?? ''}></iom-${name}>`)
    .join('')}
  <iom-sdg-grid loading="eager" layout="strip" src="/${lang}.json"></iom-sdg-grid>
</html>`;

/** In every page, before anything else: all nodes of it, those of shadow roots included. A text, as no compiler writes it. */
const helpers = `
  globalThis.everything = (root = document) =>
    [...root.querySelectorAll('*')].flatMap((element) => [element, ...(element.shadowRoot ? everything(element.shadowRoot) : [])]);
  globalThis.controls = () =>
    everything().filter((element) => element.matches('a[href], button, select, input, summary, [tabindex]:not([tabindex="-1"])')
      && element.checkVisibility({ visibilityProperty: true, contentVisibilityAuto: true }) && element.getClientRects().length);
  globalThis.nameOf = (element) =>
    (element.getRootNode().host?.localName ?? 'page') + ': ' + (element.ariaLabel || element.title || element.innerText || element.localName).trim().slice(0, 60);
`;

describe('every reader', () => {
  let site: Site;
  let browser: Browser;
  before(async () => {
    const answers: Record<string, Answer> = {};
    for (const lang of languages) {
      answers[`/${lang}`] = page(lang);
      answers[`/${lang}.json`] = (response) => json(response, officeFeed(lang));
    }
    site = await serveSite(answers);
    browser = await launch('chromium');
  });
  after(async () => {
    await browser.close();
    await site.close();
  });

  /** Opens the page once everything in it is there; the map's and the chart's parts that wait to be seen, too. */
  async function open(
    lang: string,
    viewport: Viewport,
    features: { name: string; value: string }[] = [],
  ): Promise<Page> {
    const tab = await browser.newPage();
    await tab.setViewport(viewport);
    const session = await tab.createCDPSession();
    await session.send('Emulation.setEmulatedMedia', { features });
    await tab.evaluateOnNewDocument(helpers);
    await tab.goto(site.origin + lang);
    await tab.waitForFunction(() =>
      [...document.querySelectorAll('*')].every(
        (element) => !element.localName.startsWith('iom-') || element.matches(':state(ready)'),
      ),
    );
    await tab.waitForFunction(() => {
      const root = document.querySelector('iom-office-map')!.shadowRoot!;
      const name = root.querySelector('.office .name');
      name?.scrollIntoView();
      return name?.checkVisibility({ contentVisibilityAuto: true });
    });
    await tab.waitForNetworkIdle({ idleTime: 100 });
    return tab;
  }

  for (const lang of languages) {
    it(`reads all at 400 % zoom without scrolling sideways, upright and across, lang="${lang}"`, async () => {
      for (const [width, height] of [
        [320, 640],
        [320, 256],
      ] as const) {
        const tab = await open(lang, { width, height });
        const widths = await tab.evaluate(() => [
          document.documentElement.scrollWidth,
          ...[...document.querySelectorAll<HTMLElement>('[src]:not(script)')].map((element) => element.scrollWidth),
        ]);
        await tab.close();
        assert.ok(Math.max(...widths) <= 320, `${widths.join(' ')} at ${width} × ${height}`);
      }
    });
  }

  it('may set wider lines, words and letters: no text is cut', async () => {
    const tab = await open('fr', { width: 1000, height: 8000 });
    const cut = await tab.evaluate(`(async () => {
      const spacing = new CSSStyleSheet();
      spacing.replaceSync('* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-block-end: 2em !important }');
      const roots = everything().flatMap(({ shadowRoot }) => shadowRoot ?? []);
      for (const root of roots) root.adoptedStyleSheets.push(spacing);
      dispatchEvent(new Event('resize'));
      await new Promise((done) => setTimeout(done, 500));
      const cut = [];
      for (const element of everything()) {
        const text = [...element.childNodes].find((node) => node.nodeType === 3 && node.data.trim());
        if (!text || element.matches('style, script, title, option, .unseen, .unseen *') || !element.checkVisibility({ visibilityProperty: true })) continue;
        const range = new Range();
        range.selectNodeContents(text);
        const box = range.getBoundingClientRect();
        for (let above = element; above; above = above.assignedSlot ?? above.parentElement ?? above.getRootNode().host) {
          const style = getComputedStyle(above);
          // A summary that ends in an ellipsis stands whole where its link leads.
          if (/auto|scroll/.test(style.overflow) || style.webkitLineClamp !== 'none') break;
          if (!/hidden|clip/.test(style.overflow)) continue;
          const around = above.getBoundingClientRect();
          if (around.width > 2 && (box.bottom > around.bottom + 3 || box.right > around.right + 3 || box.left < around.left - 3)) cut.push(nameOf(element));
          break;
        }
      }
      return cut;
    })()`);
    await tab.close();
    assert.deepEqual(cut, []);
  });

  it('says to a control what is written on it', async () => {
    for (const lang of languages) {
      const tab = await open(lang, { width: 1000, height: 8000 });
      // A chart of figures can be focused, and is a picture with a text.
      const others = await tab.evaluate(`controls().filter(({ role }) => role !== 'img').flatMap((element) => {
        const plain = (text) => text.toLowerCase().replace(/[^\\p{L}\\p{N}]+/gu, ' ').trim();
        const seen = plain(element.innerText ?? '');
        const name = element.ariaLabel ?? '';
        return name && seen && !plain(name).includes(seen) ? nameOf(element) + ' shows ' + seen : [];
      })`);
      await tab.close();
      assert.deepEqual(others, []);
    }
  });

  it('reaches every control with the Tab key, sees where the focus is, and gets out again', async () => {
    const tab = await open('fr', { width: 1000, height: 900 });
    const ids = await tab.evaluate(`(globalThis.all = controls().filter(({ tabIndex }) => tabIndex >= 0)).map(nameOf)`);
    const count = (ids as string[]).length;
    await tab.evaluate(
      'document.activeElement.blur(); scrollTo(0, 0); globalThis.reached = new Set(); globalThis.unseen = []',
    );
    let isOut = false;
    for (let left = 2 * count + 20; left && !isOut; left--) {
      await tab.keyboard.press('Tab');
      isOut = (await tab.evaluate(`(() => {
        let element = document.activeElement;
        while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
        if (!element || element === document.body) return true;
        // The ring of a card in the chart is around the card.
        const isRinged = [undefined, '::after'].some((pseudo) => {
          const { outlineStyle, outlineWidth } = getComputedStyle(element, pseudo);
          return outlineStyle !== 'none' && outlineWidth !== '0px';
        });
        if (!isRinged) unseen.push(nameOf(element));
        reached.add(element);
        return false;
      })()`)) as boolean;
    }
    const [missed, unseen] = (await tab.evaluate(
      '[all.filter((element) => element.isConnected && !reached.has(element) && element.checkVisibility()).map(nameOf), unseen]',
    )) as [string[], string[]];
    await tab.close();
    assert.ok(isOut, 'the focus leaves the page');
    assert.deepEqual([missed, unseen], [[], []]);
  });

  it('hits every target with a finger: 24 pixels, or as much free room around its middle', async () => {
    const tab = await open('fr', { width: 390, height: 8000, isMobile: true, hasTouch: true });
    const small = await tab.evaluate(`(() => {
      // A link in a sentence is as high as its line; all of a card in the chart belongs to the link or button of its name.
      const isInText = (element) => getComputedStyle(element).display === 'inline' && element.closest('p, dd, figcaption')?.innerText.trim() !== element.innerText.trim();
      const targets = controls().filter((element) => !element.matches('[tabindex]:not(a, button, select, input, summary)'));
      const boxes = new Map(targets.map((element) => [element, (element.closest('.name')?.closest('[part=card]') ?? element).getBoundingClientRect()]));
      return targets.filter((element) => {
        const { left, top, width, height } = boxes.get(element);
        if ((width >= 24 && height >= 24) || isInText(element)) return false;
        const [x, y] = [left + width / 2, top + height / 2];
        return targets.some((other) => {
          if (other === element) return false;
          const box = boxes.get(other);
          const dx = Math.max(box.left - x, 0, x - box.right);
          const dy = Math.max(box.top - y, 0, y - box.bottom);
          return Math.hypot(dx, dy) < 12;
        });
      }).map((element) => nameOf(element) + ' ' + Math.round(boxes.get(element).width) + '×' + Math.round(boxes.get(element).height));
    })()`);
    await tab.close();
    assert.deepEqual(small, []);
  });

  it('who prefers little motion gets none: only colours change slowly, and nothing runs by itself', async () => {
    const tab = await open('fr', { width: 1000, height: 8000 }, [{ name: 'prefers-reduced-motion', value: 'reduce' }]);
    const moving = await tab.evaluate(`everything().flatMap((element) => {
      const { transitionDuration, transitionProperty, animationName, animationDuration } = getComputedStyle(element);
      const properties = transitionProperty.split(', ').filter((_, index) => parseFloat(transitionDuration.split(', ')[index] ?? transitionDuration) > 0);
      const moves = properties.filter((name) => !/color|opacity|fill|stroke/.test(name));
      return moves.length || (animationName !== 'none' && parseFloat(animationDuration) > 0) ? nameOf(element) + ' ' + moves + animationName : [];
    })`);
    await tab.close();
    assert.deepEqual(moving, []);
  });

  it('tells the kinds of offices apart in forced colours', async () => {
    const tab = await open('fr', { width: 1000, height: 8000, deviceScaleFactor: 4 }, [
      { name: 'forced-colors', value: 'active' },
    ]);
    const signs = await tab.evaluateHandle(() => [
      ...document.querySelector('iom-office-map')!.shadowRoot!.querySelectorAll<Element>('.office .mark'),
    ]);
    const pictures: PNG[] = [];
    for (const sign of (await signs.getProperties()).values()) {
      pictures.push(PNG.sync.read(Buffer.from(await sign.asElement()!.screenshot())));
    }
    await tab.close();
    // Headquarters, country office, clinic: in the order of the list.
    const [headquarters, country, clinic] = pictures as [PNG, PNG, PNG];
    const { width, height } = headquarters;
    const differ = (left: PNG, right: PNG) =>
      pixelmatch(left.data, right.data, undefined, width, height, { threshold: 0.1 }) / (width * height);
    for (const [left, right] of [
      [headquarters, country],
      [country, clinic],
      [headquarters, clinic],
    ] as const) {
      assert.ok(differ(left, right) > 0.05, `${differ(left, right)} of the pixels differ`);
    }
  });
});
