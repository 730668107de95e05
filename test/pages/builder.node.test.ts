import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { after, before, describe, it } from 'node:test';
import type { Page } from 'puppeteer-core';
import { createServer, type ViteDevServer } from 'vite';
import { contentShown, puppetEngines, serveSite, withPage, type Site } from '../helpers/site.js';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };

describe('the embed builder', () => {
  let vite: ViteDevServer;
  let site: Site;
  let builder: string;
  /** What a page shows into which the builder's lines were pasted. */
  const pasted: Record<string, string> = {};

  before(async () => {
    vite = await createServer({ server: { host: '127.0.0.1', port: 5390, hmr: false, ws: false }, logLevel: 'error' });
    await vite.listen();
    builder = `${vite.resolvedUrls!.local[0]}demo/builder/index.html`;
    const feed = readFileSync('test/fixtures/feed.json', 'utf8');
    site = await serveSite(
      {
        '/feed.json': feed,
        '/odd.json': JSON.stringify({
          ...(JSON.parse(feed) as object),
          items: [{ id: 'a', title: 'Odd', date_published: 'some day' }],
        }),
        '/deep.json': JSON.stringify({
          ...(JSON.parse(feed) as object),
          items: [{ id: 'a', title: 'Sound', _iom: { contacts: 'desk' } }],
          _iom: {
            contacts: [{ id: 'desk', name: 'Test Desk', email: 'nobody' }],
            organization: [{ id: 'unit', name: 'Test Unit', parent: 'nowhere' }],
          },
        }),
        '/fr/feed.json': feed,
        '/fr/index.json': JSON.stringify({
          parts: [
            { url: 'news.json', part: 'news', items: 5 },
            { url: 'contacts.json', part: 'contacts' },
            { url: 'organization.json', part: 'organization' },
            { url: 'section/data.json', part: 'section', value: 'data' },
            { url: 'item/two.json', part: 'item', value: 'two' },
          ],
        }),
        '/page.json': '<!doctype html><title>A page</title>',
        '/data.json': '{"data":[]}',
        get '/pasted'() {
          return `<!doctype html><html lang="en"><meta charset="utf-8"><title>Pasted</title>${pasted.lines}`;
        },
      },
      { 'access-control-allow-origin': '*' },
    );
  });
  after(async () => {
    await vite.close();
    await site.close();
  });

  /** Opens the builder and waits until it knows what to say about the feed. */
  async function open(tab: Page, hash = '', words = 'This is a feed') {
    await tab.goto(`${builder}#${hash}`, { timeout: 60_000 });
    await said(tab, words);
  }
  const said = (tab: Page, words: string) =>
    tab.waitForFunction(
      (text) =>
        document
          .querySelector('embed-builder')
          ?.shadowRoot?.querySelector('[role=status]')
          ?.textContent?.includes(text),
      { timeout: 60_000 },
      words,
    );
  const lines = (tab: Page) => tab.$eval('embed-builder', (host) => host.shadowRoot!.querySelector('pre')!.textContent);
  const choose = (tab: Page, group: string, value: string) =>
    tab.$eval(
      'embed-builder',
      (host, name, wanted) => host.shadowRoot!.querySelector<HTMLElement>(`[name=${name}][value=${wanted}]`)!.click(),
      group,
      value,
    );

  for (const engine of puppetEngines) {
    it(`goes from an address to lines that work, by keyboard alone (${engine})`, () =>
      withPage(engine, async (tab) => {
        await open(tab);
        assert.match(await lines(tab), new RegExp(`@${version.replaceAll('.', '\\.')}/autoload\\.js`));

        await tab.keyboard.press('Tab'); // The language of the builder.
        await tab.keyboard.press('Tab'); // What to show.
        await tab.keyboard.press('Tab'); // The address.
        await tab.keyboard.down('Control');
        await tab.keyboard.press('a');
        await tab.keyboard.up('Control');
        await tab.keyboard.type(`${site.origin}feed.json`);
        await said(tab, 'This is a feed: “Test feed”, 3 items.');
        await tab.waitForFunction(() =>
          document
            .querySelector('embed-builder')!
            .shadowRoot!.querySelector('iom-news-feed')
            ?.shadowRoot?.textContent?.includes('First test item'),
        );
        await tab.keyboard.press('Tab'); // The language.
        await tab.keyboard.press('Tab'); // The colours.
        await tab.keyboard.press('Tab'); // How many.
        await tab.keyboard.type('2');
        await tab.keyboard.press('Tab'); // The layout.
        await tab.keyboard.press('ArrowRight');
        await tab.keyboard.press('ArrowRight');
        const tag = `<iom-news-feed src="${site.origin}feed.json" limit="2" layout="compact">`;
        await tab.waitForFunction(
          (text) =>
            document.querySelector('embed-builder')!.shadowRoot!.querySelector('pre')!.textContent.includes(text),
          {},
          tag,
        );
      }));
  }

  it('says how it is pinned: the version, and the hash of the script as it was built', () =>
    withPage('chromium', async (tab) => {
      await open(tab);
      const hashes =
        existsSync('dist/integrity.json') &&
        (JSON.parse(readFileSync('dist/integrity.json', 'utf8')) as Record<string, string>);
      if (hashes) {
        await tab.waitForFunction(() =>
          document.querySelector('embed-builder')!.shadowRoot!.querySelector('pre')!.textContent.includes('integrity'),
        );
        assert.ok((await lines(tab)).includes(`integrity="${hashes['autoload.js']}" crossorigin="anonymous"`));
      } else {
        const text = await tab.$eval('embed-builder', (host) => host.shadowRoot!.textContent);
        assert.match(text, /not built here/);
      }
    }));

  it('names what is wrong in parts that no list shows', () =>
    withPage('chromium', async (tab) => {
      await open(tab, new URLSearchParams({ src: `${site.origin}deep.json` }).toString(), 'could not be read');
      const problems = await tab.$eval(
        'embed-builder',
        (host) => host.shadowRoot!.querySelector('.problems')!.textContent,
      );
      assert.match(problems, /items\[0\]._iom.contacts/);
      assert.match(problems, /_iom.contacts\[0\].email/);
      assert.match(problems, /nowhere/);
    }));

  for (const [what, path, words] of [
    ['an address that is not finished', 'https://feeds.exa', 'begins with https://'],
    ['an address with nothing behind it', '/none.json', 'responded with HTTP error 404'],
    ['a web page', '/page.json', 'not a feed. The address of a feed often ends in .json'],
    ['another data file', '/data.json', 'it has no items'],
    ['a server that does not answer', 'http://127.0.0.1:9/feed.json', 'No response from 127.0.0.1:9'],
    ['a feed with a mistake', '/odd.json', 'One thing in it could not be read'],
  ]) {
    it(`says in plain words what is wrong with ${what}`, () =>
      withPage('chromium', async (tab) => {
        const src = path.startsWith('/') ? site.origin + path.slice(1) : path;
        await open(tab, new URLSearchParams({ src }).toString(), words);
      }));
  }

  it('the link brings everything back, and nothing is stored', () =>
    withPage('chromium', async (tab) => {
      const hash = new URLSearchParams({
        src: `${site.origin}feed.json`,
        lang: 'en',
        limit: '1',
        more: '',
        theme: 'dark',
        way: 'block',
        scripts: 'https://cdn.example.com/{version}/',
      }).toString();
      await open(tab, hash);
      assert.equal(
        await lines(tab),
        `<!-- wp:iom/news-feed {"src":"${site.origin}feed.json","theme":"dark","limit":1,"more":true} /-->\n`,
      );
      await choose(tab, 'way', 'shortcode');
      await tab.waitForFunction(() => location.hash.includes('way=shortcode'));
      assert.equal(
        await lines(tab),
        `[iom_news_feed src="${site.origin}feed.json" theme="dark" limit="1" more lang="en"]\n`,
      );
      const link = await tab.$eval(
        'embed-builder',
        (host) => host.shadowRoot!.querySelector<HTMLAnchorElement>('a[href^="#"]')!.href,
      );
      const before = await lines(tab);
      await tab.goto('about:blank');
      await tab.goto(link);
      await said(tab, 'This is a feed');
      assert.equal(await lines(tab), before);
      const stored = await tab.evaluate(async () => [
        localStorage.length,
        sessionStorage.length,
        document.cookie,
        (await indexedDB.databases()).length,
      ]);
      assert.deepEqual(stored, [0, 0, '', 0]);
    }));

  for (const way of ['evergreen', 'iframe']) {
    it(`what it gives for “${way}” works when it is pasted`, () =>
      withPage('chromium', async (tab) => {
        const choice = { src: `${site.origin}feed.json`, lang: 'en', limit: '2', way, scripts: `${site.origin}dist/` };
        await open(tab, new URLSearchParams(choice).toString());
        pasted.lines = await lines(tab);
        await tab.goto(`${site.origin}pasted`);
        if (way === 'iframe') {
          await tab.waitForFunction(() => document.querySelector('iframe')!.style.height === '378px');
        } else await contentShown(tab, 'iom-news-feed');
      }));
  }

  for (const [element, attributes, file] of [
    ['news-feed', {}, 'news'],
    ['news-feed', { limit: '5', more: '', open: 'here' }, 'news'],
    ['news-feed', { limit: '6' }, 'feed'],
    ['news-feed', { countries: 'UY' }, 'feed'],
    ['news-feed', { controls: 'search' }, 'feed'],
    ['press-release', { 'item-id': 'two' }, 'item/two'],
    ['press-release', { 'item-id': 'other' }, 'feed'],
    ['press-release', {}, 'feed'],
    ['press-contact', { 'item-id': 'two' }, 'item/two'],
    ['press-contact', { country: 'UY' }, 'contacts'],
    ['org-chart', {}, 'organization'],
    ['link-cards', { section: 'data' }, 'section/data'],
    ['link-cards', { section: 'work' }, 'feed'],
    ['sdg-grid', {}, 'feed'],
  ] as const) {
    it(`of a publication it names for ${element} ${JSON.stringify(attributes)} ${file}.json`, () =>
      withPage('chromium', async (tab) => {
        const src = `${site.origin}{lang}/feed.json`;
        await open(tab, new URLSearchParams({ element, src, lang: 'fr', ...attributes }).toString());
        assert.ok((await lines(tab)).includes(`src="${site.origin}{lang}/${file}.json"`), await lines(tab));
        const hint = await tab.$eval('embed-builder', (host) => host.shadowRoot!.textContent);
        assert.equal(hint.includes(`give all of them ${src} instead`), file !== 'feed');
      }));
  }

  it('copies the lines, or selects them where it may not', () =>
    withPage('chromium', async (tab) => {
      await open(tab);
      await tab.$eval('embed-builder', (host) => host.shadowRoot!.querySelector<HTMLElement>('.copy button')!.click());
      await tab.waitForFunction(() =>
        /Copied|Selected/.test(
          document.querySelector('embed-builder')!.shadowRoot!.querySelector('.copy [role=status]')!.textContent,
        ),
      );
    }));

  for (const [ui, scheme, title] of [
    ['en', 'light', 'Put it on your page'],
    ['fr', 'dark', 'Sur votre page'],
  ]) {
    it(`is accessible in ${ui}, on a ${scheme} screen, and has its words in that language`, () =>
      withPage('chromium', async (tab) => {
        await tab.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
        await open(tab);
        await choose(tab, 'ui', ui);
        await tab.waitForFunction(
          (text) => document.querySelector('embed-builder')!.shadowRoot!.querySelector('h1')!.textContent === text,
          {},
          title,
        );
        await tab.evaluate(axe);
        const matches = await tab.evaluate(async () => {
          const { violations } = await (window as unknown as { axe: typeof import('axe-core') }).axe.run();
          return violations.map(({ id, nodes }) => `${id}: ${nodes[0].html} ${nodes[0].failureSummary}`);
        });
        assert.deepEqual(matches, []);
      }));
  }

  for (const width of [320, 600, 1280]) {
    it(`needs no sideways scrolling at ${width} px`, () =>
      withPage('chromium', async (tab) => {
        await tab.setViewport({ width, height: 800 });
        await open(tab);
        const [wide, seen] = await tab.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
        assert.ok(wide <= seen, `${wide} px are wider than ${seen}`);
      }));
  }
});
