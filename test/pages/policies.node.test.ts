import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, describe, it } from 'node:test';
import type { Page } from 'puppeteer-core';
import type { IomElement } from '../../src/elements/base/iom-element.js';
import { placeholderHeights } from '../../src/elements.js';
import { engines, openWebKit } from '../helpers/browsers.mjs';
import { json, launch, patience, serveSite, strictPolicy, type Answer, type Site } from '../helpers/site.js';

const names = Object.keys(placeholderHeights);
const head =
  '<!doctype html><html lang="en"><meta charset="utf-8"><title>Test page</title>' +
  '<link rel="icon" href="/demo/images/partner.svg" /><script nonce="test" src="/watch.js"></script>';
const feed = '/demo/feeds/oim.en.json';

/** An element in each of its states; what fails keeps its fallback or says so. */
const states: [string, string][] = [
  ['ready', `src="${feed}"`],
  [
    'ready',
    `src="${feed}" theme="dark" structured-data more controls="search,tags,countries,kind" layout="cards" chart`,
  ],
  ['loading', 'src="/silent.json"'],
  ['stale', 'src="/wavering.json"'],
  ['empty', 'src="/empty.json"'],
  ['error', 'src="/missing.json"'],
  ['error', ''],
];
const wavering = states.findIndex(([state]) => state === 'stale');
const elements = (name: string) =>
  states.map(([, attributes]) => `<iom-${name} ${attributes} loading="eager"></iom-${name}>`).join('');
const everything = names.map((name) => `<iom-${name} src="${feed}" loading="eager"></iom-${name}>`).join('');

const content = JSON.parse(readFileSync(`.${feed}`, 'utf8')) as object;
const nothing = { version: 'https://jsonfeed.org/version/1.1', title: 'Test', items: [] };

const script = '<script type="module" src="/dist/autoload.js"></script>';
const named = 'trusted-types lit-html dompurify';

/** Settings of a page that take something away from it. */
const settings: { what: string; headers: Record<string, string>; body: string; deny?: boolean }[] = [
  {
    what: 'a policy that names the policies of Trusted Types',
    headers: { 'content-security-policy': `${strictPolicy}; ${named}` },
    body: script + everything,
  },
  {
    what: 'a policy with a nonce and strict-dynamic',
    headers: {
      'content-security-policy':
        `default-src 'none'; script-src 'nonce-test' 'strict-dynamic'; style-src 'self'; connect-src 'self'; ` +
        `img-src 'self'; base-uri 'none'; require-trusted-types-for 'script'; ${named}`,
    },
    body: script.replace('<script', '<script nonce="test"') + everything,
  },
  {
    what: 'isolation from other origins (COEP, COOP, CORP)',
    headers: {
      'content-security-policy': strictPolicy,
      'cross-origin-embedder-policy': 'require-corp',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
    },
    body: script + everything,
  },
  {
    what: 'a Permissions-Policy that denies all',
    headers: {
      'content-security-policy': strictPolicy,
      'permissions-policy': [
        'clipboard-write',
        'clipboard-read',
        'geolocation',
        'fullscreen',
        'web-share',
        'storage-access',
      ]
        .map((feature) => `${feature}=()`)
        .join(', '),
    },
    body: script + everything,
  },
  {
    what: 'no storage and no cookies',
    headers: { 'content-security-policy': strictPolicy },
    body: script + everything,
    deny: true,
  },
  {
    what: 'a sandbox that allows scripts and nothing else',
    headers: { 'content-security-policy': `${strictPolicy.replaceAll("'self'", 'ORIGIN')}; sandbox allow-scripts` },
    body: script + everything,
  },
];

