import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { after, before, describe, it } from 'node:test';
import pixelmatch from 'pixelmatch';
import { PNG } from 'pngjs';
import type { Browser, Page } from 'puppeteer-core';
import { directionOf } from '../../src/i18n/locale.js';
import { placeholderHeights } from '../../src/elements.js';
import { families, fontSheets } from '../helpers/fonts.js';
import { hosts, installHosts, missing, served, type Host } from '../helpers/hosts.js';
import { mostHeight, stopClock, takePicture } from '../helpers/pictures.js';
import { contentShown, launch, serveSite, type Site } from '../helpers/site.js';

const names = Object.keys(placeholderHeights);
/** Where pictures that differ go; git ignores it. */
const differing = 'build/hosts';

/** Part of the pixels that may differ, each by more than a tenth of what black differs from white: edges of letters do. */
const tolerance = 0.002;

/** What a widget takes from the page around it on purpose, and a place of its own that begins at a whole pixel. */
const around = (index: number) =>
  `all: revert-layer; position: absolute !important; left: 0 !important; top: ${index * 2 * mostHeight}px !important; ` +
  `width: 600px !important; font: 16px/1.5 ${families.regular} !important; color: #222 !important; ` +
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
  const pages: Record<string, string> = {};
  const plain = new Map<string, Map<string, Buffer>>();
  let site: Site;
  let browser: Browser;
  let tab: Page;

  before(async () => {
    installHosts();
    site = await serveSite(pages);
    browser = await launch('chromium');
    tab = await browser.newPage();
    await tab.setViewport({ width: 1240, height: mostHeight });
    await tab.emulateMediaFeatures([{ name: 'prefers-reduced-motion', value: 'reduce' }]);
    await stopClock(tab);
    await tab.setRequestInterception(true);
    // Served from here and not by the site: files outside of the repository.
    tab.on('request', (request) => {
      const [, file, contentType] = served.find(([path]) => request.url().endsWith(path)) ?? [];
      if (file && existsSync(file)) void request.respond({ body: readFileSync(file), contentType });
      else void request.continue();
    });
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

  /** A picture of each widget, and of the page's own part. */
  async function picturesOf(host: Host): Promise<Map<string, Buffer>> {
    await open(host, true);
    await contentShown(tab, ...names.map((name) => `iom-${name}`));
    const pictures = new Map<string, Buffer>();
    for (const name of names) pictures.set(name, await takePicture(tab, `iom-${name}`));
    return pictures.set('own', await pictureOfOwn());
  }

  async function pictureOfOwn(): Promise<Buffer> {
    await tab.evaluate(() => scrollTo(0, 0));
    const own = await tab.$('#own');
    return Buffer.from(await own!.screenshot());
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
        const different = [...expected].flatMap(([name, picture]) => {
          const part = difference(`${host.what.replace(/\W+/g, '-')}/${name}`, picture, here.get(name)!);
          return part > tolerance ? [`${name}: ${(part * 100).toFixed(2)} %`] : [];
        });
        assert.deepEqual(different, [], `See ${differing}/`);
      },
    );
  }
});

/** The part of the pixels that differ; all of them where the sizes do. Both pictures are kept when it is too much. */
function difference(name: string, expected: Buffer, matches: Buffer): number {
  const [one, other] = [expected, matches].map((picture) => PNG.sync.read(picture));
  const { width, height } = one;
  const isSize = other.width === width && other.height === height;
  const shown = new PNG({ width, height });
  const part = isSize
    ? pixelmatch(one.data, other.data, shown.data, width, height, { threshold: 0.1 }) / (width * height)
    : 1;
  if (part > tolerance) {
    const folder = `${differing}/${name}`;
    mkdirSync(folder, { recursive: true });
    writeFileSync(`${folder}/expected.png`, expected);
    writeFileSync(`${folder}/found.png`, matches);
    if (isSize) writeFileSync(`${folder}/difference.png`, PNG.sync.write(shown));
  }
  return part;
}
