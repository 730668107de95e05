// A page with all elements that stays open: for a week by a clock of its own, and for a real hour. Its memory, its nodes
// and its listeners must not grow, and what is published meanwhile has to be seen.
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import puppeteer from 'puppeteer-core';
import sirv from 'sirv';
import { launchOptions } from '../helpers/browsers.mjs';
import { iomFeed } from './command.mjs';

const tags = [
  'site-menu',
  'about',
  'key-figures',
  'press-release',
  'press-contact',
  'news-feed',
  'link-cards',
  'sdg-grid',
  'office-map',
  'org-chart',
];
/** What memory may grow by after the first warm-up. */
const most = 0.01;
const minute = 60;
const hour = 60 * minute;

/** Serves a page whose feed names another number in its first title as often as it is told to. */
async function openSite(refresh) {
  const folder = mkdtempSync(join(tmpdir(), 'iom-reliable-'));
  await iomFeed(['publish', 'demo/feeds/oim.fr.json', '--out', join(folder, 'out')]);
  // A build may replace the one that is here while the page is open.
  cpSync('dist', join(folder, 'dist'), { recursive: true });
  const feed = JSON.parse(readFileSync(join(folder, 'out/current/feed.json'), 'utf8'));
  const files = ['out/current', '.'].map((path) => sirv(join(folder, path), { dev: true, extensions: [] }));
  const site = { requests: 0, number: 100_000 };
  const elements = tags
    .map((tag) => `<iom-${tag} src="/news.json" refresh="${refresh}"><a href="/">Link</a></iom-${tag}>`)
    .join('\n');
  const page = `<!doctype html><html lang="fr"><meta charset="utf-8"><title>Test</title><link rel="icon" href="data:,">
<script type="module" src="/dist/autoload.js"></script>\n${elements}`;
  const server = createServer((request, response) => {
    if (request.url === '/') response.setHeader('content-type', 'text/html; charset=utf-8').end(page);
    else if (request.url === '/news.json') {
      site.requests++;
      const [first, ...others] = feed.items;
      const items = [{ ...first, title: `Titre ${site.number}` }, ...others];
      response.setHeader('content-type', 'application/feed+json').end(JSON.stringify({ ...feed, items }));
    } else files[0](request, response, () => files[1](request, response, () => response.writeHead(404).end()));
  });
  await new Promise((done) => server.listen(0, '127.0.0.1', done));
  return Object.assign(site, {
    url: `http://127.0.0.1:${server.address().port}/`,
    close() {
      server.closeAllConnections();
      server.close();
      rmSync(folder, { recursive: true, force: true });
    },
  });
}

/** Opens the page in Chromium until all elements are there. */
async function openPage(site, script) {
  const browser = await puppeteer.launch({ ...launchOptions.chromium, headless: true });
  const page = await browser.newPage();
  if (script) await page.evaluateOnNewDocument(script);
  const errors = [];
  page.on('pageerror', (error) => errors.push(String(error)));
  await page.goto(site.url);
  await page.waitForFunction(
    (count) => {
      const missing = [...document.querySelectorAll('*')].filter(
        (node) => node.localName.startsWith('iom-') && !node.matches(':state(ready)'),
      );
      missing[0]?.scrollIntoView();
      return !missing.length && document.querySelectorAll(':state(ready)').length >= count;
    },
    { timeout: 60_000, polling: 100 },
    tags.length,
  );
  const session = await page.createCDPSession();
  await session.send('Performance.enable');
  return {
    page,
    errors,
    close: () => browser.close(),
    /**
     * Bytes of the heap after the garbage was collected, and how many nodes and listeners there are: the least of several
     * looks, since an answer that was just read may be held for a moment more.
     */
    async measure() {
      const looks = [];
      for (let turn = 0; turn < 8; turn++) {
        await session.send('HeapProfiler.collectGarbage');
        const { usedSize } = await session.send('Runtime.getHeapUsage');
        const { metrics } = await session.send('Performance.getMetrics');
        const { Nodes, JSEventListeners } = Object.fromEntries(metrics.map(({ name, value }) => [name, value]));
        looks.push({ heap: usedSize, nodes: Nodes, listeners: JSEventListeners });
        await wait(250);
      }
      const least = (name) => Math.min(...looks.map((look) => look[name]));
      return { heap: least('heap'), nodes: least('nodes'), listeners: least('listeners') };
    },
    /** Whether an element shows the feed as it is now. */
    shows: (number) =>
      page.evaluate(
        (title) => document.querySelector('iom-news-feed').shadowRoot.textContent.includes(title),
        `Titre ${number}`,
      ),
  };
}

