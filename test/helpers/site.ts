// A partner's site on loopback: the demo pages and dist/, with the headers a test wants.
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import puppeteer, { type Browser, type BrowserContext, type LaunchOptions, type Page } from 'puppeteer-core';
import sirv from 'sirv';
import { engines, launchOptions } from './browsers.mjs';

/** The policy of the strictest partners, with Trusted Types. */
export const strictPolicy =
  "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self'; base-uri 'none'; require-trusted-types-for 'script'";

/** How long a browser may take for something, in milliseconds: on a machine that runs five of them on two cores. */
export const patience = 60_000;

export interface Site {
  /** `http://127.0.0.1:PORT/`. */
  origin: string;
  /** Paths asked for, in order. */
  requests: string[];
  close: () => Promise<void>;
}

/** What a path answers with: HTML, or what does as it likes. */
export type Answer = string | ((response: ServerResponse) => void);

/** Serves JSON. */
export const json = (response: ServerResponse, data: object) =>
  void response.setHeader('content-type', 'application/feed+json').end(JSON.stringify(data));

/**
 * Serves the repository's folder.
 *
 * @param pages Answers that are no files, by path.
 * @param headers Sent with every answer.
 * @param folder Served, too, before the repository's.
 */
export async function serveSite(
  pages: Record<string, Answer> = {},
  headers: Record<string, string> = {},
  folder = '.',
): Promise<Site> {
  const [own, files] = [folder, '.'].map((root) => sirv(root, { dev: true, extensions: [] }));
  const requests: string[] = [];
  const server: Server = createServer((request: IncomingMessage, response) => {
    const path = new URL(request.url ?? '/', 'http://x').pathname;
    requests.push(path);
    for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
    const answer = pages[path];
    if (typeof answer === 'function') answer(response);
    else if (answer !== undefined) response.setHeader('content-type', 'text/html; charset=utf-8').end(answer);
    else own(request, response, () => files(request, response, () => void response.writeHead(404).end()));
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    requests,
    close: () =>
      new Promise((done) => {
        server.closeAllConnections();
        server.close(() => done());
      }),
  };
}

/** The engines puppeteer can drive: WebKit's driver has no page of its own to watch requests in. */
export const puppetEngines = engines().filter((name) => name !== 'webkit') as ('chromium' | 'firefox')[];

/**
 * Starts a browser; whoever does ends it.
 *
 * @param flags For its command line.
 */
export function launch(engine: 'chromium' | 'firefox', ...flags: string[]): Promise<Browser> {
  const { args, ...options } = { args: [], ...launchOptions[engine] };
  return puppeteer.launch({ ...options, headless: true, args: [...args, ...flags] } as LaunchOptions);
}

/** Browsers that were started for a test and wait for the next one: starting one takes longer than most tests. */
const started = new Map<string, { browser: Promise<Browser>; users: number; end?: NodeJS.Timeout }>();

/** Gives a page to a test, in a profile of its own that goes with it; more pages of the same profile are for the asking. */
export async function withPage<T>(
  engine: 'chromium' | 'firefox',
  test: (page: Page, profile: BrowserContext) => Promise<T>,
): Promise<T> {
  const running = started.get(engine) ?? { browser: launch(engine), users: 0 };
  started.set(engine, running);
  running.users++;
  clearTimeout(running.end);
  try {
    const profile = await (await running.browser).createBrowserContext();
    const result = await test(await profile.newPage(), profile);
    await profile.close();
    return result;
  } catch (error) {
    // Who knows what it has left behind.
    if (started.get(engine) === running) started.delete(engine);
    throw error;
  } finally {
    running.users--;
    const isLast = () => !running.users && (started.get(engine) !== running || started.delete(engine));
    running.end = setTimeout(() => void (isLast() && running.browser.then((browser) => browser.close())), 500);
  }
}

/** Scrolls a page through, since what is far away waits, and resolves when every element of these tags shows its content. */
export async function contentShown(page: Page, ...tags: string[]): Promise<void> {
  await page.waitForFunction(
    (selector: string) => {
      const elements = [...document.querySelectorAll(selector)];
      const missing = elements.find((element) => !element.matches(':state(ready)'));
      missing?.scrollIntoView();
      return elements.length > 0 && !missing;
    },
    { timeout: patience },
    tags.join(),
  );
}

/** Does the same for every widget of a page, and goes back to its top. */
export async function elementsShown(page: Page): Promise<void> {
  const tags = await page.evaluate(() => [...document.querySelectorAll('*')].map(({ localName }) => localName));
  await contentShown(page, ...new Set(tags.filter((tag) => tag.startsWith('iom-'))));
  await page.evaluate(() => scrollTo(0, 0));
}
