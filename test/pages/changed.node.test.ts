import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { after, before, describe, it } from 'node:test';
import { isDeepStrictEqual } from 'node:util';
import minifyFast from '@minify-html/node';
import { minify, type Options } from 'html-minifier-terser';
import { parse } from 'parse5';
import type { Page } from 'puppeteer-core';
import { placeholderHeights } from '../../src/elements.js';
import { launch, patience, serveSite, type Answer, type Site } from '../helpers/site.js';

// As published: the templates of dist/ are others than those of the sources.
const published = '../../dist/ssr/index.js';
const { prerender } = (await import(published)) as typeof import('../../src/ssr/index.js');

const feed = JSON.parse(readFileSync('demo/feeds/oim.en.json', 'utf8')) as object;
const tags = Object.keys(placeholderHeights).map((name) => `iom-${name}`);
const page = (body: string) => `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Test page</title>
<link rel="icon" href="/demo/images/partner.svg"><script type="module" src="/dist/autoload.js"></script></head><body>
${body}</body></html>`;
const element = (tag: string) =>
  `<${tag} src="/feed.json" loading="eager"><a href="https://example.org/">Read it there</a></${tag}>`;

/** Changes parts of HTML that are neither script nor style. */
const change = (html: string, what: RegExp, into: (part: string) => string) =>
  html.replace(/<(script|style|head)\b[^]*?<\/\1>|<!--[^]*?-->|<[^>]+>|[^<]+/g, (part) =>
    /^<(script|style|head|!)/.test(part) ? part : part.replace(what, into),
  );
const withoutComments = (html: string) => html.replace(/<!--[^]*?-->/g, '');
const hidden = (address: string) =>
  `5a${[...Buffer.from(address)].map((entry) => (entry ^ 0x5a).toString(16).padStart(2, '0')).join('')}`;
/** As Cloudflare hides addresses. */
const withoutAddresses = (html: string) =>
  change(
    change(html, /(?<=^<a [^]*href=")mailto:[^"]+/, (address) => `/cdn-cgi/l/email-protection#${hidden(address)}`),
    /(?<!^<[^]*)[\w.+-]+@[\w-]+\.[\w.]+\w/g,
    (address) => `<span class="__cf_email__" data-cfemail="${hidden(address)}">[email&#160;protected]</span>`,
  );
const minified = (options: Options) => (html: string) =>
  minify(html, { collapseWhitespace: true, minifyCSS: true, ...options });
const usual: Options = {
  removeAttributeQuotes: true,
  removeOptionalTags: true,
  removeRedundantAttributes: true,
  collapseBooleanAttributes: true,
  sortAttributes: true,
  sortClassName: true,
  decodeEntities: true,
};
const php = (code: string) => (html: string) =>
  execFileSync('php', ['-d', 'short_open_tag=1', '-r', `$page = stream_get_contents(STDIN); ${code}`], { input: html });

