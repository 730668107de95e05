// npm run editors: pastes each form of our lines into the editors that content management systems use, and writes what they
// save into docs/editors.md; and looks whether the style of Drupal's module shows where an element stands. With --check it only
// says what has changed. Their packages are installed beside this file.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import puppeteer from 'puppeteer-core';
import { build } from 'vite';
import { format, resolveConfig } from 'prettier';
import { launchOptions } from '../helpers/browsers.mjs';

const folder = 'test/editors';
const page = 'docs/editors.md';
const { dependencies } = JSON.parse(readFileSync(`${folder}/package.json`, 'utf8'));
if (!existsSync(`${folder}/node_modules/ckeditor5`))
  execFileSync('npm', ['install', '--no-audit', '--no-fund', '--no-package-lock', '--loglevel=error'], {
    cwd: folder,
    stdio: ['ignore', 'ignore', 'inherit'],
  });

const link = '<a href="https://example.org/news">News</a>';
const src = 'https://feeds.example.org/news.json';
/** The forms of docs/embedding.md. */
const forms = {
  'element with `data-`': `<iom-news-feed data-src="${src}" data-limit="3">${link}</iom-news-feed>`,
  div: `<div data-iom="news-feed" data-src="${src}">${link}</div>`,
  'frame and script': `<iframe class="iom-frame" src="https://cdn.example.org/embed.html?src=${src}" title="News">${link}</iframe><script type="module" src="https://cdn.example.org/embed-host.js"></script>`,
};

/** What is left of a form, in words. */
function verdict(form, saved) {
  const has = (pattern) => pattern.test(saved);
  const isDecoded = form === 'frame and script' && has(/<iframe[^>]*src="https:\/\/cdn\.example\.org\/embed\.html/);
  const isWhole = {
    'element with `data-`': has(/<iom-news-feed[^>]*data-src="https:/),
    div: has(/<div[^>]*data-iom="news-feed"[^>]*data-src|<div[^>]*data-src[^>]*data-iom/),
    'frame and script': isDecoded && !has(/sandbox=""/) && has(/<script[^>]*embed-host/),
  }[form];
  if (isWhole) return '**kept**';
  if (isDecoded) return has(/sandbox=""/) ? 'frame without scripts' : 'frame alone';
  if (has(/<iom-news-feed/)) return 'tag without attributes';
  if (has(/<a[^>]*href="https:\/\/cdn\.example\.org\/embed/)) return 'link to the frame’s address';
  return has(/<a[^>]*href="https:\/\/example\.org\/news"/) ? 'link' : 'lost';
}

const out = mkdtempSync(join(tmpdir(), 'editors-'));
await build({
  root: folder,
  configFile: false,
  logLevel: 'error',
  build: {
    outDir: out,
    emptyOutDir: true,
    chunkSizeWarningLimit: 50_000,
    target: 'es2022',
    lib: { entry: 'editors.js', formats: ['es'], fileName: 'editors' },
  },
  define: { 'process.env.NODE_ENV': '"production"' },
});
const { createServer } = await import('node:http');
const { default: sirv } = await import('sirv');
const files = sirv(out, { dev: true });
const server = createServer((request, response) => {
  if (request.url !== '/') return files(request, response, () => void response.writeHead(404).end());
  response
    .setHeader('content-type', 'text/html')
    .end('<!doctype html><meta charset="utf-8"><title>Editors</title><body></body>');
});
await new Promise((done) => server.listen(0, '127.0.0.1', done));
const origin = `http://127.0.0.1:${server.address().port}/`;
const browser = await puppeteer.launch({ ...launchOptions.chromium, headless: true });

const rows = [];
try {
  const names = await (await open()).evaluate(() => Object.keys(window.editors));
  for (const name of names) {
    const cells = [];
    for (const [form, html] of Object.entries(forms)) {
      // Each on a page of its own: editors leave things behind.
      const tab = await open();
      const saved = await tab.evaluate((editor, pasted) => window.editors[editor](pasted), name, html);
      if (process.env.SHOW) console.log(name, '|', form, '|', saved);
      cells.push(verdict(form, saved));
      await tab.close();
    }
    rows.push([name, ...cells]);
  }
  await checkDrupalStyle();
} finally {
  await browser.close();
  server.close();
  rmSync(out, { recursive: true });
}

/** Drupal's editor names an element and frames it, as wide as the text; the style leaves what is saved as it is. */
async function checkDrupalStyle() {
  const html = forms['element with `data-`'];
  const tab = await open();
  const seen = await tab.evaluate((pasted) => window.seenInDrupal(pasted), html);
  if (process.env.SHOW) console.log(seen);
  const { without, with: shown, saved } = seen;
  assert.equal(without.outline, 'none', 'without the style nothing shows where it is');
  assert.equal(shown.outline, 'dashed');
  assert.match(shown.name, /iom-news-feed|attr\(data-ck-unsafe-element\)/);
  assert.ok(shown.height > without.height, 'has a line of its own for the name');
  assert.ok(shown.width > 300, `is ${shown.width} px wide`);
  assert.equal(verdict('element with `data-`', saved), '**kept**');
  await tab.close();
}

async function open() {
  const tab = await browser.newPage();
  await tab.goto(origin);
  await tab.addScriptTag({ type: 'module', url: '/editors.js' });
  await tab.waitForFunction(() => window.editors);
  return tab;
}

const table = [['editor and what it allows', ...Object.keys(forms)], ['-', '-', '-', '-'], ...rows]
  .map((row) => `| ${row.join(' | ')} |`)
  .join('\n');
const versions = [
  'ckeditor5',
  'tinymce',
  'quill',
  '@tiptap/core',
  'lexical',
  'summernote',
  'trumbowyg',
  '@editorjs/editorjs',
]
  .map((name) => `${name} ${dependencies[name]}`)
  .join(', ');
const before = readFileSync(page, 'utf8');
const after = await format(
  before.replace(
    /(<!-- editors -->\n)[^]*(<!-- \/editors -->)/,
    (_, begin, end) => `${begin}\n${table}\n\nRun with ${versions}.\n\n${end}`,
  ),
  { ...(await resolveConfig(page)), parser: 'markdown' },
);
if (!process.argv.includes('--check')) writeFileSync(page, after);
else if (before !== after) {
  console.error(`${page} is out of date: run npm run editors and commit the result.`);
  process.exitCode = 1;
}
