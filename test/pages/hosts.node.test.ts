import assert from 'node:assert/strict';
import { mkdirSync, readFileSync } from 'node:fs';
import { after, before, describe, it } from 'node:test';
import pixelmatch from 'pixelmatch';
import type { Browser, ElementHandle, Page } from 'puppeteer-core';
import sharp from 'sharp';
import { directionOf } from '../../src/i18n/locale.js';
import { placeholderHeights } from '../../src/elements.js';
import { families, fontSheets } from '../helpers/fonts.js';
import { hosts, installHosts, missing, served, type Host } from '../helpers/hosts.js';
import { allLoaded, mostHeight, stopClock } from '../helpers/pictures.js';
import { contentShown, launch, serveSite, type Answer, type Site } from '../helpers/site.js';

const names = Object.keys(placeholderHeights);
/** Of a widget, in pixels. */
const width = 600;
/** Where pictures that differ go; git ignores it. */
const differing = 'build/hosts';

/** Part of the pixels that may differ, each by more than a tenth of what black differs from white: edges of letters do. */
const tolerance = 0.002;

/**
 * What a widget takes from the page around it on purpose, and a place of its own that begins at a whole pixel; so that one
 * picture has all of them, none is longer than is kept.
 */
const around = (index: number) =>
  `all: revert-layer; position: absolute !important; left: 0 !important; top: ${index * mostHeight}px !important; ` +
  `width: ${width}px !important; height: ${mostHeight}px !important; overflow: clip !important; ` +
  ` font: 16px/1.5 ${families.regular} !important; color: #222 !important; ` +
  'color-scheme: light !important; text-underline-offset: auto !important';

/** What the page says itself, beside the widgets. */
const own = `<section id="own" style="position: absolute; left: 640px; top: 0; width: 560px">
  <h1>Test page</h1><h2>Second heading</h2>
  <p>A paragraph with <a href="#">a link</a>, <em>emphasis</em> and <code>code</code>.</p>
  <ul><li>One</li><li>Two</li></ul>
  <table><caption>Table</caption><tr><th>Year</th><td>2026</td></tr></table>
  <form><label>Name <input value="Test" /></label> <select><option>One</option></select> <button>Send</button></form>
  <blockquote>Quotation</blockquote><img src="/demo/images/partner.svg" alt="" width="80" height="80" />
</section>`;

function pageOf({ head = '', html = '', lang = 'fr', doctype }: Host, withWidgets: boolean): string {
  const widgets = names.map((name, index) => {
    const widget = `<iom-${name} src="/demo/feeds/oim.{lang}.json" loading="eager"></iom-${name}>`;
    return `<div class="widget" lang="${lang}" style='${around(index)}'>${withWidgets ? widget : ''}</div>`;
  });
  return `${doctype ?? '<!doctype html>'}<html ${html}><head><meta charset="utf-8"><title>Test page</title>
    <link rel="icon" href="/demo/images/partner.svg" />${fontSheets}${head}
    ${withWidgets ? '<script type="module" src="/dist/autoload.js"></script>' : ''}</head>
    <body>${own}${widgets.join('')}</body></html>`;
}

