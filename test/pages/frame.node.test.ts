import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { XMLParser } from 'fast-xml-parser';
import type { Frame, Page } from 'puppeteer-core';
import { scratchFolder } from '../helpers/publications.js';
import { puppetEngines, serveSite, withPage, type Site } from '../helpers/site.js';

describe('a page of its own for an embedding', () => {
  const folder = scratchFolder();
  const file = (name: string) => readFileSync(join(folder, 'dist', name), 'utf8');
  let site: Site;

  before(async () => {
    const pages: Record<string, string> = { '/arrived': '<!doctype html><title>Arrived</title>' };
    site = await serveSite(pages, { 'access-control-allow-origin': '*' }, folder);
    pages['/feed.json'] = JSON.stringify({
      version: 'https://jsonfeed.org/version/1.1',
      title: 'Test news',
      language: 'fr',
      items: [{ id: 'a', title: 'Premier article', url: `${site.origin}arrived` }],
    });
    mkdirSync(join(folder, 'dist'));
    const words = {
      out: join(folder, 'dist'),
      base: `${site.origin}dist/`,
      name: 'presse',
      element: 'news-feed',
      lang: 'fr',
      title: 'Actualités & « presse »',
      link: `${site.origin}arrived`,
      src: `${site.origin}feed.json`,
    };
    const options = Object.entries(words).flatMap(([name, value]) => [`--${name}`, value]);
    execFileSync(process.execPath, ['--import', 'tsx', 'scripts/oembed.mjs', ...options]);
    const { html } = JSON.parse(file('presse.json')) as { html: string };
    const host = '<!doctype html><title>Host</title><script type="module" src="/dist/embed-host.js"></script>';
    pages['/host'] = `${host}${html}`;
    // What a site makes of the answer of somebody it doesn't trust.
    pages['/strict'] = `${host}${html.replace(/sandbox="[^"]*"/, 'sandbox="allow-scripts"')}`;
  });
  after(() => site.close());

  it('answers the same as JSON and as XML', () => {
    const { oembed } = new XMLParser({ parseTagValue: false }).parse(file('presse.xml')) as { oembed: object };
    const answer = JSON.parse(file('presse.json')) as Record<string, unknown>;
    assert.deepEqual(
      oembed,
      Object.fromEntries(Object.entries(answer).map(([field, value]) => [field, String(value)])),
    );
    assert.equal(answer.type, 'rich');
    assert.equal(answer.title, 'Actualités & « presse »');
  });

  it('leads from the page to both answers, as a CDN serves them', async () => {
    const page = await (await fetch(`${site.origin}dist/presse.html`)).text();
    const links = [...page.matchAll(/<link rel="alternate" type="([^"]+)" href="([^"]+)"/g)];
    assert.deepEqual(
      links.map(([, type]) => type),
      ['application/json+oembed', 'text/xml+oembed'],
    );
    for (const [, , href] of links) assert.equal((await fetch(href)).status, 200);
  });

  it('shows a link without script', () =>
    withPage('chromium', async (tab) => {
      await tab.setJavaScriptEnabled(false);
      await tab.goto(`${site.origin}dist/presse.html`);
      const link = await tab.$eval('a', ({ href, textContent }) => [href, textContent]);
      assert.deepEqual(link, [`${site.origin}arrived`, 'Actualités & « presse »']);
    }));

  /** The frame of a host page, once it shows the feed. */
  async function shown(tab: Page): Promise<Frame> {
    const frame = await (await tab.waitForSelector('iframe'))!.contentFrame();
    await frame.waitForFunction(() => document.querySelector('iom-news-feed')?.matches(':state(ready)'));
    return frame;
  }

  for (const engine of puppetEngines) {
    for (const path of ['host', 'strict']) {
      it(`follows a link from the frame, by keyboard, and the page around goes there (${path}, ${engine})`, () =>
        withPage(engine, async (tab) => {
          await tab.goto(site.origin + path);
          const frame = await shown(tab);
          const link = await frame.evaluateHandle(() =>
            document.querySelector('iom-news-feed')!.shadowRoot!.querySelector('a'),
          );
          const arrived = tab.waitForNavigation();
          await link.asElement()!.focus();
          await tab.keyboard.press('Enter');
          await arrived;
          assert.equal(tab.url(), `${site.origin}arrived`);
        }));
    }
  }

  it('does not lead the page away while the visitor is elsewhere', () =>
    withPage('chromium', async (tab) => {
      await tab.goto(`${site.origin}strict`);
      const frame = await shown(tab);
      await tab.evaluate(() => (document.querySelector('iframe')!.style.height = '1px'));
      await frame.evaluate((value) => {
        parent.postMessage({ message: 'link', value }, '*');
        // Arrives after it, and shows that it was read.
        parent.postMessage({ message: 'height', value: 123 }, '*');
      }, `${site.origin}arrived`);
      await tab.waitForFunction(() => document.querySelector('iframe')!.style.height === '123px');
      assert.equal(tab.url(), `${site.origin}strict`);
    }));
});