describe('dist/ on pages that forbid', () => {
  const sites: Site[] = [];
  /** A site that says with its headers what its pages may; `ORIGIN` in them is its own. */
  async function serve(body: string, headers: Record<string, string>, deny = false) {
    let asked = 0;
    const pages: Record<string, Answer> = {
      '/': head + body,
      '/watch.js': (response) =>
        void response
          .setHeader('content-type', 'text/javascript')
          .end([watch, ...(deny ? [denyStorage] : [])].map((entry) => `(${String(entry)})();`).join('\n')),
      '/empty.json': (response) => json(response, nothing),
      '/silent.json': () => undefined,
      '/wavering.json': (response) => void (asked++ ? response.writeHead(404).end() : json(response, content)),
    };
    const own: Record<string, string> = { 'access-control-allow-origin': '*', ...headers };
    const site = await serveSite(pages, own);
    for (const [name, value] of Object.entries(own)) own[name] = value.replaceAll('ORIGIN', site.origin);
    sites.push(site);
    return site;
  }
  after(() => Promise.all(sites.map((site) => site.close())));

  for (const engine of engines() as ('chromium' | 'firefox' | 'webkit')[]) {
    describe(engine, () => {
      let tab: Tab;
      let close: () => Promise<void>;
      before(async () => {
        const browser = engine === 'webkit' ? await openWebKit() : await launch(engine);
        close = () => browser.close();
        tab = 'newPage' in browser ? await browser.newPage() : browser;
      });
      after(() => close());

      for (const name of names) {
        it(`<iom-${name}> in each of its states: no violation, no exception`, async () => {
          const site = await serve(script + elements(name), {
            'content-security-policy': `${strictPolicy}; ${named}`,
          });
          await tab.goto(site.origin);
          // What was there once is old when it can't be had again.
          await inState(tab, 'ready', wavering);
          await tab.evaluate(
            (index) => document.querySelectorAll<IomElement>('[loading=eager]')[index].retry(),
            wavering,
          );
          for (const [index, [state]] of states.entries()) await inState(tab, state, index);
          assert.deepEqual(await complaintsIn(tab), []);
        });
      }

      for (const { what, headers, body, deny } of settings) {
        it(`${what}: every element shows its content, without a word`, async () => {
          const site = await serve(body, headers, deny);
          await tab.goto(site.origin);
          for (const index of names.keys()) await inState(tab, 'ready', index);
          assert.deepEqual(await complaintsIn(tab), []);
        });
      }

      if (engine === 'webkit') return; // Its driver sees into no frame that is sandboxed.

      it('embed.html in a sandboxed iframe, under its own policy: each element shows its content', async () => {
        const frames = names.map(
          (name) =>
            `<iframe sandbox="allow-scripts" title="${name}" src="/dist/embed.html?element=${name}&lang=en&src=${feed}"></iframe>`,
        );
        const site = await serve(frames.join(''), {});
        const page = tab as Page;
        await page.evaluateOnNewDocument(watch);
        await page.goto(site.origin);
        for (const frame of page.frames().slice(1)) {
          await frame.waitForFunction(() => document.querySelector('body > *')?.matches(':state(ready)'), {
            timeout: patience,
          });
          assert.deepEqual(await complaintsIn(frame), []);
        }
        assert.equal(page.frames().length, names.length + 1);
      });
    });
  }
});

/** What pages of every engine can be asked. */
type Tab = Pick<Page, 'goto' | 'evaluate' | 'waitForFunction'>;

/** Waits until the element at this place of a page is in a state. */
const inState = (tab: Tab, state: string, index: number) =>
  tab.waitForFunction(
    (index: number, expected: string) =>
      document.querySelectorAll('[loading=eager]')[index]?.matches(`:state(${expected})`),
    { timeout: patience },
    index,
    state,
  );

/** What a page has complained about. */
const complaintsIn = (tab: Pick<Tab, 'evaluate'>) =>
  tab.evaluate(() => (window as unknown as { complaints: string[] }).complaints);

/** Notes in a page what it complains about. */
function watch() {
  const complaints: string[] = [];
  Object.assign(window, { complaints });
  document.addEventListener('securitypolicyviolation', (event) =>
    complaints.push(`violation: ${event.violatedDirective} ${event.blockedURI} ${event.sample}`),
  );
  addEventListener('error', ({ message }) => complaints.push(message));
  addEventListener('unhandledrejection', ({ reason }) => complaints.push(String(reason)));
}

/** As browsers do it whose visitors block all storage: to ask is an error. */
function denyStorage() {
  const refuse = {
    get() {
      throw new DOMException('Denied', 'SecurityError');
    },
  };
  for (const name of ['localStorage', 'sessionStorage', 'caches', 'indexedDB', 'cookieStore']) {
    if (name in window) Object.defineProperty(window, name, refuse);
  }
  Object.defineProperty(Document.prototype, 'cookie', refuse);
}
