import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, describe, it } from 'node:test';
import type { Page } from 'puppeteer-core';
import type { Action } from '../../src/embed/events.js';
import { officeFeed } from '../fixtures/office-feed.mjs';
import { contentShown, json, puppetEngines, serveSite, withPage, type Site } from '../helpers/site.js';

const page = (body: string) => `<!doctype html><html lang="en"><meta charset="utf-8"><title>Test page</title>
<link rel="icon" href="/demo/images/partner.svg" /><script type="module" src="/dist/autoload.js"></script>${body}`;
const script = '<script type="module" src="/dist/events.js"></script>';
const element = (name: string, attributes = '') =>
  `<iom-${name} src="/feed.json" loading="eager" ${attributes}><a href="/">Test link</a></iom-${name}>`;
const frame = '/dist/embed.html?element=news-feed&lang=en&src=/feed.json&limit=1&events#?secret=a1B2c3D4e5';

const [{ title, url }] = officeFeed('en').items as { title: string; url: string }[];
const newest = { title, url };

/** The scripts of the recipes, by the heading that they stand under. */
const recipes = Object.fromEntries(
  readFileSync('docs/events.md', 'utf8')
    .split(/^## /m)
    .map((part) => [part.split('\n')[0], /```html\n(<script>[^]*?)```/.exec(part)?.[1] ?? ''] as const),
);

interface Spy extends Window {
  actions: Action[];
  /** Lets the second pass that elements have to be in view for. */
  passSecond: () => void;
  _paq?: unknown[];
  dataLayer?: unknown[];
  goals?: unknown[];
  plausible?: (...goal: unknown[]) => void;
}

/** Before any other script of a page: notes what it is told, follows no link, and stops the timers of a second. */
async function listen(tab: Page): Promise<void> {
  // tsx writes it into functions with names of their own.
  await tab.evaluateOnNewDocument('globalThis.__name = (named) => named');
  await tab.evaluateOnNewDocument(() => {
    const spy = window as unknown as Spy;
    spy.actions = [];
    addEventListener('iom-action', ({ detail }: CustomEvent<Action>) => spy.actions.push(detail), true);
    addEventListener('click', (event) => event.preventDefault());
    const waiting = new Map<number, () => void>();
    const [setTimeout, clearTimeout] = [window.setTimeout.bind(window), window.clearTimeout.bind(window)];
    Object.assign(window, {
      setTimeout: (run: () => void, wait?: number, ...rest: unknown[]) => {
        if (wait !== 1000) return setTimeout(run, wait, ...rest);
        waiting.set(-waiting.size - 1, run);
        return -waiting.size;
      },
      clearTimeout: (id: number) => waiting.delete(id) || clearTimeout(id),
    });
    spy.passSecond = () => {
      for (const [id, run] of waiting) if (waiting.delete(id)) run();
    };
  });
}

/** What the page was told since it was last asked, without what was seen. */
const actionsOf = (tab: Page) =>
  tab.evaluate(() => (window as unknown as Spy).actions.splice(0).filter(({ action }) => action !== 'seen'));

const press = async (tab: Page, selector: string) => {
  const button = await tab.waitForSelector(selector);
  await button?.evaluate((node) => node.scrollIntoView({ block: 'center' }));
  await button?.evaluate((node) => (node as HTMLElement).click());
};

describe('iom-action', () => {
  let site: Site;
  before(async () => {
    const feed = officeFeed('en');
    const pages: Record<string, string> = {
      '/': page(
        script +
          element('news-feed', 'id="list" limit="1" more controls="search,kind"') +
          element('news-feed', 'id="here" limit="2" open="here"') +
          element('press-release') +
          element('press-contact') +
          element('link-cards', 'limit="1"') +
          element('org-chart') +
          element('office-map'),
      ),
      '/seen': page(
        `${script}<div style="height: 300vh"></div>${element('news-feed', 'limit="1"')}<div style="height: 300vh"></div>`,
      ),
      '/late': page(element('news-feed', 'limit="1"')),
      '/frame': page(
        `<iframe class="iom-frame" src="${frame}" title="Test news" width="600" height="300"></iframe><script type="module" src="/dist/embed-host.js"></script>`,
      ),
      '/plain': page(element('news-feed', 'limit="1"')),
      '/recipes': page(
        script +
          element('news-feed', 'limit="1"') +
          ['Matomo', 'Plausible', 'A data layer'].map((name) => recipes[name]).join(''),
      ),
    };
    site = await serveSite({ ...pages, '/feed.json': (response) => json(response, feed) });
  });
  after(() => site.close());

  for (const engine of puppetEngines) {
    it(`tells each thing that a visitor did, once, with what it was for (${engine})`, () =>
      withPage(engine, async (tab) => {
        await listen(tab);
        await tab.goto(site.origin);
        const names = ['news-feed', 'press-release', 'press-contact', 'link-cards', 'org-chart', 'office-map'];
        await contentShown(tab, ...names.map((name) => `iom-${name}`));
        await actionsOf(tab);
        const does = async (selector: string, action: string, of: string, more: object = {}) => {
          await press(tab, selector);
          const actions = await actionsOf(tab);
          assert.deepEqual(
            actions.map((entry) => [entry.action, entry.element]),
            [[action, of]],
            selector,
          );
          for (const [name, value] of Object.entries(more)) {
            const text = actions[0][name as keyof Action] ?? '';
            assert.ok(value instanceof RegExp ? value.test(text) : text === value, `${selector}: ${name}: ${text}`);
          }
        };
        await does('#list >>> .title a', 'opened', 'news-feed', { title: newest.title, url: newest.url });
        await does('#list >>> .more button', 'more', 'news-feed');
        await does('#here >>> .title a', 'opened-in-place', 'news-feed', { title: newest.title });
        await does('iom-press-release >>> .share button:nth-of-type(1)', 'shared', 'press-release', {
          title: newest.title,
        });
        await does('iom-press-release >>> .share button:nth-of-type(2)', 'copied', 'press-release', {
          title: newest.title,
        });
        const contact = 'body > iom-press-contact >>> ';
        await does(`${contact}a[href^="tel:"]`, 'called', 'press-contact', { title: /./, url: /^tel:\+/ });
        await does(`${contact}a[href^="mailto:"]`, 'written-to', 'press-contact', { title: /./, url: /^mailto:/ });
        await does(`${contact}button.copy`, 'copied', 'press-contact', { title: /./ });
        await does(`${contact}.actions button`, 'saved', 'press-contact', { title: /./ });
        await does('iom-link-cards >>> .more button', 'more', 'link-cards');
        await does('iom-link-cards >>> .title a', 'opened', 'link-cards', { title: /./, url: /^https:/ });
        await does('iom-org-chart >>> .away button:nth-of-type(5)', 'saved', 'org-chart');
        await does('iom-office-map >>> .office .row', 'opened-in-place', 'office-map', { title: /./ });

        // By key, since a value that a script sets is no choice of a visitor.
        await (await tab.$('#list >>> select'))!.press('ArrowDown');
        const [chosen, ...others] = await actionsOf(tab);
        assert.deepEqual([chosen.action, chosen.element, others], ['filtered', 'news-feed', []]);
        assert.ok(chosen.value);
        await (await tab.$('#list >>> input[type=search]'))!.type('test');
        assert.deepEqual(await actionsOf(tab), [{ action: 'filtered', element: 'news-feed' }]);
      }));

    it(`an element is seen once, after a second in view, and not while a visitor scrolls past (${engine})`, () =>
      withPage(engine, async (tab) => {
        await listen(tab);
        await tab.goto(`${site.origin}seen`);
        await tab.waitForSelector('iom-news-feed:state(ready)');
        const seen = () =>
          tab.evaluate(() => {
            const spy = window as unknown as Spy;
            spy.passSecond();
            return spy.actions.map(({ action, element }) => `${action} ${element}`);
          });
        /** The observer tells of what is in view after the next frame. */
        const scrollTo = (place: string) =>
          tab.evaluate(async (selector) => {
            document.querySelector(selector)!.scrollIntoView();
            for (let frames = 0; frames < 3; frames++) await new Promise(requestAnimationFrame);
          }, place);
        assert.deepEqual(await seen(), []);
        await scrollTo('iom-news-feed');
        await scrollTo('div');
        assert.deepEqual(await seen(), []);
        await scrollTo('iom-news-feed');
        assert.deepEqual(await seen(), ['seen news-feed']);
        await scrollTo('div');
        await scrollTo('iom-news-feed');
        assert.deepEqual(await seen(), ['seen news-feed']);
      }));
  }

  it('is told of what was there before its script, too', () =>
    withPage('chromium', async (tab) => {
      await listen(tab);
      await tab.goto(`${site.origin}late`);
      await tab.waitForSelector('iom-news-feed:state(ready)');
      await tab.addScriptTag({ type: 'module', url: '/dist/events.js' });
      await tab.waitForFunction(() => {
        const spy = window as unknown as Spy;
        spy.passSecond();
        return spy.actions.some(({ action }) => action === 'seen');
      });
    }));

  it('comes out of a frame that was asked for it, and the recipes hear it there', () =>
    withPage('chromium', async (tab) => {
      await listen(tab);
      await tab.goto(`${site.origin}frame`);
      const inside = (await tab.waitForSelector('iframe'))!;
      const content = await inside.contentFrame();
      await (await content.waitForSelector('iom-news-feed >>> .title a'))!.evaluate((link) =>
        (link as HTMLElement).click(),
      );
      await tab.waitForFunction(() => (window as unknown as Spy).actions.some(({ action }) => action === 'opened'));
      const [action] = await actionsOf(tab);
      assert.deepEqual(action, { action: 'opened', element: 'news-feed', ...newest });
    }));

  it('costs a page without a listener nothing: no request, no file', () =>
    withPage('chromium', async (tab) => {
      site.requests.length = 0;
      await tab.goto(`${site.origin}plain`);
      await tab.waitForSelector('iom-news-feed:state(ready)');
      await tab.waitForNetworkIdle();
      assert.deepEqual(
        site.requests.filter((path) => path.includes('events')),
        [],
      );
    }));

  it('the recipes hand it to Matomo, Plausible and a data layer, and nothing is sent by us', () =>
    withPage('chromium', async (tab) => {
      await listen(tab);
      await tab.evaluateOnNewDocument(() => {
        const spy = window as unknown as Spy;
        spy.goals = [];
        spy.plausible = (...goal) => spy.goals!.push(goal);
      });
      await tab.goto(`${site.origin}recipes`);
      await tab.waitForSelector('iom-news-feed:state(ready)');
      await tab.waitForNetworkIdle();
      site.requests.length = 0;
      await press(tab, 'iom-news-feed >>> .title a');
      const heard = await tab.evaluate(() => {
        const { _paq, goals, dataLayer } = window as unknown as Spy;
        return { _paq, goals, dataLayer };
      });
      assert.deepEqual(heard, {
        _paq: [['trackEvent', 'iom-news-feed', 'opened', newest.title]],
        goals: [['iom: opened', { props: { element: 'news-feed', title: newest.title } }]],
        dataLayer: [{ event: 'iom_action', iom: { action: 'opened', element: 'news-feed', ...newest } }],
      });
      assert.deepEqual(site.requests, []);
    }));
});
