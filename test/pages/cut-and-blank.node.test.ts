import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Browser } from 'puppeteer-core';
import { extremes } from '../fixtures/extremes.js';
import { findFlaws } from '../helpers/flaws.js';
import { sameLetters, stopClock } from '../helpers/pictures.js';
import { launch, serveSite, type Site } from '../helpers/site.js';
import { openSheet, sheetAnswers, states, wholePath, type Condition } from '../shots/sheet.js';

describe('no text is cut and no card has a hole: ten elements, six widths', () => {
  let site: Site;
  let browser: Browser;
  before(async () => {
    site = await serveSite(sheetAnswers([]));
    browser = await launch('chromium', ...sameLetters);
  });
  after(async () => {
    await browser.close();
    await site.close();
  });

  const open = async (condition: Condition, lang: string) => {
    const profile = await browser.createBrowserContext();
    const tab = await profile.newPage();
    await tab.setViewport({ width: 1680, height: 1000 });
    await tab.emulateMediaFeatures([{ name: 'prefers-reduced-motion', value: 'reduce' }]);
    await stopClock(tab);
    await openSheet(tab, site.origin + wholePath(condition, lang).slice(1), condition);
    if (condition !== 'loading') await tab.waitForNetworkIdle({ idleTime: 200 });
    return { tab, close: () => profile.close() };
  };

  // Arabic is a quarter shorter than French; what is kept free is the same.
  for (const lang of ['fr', 'ar']) {
    for (const state of states) {
      it(`${state}, ${lang}`, async () => {
        const { tab, close } = await open(state, lang);
        assert.deepEqual(await tab.evaluate(findFlaws(lang === 'ar' ? 2.5 : 2)), []);
        await close();
      });
    }
  }

  for (const extreme of Object.keys(extremes)) {
    it(extreme, async () => {
      const { tab, close } = await open(extreme, 'fr');
      // Who has no picture at all has no hole all the same.
      assert.deepEqual(await tab.evaluate(findFlaws(4)), []);
      await close();
    });
  }
});
