import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import type { ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { after, before, describe, it } from 'node:test';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import vue from '@vitejs/plugin-vue';
import type { Browser } from 'puppeteer-core';
import { build, type PluginOption } from 'vite';
import { officeFeed } from '../fixtures/office-feed.mjs';
import { contentShown, json, launch, serveSite, type Site } from '../helpers/site.js';

/** How each framework's applications are built, and their types checked. */
const frameworks: Record<string, { plugins: PluginOption[]; check: string[] }> = {
  react: { plugins: [], check: ['typescript/bin/tsc', '-p', '.'] },
  preact: { plugins: [], check: ['typescript/bin/tsc', '-p', '.'] },
  vue: {
    plugins: [vue({ template: { compilerOptions: { isCustomElement: (tag) => tag.startsWith('iom-') } } })],
    check: ['vue-tsc/bin/vue-tsc.js', '-p', '.'],
  },
  svelte: {
    plugins: [svelte({ configFile: false })],
    check: ['svelte-check/bin/svelte-check', '--tsconfig', 'tsconfig.json'],
  },
};

/** A small application in each framework: built from the package as it is published, rendered on a server, driven in a browser. */
describe('in applications', () => {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'apps-')));
  let browser: Browser;
  before(async () => {
    cpSync('test/integrations/apps', folder, { recursive: true });
    writeFileSync(`${folder}/package.json`, '{ "type": "module" }');
    mkdirSync(`${folder}/node_modules`);
    for (const name of readdirSync('node_modules'))
      symlinkSync(join(process.cwd(), 'node_modules', name), `${folder}/node_modules/${name}`);
    symlinkSync(process.cwd(), `${folder}/node_modules/iom-widgets`);
    browser = await launch('chromium');
  });
  after(async () => {
    await browser.close();
    rmSync(folder, { recursive: true, force: true });
  });

  for (const [name, { plugins, check }] of Object.entries(frameworks)) {
    describe(name, () => {
      let html: string;
      let site: Site;
      before(async () => {
        const root = `${folder}/${name}`;
        const extension = readdirSync(root).includes('client.tsx') ? 'tsx' : 'ts';
        const shared = { root, plugins, configFile: false as const, logLevel: 'error' as const };
        const oxc = extension === 'tsx' ? { jsx: { importSource: name } } : undefined;
        const define = {
          // With the words that frameworks have for developers, about hydration above all.
          'process.env.NODE_ENV': '"development"',
          __VUE_OPTIONS_API__: 'true',
          __VUE_PROD_DEVTOOLS__: 'false',
          __VUE_PROD_HYDRATION_MISMATCH_DETAILS__: 'true',
        };
        await build({
          ...shared,
          oxc,
          define,
          build: { lib: { entry: `client.${extension}`, formats: ['es'], fileName: 'client' } },
        });
        await build({ ...shared, oxc, build: { ssr: `server.${extension}`, outDir: 'server' } });
        const { render } = (await import(pathToFileURL(`${root}/server/server.js`).href)) as {
          render: (src: string) => string | Promise<string>;
        };
        html = await render('/office.en.json');
        const page = `<!doctype html><html lang="en"><title>Test</title><link rel="icon" href="data:,"><body data-src="/office.en.json"><div id="app">${html}</div><script type="module" src="/client.js"></script>`;
        const office = (response: ServerResponse) => json(response, officeFeed('en'));
        site = await serveSite({ '/': page, '/office.en.json': office }, {}, `${root}/dist`);
      });
      after(() => site.close());

      it('the types fit, and tell of a wrong value', () => {
        execFileSync(process.execPath, [join(process.cwd(), 'node_modules', ...check.slice(0, 1)), ...check.slice(1)], {
          cwd: `${folder}/${name}`,
        });
      });

      it('rendered on a server, the tags stand there with their links inside', () => {
        assert.match(
          html,
          /<iom-news-feed[^>]* src="\/office\.en\.json"[^>]*>\s*(<!--.*?-->)*<a href="https:\/\/example\.org">All news<\/a>/,
        );
        assert.match(html, /<iom-press-contact[^>]*>\s*(<!--.*?-->)*<a href="https:\/\/example\.org">Press desk<\/a>/);
      });

      it('takes over in the browser: attributes, properties, events', async () => {
        const tab = await browser.newPage();
        const errors: string[] = [];
        tab.on('pageerror', (error) => errors.push(String(error)));
        tab.on('console', (message) => ['error', 'warn'].includes(message.type()) && errors.push(message.text()));
        await tab.goto(site.origin);
        await contentShown(tab, 'iom-news-feed', 'iom-press-contact');
        const rows = () => tab.$$eval('iom-news-feed >>> [part=item]', (items) => items.length);
        assert.equal(await rows(), 2);
        assert.equal(await tab.$eval('iom-news-feed >>> [part=title]', (title) => title.ariaLevel), '2');
        assert.match(
          await tab.$eval('iom-press-contact >>> [part=name]', (contact) => contact.textContent ?? ''),
          /Geneva headquarters/,
        );
        await tab.click('button');
        await tab.waitForFunction(
          () => document.querySelector('iom-news-feed')?.shadowRoot?.querySelectorAll('[part=item]').length === 3,
        );
        await tab.waitForFunction(() => {
          const heard = document.querySelector('output')?.textContent ?? '';
          return heard.includes('news of') && heard.includes('contact of');
        });
        assert.equal(site.requests.filter((path) => path.endsWith('.json')).length, 2);
        assert.deepEqual(errors, []);
        await tab.close();
      });
    });
  }
});
