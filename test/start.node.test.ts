import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { createLogger, createServer, type ViteDevServer } from 'vite';
import { contentShown, withPage } from './helpers/site.js';

describe('npm start, for the first time', () => {
  const cacheDir = mkdtempSync(join(tmpdir(), 'start-'));
  const said: string[] = [];
  let vite: ViteDevServer;
  before(async () => {
    const customLogger = createLogger('silent');
    customLogger.warn = customLogger.warnOnce = customLogger.error = (words) => void said.push(words);
    vite = await createServer({ cacheDir, customLogger, server: { host: '127.0.0.1', port: 5490 } });
    await vite.listen();
  });
  after(async () => {
    await vite.close();
    rmSync(cacheDir, { recursive: true });
  });

  for (const path of ['demo/', 'demo/oim.fr.html']) {
    it(`shows ${path}, which stays as it is, and says nothing red`, () =>
      withPage('chromium', async (tab) => {
        const complaints: string[] = [];
        let loaded = 0;
        tab.on('load', () => loaded++);
        tab.on('pageerror', (error) => complaints.push(String(error)));
        tab.on('console', (message) => message.type() !== 'debug' && complaints.push(message.text()));
        await tab.goto(vite.resolvedUrls!.local[0] + path);
        await contentShown(tab, 'iom-news-feed', 'iom-press-release', 'iom-press-contact', 'iom-org-chart');
        await tab.waitForNetworkIdle();
        assert.deepEqual({ loaded, complaints, said }, { loaded: 1, complaints: [], said: [] });
      }));
  }

  it('keeps what is typed into the builder while its page comes', () =>
    withPage('chromium', async (tab) => {
      await tab.goto(`${vite.resolvedUrls!.local[0]}demo/builder/index.html`);
      const field = (await tab.waitForSelector('embed-builder >>> #src'))!;
      await field.type('https://feeds.example.org/typed.json');
      await tab.waitForNetworkIdle();
      assert.match(await field.evaluate((input) => (input as HTMLInputElement).value), /typed\.json/);
      assert.deepEqual(said, []);
    }));
});
