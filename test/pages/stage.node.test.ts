import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, beforeEach, describe, it } from 'node:test';
import type { Page } from 'puppeteer-core';
import { stage } from '../../scripts/release.mjs';
import { officeFeed } from '../fixtures/office-feed.mjs';
import { scratchFolder } from '../helpers/publications.js';
import { builtVersion, releaseVersion } from '../helpers/releases.js';
import { json, serveSite, withPage, type Site } from '../helpers/site.js';

const line = '/iom-widgets@0.1';
const next = '/iom-widgets@0.1.1/';
const body = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Test page</title>
<link rel="icon" href="/demo/images/partner.svg" /><script type="module" src="${line}/autoload.js"></script>
${['news-feed', 'press-contact'].map((name) => `<iom-${name} src="/feed.json"><a href="/${name}">Test link</a></iom-${name}>`).join('')}`;

describe('a line that tries the next version', () => {
  const to = scratchFolder();
  let site: Site;
  /** The same server by two names, of which the hash puts one before the other. */
  const hosts = () => ['127.0.0.1', 'localhost'].map((name) => `http://${name}:${new URL(site.origin).port}/`);
  const follow = (content: object) => {
    writeFileSync(join(to, line, 'stage.json'), JSON.stringify(content));
    stage({ to, line: '0.1', print: () => {} });
  };
  const until = new Date(Date.now() + 86_400_000).toISOString().slice(0, 10);
  const shown = (tab: Page, tag: string) => tab.waitForSelector(`${tag}:state(ready)`);
  const requestsOf = async (tab: Page, url: string) => {
    site.requests.length = 0;
    await tab.goto(url);
    await shown(tab, 'iom-news-feed');
    await shown(tab, 'iom-press-contact');
    await tab.waitForNetworkIdle();
    return site.requests.filter((path) => path.endsWith('.js'));
  };

  before(async () => {
    releaseVersion(to, '0.1.0', builtVersion('0.1.0'));
    const throwing = "throw new Error('Test failure');";
    // Registers an element that shows nothing.
    const empty = `customElements.define('iom-press-contact', class extends HTMLElement {
      connectedCallback() { ${throwing} } });`;
    const files = { 'elements/news-feed.js': throwing, 'elements/press-contact.js': empty };
    releaseVersion(to, '0.1.1', builtVersion('0.1.1'), { share: 1 });
    releaseVersion(to, '0.1.2', builtVersion('0.1.2', files), { share: 1 });
    site = await serveSite({ '/': body, '/feed.json': (response) => json(response, officeFeed('en')) }, {}, to);
  });
  after(() => site.close());
  beforeEach(() => follow({}));

  it('costs its pages no request: as many as the others, all of them from the next version', () =>
    withPage('chromium', async (tab) => {
      const plain = await requestsOf(tab, site.origin);
      follow({ next: '0.1.1', share: 100, until });
      const staged = await requestsOf(tab, site.origin);
      assert.ok(staged.length <= plain.length, `${staged.length} requests, ${plain.length} without`);
      assert.ok(staged.includes(`${next}elements/news-feed.js`));
      assert.ok(
        staged.every((path) => path === `${line}/autoload.js` || path.startsWith(next)),
        staged.join('\n'),
      );
    }));

  it('gives each host the same version on every visit, and only some of them the next one', () =>
    withPage('chromium', async (tab) => {
      const isNext = async (url: string) => (await requestsOf(tab, url)).some((path) => path.startsWith(next));
      const choices = new Map<number, string>();
      for (const share of [20, 40, 60, 80]) {
        follow({ next: '0.1.1', share, until });
        const [one, same] = [await isNext(hosts()[0]), await isNext(hosts()[0])];
        assert.equal(one, same);
        choices.set(share, `${one} ${await isNext(hosts()[1])}`);
      }
      // Who has it keeps it while the share grows.
      for (const index of [0, 1]) {
        const order = [...choices.values()].map((entry) => entry.split(' ')[index]);
        assert.deepEqual(order, [...order].sort());
      }
    }));

  it('a next version that can’t be loaded is not noticed; one that fails later leaves the link, and is gone once called back', () =>
    withPage('chromium', async (tab) => {
      follow({ next: '0.1.2', share: 100, until });
      await tab.goto(site.origin);
      await shown(tab, 'iom-news-feed');
      await tab.waitForNetworkIdle();
      assert.ok(await tab.$eval('iom-press-contact a', (link) => link.checkVisibility()));
      follow({});
      await requestsOf(tab, site.origin);
    }));

  it('an element that is switched off leaves its link on the page, in both versions; the others show their content', () =>
    withPage('chromium', async (tab) => {
      for (const content of [{}, { next: '0.1.1', share: 100, until }]) {
        follow({ ...content, off: ['press-contact'] });
        await tab.goto(site.origin);
        await shown(tab, 'iom-news-feed');
        await tab.waitForNetworkIdle();
        assert.ok(await tab.$eval('iom-press-contact a', (link) => link.checkVisibility()));
        assert.equal(await tab.$('iom-press-contact:state(ready)'), null);
        // Its place is given back.
        assert.ok(await tab.$eval('iom-press-contact', (element) => element.clientHeight < 60));
      }
    }));
});
