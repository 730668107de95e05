import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import type { ServerResponse } from 'node:http';
import { after, before, describe, it } from 'node:test';
import type { Page } from 'puppeteer-core';
import { placeholderHeights } from '../../src/elements.js';
import { json, patience, serveSite, withPage, type Site } from '../helpers/site.js';

const feed = JSON.parse(readFileSync('demo/feeds/oim.en.json', 'utf8')) as object;
const tags = Object.keys(placeholderHeights).map((name) => `iom-${name}`);
const page =
  '<!doctype html><html lang="en"><meta charset="utf-8"><title>Test page</title>' +
  '<link rel="icon" href="/demo/images/partner.svg" /><script type="module" src="/dist/autoload.js"></script>' +
  tags.map((tag) => `<${tag} src="/feed.json"><a href="https://example.org/">Read it there</a></${tag}>`).join('\n') +
  '<iom-about id="asking" consent src="/other.json"><a href="https://example.org/">Read it there</a></iom-about>';

describe('a page that is printed before anybody has scrolled', () => {
  let site: Site;
  /** Requests for the feed that nobody has answered. */
  let held: ServerResponse[] = [];
  before(async () => {
    site = await serveSite({ '/page': page, '/feed.json': (response) => held.push(response) });
  });
  after(() => site.close());

  /** Opens the page, of which the end waits. */
  async function open(tab: Page) {
    held = [];
    site.requests.length = 0;
    await tab.setViewport({ width: 1100, height: 800 });
    await tab.goto(`${site.origin}page`);
    await tab.waitForFunction(() => document.querySelector('#asking')!.clientHeight > 100);
    assert.ok(!(await tab.$('iom-office-map:state(loading)')));
  }

  it('has no empty sheets: what can’t be there in time gives its place back', () =>
    withPage('chromium', async (tab) => {
      await open(tab);
      await tab.evaluate(() => dispatchEvent(new Event('beforeprint')));
      await tab.emulateMediaType('print');
      const high = await tab.$$eval('iom-org-chart, iom-office-map, iom-sdg-grid', (elements) =>
        elements.map(({ clientHeight }) => clientHeight),
      );
      assert.ok(Math.max(...high) < 100, String(high));
    }));

  for (const [what, begin] of [
    ['a page that is about to be printed', (tab: Page) => tab.evaluate(() => dispatchEvent(new Event('beforeprint')))],
    ['a page that is looked at as it will be on paper', (tab: Page) => tab.emulateMediaType('print')],
    [
      'the keys that print',
      (tab: Page) => tab.evaluate(() => dispatchEvent(new KeyboardEvent('keydown', { key: 'p', ctrlKey: true }))),
    ],
  ] as const) {
    it(`${what} ⇒ all that waits is loaded, but what has to be asked for`, () =>
      withPage('chromium', async (tab) => {
        await open(tab);
        await begin(tab);
        await tab.waitForFunction(
          (all: string[]) => all.every((tag) => document.querySelector(`${tag}:state(loading)`)),
          { timeout: patience },
          tags,
        );
        for (const response of held) json(response, feed);
        await tab.waitForFunction(
          (all: string[]) => all.every((tag) => document.querySelector(`${tag}:state(ready)`)),
          { timeout: patience },
          tags,
        );
        assert.ok(!site.requests.includes('/other.json'));
      }));
  }
});
