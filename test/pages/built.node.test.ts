import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { after, before, describe, it } from 'node:test';
import type { Browser, Page } from 'puppeteer-core';
import { build, type Plugin } from 'vite';
import { stopClock } from '../helpers/pictures.js';
import { launch, patience, serveSite, type Site } from '../helpers/site.js';
import type {} from '../helpers/stories-page.js';

const folder = mkdtempSync(`${tmpdir()}/stories-`);

/** Stories of what others show, too: in another light or language, after some seconds, or many times over. */
const skipped =
  'Theme|Dark|Chinese|Russian|Column|Offline|Thousand|Hundred|AllOpen|ForSeveral|OneRegion|TooLate|PositionAsked';

const page = (name: string) =>
  `<!doctype html><html lang="fr"><meta charset="utf-8"><title>Test page</title><base href="/demo/" />` +
  `<link rel="icon" href="/demo/images/partner.svg" /><main></main><script type="module" src="/${name}/page.js"></script>`;

/** Elements as a build has left them, and not as they are in the sources. */
const fromDist: Plugin = {
  name: 'elements-from-dist',
  enforce: 'pre',
  resolveId: (source) => {
    const [, name] = /src\/elements\/([\w-]+)\/define\.js$/.exec(source) ?? [];
    return name ? { id: `/dist/elements/${name}.js`, external: true } : undefined;
  },
};

/** Puts all stories into one script, as they are written: without a minifier. */
const bundle = (name: string, ...plugins: Plugin[]) =>
  build({
    configFile: false,
    logLevel: 'error',
    plugins,
    resolve: { conditions: ['production', 'module', 'browser', 'default'] },
    build: {
      target: 'es2022',
      minify: false,
      outDir: `${folder}/${name}`,
      modulePreload: false,
      rolldownOptions: {
        input: 'test/helpers/stories-page.ts',
        output: { entryFileNames: 'page.js' },
      },
    },
  });

describe('what a build leaves of the elements', () => {
  let site: Site;
  const browsers: Browser[] = [];
  const tabs: Page[] = [];

  before(async () => {
    await bundle('sources');
    await bundle('built', fromDist);
    site = await serveSite({ '/sources.html': page('sources'), '/built.html': page('built') }, {}, folder);
    for (const name of ['sources', 'built']) {
      // One page for each browser: a page in the background has slow timers and is never drawn.
      const browser = await launch('chromium');
      browsers.push(browser);
      const tab = await browser.newPage();
      await tab.setViewport({ width: 1000, height: 1000, deviceScaleFactor: 0.1 });
      await tab.emulateMediaFeatures([{ name: 'prefers-reduced-motion', value: 'reduce' }]);
      await stopClock(tab);
      await tab.goto(`${site.origin}${name}.html`);
      await tab.waitForFunction(() => 'stories' in globalThis);
      tabs.push(tab);
    }
  });
  after(async () => {
    await Promise.all(browsers.map((browser) => browser.close()));
    await site?.close();
    rmSync(folder, { recursive: true });
  });
  /** Compares what both have drawn as soon as nothing is on its way any more. */
  async function compare() {
    const look = () => Promise.all(tabs.map((tab) => tab.evaluate(() => [...stories.drawn(), ...stories.styles()])));
    const differing = ([expected, matches]: string[][]) => expected.find((entry, index) => entry !== matches[index]);
    await Promise.all(
      tabs.map(async (tab) => {
        await tab.waitForFunction(() => stories.isSettled());
        await tab.waitForNetworkIdle({ idleTime: 100 });
      }),
    );
    let both = await look();
    // One may be steps behind the other, and many of them on a busy machine.
    for (const end = Date.now() + patience; Date.now() < end && differing(both);) both = await look();
    const [expected, matches] = both;
    for (const [index, entry] of expected.entries()) assert.equal(matches[index], entry);
    assert.equal(matches.length, expected.length);
  }

  for (const file of readdirSync('stories').filter((file) => file.endsWith('.stories.ts'))) {
    it(`${file}: draws what the sources draw, with the same styles`, async () => {
      await Promise.all(tabs.map((tab) => tab.evaluate((...story) => stories.show(...story), file, skipped)));
      await compare();
      const [pressed, others] = await Promise.all(tabs.map((tab) => tab.evaluate(() => stories.press())));
      assert.deepEqual(others, pressed);
      await compare();
    });
  }
});
