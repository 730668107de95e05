// A page that its reader has kept: visited again without a network, or saved. It has its content or the links inside the
// tags, and is never blank.
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import type { ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { pathToFileURL } from 'node:url';
import type { Page } from 'puppeteer-core';
import { placeholderHeights } from '../../src/elements.js';
import { prerender } from '../../src/ssr/index.js';
import { officeFeed } from '../fixtures/office-feed.mjs';
import { stoppedClock } from '../helpers/pictures.js';
import { elementsShown, json, patience, puppetEngines, serveSite, withPage, type Site } from '../helpers/site.js';

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

/** On this day at noon a page is opened. */
const setDay = (tab: Page, day: string) =>
  tab.evaluateOnNewDocument(stoppedClock.replace('Date.UTC(2026, 10, 30, 10)', `Date.parse('${day}T12:00Z')`));

/** Addresses of the pictures that are on screen. */
const picturesIn = (tab: Page) =>
  tab.evaluate(() =>
    [...document.querySelectorAll('*')]
      .flatMap(({ shadowRoot }) => [...(shadowRoot?.querySelectorAll('img') ?? [])])
      .filter(({ complete, naturalWidth }) => complete && naturalWidth)
      .map(({ src }) => src),
  );

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
    it(`visited again without a network, it has its content, of what day that is, and the pictures that were seen (${engine})`, () =>
      withPage(engine, async (first, profile) => {
        /** Who waits for the feed. */
        const asked: ServerResponse[] = [];
        let isSlow = false;
        const answer = () => asked.splice(0).forEach((response) => json(response, officeFeed('fr')));
        const away = await serveSite(
          {
            '/page': plain.replace('lang="en"', 'lang="fr"'),
            '/feed.json': (response) => {
              asked.push(response.setHeader('cache-control', 'no-cache'));
              if (!isSlow) answer();
            },
          },
          // What a page holds is kept by the browser, as from any host that allows it; only the feed is asked for again.
          { 'cache-control': 'max-age=3600' },
        );
        const visit = async (tab: Page, day: string) => {
          await setDay(tab, day);
          await tab.goto(`${away.origin}page`);
          await elementsShown(tab);
          isSlow = false;
          answer();
          await tab.waitForNetworkIdle();
          return picturesIn(tab);
        };
        await visit(first, '2026-11-01');
        // Whoever comes back sees what the browser has kept before the network answers.
        isSlow = true;
        const pictures = await visit(await profile.newPage(), '2026-11-03');
        assert.ok(pictures.length);
        await away.close();
        const later = await profile.newPage();
        await setDay(later, '2026-11-07');
        await later.goto(`${away.origin}page`);
        await later.waitForFunction(
          (all) =>
            all.every((name) => {
              const element = document.querySelector(`iom-${name}`)!;
              element.scrollIntoView();
              return element.shadowRoot?.querySelector('[part=notice] time');
            }),
          { timeout: patience },
          names,
        );
        for (const [name, text] of Object.entries(await seen(later))) {
          assert.ok(isWhole(text, name), `${name}: ${text}`);
          assert.match(text, /Ceci n’est peut-être pas la dernière version\.\s+Contenu du 3 novembre 2026/, name);
        }
        assert.deepEqual(await picturesIn(later), pictures);
      }));

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
