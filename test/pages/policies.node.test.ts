import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Page } from 'puppeteer-core';
import { heights } from '../../src/registry.js';
import { launch, puppetEngines, serveSite, strictPolicy, type Site } from '../helpers/site.js';

const names = Object.keys(heights);
const head =
  '<!doctype html><html lang="en"><meta charset="utf-8"><title>Test page</title>' +
  '<link rel="icon" href="/demo/images/partner.svg" />';
const feed = '/demo/feeds/oim.en.json';

/** An element in each of its states; what fails keeps its fallback or says so. */
const states: [string, string][] = [
  ['ready', `src="${feed}"`],
  [
    'ready',
    `src="${feed}" theme="dark" structured-data more controls="search,tags,countries,kind" layout="cards" chart`,
  ],
  ['empty', 'src="/empty.json"'],
  ['error', 'src="/missing.json"'],
  ['error', ''],
];
const empty = JSON.stringify({ version: 'https://jsonfeed.org/version/1.1', title: 'Test', items: [] });
const elements = (name: string) =>
  states.map(([, attributes]) => `<iom-${name} ${attributes} loading="eager"></iom-${name}>`).join('');
const everything = names.map((name) => `<iom-${name} src="${feed}" loading="eager"></iom-${name}>`).join('');

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
  async function serve(pages: Record<string, string>, headers: Record<string, string>) {
    const own: Record<string, string> = { 'access-control-allow-origin': '*', ...headers };
    const site = await serveSite({ '/empty.json': empty, ...pages }, own);
    for (const [name, value] of Object.entries(own)) own[name] = value.replaceAll('ORIGIN', site.origin);
    sites.push(site);
    return site;
  }
  after(() => Promise.all(sites.map((site) => site.close())));

  for (const engine of puppetEngines) {
    describe(engine, () => {
      let browser: Awaited<ReturnType<typeof launch>>;
      before(async () => void (browser = await launch(engine)));
      after(() => browser.close());

      /** Opens a page, with all that it complains about. */
      async function open(deny = false): Promise<{ tab: Page; complaints: string[] }> {
        const tab = await browser.newPage();
        const complaints: string[] = [];
        tab.on('pageerror', (error) => complaints.push(String(error)));
        tab.on('console', (message) => {
          if (message.text().startsWith('violation')) complaints.push(message.text());
        });
        await tab.evaluateOnNewDocument(() => {
          document.addEventListener('securitypolicyviolation', (event) =>
            console.log(`violation: ${event.violatedDirective} ${event.blockedURI} ${event.sample}`),
          );
        });
        if (deny) await tab.evaluateOnNewDocument(denyStorage);
        return { tab, complaints };
      }

      for (const name of names) {
        it(`<iom-${name}> in each of its states: no violation, no exception`, async () => {
          const site = await serve(
            { '/': head + script + elements(name) },
            { 'content-security-policy': `${strictPolicy}; ${named}` },
          );
          const { tab, complaints } = await open();
          await tab.goto(site.origin);
          for (const [index, [state]] of states.entries()) {
            await tab.waitForFunction(
              (at: number, expected: string) =>
                document.querySelectorAll('[loading=eager]')[at].matches(`:state(${expected})`),
              { timeout: 20_000 },
              index,
              state,
            );
          }
          assert.deepEqual(complaints, []);
          await tab.close();
        });
      }

      for (const { what, headers, body, deny } of settings) {
        it(`${what}: every element shows its content, without a word`, async () => {
          const site = await serve({ '/': head + body }, headers);
          const { tab, complaints } = await open(deny);
          await tab.goto(site.origin);
          await shown(tab);
          assert.deepEqual(complaints, []);
          await tab.close();
        });
      }

      it('embed.html in a sandboxed iframe, under its own policy: each element shows its content', async () => {
        const frames = names.map(
          (name) =>
            `<iframe sandbox="allow-scripts" title="${name}" src="/dist/embed.html?element=${name}&lang=en&src=${feed}"></iframe>`,
        );
        const site = await serve({ '/': head + frames.join('') }, {});
        const { tab, complaints } = await open();
        await tab.goto(site.origin);
        for (const frame of tab.frames().slice(1)) {
          await frame.waitForFunction(() => document.querySelector('body > *')?.matches(':state(ready)'), {
            timeout: 20_000,
          });
        }
        assert.equal(tab.frames().length, names.length + 1);
        assert.deepEqual(complaints, []);
        await tab.close();
      });
    });
  }
});

/** Every element of a page shows its content. */
async function shown(tab: Page) {
  await tab.waitForFunction(
    (count: number) => document.querySelectorAll('[loading=eager]:state(ready)').length === count,
    { timeout: 30_000 },
    names.length,
  );
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
