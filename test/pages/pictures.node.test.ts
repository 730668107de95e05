import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { after, before, describe, it } from 'node:test';
import pixelmatch from 'pixelmatch';
import { PNG } from 'pngjs';
import type { Browser } from 'puppeteer-core';
import { placeholderHeights } from '../../src/elements.js';
import { fontsOf } from '../helpers/fonts.js';
import { sameLetters, stopClock, takePicture } from '../helpers/pictures.js';
import { elementsShown, launch, serveSite, type Site } from '../helpers/site.js';

/** Pictures of every element as it was found beautiful; `UPDATE_PICTURES=true` accepts how they look now. */
const accepted = 'test/pictures';
/** Where a picture that differs goes, with the difference beside it; git ignores it. */
const differing = 'build/pictures';

/** Part of the pixels that may differ, each by more than a tenth of what black differs from white: edges of letters do. */
const tolerance = 0.002;

const isUpdate = process.env.UPDATE_PICTURES === 'true';

const languages = ['fr', 'ar'];
/** The demo, in letters that are the same on every machine. */
const pages = Object.fromEntries(
  languages.map((lang) => {
    const path = `/demo/oim.${lang}.html`;
    return [path, readFileSync(`.${path}`, 'utf8').replace('</head>', `${fontsOf('regular')}</head>`)];
  }),
);

describe('the elements look as they did', () => {
  let site: Site;
  let browser: Browser;
  before(async () => {
    site = await serveSite(pages);
    browser = await launch('chromium', ...sameLetters);
  });
  after(async () => {
    await browser.close();
    await site.close();
  });

  for (const lang of languages) {
    for (const scheme of ['light', 'dark']) {
      for (const width of [320, 600, 1200]) {
        it(`${lang}, ${scheme}, ${width} px wide`, async () => {
          const tab = await browser.newPage();
          // Half as fine as the page: small files, in which everything that moves is seen all the same.
          await tab.setViewport({ width, height: 1200, deviceScaleFactor: 0.5 });
          await tab.emulateMediaFeatures([
            { name: 'prefers-color-scheme', value: scheme },
            { name: 'prefers-reduced-motion', value: 'reduce' },
          ]);
          await stopClock(tab);
          await tab.goto(`${site.origin}demo/oim.${lang}.html`);
          await elementsShown(tab);
          const different: string[] = [];
          for (const name of Object.keys(placeholderHeights)) {
            const file = `${lang}-${scheme}-${width}/${name}.png`;
            if (!isAsAccepted(file, await takePicture(tab, `iom-${name}`))) different.push(file);
          }
          await tab.close();
          assert.deepEqual(
            different,
            [],
            `See ${differing}/ for how they look now, and for the difference. To accept it: UPDATE_PICTURES=true npm run test:node test/pages/pictures.node.test.ts`,
          );
        });
      }
    }
  }
});

/** Compares a picture with the accepted one; the first one there is gets accepted only where it is asked for. */
function isAsAccepted(file: string, picture: Buffer): boolean {
  const path = `${accepted}/${file}`;
  if (isUpdate) write(path, picture);
  const now = PNG.sync.read(picture);
  const before = existsSync(path) ? PNG.sync.read(readFileSync(path)) : undefined;
  const { width, height } = now;
  const isSize = before?.width === width && before.height === height;
  const difference = new PNG({ width, height });
  const count = isSize
    ? pixelmatch(before.data, now.data, difference.data, width, height, { threshold: 0.1 })
    : width * height;
  if (count <= tolerance * width * height) return true;
  write(`${differing}/${file}`, picture);
  if (isSize) write(`${differing}/${file.replace('.png', '.difference.png')}`, PNG.sync.write(difference));
  return false;
}

function write(path: string, content: Buffer) {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, content);
}
