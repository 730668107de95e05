// What docs/hosting.md says of updates: readers come back with scripts of the version before in their cache.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { officeFeed } from '../fixtures/office-feed.mjs';
import { contentShown, json, serveSite, withPage, type Answer } from '../helpers/site.js';

const scripts = Object.fromEntries(
  [
    'autoload.js',
    ...['elements', 'chunks'].flatMap((folder) => readdirSync(`dist/${folder}`).map((name) => `${folder}/${name}`)),
  ]
    .filter((path) => path.endsWith('.js'))
    .map((path) => [path, readFileSync(`dist/${path}`, 'utf8')]),
);
const hashes = new Set(Object.keys(scripts).flatMap((path) => /-([0-9a-f]{7})\.js$/.exec(path)?.[1] ?? []));
const renamed = (text: string) =>
  text.replace(/\b[0-9a-f]{7}\b/g, (hash) => (hashes.has(hash) ? [...hash].reverse().join('') : hash));
/** The next version: every chunk has another name. */
const nextScripts = Object.fromEntries(Object.entries(scripts).map(([path, text]) => [renamed(path), renamed(text)]));

const year = () => 'public, max-age=31536000';
/** As docs/hosting.md says it of a release line. */
const line = (path: string) =>
  path.startsWith('chunks/') ? 'public, max-age=31536000, immutable' : 'public, max-age=300';

/** The scripts of a version in a folder, and how long browsers keep them. */
const inFolder = (folder: string, files: Record<string, string>, keep: (path: string) => string) =>
  Object.fromEntries(
    Object.entries(files).map(([path, text]): [string, Answer] => [
      `${folder}/${path}`,
      (response) => {
        response.setHeader('content-type', 'text/javascript').setHeader('cache-control', keep(path)).end(text);
      },
    ]),
  );
const page = (folder: string, tag: string) =>
  `<!doctype html><html lang="en"><title>Test</title><link rel="icon" href="data:,"><script type="module" src="${folder}/autoload.js"></script><${tag} src="/feed.json"><a href="/">All</a></${tag}>`;

/** Opens a page, updates the site, opens two others in the same browser; gives the paths that were not there. */
async function comeBack(before: Record<string, Answer>, after: Record<string, Answer>, folders: [string, string]) {
  const pages: Record<string, Answer> = {
    ...before,
    '/feed.json': (response) => json(response, officeFeed('en')),
    '/first': page(folders[0], 'iom-news-feed'),
    // A page that a cache has kept, and one as it is now.
    '/kept': page(folders[0], 'iom-office-map'),
    '/now': page(folders[1], 'iom-key-figures'),
  };
  const site = await serveSite(pages);
  const missing: string[] = [];
  try {
    await withPage('chromium', async (tab) => {
      tab.on('response', (response) => {
        if (response.status() === 404) missing.push(new URL(response.url()).pathname);
      });
      await tab.goto(`${site.origin}first`);
      await contentShown(tab, 'iom-news-feed');
      for (const path of Object.keys(before)) delete pages[path];
      Object.assign(pages, after);
      for (const [path, tag] of [
        ['kept', 'iom-office-map'],
        ['now', 'iom-key-figures'],
      ]) {
        await tab.goto(`${site.origin}${path}`);
        if (!missing.length) await contentShown(tab, tag);
      }
    });
  } finally {
    await site.close();
  }
  return missing;
}

describe('after an update', () => {
  it('readers who come back find all scripts, whatever a server says of caching: each version has its folder, the one before stays', async () => {
    const before = inFolder('/widgets/1', scripts, year);
    const after = { ...before, ...inFolder('/widgets/2', nextScripts, year) };
    assert.deepEqual(await comeBack(before, after, ['/widgets/1', '/widgets/2']), []);
  });

  it('readers of a release line find all scripts while the chunks of the version before are there, and only then', async () => {
    const before = inFolder('/line', scripts, line);
    const after = inFolder('/line', nextScripts, line);
    const chunks = Object.fromEntries(Object.entries(before).filter(([path]) => path.startsWith('/line/chunks/')));
    assert.deepEqual(await comeBack(before, { ...chunks, ...after }, ['/line', '/line']), []);
    assert.ok((await comeBack(before, after, ['/line', '/line'])).some((path) => path.startsWith('/line/chunks/')));
  });
});
