import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import type { ServerResponse } from 'node:http';
import { after, before, describe, it } from 'node:test';
import { Script } from 'node:vm';
import type { Page } from 'puppeteer-core';
import { engines, openWebKit } from '../helpers/browsers.mjs';
import { launch, patience, serveSite, type Answer, type Site } from '../helpers/site.js';

const news = '<iom-news-feed src="/test/fixtures/feed.json" limit="3"><a href="/">News</a></iom-news-feed>';
const page = (head: string, body = news) =>
  `<!doctype html><html lang="en"><meta charset="utf-8"><title>Test page</title><link rel="icon" href="data:," />
<script>addEventListener('error', (event) => (window.threw = event.message));addEventListener('unhandledrejection', (event) => (window.threw = event.reason))</script>${head}${body}`;

/** What this test asks of a page in any engine. */
interface Tab {
  goto: (url: string) => Promise<unknown>;
  evaluate: <T>(run: () => T) => Promise<T>;
  waitForFunction: (check: () => unknown, options: { timeout: number }) => Promise<unknown>;
}

describe('the embed script without type="module"', () => {
  let site: Site;
  let cdn: Site;
  const code = readFileSync('dist/autoload.js', 'utf8');
  const pages: Record<string, Answer> = {};
  before(async () => {
    site = await serveSite(pages);
    cdn = await serveSite({}, { 'access-control-allow-origin': '*' });
    const src = `${cdn.origin}dist/autoload.js`;
    Object.assign(pages, {
      '/other-server': page(`<script src="${src}"></script>`),
      '/defer': page(`<script defer src="${src}?ver=1.2"></script>`),
      '/async': page(`<script async src="/dist/autoload.js"></script>`),
      '/end': page('', `${news}<script type="text/javascript" src="/dist/autoload.js"></script>`),
      '/inserted': page(
        `<script>const made = document.createElement('script'); made.src = '${src}'; document.head.append(made)</script>`,
      ),
      '/beside': page(
        `<script src="${src}"></script><script type="module">import { watch } from '${cdn.origin}dist/watch.js'; window.watching = watch</script>`,
      ),
      '/joined': page('<script src="/joined.js"></script>'),
      '/joined.js': (response: ServerResponse) =>
        void response.setHeader('content-type', 'text/javascript').end(`window.runs = 1;\n${code}runs++;`),
      '/inline': page(`<script>${code}</script>`),
    });
  });
  after(async () => {
    await site.close();
    await cdn.close();
  });

  /** Opens a page, and gives what it has left in the global scope. */
  async function open(tab: Tab, path: string) {
    await tab.goto(site.origin + path);
    await tab.waitForFunction(() => document.querySelector('iom-news-feed:state(ready)'), { timeout: patience });
    return tab.evaluate(() => (window as unknown as { threw?: string }).threw);
  }

  for (const engine of engines()) {
    it(`loads itself as the module it is, and throws nothing (${engine})`, async () => {
      const browser = engine === 'webkit' ? undefined : await launch(engine as 'chromium' | 'firefox');
      const webkit = browser ? undefined : await openWebKit();
      const tab = (webkit ?? (await browser!.newPage())) as Tab;
      try {
        for (const path of engine === 'chromium'
          ? ['other-server', 'defer', 'async', 'end', 'inserted']
          : ['other-server']) {
          assert.equal((await open(tab, path)) ?? undefined, undefined, path);
        }
        assert.equal((await open(tab, 'beside')) ?? undefined, undefined);
        assert.equal(
          await tab.evaluate(() => typeof (window as unknown as { watching: unknown }).watching),
          'function',
        );
      } finally {
        await (browser ?? webkit)!.close();
      }
    });
  }

  it('leaves no names of its own in the page, and one script has one copy of it', async () => {
    const browser = await launch('chromium');
    try {
      const tab: Page = await browser.newPage();
      const messages: string[] = [];
      tab.on('console', (message) => messages.push(message.text()));
      await tab.evaluateOnNewDocument(() => Object.assign(window, { before: new Set(Object.keys(window)) }));
      await open(tab, 'beside');
      const added = await tab.evaluate(() => {
        const { before: names } = window as unknown as { before: Set<string> };
        return Object.keys(window).filter((name) => !names.has(name) && !name.includes('aria'));
      });
      // By those Lit tells which versions of it are in a page.
      const ours = added.filter((name) => !/^(lit|reactive)\w+(Versions|Metadata)$/.test(name));
      assert.deepEqual(ours, ['before', 'watching']);
      assert.deepEqual(messages, []);
    } finally {
      await browser.close();
    }
  });

  it('within a page, or in one file with other scripts, it does nothing but say so, and nothing runs twice', async () => {
    const browser = await launch('chromium');
    try {
      const tab: Page = await browser.newPage();
      for (const path of ['inline', 'joined']) {
        const said = new Promise<void>((done) =>
          tab.on('console', (message) => /TypeError.+autoload\.js/.test(message.text()) && done()),
        );
        await tab.goto(site.origin + path);
        await said;
        const { threw, runs } = await tab.evaluate(() => {
          const { threw, runs } = window as unknown as { threw?: string; runs?: number };
          return { threw, runs };
        });
        assert.deepEqual([threw, runs], [undefined, path === 'joined' ? 2 : undefined]);
        assert.ok(await tab.$eval('iom-news-feed a', (link) => link.checkVisibility()));
      }
    } finally {
      await browser.close();
    }
  });

  it('parses as a script', () => assert.ok(new Script(code)));
});
