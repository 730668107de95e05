import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { placeholderHeights } from '../../src/elements.js';
import { patience, puppetEngines, serveSite, withPage, type Site } from '../helpers/site.js';

const languages = ['en', 'fr'];
const names = Object.keys(placeholderHeights);
/** Each kind fifteen times from each feed. */
const elements = Array.from({ length: 15 }, () =>
  languages.flatMap((lang) =>
    names.map((name) => `<iom-${name} lang="${lang}" src="/demo/feeds/oim.{lang}.json" loading="eager"></iom-${name}>`),
  ),
).flat();

describe('hundreds of elements on one page', () => {
  let site: Site;
  before(async () => {
    site = await serveSite({
      '/':
        '<!doctype html><html lang="en"><meta charset="utf-8"><title>Test page</title>' +
        '<link rel="icon" href="/demo/images/partner.svg" /><script type="module" src="/dist/autoload.js"></script>' +
        elements.join(''),
    });
  });
  after(() => site.close());

  for (const engine of puppetEngines) {
    it(`300 of all kinds, from two feeds ⇒ all show their content, and each feed is asked for once (${engine})`, () =>
      withPage(engine, async (tab) => {
        site.requests.length = 0;
        const failures: string[] = [];
        tab.on('pageerror', (error) => failures.push(String(error)));
        await tab.goto(site.origin);
        await tab.waitForFunction(
          (count: number) => document.querySelectorAll('[loading=eager]:state(ready)').length === count,
          { timeout: patience },
          elements.length,
        );
        assert.equal(elements.length, 300);
        assert.deepEqual(
          site.requests.filter((path) => path.endsWith('.json')).sort(),
          languages.map((lang) => `/demo/feeds/oim.${lang}.json`),
        );
        assert.deepEqual(failures, []);
      }));
  }
});
