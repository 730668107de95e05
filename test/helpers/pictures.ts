// Pictures of elements that are the same whenever they are taken.
import type { Page } from 'puppeteer-core';
import { patience } from './site.js';

/** How much of an element is kept, in pixels of the page. */
export const mostHeight = 1200;

/** Flags for Chromium's command line: letters that no setting of the machine brings to its pixels. */
export const sameLetters = ['--font-render-hinting=none', '--disable-lcd-text'];

/** It is always the same Monday morning. A text, since a compiled function may call helpers that no page has. */
export const stoppedClock = `{
    const now = Date.UTC(2026, 10, 30, 10);
    Date = class extends Date {
      constructor(...values) {
        super(...(values.length ? values : [now]));
      }
      static now() {
        return now;
      }
    };
  }`;

export const stopClock = (tab: Page) => tab.evaluateOnNewDocument(stoppedClock);

/** Waits until all is there that the first elements of some tags load on sight. */
export async function allLoaded(tab: Page, ...tags: string[]): Promise<void> {
  await tab.waitForFunction(
    (names: string[]) =>
      names.every((name) => {
        const root = document.querySelector(name)!.shadowRoot!;
        const view = root.querySelector('[part=map] [part=view]');
        const isDrawn = !view?.checkVisibility() || root.querySelector('.land');
        return isDrawn && [...root.querySelectorAll('img')].every(({ complete }) => complete);
      }),
    { timeout: patience },
    tags,
  );
  await tab.waitForNetworkIdle({ idleTime: 100 });
  await tab.evaluate(() => document.fonts.ready.then(() => undefined));
}

/** The first element of a tag, when all that it loads on sight is there. */
export async function takePicture(tab: Page, tag: string): Promise<Buffer> {
  await tab.$eval(tag, (element) => element.scrollIntoView());
  await allLoaded(tab, tag);
  const box = await tab.$eval(tag, (element) => {
    const { left, top, width, height } = element.getBoundingClientRect();
    return { x: left + scrollX, y: top + scrollY, width, height };
  });
  const clip = { ...box, height: Math.min(box.height, mostHeight) };
  return Buffer.from(await tab.screenshot({ clip, captureBeyondViewport: false }));
}
