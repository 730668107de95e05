import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, describe, it } from 'node:test';
import { brotliCompressSync } from 'node:zlib';
import type { Page } from 'puppeteer-core';
import { contentShown, puppetEngines, serveSite, strictPolicy, withPage, type Site } from '../helpers/site.js';

const page = (attributes = '') => `<!doctype html><html lang="en"><meta charset="utf-8"><title>Test page</title>
<link rel="icon" href="/demo/images/partner.svg" /><script type="module" src="/dist/autoload.js"></script>
<iom-office-map src="/demo/feeds/oim.en.json" ${attributes}></iom-office-map>`;

/** Opens a page and waits for its map. */
async function open(tab: Page, url: string) {
  await tab.setViewport({ width: 1200, height: 900 });
  await tab.goto(url);
  await contentShown(tab, 'iom-office-map');
  // Puppeteer's waitForSelector is not told of what changes inside a shadow root.
  await tab.waitForFunction(() => {
    const { shadowRoot } = document.querySelector('iom-office-map')!;
    return shadowRoot!.querySelector('.land') && shadowRoot!.querySelector('.pin');
  });
}

describe('<iom-office-map> of dist/', () => {
  let site: Site;
  before(async () => {
    site = await serveSite(
      { '/world': page(), '/own': page('topology="/node_modules/world-atlas/countries-110m.json"') },
      { 'content-security-policy': strictPolicy },
    );
  });
  after(() => site.close());

  for (const engine of puppetEngines) {
    for (const path of ['world', 'own']) {
      it(`keeps the strictest policy, with Trusted Types: /${path}, no violation (${engine})`, () =>
        withPage(engine, async (tab) => {
          const messages: string[] = [];
          tab.on('console', (message) => messages.push(message.text()));
          tab.on('pageerror', (error) => messages.push(String(error)));
          await tab.evaluateOnNewDocument(() => {
            document.addEventListener('securitypolicyviolation', (event) =>
              console.log(`violation: ${event.violatedDirective} ${event.blockedURI} ${event.sample}`),
            );
          });
          await open(tab, site.origin + path);
          assert.deepEqual(messages, []);
        }));
    }
  }

  it('loads d3 for a map of the page’s own, and not for the library’s', () =>
    withPage('chromium', async (tab) => {
      const d3 = () => site.requests.filter((path) => /chunks\/topology-/.test(path)).length;
      site.requests.length = 0;
      await open(tab, `${site.origin}world`);
      assert.equal(d3(), 0);
      await open(tab, `${site.origin}own`);
      assert.ok(d3() > 0);
    }));

  it('loads the finer world and the names of countries with the second step of zooming, in at most 40 KB', () =>
    withPage('chromium', async (tab) => {
      const files = () => site.requests.filter((path) => path.includes('chunks/country-labels-'));
      site.requests.length = 0;
      await open(tab, `${site.origin}world`);
      const zoomIn = () =>
        tab.evaluate(async () => {
          document.querySelector('iom-office-map')!.shadowRoot!.querySelector<HTMLElement>('.plus')!.click();
          await new Promise((done) => requestAnimationFrame(done));
        });
      await zoomIn();
      assert.deepEqual(files(), []);
      await zoomIn();
      await tab.waitForFunction(() => document.querySelector('iom-office-map')!.shadowRoot!.querySelector('.country'));
      assert.equal(files().length, 1);
      const size = brotliCompressSync(readFileSync(`.${files()[0]}`)).length;
      assert.ok(size < 40_000, `${size} bytes`);
    }));

  it('on paper: the map with its pins in their places, then every office with its details', () =>
    withPage('chromium', async (tab) => {
      await open(tab, `${site.origin}world`);
      await tab.emulateMediaType('print');
      const { away, hidden, rows, details } = await tab.evaluate(async () => {
        const element = document.querySelector('iom-office-map')!;
        dispatchEvent(new Event('beforeprint'));
        await element.updateComplete;
        // Paper is narrower than the window.
        element.setAttribute('class', 'paper');
        const root = element.shadowRoot!;
        const sheet = new CSSStyleSheet();
        sheet.replaceSync('.paper { width: 600px }');
        document.adoptedStyleSheets.push(sheet);
        const view = root.querySelector<HTMLElement>('.view')!;
        const window = view.getBoundingClientRect();
        view.classList.add('held');
        const distances = [...root.querySelectorAll<HTMLElement>('.pin')].map((pin) => {
          const { left, right, bottom } = pin.getBoundingClientRect();
          const [x, y] = ['--x', '--y'].map((name) => Number(pin.style.getPropertyValue(name)));
          const [scale, across, down, width] = ['--scale', '--left', '--top', '--width'].map((name) =>
            Number(view.style.getPropertyValue(name)),
          );
          const part = window.width / width;
          return Math.hypot(
            (left + right) / 2 - window.left - (x * scale + across) * part,
            bottom - window.top - (y * scale + down) * part,
          );
        });
        const list = root.querySelector('.list')!;
        return {
          away: Math.max(...distances),
          hidden: list.scrollHeight - list.clientHeight,
          rows: list.children.length,
          details: root.querySelectorAll('.details').length,
        };
      });
      assert.ok(away < 2, `a pin is ${away} px away`);
      assert.ok(hidden <= 1);
      assert.equal(rows, 49);
      assert.equal(details, rows);
    }));

  it('with forced colours: land has an outline, pins stand out, the chosen one too', () =>
    withPage('chromium', async (tab) => {
      const client = await tab.createCDPSession();
      await client.send('Emulation.setEmulatedMedia', { features: [{ name: 'forced-colors', value: 'active' }] });
      await open(tab, `${site.origin}world`);
      const colours = await tab.evaluate(async () => {
        const element = document.querySelector('iom-office-map')!;
        const root = element.shadowRoot!;
        root.querySelector<HTMLElement>('.office button')!.click();
        await element.updateComplete;
        const [view, land, pin, chosen, row] = [
          '.view',
          '.land',
          '.pin:not(.selected) .drop',
          '.pin.selected .drop',
          '.row[aria-expanded=true]',
        ].map((selector) => getComputedStyle(root.querySelector(selector)!));
        return {
          ground: view.backgroundColor,
          coast: land.stroke,
          pin: pin.fill,
          chosen: chosen.fill,
          row: row.outlineStyle,
        };
      });
      for (const entry of [colours.coast, colours.pin, colours.chosen]) assert.notEqual(entry, colours.ground);
      assert.notEqual(colours.chosen, colours.pin);
      assert.equal(colours.row, 'solid');
    }));
});