describe('the pages of other people', () => {
  const pages: Record<string, Answer> = {};
  for (const [path, file, type] of served)
    pages[path] = (response) => void response.setHeader('content-type', type).end(readFileSync(file));
  const plain = new Map<string, Map<string, Picture>>();
  let site: Site;
  let browser: Browser;
  let tab: Page;

  before(async () => {
    installHosts();
    site = await serveSite(pages);
    browser = await launch('chromium');
    tab = await browser.newPage();
    await tab.setViewport({ width: 1240, height: names.length * mostHeight });
    await tab.emulateMediaFeatures([{ name: 'prefers-reduced-motion', value: 'reduce' }]);
    await stopClock(tab);
    for (const lang of ['fr', 'ar'] as const) {
      const html = `lang="${lang}" dir="${directionOf(lang)}"`;
      plain.set(lang, await picturesOf({ what: 'nothing', html, lang }));
    }
  });
  after(async () => {
    await browser?.close();
    await site?.close();
  });

  async function open(host: Host, withWidgets: boolean) {
    pages['/'] = pageOf(host, withWidgets);
    await tab.goto(site.origin, { waitUntil: 'load' });
  }

  /** A picture of each widget, all of them taken at once, and of the page's own part. */
  async function picturesOf(host: Host): Promise<Map<string, Picture>> {
    await open(host, true);
    const tags = names.map((name) => `iom-${name}`);
    await contentShown(tab, ...tags);
    await allLoaded(tab, ...tags);
    const boxes = await tab.evaluate(
      (tags) =>
        tags.map((tag) => {
          const { left, top, width, height } = document.querySelector(tag)!.getBoundingClientRect();
          return [left, top, width, height].map(Math.round);
        }),
      tags,
    );
    const whole = await taken(tab, { x: 0, y: 0, width, height: names.length * mostHeight });
    const pictures = names.map((name, index): [string, Picture] => {
      const height = Math.min(boxes[index][3], mostHeight);
      const begin = index * mostHeight * width * 4;
      const pixels = whole.pixels.subarray(begin, begin + height * width * 4);
      return [name, { pixels, width, height, box: boxes[index] }];
    });
    return new Map(pictures).set('own', await pictureOfOwn());
  }

  async function pictureOfOwn(): Promise<Picture> {
    return taken((await tab.$('#own'))!);
  }

  for (const host of hosts) {
    it(
      `with ${host.what}: every widget looks as on a plain page, and the page as without it`,
      {
        skip: missing(host),
      },
      async () => {
        const here = await picturesOf(host);
        await open(host, false);
        const expected = new Map(plain.get(host.lang ?? 'fr')).set('own', await pictureOfOwn());
        const different: string[] = [];
        for (const [name, picture] of expected) {
          const part = await difference(`${host.what.replace(/\W+/g, '-')}/${name}`, picture, here.get(name)!);
          if (part > tolerance) different.push(`${name}: ${(part * 100).toFixed(2)} %`);
        }
        assert.deepEqual(different, [], `See ${differing}/`);
      },
    );
  }
});

interface Picture {
  /** Red, green, blue and opacity of each. */
  pixels: Buffer;
  width: number;
  height: number;
  /** Where the element is and how large, of which no more is kept than `mostHeight`. */
  box?: number[];
}

/** Takes a picture of a part of a page, or of an element. */
async function taken(of: Page | ElementHandle, clip?: { x: number; y: number; width: number; height: number }) {
  const png = await of.screenshot({ clip, optimizeForSpeed: true });
  const { data: pixels, info } = await sharp(png).ensureAlpha().raw().toBuffer({ resolveWithObject: true });
  return { pixels, width: info.width, height: info.height };
}

/** The part of the pixels that differ; all of them where the sizes do. Both pictures are kept when it is too much. */
async function difference(name: string, one: Picture, other: Picture): Promise<number> {
  const { width, height } = one;
  const isSize = other.width === width && other.height === height && String(other.box) === String(one.box);
  if (isSize && one.pixels.equals(other.pixels)) return 0;
  const shown = Buffer.alloc(one.pixels.length);
  const part = isSize
    ? pixelmatch(one.pixels, other.pixels, shown, width, height, { threshold: 0.1 }) / (width * height)
    : 1;
  if (part > tolerance) {
    const folder = `${differing}/${name}`;
    mkdirSync(folder, { recursive: true });
    const pictures = { expected: one, found: other, ...(isSize && { difference: { pixels: shown, width, height } }) };
    for (const [file, { pixels, width, height }] of Object.entries(pictures))
      await sharp(pixels, { raw: { width, height, channels: 4 } }).toFile(`${folder}/${file}.png`);
  }
  return part;
}
