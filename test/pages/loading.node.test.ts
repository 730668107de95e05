import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { after, before, describe, it } from 'node:test';
import type { Page } from 'puppeteer-core';
import sirv from 'sirv';
import { build } from 'vite';
import { contentShown, puppetEngines, serveSite, withPage, type Site } from '../helpers/site.js';

const integrity = JSON.parse(readFileSync('dist/integrity.json', 'utf8')) as Record<string, string>;
const news =
  '<iom-news-feed src="/test/fixtures/feed.json" limit="3"><a href="https://example.org/">News</a></iom-news-feed>';
const page = (head: string, body = news) =>
  `<!doctype html><html lang="en"><meta charset="utf-8"><title>Test page</title><link rel="icon" href="data:," />${head}${body}`;

describe('the embed script, wherever it lies', () => {
  let cdn: Server;
  let folder: string;
  let site: Site;
  const pages: Record<string, string> = {};
  const application = mkdtempSync(`${tmpdir()}/iom-application-`);

  before(async () => {
    // A folder of some version on another host than the page's.
    const files = sirv('dist', {
      dev: true,
      setHeaders: (response) => response.setHeader('access-control-allow-origin', '*'),
    });
    cdn = createServer((request, response) => {
      request.url = request.url?.replace(/^\/some\/where\/iom-widgets@0\.1\.0/, '');
      files(request, response, () => void response.writeHead(404).end());
    });
    await new Promise<void>((done) => cdn.listen(0, '127.0.0.1', done));
    folder = `http://127.0.0.1:${(cdn.address() as AddressInfo).port}/some/where/iom-widgets@0.1.0/`;
    site = await serveSite(pages);
  });
  after(async () => {
    rmSync(application, { recursive: true });
    await site.close();
    cdn.closeAllConnections();
    cdn.close();
  });

  /** Shows a page, and gives what its console says. */
  async function show(tab: Page, html: string): Promise<string[]> {
    const messages: string[] = [];
    tab.on('console', (message) => messages.push(message.text()));
    await tab.evaluateOnNewDocument(() => {
      for (const name of ['error', 'unhandledrejection']) addEventListener(name, () => console.log('threw'));
    });
    pages['/page'] = html;
    await tab.goto(`${site.origin}page`);
    return messages;
  }
  const script = (attributes = '') => `<script type="module" src="${folder}autoload.js" ${attributes}></script>`;

  it('loads from a folder of a CDN, into a page with a base of its own', () =>
    withPage('chromium', async (tab) => {
      const messages = await show(tab, page(`<base href="/test/">${script()}`, news.replace('/test/', '')));
      await contentShown(tab, 'iom-news-feed');
      assert.deepEqual(messages, []);
    }));

  it('loads from a partner’s own server, by an import map of the npm package', () =>
    withPage('chromium', async (tab) => {
      const map = { imports: { 'iom-widgets/': '/dist/' } };
      const head = `<script type="importmap">${JSON.stringify(map)}</script><script type="module">import 'iom-widgets/autoload.js'</script>`;
      const messages = await show(tab, page(head));
      await contentShown(tab, 'iom-news-feed');
      assert.deepEqual(messages, []);
    }));

  it('loads from npm, bundled into an application', () =>
    withPage('chromium', async (tab) => {
      mkdirSync(`${application}/node_modules`);
      symlinkSync(process.cwd(), `${application}/node_modules/iom-widgets`);
      writeFileSync(
        `${application}/main.js`,
        `import { watch } from 'iom-widgets/autoload.js';\nwindow.watch = watch;\n`,
      );
      await build({
        configFile: false,
        root: application,
        logLevel: 'error',
        build: { lib: { entry: 'main.js', formats: ['es'], fileName: () => 'main.js' }, minify: false },
      });
      const files = sirv(`${application}/dist`, { dev: true });
      const own = createServer((request, response) =>
        files(
          request,
          response,
          () =>
            void response
              .setHeader('content-type', 'text/html')
              .end(page('<script type="module" src="/main.js"></script>', news.replace('/test', `${site.origin}test`))),
        ),
      );
      await new Promise<void>((done) => own.listen(0, '127.0.0.1', done));
      const headers = { 'access-control-allow-origin': '*' };
      try {
        await tab.setRequestInterception(true);
        tab.on('request', (request) =>
          request.url().endsWith('feed.json')
            ? void request.respond({
                headers,
                contentType: 'application/json',
                body: readFileSync('test/fixtures/feed.json', 'utf8'),
              })
            : void request.continue(),
        );
        await tab.goto(`http://127.0.0.1:${(own.address() as AddressInfo).port}/`);
        await contentShown(tab, 'iom-news-feed');
      } finally {
        own.closeAllConnections();
        own.close();
      }
    }));

  for (const engine of puppetEngines) {
    /** Every file with its hash, as an import map wants it. */
    const mapOf = (changed?: RegExp) => {
      const hashes = Object.entries(integrity).map(([file, hash]) => [
        folder + file,
        changed?.test(file) ? integrity['index.js'] : hash,
      ]);
      return `<script type="importmap">${JSON.stringify({ integrity: Object.fromEntries(hashes) as object })}</script>`;
    };
    const sealed = `integrity="${integrity['autoload.js']}" crossorigin="anonymous"`;

    it(`runs when every file is what its hash in an import map says (${engine})`, () =>
      withPage(engine, async (tab) => {
        const messages = await show(tab, page(mapOf() + script(sealed)));
        await contentShown(tab, 'iom-news-feed');
        assert.deepEqual(messages, []);
      }));

    for (const [what, changed] of [
      ['the script of an element', /^elements\/news-feed/],
      ['what all elements share', /^chunks\/core/],
    ] as const) {
      it(`${what} is not run when it has changed; the fallback stands (${engine})`, () =>
        withPage(engine, async (tab) => {
          const messages = await show(tab, page(mapOf(changed) + script(sealed)));
          while (!messages.length) await tab.waitForNetworkIdle();
          const [defined, visible] = await tab.evaluate(() => [
            !!customElements.get('iom-news-feed'),
            document.querySelector('iom-news-feed a')!.checkVisibility(),
          ]);
          assert.deepEqual([defined, visible], [false, true]);
          assert.ok(!messages.includes('threw'), messages.join('\n'));
        }));
    }
  }

  it('asks for the feed while the script of the element is still on its way, and no second time', () =>
    withPage('chromium', async (tab) => {
      await tab.setRequestInterception(true);
      let asked: () => void;
      const feedAsked = new Promise<void>((done) => (asked = done));
      const feeds: string[] = [];
      tab.on('request', (request) => {
        if (request.url().endsWith('feed.json')) {
          feeds.push(request.url());
          asked();
        }
        // Without the request for the feed the element never arrives.
        if (request.url().endsWith('/elements/news-feed.js')) void feedAsked.then(() => request.continue());
        else void request.continue();
      });
      await show(tab, page(script()));
      await contentShown(tab, 'iom-news-feed');
      await tab.waitForNetworkIdle();
      assert.equal(feeds.length, 1);
    }));

  it('asks for the script of the element and for what it needs at once', () =>
    withPage('chromium', async (tab) => {
      await tab.setRequestInterception(true);
      let asked: () => void;
      const sharedAsked = new Promise<void>((done) => (asked = done));
      tab.on('request', (request) => {
        if (/\/core-[\w-]+\.js$/.test(request.url())) asked();
        if (request.url().endsWith('/elements/news-feed.js')) void sharedAsked.then(() => request.continue());
        else void request.continue();
      });
      await show(tab, page(script()));
      await contentShown(tab, 'iom-news-feed');
    }));

  it('an element far below moves nothing when it is scrolled to', () =>
    withPage('chromium', async (tab) => {
      await tab.setViewport({ width: 800, height: 600 });
      await tab.evaluateOnNewDocument(() => {
        Object.assign(window, { shifts: 0 });
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries())
            (window as unknown as { shifts: number }).shifts += (entry as PerformanceEntry & { value: number }).value;
        }).observe({ type: 'layout-shift', buffered: true });
      });
      const style = `<link rel="stylesheet" href="/tall.css">`;
      pages['/tall.css'] = '';
      await show(tab, page(style + script('blocking="render"'), `${'<p>Line</p>'.repeat(150)}${news}<p>Below</p>`));
      await tab.waitForNetworkIdle();
      assert.equal(await tab.$eval('iom-news-feed', (element) => element.matches(':defined')), false);
      await tab.evaluate(async () => {
        for (let y = 0; y < document.documentElement.scrollHeight; y += 100) {
          scrollTo(0, y);
          await new Promise(requestAnimationFrame);
        }
      });
      await contentShown(tab, 'iom-news-feed');
      await tab.waitForNetworkIdle();
      assert.equal(await tab.evaluate(() => (window as unknown as { shifts: number }).shifts), 0);
    }));
});
