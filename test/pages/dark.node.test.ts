import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Browser, Page } from 'puppeteer-core';
import sharp from 'sharp';
import { extremePictures, extremes } from '../fixtures/extremes.js';
import { sameLetters } from '../helpers/pictures.js';
import { json, launch, serveSite, type Site } from '../helpers/site.js';

const logo = '/sheets/logo.svg';
const src = '/demo/feeds/logos.json';

/** Every element that shows pictures of a feed, with those of `logos`: a black triangle on nothing. */
const elements = [
  ['news-feed', 'limit="2"'],
  ['news-feed', 'limit="2" layout="cards"'],
  ['news-feed', 'limit="2" layout="featured"'],
  ['press-release', ''],
  ['press-contact', ''],
  ['link-cards', 'section="work" limit="2"'],
  ['key-figures', 'limit="1"'],
  ['org-chart', 'unit="dg"'],
] as const;

const pageOf = (style: string) => `<!doctype html>
<html lang="fr">
  <head>
    <meta charset="utf-8" />
    <title>Logos</title>
    <script type="module" src="/dist/autoload.js"></script>
    <style>html { ${style} font: 16px sans-serif; } body > * { max-width: 60em; }</style>
  </head>
  <body>
    ${elements
      .map(
        ([name, attributes]) =>
          `<iom-${name} src="${src}" loading="eager" ${attributes}><a href="/">Lien</a></iom-${name}>`,
      )
      .join('\n    ')}
  </body>
</html>`;

const pages = {
  'light text on near black': 'background: #16191d; color: #e8eaed; color-scheme: dark;',
  'white on black': 'background: #000; color: #fff;',
  'white on dark blue': 'background: #0b2545; color: #fff;',
  'the browser’s own dark page': 'color-scheme: dark;',
  'black on white': 'background: #fff; color: #000;',
};

const luminance = (rgb: readonly number[]) => {
  const [red, green, blue] = rgb.map((value) =>
    value / 255 <= 0.04045 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4,
  );
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
};

describe('a page that is dark', () => {
  let site: Site;
  let browser: Browser;
  before(async () => {
    const feed = extremes.logos.feed('fr') as { _iom: object };
    site = await serveSite({
      ...Object.fromEntries(Object.values(pages).map((style, index) => [`/dark/${index}.html`, pageOf(style)])),
      [logo]: (response) => void response.setHeader('content-type', 'image/svg+xml').end(extremePictures[logo]),
      [src]: (response) => {
        const figures = [{ value: 7, label: 'Test figure', icon: `${site.origin}${logo.slice(1)}` }];
        json(response, { ...feed, _iom: { ...feed._iom, figures } });
      },
    });
    browser = await launch('chromium', ...sameLetters);
  });
  after(async () => {
    await browser.close();
    await site.close();
  });

  const open = async (index: number): Promise<Page> => {
    const tab = await browser.newPage();
    await tab.setViewport({ width: 1100, height: 14_000 });
    await tab.goto(`${site.origin}dark/${index}.html`);
    await tab.waitForFunction(() =>
      [...document.querySelectorAll('body > *')].every((element) => element.matches(':state(ready)')),
    );
    await tab.waitForFunction(() => document.querySelector('iom-org-chart')!.shadowRoot!.querySelector('.panel img'));
    await tab.waitForFunction(() =>
      [...document.querySelectorAll('body > *')].every((element) =>
        [...element.shadowRoot!.querySelectorAll('img')].every((image) => {
          // The page is longer than its window.
          image.loading = 'eager';
          return image.complete || !image.checkVisibility();
        }),
      ),
    );
    await tab.waitForNetworkIdle({ idleTime: 200 });
    return tab;
  };
  const pixelsOf = async (tab: Page, clip: { x: number; y: number; width: number; height: number }) => {
    const { data } = await sharp(await tab.screenshot({ clip }))
      .removeAlpha()
      .raw()
      .toBuffer({ resolveWithObject: true });
    return Array.from({ length: data.length / 3 }, (_, index) =>
      luminance([...data.subarray(3 * index, 3 * index + 3)]),
    );
  };

  Object.keys(pages).forEach((name, index) => {
    it(`${name} ⇒ a dark logo can be seen, wherever an element shows one`, async () => {
      const tab = await open(index);
      const shown = await tab.evaluate(() =>
        [...document.querySelectorAll('body > *')].flatMap((element) =>
          [...element.shadowRoot!.querySelectorAll('img')]
            .filter((image) => image.checkVisibility() && image.clientWidth)
            .map((image) => {
              const { left, top, width, height } = image.getBoundingClientRect();
              // Round ones have the page in their corners.
              const inset = getComputedStyle(image).borderRadius === '50%' ? 0.15 : 0;
              const what = `${element.localName} ${element.getAttribute('layout') ?? ''} ${image.className || image.parentElement!.className}`;
              const [x, y] = [left + width * inset, top + height * inset];
              return { what, clip: { x, y, width: width * (1 - 2 * inset), height: height * (1 - 2 * inset) } };
            }),
        ),
      );
      const kinds = new Set(shown.map(({ what }) => what));
      assert.ok(kinds.size >= elements.length + 3, [...kinds].join(', '));
      const hidden = [];
      for (const { what, clip } of shown) {
        const pixels = await pixelsOf(tab, clip);
        const ink = pixels.reduce((one, other) => Math.min(one, other));
        // Of non-text, 3 : 1 can be seen.
        const around = pixels.filter((pixel) => (pixel + 0.05) / (ink + 0.05) >= 3);
        if (around.length < pixels.length / 5) hidden.push(what);
      }
      await tab.close();
      assert.deepEqual(hidden, []);
    });

    if (name === 'black on white') return;
    it(`${name} ⇒ cards of the chart are a little lighter than the page`, async () => {
      const tab = await open(index);
      const { card, page } = await tab.evaluate(() => {
        const chart = document.querySelector('iom-org-chart')!.shadowRoot!;
        const { left, top, bottom } = chart.querySelector('.card')!.getBoundingClientRect();
        const view = chart.querySelector('.view')!.getBoundingClientRect();
        const spot = { width: 1, height: 1 };
        return {
          card: { x: left + 12, y: (top + bottom) / 2, ...spot },
          page: { x: view.left + 4, y: view.bottom - 4, ...spot },
        };
      });
      const [[inside], [outside]] = [await pixelsOf(tab, card), await pixelsOf(tab, page)];
      await tab.close();
      const ratio = (inside + 0.05) / (outside + 0.05);
      assert.ok(ratio > 1.03 && ratio < 1.4, `${ratio.toFixed(3)} : 1`);
    });
  });
});
