// A page that its reader has kept: visited again without a network, or saved. It has its content or the links inside the
// tags, and is never blank.
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { pathToFileURL } from 'node:url';
import type { Page } from 'puppeteer-core';
import { placeholderHeights } from '../../src/elements.js';
import { prerender } from '../../src/ssr/index.js';
import { officeFeed } from '../fixtures/office-feed.mjs';
import { elementsShown, json, puppetEngines, serveSite, withPage, type Site } from '../helpers/site.js';

const names = Object.keys(placeholderHeights);
const feed = officeFeed('en') as object;
const plain = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Test page</title><link rel="icon" href="data:,">
<script type="module" src="/dist/autoload.js"></script>
${names.map((name) => `<iom-${name} loading="eager" src="/feed.json"><a href="https://www.example.org/${name}">Link to ${name}</a></iom-${name}>`).join('\n')}
</html>`;

/** What a reader sees of each element: its own text, or the links inside its tag. */
const seen = (tab: Page) =>
  tab.evaluate(
    (all) =>
      Object.fromEntries(
        all.map((name) => {
          const element = document.querySelector<HTMLElement>(`iom-${name}`)!;
          const base = element.shadowRoot?.querySelector<HTMLElement>('.base');
          const inside = [...element.children].filter((child) => child.checkVisibility());
          const text = `${base?.innerText ?? ''} ${inside.map((child) => (child as HTMLElement).innerText).join(' ')}`;
          return [name, element.getClientRects().length ? text.trim() : ''];
        }),
      ),
    names,
  ) as Promise<Record<string, string>>;

describe('a page that its reader has kept', () => {
  let site: Site;
  let folder: string;
  before(async () => {
    folder = mkdtempSync(join(tmpdir(), 'saved-'));
    const pages = { plain, filled: plain, light: plain };
    for (const light of [false, true]) {
      pages[light ? 'light' : 'filled'] = (await prerender(plain, { feeds: { '/feed.json': feed }, light })).html;
    }
    site = await serveSite({
      '/feed.json': (response) => json(response, feed),
      ...Object.fromEntries(Object.entries(pages).map(([path, html]) => [`/${path}`, html])),
    });
  });
  after(async () => {
    await site.close();
    rmSync(folder, { recursive: true });
  });

  const isWhole = (text: string, name: string) => text.length > 40 && !text.includes(`Link to ${name}`);

  for (const path of ['plain', 'filled', 'light']) {
    it(`as one file, as Chromium saves it: ${path} is whole without the network`, () =>
      withPage('chromium', async (tab, profile) => {
        await tab.setViewport({ width: 900, height: 1200 });
        await tab.goto(site.origin + path);
        await elementsShown(tab);
        const session = await tab.createCDPSession();
        const { data } = await session.send('Page.captureSnapshot', { format: 'mhtml' });
        const file = join(folder, `${path}.mhtml`);
        writeFileSync(file, data);
        const other = await profile.newPage();
        await other.setOfflineMode(true);
        await other.goto(pathToFileURL(file).href);
        for (const [name, text] of Object.entries(await seen(other)))
          assert.ok(isWhole(text, name), `${name}: ${text}`);
      }));
  }

  for (const engine of puppetEngines) {
    it(`with its files, as browsers save a whole page, it has its content or its links (${engine})`, () =>
      withPage(engine, async (tab, profile) => {
        const other = await profile.newPage();
        for (const path of ['plain', 'filled', 'light']) {
          await tab.bringToFront();
          await tab.goto(site.origin + path);
          await elementsShown(tab);
          // What is in a shadow root isn’t saved so; scripts are put beside the page, where no module is loaded from.
          const html = await tab.evaluate(() => {
            document.querySelectorAll<HTMLScriptElement>('script[src]').forEach((script) => {
              script.setAttribute('src', 'page_files/autoload.js');
            });
            return `<!DOCTYPE html>${document.documentElement.outerHTML}`;
          });
          const file = join(folder, `${engine}-${path}.html`);
          writeFileSync(file, html);
          await other.goto(pathToFileURL(file).href);
          for (const [name, text] of Object.entries(await seen(other))) {
            assert.ok(path === 'light' ? text.length > 40 : text === `Link to ${name}`, `${path}, ${name}: ${text}`);
          }
        }
      }));
  }
});
