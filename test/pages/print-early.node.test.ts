import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import type { ServerResponse } from 'node:http';
import { after, before, describe, it } from 'node:test';
import type { Page } from 'puppeteer-core';
import { placeholderHeights } from '../../src/elements.js';
import { json, patience, serveSite, withPage, type Answer, type Site } from '../helpers/site.js';

/** Where its pictures are. */
const src = '/demo/feeds/held.json';
const feed = JSON.parse(readFileSync('demo/feeds/oim.en.json', 'utf8')) as object;
const tags = Object.keys(placeholderHeights).map((name) => `iom-${name}`);
const page =
  '<!doctype html><html lang="en"><meta charset="utf-8"><title>Test page</title>' +
  '<link rel="icon" href="/demo/images/partner.svg" /><script type="module" src="/dist/autoload.js"></script>' +
  tags
    .map((tag) => `<${tag} src="${src}" loading="eager"><a href="https://example.org/">Read it there</a></${tag}>`)
    .join('');

describe('a page that is printed before its feed has come', () => {
  let site: Site;
  /** Requests for the feed that nobody has answered. */
  let held: ServerResponse[] = [];
  before(async () => {
    site = await serveSite({
      '/page': page,
      [src]: (response) => held.push(response),
    });
  });
  after(() => site.close());

  /** Opens the page of a site, with all that goes wrong in it. */
  async function open(tab: Page, { origin } = site): Promise<string[]> {
    const complaints: string[] = [];
    held = [];
    tab.on('pageerror', (error) => complaints.push(String(error)));
    tab.on('console', (message) => complaints.push(message.text()));
    await tab.goto(`${origin}page`, { waitUntil: 'domcontentloaded' });
    return complaints;
  }
  const inState = (tab: Page, state: string) =>
    tab.waitForFunction(
      (all: string[], wanted: string) => all.every((tag) => document.querySelector(tag)?.matches(`:state(${wanted})`)),
      { timeout: patience },
      tags,
      state,
    );

  it('the elements are there ⇒ the fallbacks are on paper, and later the content is', () =>
    withPage('chromium', async (tab) => {
      const complaints = await open(tab);
      await inState(tab, 'loading');
      await tab.pdf();
      assert.deepEqual(await fallbacksOnPaper(tab), tags);
      for (const response of held) json(response, feed);
      await inState(tab, 'ready');
      assert.deepEqual(await fallbacksOnPaper(tab), []);
      await tab.pdf();
      assert.deepEqual(complaints, []);
    }));

  it('the feed comes while the page is being printed ⇒ all is as ever when that is over', () =>
    withPage('chromium', async (tab) => {
      const complaints = await open(tab);
      await inState(tab, 'loading');
      await tab.evaluate(() => dispatchEvent(new Event('beforeprint')));
      for (const response of held) json(response, feed);
      await inState(tab, 'ready');
      const details = () =>
        tab.$eval('iom-office-map', ({ shadowRoot }) => shadowRoot!.querySelectorAll('[part=details]').length);
      assert.ok((await details()) > 1);
      await tab.evaluate(() => dispatchEvent(new Event('afterprint')));
      while (await details());
      await inState(tab, 'ready');
      assert.deepEqual(complaints, []);
    }));

  it('not even the scripts of the elements are there ⇒ the fallbacks are on paper', async () => {
    const unanswered = tags.map((tag): [string, Answer] => [`/dist/elements/${tag.slice(4)}.js`, () => undefined]);
    const slow = await serveSite({ '/page': page, [src]: () => undefined, ...Object.fromEntries(unanswered) });
    const done = withPage('chromium', async (tab) => {
      await open(tab, slow);
      // Their places are kept.
      await tab.waitForFunction(
        (all: string[]) => all.every((tag) => document.querySelector(tag)!.shadowRoot?.adoptedStyleSheets.length),
        {},
        tags,
      );
      assert.deepEqual(await fallbacksOnPaper(tab), tags);
    });
    await done.finally(slow.close);
  });
});

/** The elements of which the fallback can be read on paper. */
async function fallbacksOnPaper(tab: Page): Promise<string[]> {
  await tab.emulateMediaType('print');
  const seen = await tab.evaluate((all) => {
    return all.filter((tag) => {
      const link = document.querySelector(`${tag} a`)!;
      link.scrollIntoView({ block: 'center' });
      const { left, top, width, height } = link.getBoundingClientRect();
      return document.elementFromPoint(left + width / 2, top + height / 2) === link;
    });
  }, tags);
  await tab.emulateMediaType('screen');
  return seen;
}
