import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Browser, CDPSession, Page } from 'puppeteer-core';
import { placeholderHeights } from '../../src/elements.js';
import { launch, serveSite, type Site } from '../helpers/site.js';

const feed = '/demo/feeds/oim.en.json';
/** Makes an element start all that it can. */
const most =
  'refresh="60" structured-data more dates="relative" controls="search,tags,countries,kind" layout="cards" chart';
const names = Object.keys(placeholderHeights);

const page = (body: string) =>
  '<!doctype html><html lang="en"><meta charset="utf-8"><title>Test page</title>' +
  `<link rel="icon" href="/demo/images/partner.svg" /><script type="module" src="/dist/autoload.js"></script>${body}`;

describe('elements that come and go', () => {
  let site: Site;
  let browser: Browser;
  before(async () => {
    site = await serveSite({
      '/': page('<main></main>'),
      '/below': page('<div style="height: 500vh"></div><main></main>'),
    });
    // What the engine makes of scripts that run often is not what a page keeps: here it compiles each once, when it first runs.
    const engine = '--always-sparkplug,--no-maglev,--no-turbofan,--no-flush-bytecode,--no-lazy-feedback-allocation';
    browser = await launch('chromium', `--js-flags=${engine}`);
  });
  after(() => Promise.all([site.close(), browser.close()]));

  async function open(path = ''): Promise<{ tab: Page; client: CDPSession }> {
    const tab = await browser.newPage();
    const client = await tab.createCDPSession();
    await tab.evaluateOnNewDocument(countTimers);
    await tab.goto(site.origin + path);
    return { tab, client };
  }

  for (const name of names) {
    it(`<iom-${name}> 10,000 times in and out of the document ⇒ nothing is kept, and nothing goes on`, async () => {
      const { tab, client } = await open();
      await tab.evaluate(
        (html) => (document.querySelector('main')!.innerHTML = html),
        `<iom-${name} src="${feed}" ${most} loading="eager"></iom-${name}>`,
      );
      await tab.waitForFunction(() => document.querySelector('main > :state(ready)'));
      await tab.waitForNetworkIdle();
      const leave = async (times: number) => {
        await tab.evaluate(goAndCome, times);
        return aliveIn(tab, client);
      };
      // What is needed once is there after the first times.
      await leave(500);
      const before = await leave(500);
      const asked = site.requests.length;
      assert.deepEqual(await keptBy(() => leave(10_000), before), []);
      assert.deepEqual(site.requests.slice(asked), []);
      await tab.close();
    });
  }

  for (const [what, path] of [
    ['shown', ''],
    ['never seen', 'below'],
  ]) {
    it(`1,000 elements of all kinds, made, ${what} and removed ⇒ none is kept`, async () => {
      const { tab, client } = await open(path);
      const text = await (await fetch(new URL(feed, site.origin))).text();
      const leave = async (times: number) => {
        await tab.evaluate(makeAndRemove, names, most, text, times, !path);
        return aliveIn(tab, client);
      };
      await leave(10);
      const before = await leave(40);
      assert.deepEqual(await keptBy(() => leave(100), before), []);
      await tab.close();
    });
  }
});

/** Takes the element of a page out and puts it back, so many times; at the end it is out. */
async function goAndCome(times: number) {
  const place = document.querySelector('main')!;
  const match = place.firstElementChild as (HTMLElement & { updateComplete?: Promise<unknown> }) | null;
  const known = window as unknown as { element: NonNullable<typeof match> };
  const element = (known.element = match ?? known.element);
  for (let left = times; left; left--) {
    place.append(element);
    if (left % 200 === 0) await element.updateComplete;
    element.remove();
  }
  await new Promise((painted) => requestAnimationFrame(() => setTimeout(painted)));
}

/** Makes one element of each kind, so many times, with a feed of its own; each second one goes at once. */
async function makeAndRemove(names: string[], most: string, feed: string, times: number, isSeen: boolean) {
  const place = document.querySelector('main')!;
  for (let left = times; left; left--) {
    const made = names.map((name, index) => {
      place.insertAdjacentHTML(
        'beforeend',
        `<iom-${name} ${most} loading="${isSeen ? 'eager' : 'lazy'}"></iom-${name}>`,
      );
      const element = place.lastElementChild as HTMLElement & { feed: object };
      element.feed = JSON.parse(feed) as object;
      if (isSeen && (index + left) % 2) element.remove();
      return element;
    });
    do await new Promise((painted) => requestAnimationFrame(() => setTimeout(painted)));
    while (isSeen && made.some((element) => element.isConnected && !element.matches(':state(ready)')));
    place.replaceChildren();
  }
  await new Promise((painted) => requestAnimationFrame(() => setTimeout(painted)));
}

/** Counts the timers that wait. */
function countTimers() {
  const waiting = new Set<unknown>();
  Object.assign(window, { waiting });
  for (const kind of ['Timeout', 'Interval'] as const) {
    const [start, stop] = [window[`set${kind}`].bind(window), window[`clear${kind}`].bind(window)];
    Object.assign(window, {
      [`set${kind}`]: (run: (...values: unknown[]) => void, delay?: number, ...values: unknown[]) => {
        const id: unknown = start(() => {
          if (kind === 'Timeout') waiting.delete(id);
          run(...values);
        }, delay);
        waiting.add(id);
        return id;
      },
      [`clear${kind}`]: (id: number) => {
        waiting.delete(id);
        stop(id);
      },
    });
  }
}

/** What there is more of than before: a percent of memory and more, or anything that counts. */
const keptOf = (before: Record<string, number>, now: Record<string, number>) =>
  Object.entries(now)
    .filter(([name, value]) => value > before[name] * (name === 'heap' ? 1.01 : 1))
    .map(([name, value]) => `${name}: ${before[name]}, then ${value}`);

/**
 * What there is more of after each of three runs. Something that is kept grows with every one of them; a table of the
 * engine that was full and got larger does so once.
 */
async function keptBy(run: () => Promise<Record<string, number>>, before: Record<string, number>) {
  let kept: string[] = [];
  for (let left = 3; left; left--) {
    const now = await run();
    kept = keptOf(before, now);
    if (!kept.length) break;
    before = now;
  }
  return kept;
}

/** What is left in a page when its garbage is collected: bytes of its heap, and how many there are of the rest. */
async function aliveIn(tab: Page, client: CDPSession): Promise<Record<string, number>> {
  const alive: Record<string, number> = { heap: Infinity };
  for (let last = Infinity; ;) {
    await client.send('HeapProfiler.collectGarbage');
    const { usedSize } = await client.send('Runtime.getHeapUsage');
    alive.heap = Math.min(last, usedSize);
    if (usedSize >= last) break;
    last = usedSize;
  }
  const { Nodes, JSEventListeners, Documents } = await tab.metrics();
  Object.assign(alive, { Nodes, JSEventListeners, Documents });
  for (const name of ['IntersectionObserver', 'ResizeObserver', 'AbortController']) {
    const prototype = await tab.evaluateHandle(`${name}.prototype`);
    const matches = await tab.queryObjects(prototype);
    alive[name] = await matches.evaluate((all) => (all as unknown as object[]).length);
    await matches.dispose();
    await prototype.dispose();
  }
  alive.timers = await tab.evaluate(() => (window as unknown as { waiting: Set<unknown> }).waiting.size);
  return alive;
}
