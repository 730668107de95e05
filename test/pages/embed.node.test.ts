import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { after, before, describe, it } from 'node:test';
import { brotliCompressSync } from 'node:zlib';
import { contentShown, json, puppetEngines, serveSite, strictPolicy, withPage, type Site } from '../helpers/site.js';

const tags = ['iom-news-feed', 'iom-press-release', 'iom-press-contact', 'iom-org-chart'];
const page = (body: string, script = 'autoload.js') => `<!doctype html><html lang="en"><meta charset="utf-8">
<title>Test page</title><link rel="icon" href="/demo/images/partner.svg" /><script type="module" src="/dist/${script}"></script>${body}`;
const news = '<iom-news-feed src="/test/fixtures/feed.json" limit="3"><a href="/">News</a></iom-news-feed>';

const described = ['release', 'contact']
  .map((name) => `<iom-press-${name} src="/demo/feeds/oim.en.json" structured-data></iom-press-${name}>`)
  .join('');

const demo = JSON.parse(readFileSync('demo/feeds/oim.en.json', 'utf8')) as object;

/** What each file weighed when it was last looked at: written with RECORD_SIZES=1. */
const record = 'test/bench/sizes.json';

const cards = '<iom-link-cards section="action" src="/demo/feeds/oim.en.json"></iom-link-cards>';
const goals = '<iom-sdg-grid all src="/demo/feeds/oim.en.json"></iom-sdg-grid>';
const offices = `${'<p>Test text</p>'.repeat(200)}<iom-office-map loading="eager" src="/demo/feeds/oim.en.json"></iom-office-map>`;
const mission = '<iom-about src="/demo/feeds/oim.en.json"></iom-about>';
const figures = '<iom-key-figures src="/demo/feeds/oim.en.json"></iom-key-figures>';
const menu = '<iom-site-menu src="/demo/feeds/oim.en.json"></iom-site-menu>';
const chart = '<iom-org-chart src="/demo/feeds/oim.en.json"></iom-org-chart>';
const chartAlone = '<iom-org-chart src="/units.json"></iom-org-chart>';

/** What every element shares: not counted where the element's own script is. */
const shared = /\/(autoload|core|shared|parts|lenient)(-[\w-]{7})?\.js$/;

/** Most bytes of script that a page downloads, as the README promises; `apart` names files that are not counted. */
const pages: { what: string; path: string; tag: string; most: number; apart?: RegExp }[] = [
  { what: 'a news feed alone, by the element’s own script', path: 'news-alone', tag: 'iom-news-feed', most: 10_860 },
  { what: 'a news feed alone, by the embed script', path: 'news', tag: 'iom-news-feed', most: 12_400 },
  {
    what: 'an organization chart, beside what every element shares',
    path: 'chart',
    tag: 'iom-org-chart',
    most: 16_100,
    apart: shared,
  },
  {
    what: 'an organization chart with all it needs, Lit too, by the element’s own script',
    path: 'chart-alone',
    tag: 'iom-org-chart',
    most: 26_900,
  },
  {
    what: 'cards of a section, beside what every element shares',
    path: 'cards',
    tag: 'iom-link-cards',
    most: 6000,
    apart: shared,
  },
  { what: 'goals, beside what every element shares', path: 'goals', tag: 'iom-sdg-grid', most: 6000, apart: shared },
  { what: 'the mission, beside what every element shares', path: 'about', tag: 'iom-about', most: 6000, apart: shared },
  {
    what: 'key figures, beside what every element shares',
    path: 'figures',
    tag: 'iom-key-figures',
    most: 6000,
    apart: shared,
  },
  { what: 'a menu, beside what every element shares', path: 'menu', tag: 'iom-site-menu', most: 6000, apart: shared },
  {
    what: 'an office map that is not in sight yet, beside what it shares',
    path: 'offices',
    tag: 'iom-office-map',
    most: 6000,
    apart: /\/(autoload|core|shared|parts|contacts|deferred)(-[\w-]{7})?\.js$/,
  },
];