/** How pages change between a server and a browser; what stays to be taken over, and what is told of the others. */
const changes: [what: string, change: (html: string) => string | Buffer | Promise<string>, reported?: RegExp][] = [
  ['nothing', (html) => html],
  ['html-minifier, which leaves comments', minified(usual)],
  ['html-minifier, which takes comments away', minified({ ...usual, removeComments: true }), /comments/],
  [
    'html-minifier, which takes away what is empty',
    minified({ removeEmptyElements: true, removeEmptyAttributes: true }),
    /changed/,
  ],
  ['minify-html', (html) => minifyFast.minify(Buffer.from(html), { keep_comments: true, minify_css: true }), /changed/],
  ['minify-html, which takes comments away', (html) => minifyFast.minify(Buffer.from(html), {}), /comments/],
  ['a plugin that takes comments away', withoutComments, /comments/],
  ['some comments taken away', (html) => html.replace(/<!--lit-node 0-->/g, ''), /changed/],
  ['addresses hidden by a CDN', withoutAddresses, /Email Address Obfuscation/],
  [
    'pictures that wait for a script',
    (html) => change(html, /^<img ([^>]*)src=/, (tag) => tag.replace('src=', 'src="data:," data-src=')),
    /lazy loading/,
  ],
  [
    'other pictures',
    (html) => change(html, /^<img [^>]+>/, (tag) => `<picture><source srcset="/x.webp">${tag}</picture>`),
    /lazy loading/,
  ],
  [
    'more attributes for links and pictures',
    (html) =>
      change(html, /^<(a|img) /, (tag) => `${tag}rel="nofollow noopener" target="_blank" class="x" decoding="async" `),
  ],
  [
    'pictures at another address',
    (html) => change(html, /(?<=^<img [^>]*src=")[^"]+/, (address) => `https://cdn.invalid/${address}`),
  ],
  ['other quotes', (html) => change(html, /(?<!^<[^]*)['’]/g, () => '&rsquo;&zwj;')],
  ['words as elements', (html) => change(html, /^[^<]*\w[^<]*$/, (text) => `<font>${text}</font>`), /changed/],
  ['no-break spaces for blanks', (html) => change(html, /(?<!^<[^]*) (?=[\p{L}\d])/gu, () => '&nbsp;')],
  ['no classes', (html) => change(html, /^<[a-z][^]*/, (tag) => tag.replace(/ class="[^"]*"/, ''))],
  ['no styles', (html) => html.replace(/<style>[^]*?<\/style>/g, '')],
  ['no attribute that says what is filled', (html) => html.replaceAll(' data-prerendered', ' data-x')],
  ['no feed', (html) => html.replace(/<script type="application\/json"[^]*?<\/script>/, ''), /lost/],
  ['templates that no root is made of', (html) => html.replaceAll(' shadowrootmode="open"', '')],
  ['a template that another one closes', (html) => html.replace(/<\/template>/, '<p>Added</p></template>'), /changed/],
];
if (spawnSync('php', ['-v']).status === 0) {
  changes.push(
    ['PHP that runs the page', php(`eval('?>' . $page);`)],
    [
      'PHP’s DOMDocument',
      php(
        `libxml_use_internal_errors(true); $d = new DOMDocument(); $d->loadHTML($page, LIBXML_SCHEMA_CREATE); echo $d->saveHTML();`,
      ),
    ],
  );
}

/** What a reader has of an element: its words, and where links and pictures lead. */
const shown = (tab: Page) =>
  tab.evaluate((all: string[]) => {
    return all.map((tag) => {
      const root = document.querySelector(tag)!.shadowRoot!;
      return {
        tag,
        drawn: root.querySelectorAll('.base').length,
        words: root
          .querySelector<HTMLElement>('.base')!
          .innerText // The blanks in times are the server's, and browsers write others.
          .replace(/\s+/g, ' ')
          .trim(),
        links: [...root.querySelectorAll('a')].map((entry) => [entry.getAttribute('href'), entry.target]),
        pictures: [...root.querySelectorAll('img')].map((entry) => entry.getAttribute('src')),
      };
    });
  }, tags);

describe('a filled page', () => {
  let site: Site;
  let filled = '';
  const pages: Record<string, Answer> = { '/feed.json': JSON.stringify(feed) };
  before(async () => {
    site = await serveSite(pages);
    const options = { feeds: { '/feed.json': feed }, base: site.origin };
    filled = (await prerender(page(tags.map(element).join('\n')), options)).html;
  });
  after(() => site.close());

  it('is HTML in which the strictest parser finds no fault', () => {
    const faults: string[] = [];
    parse(filled, { onParseError: ({ code, startLine, startCol }) => faults.push(`${startLine}:${startCol} ${code}`) });
    assert.deepEqual(faults, []);
    assert.doesNotMatch(filled, /<[?%]/);
  });

  it('that something has changed on its way shows each element once, with its own links and pictures', async (context) => {
    const browser = await launch('chromium');
    const open = async (html: string, expected?: unknown) => {
      pages['/page'] = html;
      const tab = await browser.newPage();
      await tab.setViewport({ width: 1200, height: 900 });
      const reported: string[] = [];
      tab.on('pageerror', (error) => reported.push(String(error)));
      tab.on('console', (message) => message.text().startsWith('Failed to load') || reported.push(message.text()));
      await tab.goto(`${site.origin}page`);
      await tab.waitForFunction(
        (all: string[]) => {
          // A map is drawn where it is in sight, be it for a moment.
          document.querySelector('iom-office-map')?.scrollIntoView();
          return all.every((tag) => {
            const entry = document.querySelector(tag);
            const root = entry?.shadowRoot;
            return (
              entry?.matches(':state(ready)') &&
              root?.adoptedStyleSheets.length &&
              !root.querySelector('[data-words], [data-kept], style') &&
              (tag !== 'iom-org-chart' || root.querySelector('.card')) &&
              (tag !== 'iom-office-map' || root.querySelector('.land'))
            );
          });
        },
        { timeout: patience },
        tags,
      );
      await tab.waitForNetworkIdle({ idleTime: 100 });
      let result = await shown(tab);
      const end = Date.now() + patience;
      while (expected && Date.now() < end && !isDeepStrictEqual(result, expected)) result = await shown(tab);
      await tab.close();
      return { result, reported };
    };
    try {
      const whole = await open(page(tags.map(element).join('\n')));
      for (const [what, how, telling] of changes) {
        await context.test(what, async () => {
          const { result, reported } = await open(String(await how(filled)), whole.result);
          assert.deepEqual(result, whole.result);
          assert.deepEqual(
            reported.filter((entry) => !telling?.test(entry)),
            [],
          );
          if (telling) assert.ok(reported.length, 'reported');
          assert.equal(new Set(reported).size, reported.length, 'told once');
        });
      }
    } finally {
      await browser.close();
    }
  });
});
