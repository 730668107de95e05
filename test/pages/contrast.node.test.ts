import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Browser } from 'puppeteer-core';
import { placeholderHeights } from '../../src/elements.js';
import { json, launch, serveSite, type Site } from '../helpers/site.js';

/** Pages of partners: background, text and colour scheme. */
const pages = [
  ['#fff', '#000', 'light'],
  ['#fff', '#333', 'light'],
  ['#f4f4f4', '#222', 'light'],
  ['#fff8e7', '#3b2f14', 'light'],
  ['#e8f1fb', '#0b2545', 'light'],
  ['#d9ead3', '#1c2b16', 'light'],
  ['#0033a0', '#fff', 'light'],
  ['#1d4e89', '#f4f8fc', 'light'],
  ['#5b1220', '#fff', 'light'],
  ['#16191d', '#e8eaed', 'dark'],
  ['#000', '#fff', 'dark'],
  ['#002b36', '#eee8d5', 'dark'],
] as const;

const names = Object.keys(placeholderHeights);
const emptyFeed = { version: 'https://jsonfeed.org/version/1.1', title: 'Test feed', items: [] };
const pageOf = ([background, color, scheme]: (typeof pages)[number]) => `<!doctype html>
<html lang="fr">
  <head>
    <meta charset="utf-8" />
    <title>Contraste</title>
    <script type="module" src="/dist/autoload.js"></script>
    <style>html { color-scheme: ${scheme}; background: ${background}; color: ${color}; font: 16px sans-serif; }</style>
  </head>
  <body>
    ${names
      .map((name) => `<iom-${name} src="/demo/feeds/oim.fr.json" loading="eager"><a href="/">Lien</a></iom-${name}>`)
      .join('')}
    <iom-news-feed loading="eager" layout="cards" controls="search,kind" more src="/demo/feeds/oim.fr.json"></iom-news-feed>
    <iom-key-figures loading="eager" chart figures="member-states" src="/demo/feeds/oim.fr.json"></iom-key-figures>
    <iom-sdg-grid loading="eager" layout="strip" src="/demo/feeds/oim.fr.json"></iom-sdg-grid>
    ${names
      .flatMap((name) =>
        ['empty', 'missing'].map((feed) => `<iom-${name} src="/contrast/${feed}.json" loading="eager"></iom-${name}>`),
      )
      .join('')}
  </body>
</html>`;

/** As text, since a compiled function may call helpers that no page has. What is too faint: text below 4.5 : 1, or 3 : 1 where it is large, and borders of controls below 3 : 1. */
const findFaint = `(() => {
  const context = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true });
  const channels = (color) => {
    context.clearRect(0, 0, 1, 1);
    context.fillStyle = color;
    context.fillRect(0, 0, 1, 1);
    const [red, green, blue, alpha] = context.getImageData(0, 0, 1, 1).data;
    return [red, green, blue, alpha / 255];
  };
  const over = (front, back) => {
    const mixed = [0, 1, 2].map((index) => front[index] * front[3] + back[index] * (1 - front[3]));
    return [...mixed, 1];
  };
  const parentOf = (node) => node.assignedSlot ?? node.parentElement ?? node.getRootNode().host;
  const behind = (element) => {
    const layers = [];
    const { left, top, width, height } = element.getBoundingClientRect();
    const [x, y] = [left + width / 2, top + height / 2];
    const isBehind = (box) => box.left <= x && x <= box.right && box.top <= y && y <= box.bottom;
    for (let node = element; node; node = parentOf(node)) {
      // What hangs out of a box has something else behind it.
      if (node !== document.documentElement && !isBehind(node.getBoundingClientRect())) continue;
      const layer = channels(getComputedStyle(node).backgroundColor);
      layers.unshift(layer);
      if (layer[3] === 1) break;
    }
    return layers.reduce((back, front) => over(front, back), [255, 255, 255, 1]);
  };
  const luminance = ([...rgb]) => {
    const [red, green, blue] = rgb.map((value) => {
      const part = value / 255;
      return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const contrast = (one, other) => {
    const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b);
    return (light + 0.05) / (dark + 0.05);
  };
  const faint = [];
  let texts = 0;
  const visit = (root, name) => {
    for (const element of root.querySelectorAll('*')) {
      if (element.shadowRoot) visit(element.shadowRoot, name);
      if (element instanceof SVGElement || !element.checkVisibility({ visibilityProperty: true, opacityProperty: true })) continue;
      const style = getComputedStyle(element);
      if (style.clipPath !== 'none' || element.closest(':disabled')) continue;
      const text = [...element.childNodes].filter(({ nodeType }) => nodeType === 3).map(({ data }) => data).join('').trim();
      if (text) {
        texts++;
        const back = behind(element);
        const size = parseFloat(style.fontSize);
        const least = size >= 24 || (size >= 18.66 && Number(style.fontWeight) >= 600) ? 3 : 4.5;
        const ratio = contrast(over(channels(style.color), back), back);
        if (ratio < least) faint.push(name + ': "' + text.slice(0, 30) + '" ' + ratio.toFixed(2));
      }
      if (element.matches('button, input, select') && parseFloat(style.borderTopWidth)) {
        const outside = behind(parentOf(element));
        const border = contrast(over(channels(style.borderTopColor), outside), outside);
        const field = contrast(over(channels(style.backgroundColor), outside), outside);
        if (Math.max(border, field) < 3) faint.push(name + ': border of ' + element.localName + '.' + element.className + ' ' + border.toFixed(2));
      }
    }
  };
  for (const host of document.querySelectorAll('body > *')) if (host.shadowRoot) visit(host.shadowRoot, host.localName);
  return { faint: [...new Set(faint)], texts };
})()`;

describe('everything can be read, on whatever colours a page has', () => {
  let site: Site;
  let browser: Browser;
  before(async () => {
    site = await serveSite({
      ...Object.fromEntries(pages.map((page, index) => [`/contrast/${index}.html`, pageOf(page)])),
      '/contrast/empty.json': (response) => json(response, { ...emptyFeed, home_page_url: site.origin }),
    });
    browser = await launch('chromium');
  });
  after(async () => {
    await browser.close();
    await site.close();
  });

  pages.forEach(([background, color, scheme], index) => {
    it(`${color} on ${background}, ${scheme}`, async () => {
      const tab = await browser.newPage();
      await tab.setViewport({ width: 1280, height: 1000 });
      await tab.goto(`${site.origin}contrast/${index}.html`);
      await tab.waitForFunction(
        () =>
          [...document.querySelectorAll('body > *')].every(
            (element) => element.matches(':state(ready)') || element.shadowRoot?.querySelector('[part=notice]'),
          ),
        { timeout: 20_000 },
      );
      for (const width of [1280, 390]) {
        await tab.setViewport({ width, height: 1000 });
        // A menu is a button on a phone.
        const wanted = width < 600;
        await tab.waitForFunction(
          (isButton) => {
            const button = document.querySelector('iom-site-menu')!.shadowRoot!.querySelector('.all');
            return !!button?.checkVisibility() === isButton;
          },
          {},
          wanted,
        );
        await tab.waitForNetworkIdle({ idleTime: 200 });
        const { faint, texts } = (await tab.evaluate(findFaint)) as { faint: string[]; texts: number };
        assert.ok(texts > 200, `${texts} texts`);
        assert.deepEqual(faint, [], `in ${width} px`);
      }
      await tab.close();
    });
  });
});
