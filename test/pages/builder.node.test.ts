import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { after, before, describe, it } from 'node:test';
import type { Page } from 'puppeteer-core';
import { createServer, type ViteDevServer } from 'vite';
import { scriptsBeside, unnamed } from '../../demo/builder/scripts.js';
import { officeFeed } from '../fixtures/office-feed.mjs';
import { contentShown, patience, puppetEngines, serveSite, withPage, type Site } from '../helpers/site.js';

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
          texts: [
            { url: 'text/index.html', language: 'fr' },
            { url: 'text/language/en.html', language: 'en' },
            { url: 'https://www.example.org/other.html', language: 'es' },
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

  /** What the press office has published: its feed, and where its scripts are the hashes of a build. */
  const feed = readFileSync('test/fixtures/feed.json', 'utf8');
  const published: Record<string, string> = {
    'https://feeds.office.test/feed.json': feed,
    'https://feeds.office.test/all.json': JSON.stringify(officeFeed('en')),
    [`https://cdn.office.test/iom-widgets@${version}/integrity.json`]: '{"autoload.js":"sha384-published"}',
  };
  const src = 'https://feeds.office.test/feed.json';
  const scripts = 'https://cdn.office.test/iom-widgets@{version}/';
  const hashOf = (choice: Record<string, string>) => new URLSearchParams(choice).toString();

  /** Nothing is asked of the web: its servers are these answers. */
  async function onTheWeb(tab: Page) {
    await tab.setRequestInterception(true);
    tab.on('request', (request) => {
      const url = new URL(request.url());
      if (url.hostname === '127.0.0.1') {
        request.continue().catch(String);
        return;
      }
      const body = published[url.href];
      const headers = { 'access-control-allow-origin': '*' };
      // What is typed on takes back what was asked.
      request.respond({ status: body ? 200 : 404, headers, body: body ?? '' }).catch(String);
    });
  }

  /** Opens the builder and waits until it knows what to say about the feed. */
  async function open(tab: Page, hash = '', words = 'This is a feed') {
    await tab.goto(`${builder}#${hash}`, { timeout: patience });
    await said(tab, words);
  }
  const said = (tab: Page, words: string) =>
    tab.waitForFunction(
      (text) =>
        document
          .querySelector('embed-builder')
          ?.shadowRoot?.querySelector('[aria-labelledby=step-feed] [role=status]')
          ?.textContent?.includes(text),
      { timeout: patience },
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

  const shows = (tab: Page, selector: string, words: string) =>
    tab.waitForFunction(
      (place, text) =>
        document.querySelector('embed-builder')!.shadowRoot!.querySelector(place)?.textContent?.includes(text),
      {},
      selector,
      words,
    );

  for (const engine of puppetEngines) {
    it(`goes from two addresses to lines that are copied, by keyboard alone (${engine})`, () =>
      withPage(engine, async (tab) => {
        await onTheWeb(tab);
        await open(tab);
        assert.match(await lines(tab), new RegExp(`@${version.replaceAll('.', '\\.')}/autoload\\.js`));
        const press = async (key: 'Tab' | 'ArrowRight' | 'Enter', times: number) => {
          for (; times; times--) await tab.keyboard.press(key);
        };

        await press('Tab', 2); // The language of the builder, where the scripts are.
        await tab.keyboard.type('https://cdn.office.test/iom-widgets@{version}');
        await shows(
          tab,
          '[aria-labelledby=step-scripts] [role=status]',
          `The scripts of version ${version} are there.`,
        );
        await press('Tab', 6); // Four beginnings, what to show, the address.
        await tab.keyboard.down('Control');
        await tab.keyboard.press('a');
        await tab.keyboard.up('Control');
        await tab.keyboard.type(src);
        await said(tab, 'This is a feed: “Test feed”, 3 items.');
        await tab.waitForFunction(() =>
          document
            .querySelector('embed-builder')!
            .shadowRoot!.querySelector('iom-news-feed')
            ?.shadowRoot?.textContent?.includes('First test item'),
        );
        await press('Tab', 2); // The language, only some of it.
        await press('Enter', 1);
        await press('Tab', 1);
        await tab.keyboard.press(' '); // The first topic.
        await tab.$eval('embed-builder', (host) => host.shadowRoot!.querySelector<HTMLElement>('#accent')!.focus());
        await press('Tab', 3); // The font, the corners, how many.
        await tab.keyboard.type('2');
        await press('Tab', 1); // The layout.
        await press('ArrowRight', 2);
        const tag = `<iom-news-feed src="${src}" tags="data" limit="2" layout="compact">`;
        await shows(tab, 'pre', tag);
        await shows(tab, 'pre', 'integrity="sha384-published"');
        await tab.$eval('embed-builder', (host) => host.shadowRoot!.querySelector('pre')!.focus());
        await press('Tab', 1);
        await press('Enter', 1);
        await tab.waitForFunction(() =>
          /Copied|Selected/.test(
            document.querySelector('embed-builder')!.shadowRoot!.querySelector('.copy [role=status]')!.textContent,
          ),
        );
      }));
  }

  const obstacles = [
    ['nobody has said where the scripts are', { src }, 'Say first where your scripts are', 'scripts'],
    [
      'the scripts are on this computer',
      { src, scripts: 'http://127.0.0.1:5173/dist/' },
      'leads to this computer',
      'scripts',
    ],
    ['the address of the scripts is half written', { src, scripts: 'https:/cdn' }, 'is not finished', 'scripts'],
    ['there are no scripts', { src, scripts: 'https://none.office.test/' }, 'There are no scripts', 'scripts'],
    ['there is no feed', { src: 'https://feeds.office.test/none', scripts }, 'There is no feed', 'src'],
    ['the feed is on a local network', { src: 'https://192.168.1.4/feed.json', scripts }, 'no feed|its network', 'src'],
    ['what was picked is not in the feed', { src, scripts, tags: 'chess' }, 'chess, which is not in', 'option-tags'],
    ['a number is none', { src, scripts, limit: 'five' }, 'not a whole number', 'option-limit'],
    ['the accent is too faint', { src, scripts, accent: '#7f8ea3', theme: 'light' }, 'too faint', 'accent'],
  ] as const;
  it('copies nothing while something is wrong, says what, and leads to it', () =>
    withPage('chromium', async (tab) => {
      await onTheWeb(tab);
      await tab.goto(builder, { timeout: patience });
      for (const [what, choice, words, field] of obstacles) {
        await tab.evaluate((hash) => void (location.hash = hash), hashOf({ ...choice }));
        await tab.waitForFunction(
          (text) =>
            new RegExp(text).test(
              document.querySelector('embed-builder')?.shadowRoot?.querySelector('#obstacle')?.textContent ?? '',
            ),
          { timeout: patience },
          words,
        );
        const [copied, focused] = await tab.$eval('embed-builder', (host) => {
          const root = host.shadowRoot!;
          const button = root.querySelector<HTMLElement>('.copy button')!;
          if (button.ariaDisabled !== 'true') return ['Copy is on', ''];
          button.click();
          return [root.querySelector('.copy [role=status]')!.textContent, root.activeElement?.id];
        });
        assert.deepEqual([copied, focused], ['', field], what);
      }
    }));

  it('copies as soon as nothing is wrong any more', () =>
    withPage('chromium', async (tab) => {
      await onTheWeb(tab);
      await open(tab, hashOf({ src, scripts }));
      await tab.waitForFunction(
        () =>
          document.querySelector('embed-builder')!.shadowRoot!.querySelector('.copy button')!.ariaDisabled === 'false',
      );
      await tab.$eval('embed-builder', (host) => host.shadowRoot!.querySelector<HTMLElement>('.copy button')!.click());
      await tab.waitForFunction(() =>
        /Copied|Selected/.test(
          document.querySelector('embed-builder')!.shadowRoot!.querySelector('.copy [role=status]')!.textContent,
        ),
      );
    }));

  it('knows where the scripts are from where it is published itself', () => {
    assert.equal(
      scriptsBeside('https://cdn.office.test/iom-widgets@0.1.0/storybook/iframe.html?id=builder--docs'),
      'https://cdn.office.test/iom-widgets@{version}/',
    );
    for (const page of [
      'http://127.0.0.1:5173/demo/builder/index.html',
      'https://localhost/iom-widgets@0.1/builder/',
      'https://press.office.test/builder/?from=https://cdn.office.test/iom-widgets@0.1/',
    ]) {
      assert.equal(scriptsBeside(page), unnamed);
    }
  });

  const picked = {
    'news-feed': ['kind', 'tags', 'countries'],
    'press-release': ['item-id'],
    'press-contact': ['contact-id', 'country'],
    'org-chart': ['root', 'unit'],
    'link-cards': ['section', 'kind'],
    'key-figures': ['figures'],
    'office-map': ['kind', 'countries', 'office'],
  };
  it('fills kinds, topics, countries, contacts, units and offices from the feed, and writes what is picked', () =>
    withPage('chromium', async (tab) => {
      await onTheWeb(tab);
      await open(tab, hashOf({ src: 'https://feeds.office.test/all.json', lang: 'en' }));
      for (const [element, attributes] of Object.entries(picked)) {
        await choose(tab, 'element', element);
        for (const name of attributes) {
          const field = await tab.waitForSelector(`embed-builder >>> #option-${name}`);
          const value = await field!.evaluate((node) => {
            const box = node.querySelector('input');
            if (box) box.click();
            else {
              (node as HTMLSelectElement).selectedIndex = 1;
              node.dispatchEvent(new Event('change'));
            }
            return box?.value ?? (node as HTMLSelectElement).value;
          });
          assert.ok(value, `${element} ${name}`);
          await shows(tab, 'pre', ` ${name}="${value}"`);
        }
      }
    }));

  it('says in words how far an accent can be read, and offers the nearest that can be', () =>
    withPage('chromium', async (tab) => {
      await onTheWeb(tab);
      await open(tab, hashOf({ src, scripts, theme: 'light', accent: '#418fde', font: 'serif', radius: 'none' }));
      await shows(tab, '.accent + [role=status]', '3.3 : 1 on a light page, 5.2 : 1 on a dark one; text needs 4.5 : 1');
      await tab.$eval('embed-builder', (host) =>
        host.shadowRoot!.querySelector<HTMLElement>('.accent + [role=status] button')!.click(),
      );
      await shows(tab, '.accent + [role=status] .good', 'Good for light pages');
      const [, accent] = /--iom-accent: (#\w{6}); --iom-font: Georgia, [^;]+; --iom-radius: 0"/.exec(await lines(tab))!;
      const shown = await tab.$eval('embed-builder', (host) => {
        const { style } = host.shadowRoot!.querySelector<HTMLElement>('.stage iom-news-feed')!;
        return style.getPropertyValue('--iom-accent');
      });
      assert.equal(shown, accent);
      await choose(tab, 'way', 'shortcode');
      await shows(tab, '.code + p + .code pre, .code:nth-of-type(2) pre', `--iom-accent: ${accent};`);
    }));

  it('begins with what a place needs, at the width of that place', () =>
    withPage('chromium', async (tab) => {
      await tab.setViewport({ width: 1280, height: 900 });
      await open(tab);
      await tab.$eval('embed-builder', (host) =>
        host.shadowRoot!.querySelector<HTMLElement>('button[value=press]')!.click(),
      );
      await shows(tab, 'pre', 'limit="10" more controls="search,tags,countries,kind" open="here"');
      await shows(tab, '.scale', '1200 px wide, shown at ');
      const [scale, wide, room, pressed] = await tab.$eval('embed-builder', (host) => {
        const root = host.shadowRoot!;
        const frame = root.querySelector('.window')!;
        return [
          parseInt(root.querySelector('.scale')!.textContent.replace(/.*shown at/, '')),
          frame.scrollWidth,
          frame.clientWidth,
          root.querySelector('button[value=press]')!.ariaPressed,
        ];
      });
      assert.ok(Number(scale) < 100 && Number(scale) > 20, `shown at ${scale} %`);
      assert.equal(wide, room, 'the preview scrolls sideways');
      assert.equal(pressed, 'true');
    }));

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

  const partsOf = [
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
  ] as const;
  it('of a publication it names the smallest file that has what is shown', () =>
    withPage('chromium', async (tab) => {
      const whole = `${site.origin}{lang}/feed.json`;
      await open(tab, hashOf({ src: whole, lang: 'fr' }));
      for (const [element, attributes, file] of partsOf) {
        await tab.evaluate(
          (hash) => void (location.hash = hash),
          hashOf({ element, src: whole, lang: 'fr', ...attributes }),
        );
        await shows(tab, 'pre', `<iom-${element} src="${site.origin}{lang}/${file}.json"`);
        const hint = await tab.$eval('embed-builder', (host) => host.shadowRoot!.textContent);
        assert.equal(hint.includes(`give all of them ${whole} instead`), file !== 'feed', element);
      }
    }));

  it('leads readers without script to the page of plain HTML that a publication has', () =>
    withPage('chromium', async (tab) => {
      const whole = `${site.origin}{lang}/feed.json`;
      await open(tab, hashOf({ src: whole, lang: 'fr' }));
      await shows(tab, 'pre', `<a href="${site.origin}fr/text/index.html">Version texte</a>\n</iom-news-feed>`);
      pasted.lines = await lines(tab);
      const own = `${site.origin}fr/feed.json`;
      for (const [choice, link] of [
        [{ lang: 'en' }, `<a href="${site.origin}fr/text/language/en.html">Text version</a>`],
        [{ lang: 'ru' }, `<a href="${site.origin}fr/text/index.html">Текстовая версия</a>`],
        [{ lang: 'en', way: 'react' }, `      <a href="${site.origin}fr/text/language/en.html">Text version</a>`],
      ] as const) {
        await tab.evaluate((hash) => void (location.hash = hash), hashOf({ src: own, ...choice }));
        await shows(tab, 'pre', link);
      }
      // The embed script takes two links for what they are.
      const said: string[] = [];
      tab.on('console', (message) => /not closed/.test(message.text()) && said.push(message.text()));
      await tab.goto(`${site.origin}pasted`);
      assert.equal(await tab.$$eval('iom-news-feed > a', (links) => links.length), 2);
      assert.deepEqual(said, []);
    }));

  for (const isChanged of [false, true]) {
    it(`seals every script: a page runs them${isChanged ? ' no longer when one was changed' : ''}`, () =>
      withPage('chromium', async (tab) => {
        const choice = { src: `${site.origin}feed.json`, lang: 'en', scripts: `${site.origin}dist/`, sealed: 'all' };
        await open(tab, hashOf(choice));
        await shows(tab, 'pre', 'importmap');
        pasted.lines = await lines(tab);
        const refused = new Promise<void>((done) => {
          tab.on('console', (message) => /integrity/.test(message.text()) && done());
        });
        await tab.setRequestInterception(true);
        tab.on('request', (request) => {
          const isOne = isChanged && request.url().endsWith('/elements/news-feed.js');
          return void (isOne
            ? request.respond({ contentType: 'text/javascript', body: '// Changed.' })
            : request.continue());
        });
        await tab.goto(`${site.origin}pasted`);
        if (!isChanged) await contentShown(tab, 'iom-news-feed');
        else {
          await refused;
          assert.equal(await tab.evaluate(() => !!customElements.get('iom-news-feed')), false);
        }
      }));
  }

  for (const [ui, scheme, title] of [
    ['en', 'light', 'Put it on your page'],
    ['fr', 'dark', 'Sur votre page'],
  ]) {
    it(`is accessible in ${ui}, on a ${scheme} screen, and has its words in that language`, () =>
      withPage('chromium', async (tab) => {
        await tab.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
        await onTheWeb(tab);
        await open(tab, hashOf({ src, scripts, tags: 'chess', controls: 'search', accent: '#7f8ea3', lang: 'en' }));
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
