// What the museum shows: every snippet of the README and of docs/embedding.md, and ten elements as a browser, a server and a frame draw them.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import sirv from 'sirv';

const tags = [
  ['site-menu'],
  ['about'],
  ['key-figures'],
  ['press-release'],
  ['press-contact'],
  ['news-feed', 'limit="3"'],
  ['link-cards', 'section="work" limit="3"'],
  ['sdg-grid'],
  ['office-map'],
  ['org-chart'],
];
const embedScript = '<script type="module" src="https://cdn.example.org/iom-widgets@0.1/autoload.js"></script>';
const feed = 'https://feeds.example.org/fr/feed.json';
const tenElements = tags
  .map(([name, more = '']) => `<iom-${name} src="${feed}" ${more}><a href="/more">Plus : ${name}</a></iom-${name}>`)
  .join('\n');
const frames = tags
  .map(
    ([name]) =>
      `<iframe class="iom-frame" title="${name}" width="100%" height="300" src="https://cdn.example.org/iom-widgets@0.1/embed.html?element=${name}&lang=fr&src=${feed}"></iframe>`,
  )
  .join('\n');

/** The blocks of HTML in the README and in docs/embedding.md; those with comments between their parts are as many snippets. */
const snippets = ['README.md', 'docs/embedding.md']
  .flatMap((file) => [...readFileSync(file, 'utf8').matchAll(/^```html\n([^]*?)^```/gm)])
  .flatMap(([, block]) => block.split(/^<!-- /m))
  .filter((part) => /<iom-|data-iom|<iframe/.test(part))
  .map((part) => (part.includes('-->') ? `<!-- ${part}` : part));

const page = (body, head = '') =>
  `<!doctype html><html lang="fr"><head><meta charset="utf-8"><title>Museum</title>${head}</head><body>\n${body}\n</body></html>`;

/**
 * Serves the pages and what they ask for, on two ports as on two hosts.
 *
 * @returns {Promise<{ pages: { name: string, url: string, elements: number }[], close: () => void }>}
 */
export async function openPages() {
  const folder = mkdtempSync(`${tmpdir()}/iom-museum-`);
  execFileSync(
    'node',
    ['build/iom-feed/dist/main.js', 'publish', 'demo/feeds/oim.fr.json', '--out', `${folder}/feeds`],
    {
      stdio: 'ignore',
    },
  );
  const files = sirv('.', { dev: true, extensions: [] });
  const published = sirv(`${folder}/feeds/current`, { dev: true, extensions: [] });
  const recorder = '<script src="/test/museum/recorder.js"></script>';
  const recorded = (html) => html.replace('<head>', `<head>${recorder}`);
  const pages = {};
  const answer = (request, response) => {
    response.setHeader('access-control-allow-origin', '*');
    const { pathname } = new URL(request.url, 'http://x');
    const html = pathname.endsWith('/embed.html') ? readFileSync('dist/embed.html', 'utf8') : pages[pathname];
    if (html) response.setHeader('content-type', 'text/html; charset=utf-8').end(recorded(html));
    else if (pathname.startsWith('/feeds/')) {
      request.url = request.url.replace('/feeds', '').replace(/^\/(fr|\{lang\})\//, '/');
      published(request, response, () => response.writeHead(404).end());
    } else files(request, response, () => response.writeHead(404).end());
  };
  const servers = await Promise.all([listen(answer), listen(answer)]);
  const [site, cdn] = servers.map((server) => `http://127.0.0.1:${server.address().port}`);
  const placed = (html) =>
    html
      .replaceAll(/https:\/\/cdn\.example\.org\/[^/]+/g, `${cdn}/dist`)
      .replaceAll('https://feeds.example.org', `${cdn}/feeds`);

  const names = [];
  const add = (name, html, elements) => {
    pages[`/${names.length}`] = placed(html);
    names.push({ name, url: `${site}/${names.length}`, elements });
  };
  snippets.forEach((snippet, index) => {
    const hasScript = /autoload\.js|<iframe/.test(snippet);
    add(`snippet ${index + 1}`, page(snippet, hasScript ? '' : embedScript), 1);
  });
  add('ten elements', page(tenElements, embedScript), tags.length);
  const source = `${folder}/page.html`;
  writeFileSync(source, placed(page(tenElements, embedScript)));
  execFileSync('node', [
    ...['build/iom-feed/dist/main.js', 'prerender', source, '--out', `${folder}/filled.html`],
    ...['--feed', `${placed(feed)}=${folder}/feeds/current/feed.json`],
  ]);
  add('prerendered', readFileSync(`${folder}/filled.html`, 'utf8'), tags.length);
  add('frames', page(frames, embedScript.replace('autoload', 'embed-host')), tags.length);
  return {
    pages: names,
    close() {
      for (const server of servers) {
        server.closeAllConnections();
        server.close();
      }
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function listen(answer) {
  return new Promise((done) => {
    const server = createServer(answer).listen(0, '127.0.0.1', () => done(server));
  });
}