/** What is wrong with measures that should be the same, and the sentence for the table. */
function judge(measures) {
  const [first, ...others] = measures;
  const share = (value, base) => `${((value / base - 1) * 100).toFixed(2)} %`;
  const highest = Math.max(...others.map(({ heap }) => heap));
  const faults = [];
  if (highest > first.heap * (1 + most)) faults.push(`memory has grown by ${share(highest, first.heap)}`);
  for (const name of ['nodes', 'listeners']) {
    const counts = new Set(measures.map((entry) => entry[name]));
    if (counts.size > 1) faults.push(`${name} were ${[...counts].join(', ')}`);
  }
  const { heap, nodes, listeners } = measures.at(-1);
  const said = `${(heap / 1e6).toFixed(2)} MB at the end, ${share(heap, first.heap)} from the first measure, ${share(highest, first.heap)} at most; ${nodes} nodes and ${listeners} listeners at each`;
  return { said, faults };
}

/** A day of the page: news, an hour without connection, and a night that it sleeps or is hidden through. */
async function day({ page, shows }, site, isAsleep, faults) {
  const pass = (seconds) => page.evaluate((time) => window.clock.pass(time), seconds);
  const publish = async (what) => {
    site.number++;
    await pass(10 * minute);
    if (!(await shows(site.number))) faults.push(`${what}: what was published is not shown`);
  };
  for (let turn = 0; turn < 14; turn++) {
    await pass(50 * minute);
    await publish('by day');
  }
  await page.setOfflineMode(true);
  await pass(hour);
  if (!(await shows(site.number))) faults.push('offline: what was there is gone');
  await page.setOfflineMode(false);
  await publish('online again');
  const before = site.requests;
  if (isAsleep) await page.evaluate((time) => window.clock.sleep(time), 8.5 * hour);
  else {
    await page.evaluate(() => window.clock.hide(true));
    await pass(8.5 * hour);
    if (site.requests > before) faults.push('hidden: it went on asking');
    await page.evaluate(() => window.clock.hide(false));
  }
  await publish('in the morning');
}

/** A week, after a first day that counts as warm-up. */
export async function week({ print }) {
  const site = await openSite(5 * minute);
  const tab = await openPage(site, readFileSync('test/reliability/clock-of-page.js', 'utf8'));
  const faults = [];
  const measures = [];
  try {
    for (let number = 0; number <= 7; number++) {
      await day(tab, site, number % 2, faults);
      measures.push(await tab.measure());
      print(`  day ${number}: ${JSON.stringify(measures.at(-1))}, ${site.requests} requests`);
    }
  } finally {
    await tab.close();
    site.close();
  }
  const { said, faults: grown } = judge(measures);
  faults.push(...grown, ...tab.errors);
  const what = 'A page with ten elements, open for a week (by its own clock), refreshed every 5 minutes';
  return [{ what, said: `${site.requests} requests for the feed; ${said}`, faults }];
}

/** An hour of the real clock, or so many minutes, measured at each twelfth of it after the first two. */
export async function realTime({ print, minutes }) {
  const site = await openSite(30);
  const tab = await openPage(site);
  const faults = [];
  const measures = [];
  const begin = performance.now();
  const until = (time) => wait(Math.max(0, begin + time * 60_000 - performance.now()));
  try {
    await until(minutes / 30);
    await tab.page.setOfflineMode(true);
    await until(minutes / 15);
    await tab.page.setOfflineMode(false);
    for (let turn = 2; turn <= 12; turn++) {
      await until((minutes / 12) * (turn - 0.5));
      site.number++;
      await until((minutes / 12) * turn);
      if (!(await tab.shows(site.number))) faults.push('what was published is not shown');
      measures.push(await tab.measure());
      print(`  ${turn}/12: ${JSON.stringify(measures.at(-1))}, ${site.requests} requests`);
    }
  } finally {
    await tab.close();
    site.close();
  }
  const { said, faults: grown } = judge(measures);
  faults.push(...grown, ...tab.errors);
  const what = `The same page, open for ${minutes} real minutes, refreshed every 30 seconds, a thirtieth of that offline`;
  return [{ what, said: `${site.requests} requests for the feed; ${said}`, faults }];
}
