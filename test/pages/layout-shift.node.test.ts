import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { patience, serveSite, withPage, type Site } from '../helpers/site.js';

interface Shift extends PerformanceEntry {
  value: number;
  sources: { node?: Element }[];
}

/** Sizes of a phone, a tablet and a desktop. */
const widths = [
  [360, 740],
  [820, 1180],
  [1366, 768],
];

describe('the demo pages on a slow line (150 ms, 200 KB/s, processor four times slower)', () => {
  let site: Site;
  before(async () => {
    site = await serveSite();
  });
  after(() => site.close());

  for (const name of ['index', 'ar', 'oim.fr', 'oim.ar']) {
    for (const [width, height] of widths) {
      it(`${name}.html, ${width} px wide: nothing moves from first paint to last`, () =>
        withPage('chromium', async (tab) => {
          await tab.setViewport({ width, height });
          await tab.emulateCPUThrottling(4);
          await tab.emulateNetworkConditions({ download: 200_000, upload: 200_000, latency: 150 });
          await tab.evaluateOnNewDocument(() => {
            const shifts: string[] = [];
            Object.assign(window, { shifts });
            new PerformanceObserver((list) => {
              for (const { value, sources } of list.getEntries() as Shift[]) {
                shifts.push(`${value} ${sources.map(({ node }) => node?.localName ?? node?.nodeName).join()}`);
              }
            }).observe({ type: 'layout-shift', buffered: true });
          });
          await tab.goto(`${site.origin}demo/${name}.html`);
          // What is out of sight may still wait for its turn.
          await tab.waitForFunction(
            () =>
              [...document.querySelectorAll('*')].every(
                (element) =>
                  !element.localName.startsWith('iom-') ||
                  element.getBoundingClientRect().top > innerHeight ||
                  element.matches(':state(ready)'),
              ),
            { timeout: patience },
          );
          await tab.waitForNetworkIdle();
          const shifts = await tab.evaluate(() => (window as unknown as { shifts: string[] }).shifts);
          assert.deepEqual(shifts, []);
        }));
    }
  }
});
