import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import type { ServerResponse } from 'node:http';
import { after, before, beforeEach, describe, it } from 'node:test';
import type { Page } from 'puppeteer-core';
import { placeholderHeights } from '../../src/elements.js';
import { json, launch, patience, puppetEngines, serveSite, type Site } from '../helpers/site.js';

const tags = Object.keys(placeholderHeights).map((name) => `iom-${name}`);
const source = JSON.parse(readFileSync('demo/feeds/oim.en.json', 'utf8')) as { items: object[] };
const [item, ...others] = source.items;
/** A feed whose newest item is of now. */
const feed = () => ({ ...source, items: [{ ...item, date_published: new Date().toISOString() }, ...others] });

const page = (attributes: string) =>
  '<!doctype html><html lang="en"><meta charset="utf-8"><title>Test page</title>' +
  '<link rel="icon" href="/demo/images/partner.svg" /><script type="module" src="/dist/autoload.js"></script>' +
  tags.map((tag) => `<${tag} src="/feed.json" dates="relative" loading="eager" ${attributes}></${tag}>`).join('');

describe('a page that nobody looks at for a while', () => {
  let site: Site;
  /** What is done with a request for the feed. */
  let answer: (response: ServerResponse) => void;
  before(async () => {
    site = await serveSite({
      '/page': page(''),
      '/refreshed': page('refresh="60"'),
      '/elsewhere': '<!doctype html><title>Elsewhere</title><link rel="icon" href="/demo/images/partner.svg" />',
      '/feed.json': (response) => answer(response),
    });
  });
  after(() => site.close());
  beforeEach(() => {
    site.requests.length = 0;
    answer = (response) => json(response, feed());
  });
  const asked = () => site.requests.filter((path) => path === '/feed.json').length;

  for (const engine of puppetEngines) {
    describe(engine, () => {
      let browser: Awaited<ReturnType<typeof launch>>;
      before(async () => void (browser = await launch(engine)));
      after(() => browser.close());

      async function open(path: string): Promise<Page> {
        const tab = await browser.newPage();
        await tab.evaluateOnNewDocument(hurry, 86_400_000);
        await tab.goto(site.origin + path);
        return tab;
      }

      it('left for a day ⇒ as it was when it is back, but for dates, and nothing is asked for', async () => {
        const tab = await open('page');
        await shown(tab);
        await dated(tab, 'this minute');
        await tab.evaluate(() => Object.assign(window, { isSame: true }));
        await goAndComeBack(tab, site.origin);
        // It comes out of the back-forward cache.
        assert.ok(await tab.evaluate(() => !!Reflect.get(window, 'isSame') && !!Reflect.get(window, 'isBack')));
        await dated(tab, 'yesterday');
        await shown(tab);
        assert.equal(asked(), 1);
        await tab.close();
      });

      it('left for a day, with refresh="60" ⇒ asked for once when it is back, and dates are those of now', async () => {
        const tab = await open('refreshed');
        await shown(tab);
        await dated(tab, 'this minute');
        await goAndComeBack(tab, site.origin);
        await dated(tab, 'yesterday');
        await look(tab);
        await shown(tab);
        assert.equal(asked(), 2);
        await tab.close();
      });

      it('left while the feed was on its way ⇒ shows it when it is back', async () => {
        const left: ServerResponse[] = [];
        const isAsked = new Promise<void>((done) => {
          answer = (response) => {
            left.push(response);
            done();
          };
        });
        const tab = await open('page');
        await isAsked;
        answer = (response) => json(response, feed());
        await goAndComeBack(tab, site.origin);
        for (const response of left) json(response, feed());
        await shown(tab);
        await tab.close();
      });
      if (engine === 'firefox') return; // It freezes no page when a test asks for it.

      it('asleep for a day, with refresh="60" ⇒ asked for once when it is awake', async () => {
        const tab = await open('refreshed');
        await shown(tab);
        await sleepAndWake(tab);
        await dated(tab, 'yesterday');
        await look(tab);
        await shown(tab);
        assert.equal(asked(), 2);
        await tab.close();
      });

      it('asleep for a day, while the feed went ⇒ its content, with a note that it may be old', async () => {
        const tab = await open('refreshed');
        await shown(tab);
        answer = (response) => response.writeHead(404).end();
        await sleepAndWake(tab);
        await tab.waitForFunction(
          (all: string[]) =>
            all.every((tag) => {
              const element = document.querySelector(tag)!;
              return element.matches(':state(stale)') && /may not be the latest/.test(element.shadowRoot!.textContent);
            }),
          {},
          tags,
        );
        assert.equal(asked(), 2);
        await tab.close();
      });
    });
  }
});

/** A page stands still behind another one, as browsers have it to save power; then it goes on. */
async function sleepAndWake(tab: Page) {
  const client = await tab.createCDPSession();
  const other = await tab.browser().newPage();
  await client.send('Page.setWebLifecycleState', { state: 'frozen' });
  await client.send('Page.setWebLifecycleState', { state: 'active' });
  await tab.bringToFront();
  await other.close();
}

/** Goes to another page, and back. */
async function goAndComeBack(tab: Page, origin: string) {
  await tab.goto(`${origin}elsewhere`);
  // Of a page out of the back-forward cache no engine says that it has loaded.
  void tab.goBack().catch(String);
  while (!(await tab.evaluate(() => location.pathname !== '/elsewhere').catch(() => false)));
}

/** Every element shows its content. */
const shown = (tab: Page) =>
  tab.waitForFunction(
    (all: string[]) => all.every((tag) => document.querySelector(tag)?.matches(':state(ready)')),
    { timeout: patience },
    tags,
  );

/** What all elements do when a page is looked at is done. */
const look = (tab: Page) => tab.evaluate(() => void document.dispatchEvent(new Event('visibilitychange')));

/** The newest item of the list is so old. */
const dated = (tab: Page, age: string) =>
  tab.waitForFunction(
    (text: string) => document.querySelector('iom-news-feed')!.shadowRoot!.querySelector('time')!.textContent === text,
    {},
    age,
  );

/** While a page is left, or sleeps, so much time passes. */
function hurry(time: number) {
  const now = Date.now.bind(Date);
  let passed = 0;
  Date.now = () => now() + passed;
  addEventListener('pagehide', () => (passed = time));
  document.addEventListener('freeze', () => (passed = time));
  addEventListener('pageshow', ({ persisted }) => Object.assign(window, { isBack: persisted }));
}
