// What every measurement shares: a browser, pages as a CDN would serve them, medians, tables.
import { createServer } from 'node:http';
import { readFileSync } from 'node:fs';
import { extname } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import puppeteer from 'puppeteer-core';
import { launchOptions } from '../helpers/browsers.mjs';

const types = {
  '.css': 'text/css',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.json': 'application/feed+json',
  '.svg': 'image/svg+xml',
  '.xml': 'application/rss+xml',
};

const isolation = {
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-embedder-policy': 'require-corp',
  'cross-origin-resource-policy': 'cross-origin',
};

/** The page that visitors come from. */
const before = '<!doctype html><title>Before</title><h1>Our work</h1><p>Read <a href="/">our news</a>.</p>';

/**
 * Serves files of the repository, and what `answers` has for a path, from loopback: compressed with brotli, once, and
 * kept by browsers as a CDN lets them.
 *
 * @param {Record<string, string | ((url: URL) => string)>} answers By path; a path without an ending is JSON.
 * @param {Record<string, string>} headers Of every answer beside what a CDN sends: by default those that let a page ask the
 * browser how much memory it takes.
 */
export async function serve(answers = {}, headers = isolation) {
  const packed = new Map();
  const pack = (name, text) => {
    if (!packed.has(name)) {
      packed.set(name, brotliCompressSync(text, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }));
    }
    return packed.get(name);
  };
  const site = { sent: 0, hold: undefined };
  let open = 0;
  let last = 0;
  const server = createServer(async (request, response) => {
    open++;
    response.on('close', () => {
      open--;
      last = Date.now();
    });
    const url = new URL(request.url, 'http://localhost');
    const answer = url.pathname === '/before.html' ? before : answers[url.pathname];
    try {
      const text = typeof answer === 'function' ? answer(url) : (answer ?? readFileSync(`.${url.pathname}`));
      const type = types[extname(url.pathname)] ?? 'application/json';
      if (type.includes('json')) await site.hold;
      const body = pack(answer === undefined ? url.pathname : text, text);
      if (/css|javascript/.test(type)) site.sent += body.length;
      response.setHeader('content-type', type);
      response.setHeader('content-encoding', 'br');
      response.setHeader('cache-control', /css|javascript/.test(type) ? 'max-age=31536000, immutable' : 'no-cache');
      response.setHeader('access-control-allow-origin', '*');
      for (const [name, value] of Object.entries({ ...headers, ...site.headers })) response.setHeader(name, value);
      response.end(body);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise((done) => server.listen(0, '127.0.0.1', done));
  site.origin = `http://127.0.0.1:${server.address().port}`;
  /** Resolves once nobody has asked for anything for half a second: browsers lose count of requests that they gave up. */
  site.quiet = async () => {
    do await new Promise((done) => setTimeout(done, 50));
    while (open || Date.now() - last < 500);
  };
  site.close = () => (server.closeAllConnections(), server.close());
  return site;
}

export const launch = () =>
  puppeteer.launch({
    ...launchOptions.chromium,
    args: [...launchOptions.chromium.args, '--js-flags=--expose-gc', '--enable-blink-features=ForceEagerMeasureMemory'],
    protocolTimeout: 600_000,
  });

/** A phone on a slow line: 150 ms for each round trip, 200 KB/s, a processor four times slower. */
export async function slowDown(page) {
  await page.emulateCPUThrottling(4);
  await page.emulateNetworkConditions({ download: 200_000, upload: 200_000, latency: 150 });
}

/**
 * Opens a page as a visitor who was never on it, and comes from another page of the site: the browser is awake, and has
 * the site's fonts. Whoever asks closes `page.browserContext()`.
 *
 * @param {{ watch: string, slow?: boolean, width?: number, prepare?: (page: Page) => Promise<void> }} how What runs before
 * the page does; on a phone and a slow line; CSS pixels; what is done with the tab before the page is asked for.
 */
export async function arrive(browser, site, path, { watch, slow = false, width = 390, prepare }) {
  const context = await browser.createBrowserContext();
  const page = await context.newPage();
  await page.bringToFront();
  await page.setViewport({ width, height: 844 });
  await page.evaluateOnNewDocument(watch);
  await page.goto(`${site.origin}/before.html`);
  if (slow) await slowDown(page);
  site.sent = 0;
  await prepare?.(page);
  await page.goto(`${site.origin}${path}`);
  return page;
}

/**
 * Functions that pages of measurements have: `laidOut()` after the next layout, `painted()` after the next paint,
 * `rested()` once nothing is left of what was done before.
 */
export const pageHelpers = `
  window.painted = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
  window.rested = () => painted().then(painted);
  window.laidOut = () => document.body.getBoundingClientRect().height;
  window.timed = async (act, end = painted) => { const start = performance.now(); await act(); await end(); return performance.now() - start };
  window.everywhere = (selector, root = document) => [...root.querySelectorAll(selector),
    ...[...root.querySelectorAll('*')].flatMap(({ shadowRoot }) => shadowRoot ? everywhere(selector, shadowRoot) : [])];
`;

/** The middle of some figures, and how far the middle half of them lies apart. */
export function median(figures) {
  const sorted = [...figures].sort((a, b) => a - b);
  const at = (share) => sorted[Math.round(share * (sorted.length - 1))];
  return { middle: at(0.5), spread: at(0.75) - at(0.25) };
}

/** Does something several times, one after the other, and gives what it resolves to. */
export async function repeat(times, action) {
  const results = [];
  for (let run = 0; run < times; run++) results.push(await action(run));
  return results;
}

export const ms = ({ middle, spread }) => `${Math.round(middle)} ms ±${Math.round(spread / 2)}`;
export const kilobytes = (bytes) => `${(bytes / 1000).toFixed(1)} KB`;

/** A table in Markdown. */
export const table = (head, rows) =>
  [head, head.map((_, index) => (index ? '--:' : '---')), ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n');

/** @typedef {{ what: string, figure: number, most: number, unit: string }} Goal What is to be reached: a figure, and what it is at most. */

const isCached = ({ figure, most }) => figure <= most;
const rounded = (figure) => (figure < 1 ? +figure.toPrecision(2) : +figure.toFixed(2));

/** A goal as a line of a list: kept, or missed. */
export const judge = (goal) =>
  `${isCached(goal) ? 'kept' : 'MISSED'}: ${goal.what}: ${rounded(goal.figure)}${goal.unit} (at most ${goal.most}${goal.unit})`;

/** Goals as a table in Markdown: those that were missed stand out. */
export const judgeAll = (goals) =>
  table(
    ['goal', 'measured', 'at most', ''],
    goals.map((goal) => [
      goal.what,
      rounded(goal.figure) + goal.unit,
      goal.most + goal.unit,
      isCached(goal) ? 'kept' : '**missed**',
    ]),
  );

export const versionOf = (name) =>
  JSON.parse(readFileSync(`test/bench/node_modules/${name}/package.json`, 'utf8')).version;
