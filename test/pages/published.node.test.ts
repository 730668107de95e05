import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { after, before, describe, it } from 'node:test';
import { publish } from '../../src/cli/commands/publish.js';
import { contentShown, puppetEngines, serveSite, withPage, type Site } from '../helpers/site.js';

/** The lines that the README asks to paste, with addresses of this machine. */
const lines = /```html\n([^]*?)```/
  .exec(readFileSync('README.md', 'utf8'))![1]
  .replace(/https:\/\/cdn\.example\.org\/[^/]*/, '/dist')
  .replace('https://feeds.example.org/{lang}/', '/');
const page = (body: string) =>
  `<!doctype html><html lang="fr"><meta charset="utf-8"><title>Test page</title><link rel="icon" href="data:,">${body}`;

describe('what iom-feed publish has written without an address', () => {
  const folder = mkdtempSync(`${tmpdir()}/iom-published-`);
  let site: Site;
  before(async () => {
    await publish('demo/feeds/oim.fr.json', { out: folder });
    const chart =
      '<script type="module" src="/dist/autoload.js"></script><iom-org-chart src="/organization.json"></iom-org-chart>';
    const whole = lines.replace('/news.json', '/feed.json');
    site = await serveSite(
      { '/news': page(lines), '/whole': page(whole), '/chart': page(chart) },
      {},
      `${folder}/current`,
    );
  });
  after(async () => {
    await site.close();
    rmSync(folder, { recursive: true });
  });

  /** Names of what a page asks for beside itself and its pictures. */
  async function requestsOf(engine: (typeof puppetEngines)[number], path: string, tag: string): Promise<string[]> {
    site.requests.length = 0;
    await withPage(engine, async (tab) => {
      await tab.goto(`${site.origin}${path}`);
      await contentShown(tab, tag);
    });
    return site.requests
      .slice(1)
      .filter((request) => !/\.(svg|jpg|png|webp)$/.test(request))
      .map((request) => request.replace(/^.*\/|-[\w-]{7}(?=\.js$)/g, ''))
      .sort();
  }

  for (const engine of puppetEngines) {
    it(`is shown by the README’s lines as it is, with nothing asked for beside four files (${engine})`, async () => {
      const scripts = ['autoload.js', 'core.js', 'news-feed.js'];
      assert.deepEqual(await requestsOf(engine, 'news', 'iom-news-feed'), [...scripts, 'news.json']);
      assert.deepEqual(await requestsOf(engine, 'whole', 'iom-news-feed'), [...scripts, 'feed.json'].sort());
    });

    it(`has units that need no repair (${engine})`, async () => {
      const requests = await requestsOf(engine, 'chart', 'iom-org-chart');
      assert.deepEqual(
        requests.filter((name) => /^(parse-|repair)/.test(name)),
        [],
      );
      assert.ok(requests.includes('chart.js'), String(requests));
    });
  }
});