describe('dist/ on a partner’s page', () => {
  let site: Site;
  before(async () => {
    site = await serveSite(
      {
        '/described': page(described),
        '/news': page(news),
        '/news-alone': page(news, 'elements/news-feed.js'),
        '/chart': page(chart),
        '/chart-alone': page(chartAlone, 'elements/org-chart.js'),
        '/units.json': (response) => json(response, { ...demo, items: [] }),
        '/cards': page(cards),
        '/goals': page(goals),
        '/about': page(mission),
        '/figures': page(figures),
        '/menu': page(menu),
        '/offices': page(offices),
      },
      { 'content-security-policy': strictPolicy },
    );
  });
  after(() => site.close());

  for (const engine of puppetEngines) {
    it(`keeps the strictest policy, with Trusted Types: all elements, also for search engines, no violation (${engine})`, () =>
      withPage(engine, async (tab) => {
        const messages: string[] = [];
        tab.on('console', (message) => messages.push(message.text()));
        tab.on('pageerror', (error) => messages.push(String(error)));
        await tab.evaluateOnNewDocument(() => {
          document.addEventListener('securitypolicyviolation', (event) =>
            console.log(`violation: ${event.violatedDirective} ${event.blockedURI} ${event.sample}`),
          );
        });
        await tab.goto(`${site.origin}demo/index.html`);
        await contentShown(tab, ...tags);
        // Who leaves while scripts are on their way is told of them.
        await tab.waitForNetworkIdle();
        await tab.goto(`${site.origin}described`);
        await tab.waitForFunction(() => document.querySelectorAll('script[type="application/ld+json"]').length === 2);
        for (const [path, tag] of [
          ['cards', 'iom-link-cards'],
          ['goals', 'iom-sdg-grid'],
          ['about', 'iom-about'],
          ['figures', 'iom-key-figures'],
          ['menu', 'iom-site-menu'],
        ]) {
          await tab.goto(site.origin + path);
          await contentShown(tab, tag);
        }
        assert.deepEqual(messages, []);
      }));
  }

  it('asks for the feed once, with all elements on the page', () =>
    withPage('chromium', async (tab) => {
      site.requests.length = 0;
      await tab.goto(`${site.origin}demo/index.html`);
      await contentShown(tab, ...tags);
      assert.equal(site.requests.filter((path) => path.endsWith('.json')).length, 1);
    }));

  for (const { what, path, tag, most, apart } of pages) {
    it(`downloads at most ${most} bytes of script for ${what}`, () =>
      withPage('chromium', async (tab) => {
        site.requests.length = 0;
        await tab.goto(site.origin + path);
        await tab.waitForSelector(`${tag}:state(ready)`);
        await tab.waitForNetworkIdle();
        const sizes = site.requests
          .filter((file) => file.endsWith('.js') && !apart?.test(file))
          .map((file) => [file, brotliCompressSync(readFileSync(`.${file}`)).length] as const);
        const total = sizes.reduce((sum, [, size]) => sum + size, 0);
        const recorded = JSON.parse(readFileSync(record, 'utf8')) as Record<string, number>;
        const named = sizes.map(([file, size]) => [file.replace(/-[\w-]{7}\.js$/, '.js'), size] as const);
        if (process.env.RECORD_SIZES) {
          writeFileSync(record, `${JSON.stringify({ ...recorded, ...Object.fromEntries(named) }, null, 2)}\n`);
        }
        const elements = site.requests.filter((file) => file.startsWith('/dist/elements/'));
        assert.deepEqual(elements, [`/dist/elements/${tag.slice(4)}.js`]);
        const grown = named.map(([file, size]) => `${file}: ${size} bytes, recorded were ${recorded[file] ?? 0}`);
        assert.ok(total <= most, `${total} bytes are more than ${most}\n${grown.join('\n')}`);
      }));
  }
});
