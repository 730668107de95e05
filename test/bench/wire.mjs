// What crosses the line: each element from what `iom-feed publish` has written, the README's own lines, the same list as
// static HTML, and the peers with their own servers' answers. Bytes as a browser counts them, headers included.
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { tsImport } from 'tsx/esm/api';
import { arrive, kilobytes, median, ms, repeat, serve, table } from './measure.mjs';
import { feeds, html, peers, scripts } from './peers.mjs';

const runs = 5;
const peerItems = 20;

/** The part of a publication that each element is shown from. */
const parts = {
  'news-feed': 'news',
  'press-release': 'release',
  'press-contact': 'contacts',
  'site-menu': 'menu',
  about: 'about',
  'key-figures': 'figures',
  'link-cards': 'sections',
  'sdg-grid': 'goals',
  'org-chart': 'organization',
  'office-map': 'offices',
};

/** All shown: every element of ours, or as many as `count` of what a selector finds, shadow roots included. */
const watch = (selector, count) => `
  const everywhere = (selector, root) => [...root.querySelectorAll(selector),
    ...[...root.querySelectorAll('*')].flatMap(({ shadowRoot }) => shadowRoot ? everywhere(selector, shadowRoot) : [])];
  const look = () => {
    const found = everywhere(${JSON.stringify(selector)}, document);
    if (found.length >= ${count} && found.every((element) => !/^iom-/.test(element.localName) || element.matches(':state(ready)')))
      window.shown ??= performance.now();
    else requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
`;

/** Who asked for a request: a script that imports or fetches, a style sheet, or the page. */
const askedBy = ({ initiator, documentURL }) =>
  initiator.url ?? initiator.stack?.callFrames.find(({ url }) => url)?.url ?? documentURL;

/** Counts what a page asks for: by kind, and how many answers stand between the page and the last of it. */
async function countRequests(page) {
  const session = await page.createCDPSession();
  const requests = new Map();
  session.on('Network.requestWillBeSent', (event) => requests.set(event.requestId, { ...event, bytes: 0 }));
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    if (requests.has(requestId)) requests.get(requestId).bytes = encodedDataLength;
  });
  await session.send('Network.enable');
  return () => {
    const all = [...requests.values()].filter(({ request }) => request.url.startsWith('http'));
    const rounds = new Map();
    for (const event of all) {
      const parent = event.type === 'Document' ? 0 : (rounds.get(askedBy(event)) ?? 1);
      rounds.set(event.request.url, Math.min(rounds.get(event.request.url) ?? Infinity, parent + 1));
    }
    const isPicture = ({ type }) => type === 'Image';
    const sum = (events) => events.reduce((total, { bytes }) => total + bytes, 0);
    const others = all.filter((event) => !isPicture(event));
    const of = (...types) => sum(others.filter(({ type }) => types.includes(type)));
    return {
      requests: others.length,
      rounds: Math.max(...others.map(({ request }) => rounds.get(request.url))),
      script: of('Script', 'Stylesheet'),
      feed: of('Fetch', 'XHR', 'Preflight'),
      pictures: sum(all.filter(isPicture)),
    };
  };
}

export async function measure(browser) {
  const { publish } = await tsImport('../../src/cli/commands/publish.ts', import.meta.url);
  const folder = mkdtempSync(join(tmpdir(), 'iom-wire-'));
  await publish('demo/feeds/oim.fr.json', { out: folder });
  const answers = feeds(peerItems);
  for (const file of readdirSync(join(folder, 'current'), { recursive: true })) {
    if (file.endsWith('.json')) answers[`/fr/${file}`] = readFileSync(join(folder, 'current', file), 'utf8');
  }
  rmSync(folder, { recursive: true });
  const site = await serve(answers, {});
  Object.assign(answers, await scripts(site.origin));

  const script = `<script type="module" blocking="render" src="${site.origin}/dist/autoload.js"></script>`;
  const page = (body, head = script) =>
    `<!doctype html><html lang="fr"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Actualités</title><link rel="icon" href="data:,">${head}<body><h1>Actualités</h1>${body}<p>Fin</p></body></html>`;
  const lines = /```html\n([^]*?)```/
    .exec(readFileSync('README.md', 'utf8'))[1]
    .replace(/https:\/\/cdn\.example\.org\/[^/]*/, `${site.origin}/dist`)
    .replace('https://feeds.example.org/', `${site.origin}/`);
  const tag = (name, part) =>
    `<iom-${name} ${name === 'link-cards' ? 'section="action"' : ''} src="${site.origin}/fr/${part}.json"></iom-${name}>`;
  const newest = JSON.parse(answers['/fr/news.json']).items.slice(0, 5);
  const dates = new Intl.DateTimeFormat('fr', { dateStyle: 'long' });
  const listed = newest
    .map(
      ({ url, title, summary, date_published }) =>
        `<article class="item"><h3><a href="${url}">${title}</a></h3><time datetime="${date_published}">${dates.format(new Date(date_published))}</time><p>${summary ?? ''}</p></article>`,
    )
    .join('');
  const ours = (selector) => ({ selector, count: 1 });

  const pages = {
    'a list as static HTML': { html: page(listed, ''), selector: '.item', count: 5 },
    'a list fetched by hand': {
      html: page(
        `<div data-src="${site.origin}/fr/news.json"></div><script src="${site.origin}/test/bench/by-hand.js"></script>`,
        '',
      ),
      selector: '.item',
      count: 5,
    },
    'the README’s lines': { html: page(lines.replace(/^<script.*$/m, '')), ...ours('iom-news-feed') },
    'the same, from the whole feed': {
      html: page(tag('news-feed', 'feed')),
      ...ours('iom-news-feed'),
    },
    ...Object.fromEntries(
      Object.entries(parts).map(([name, part]) => [
        `iom-${name}, from ${part}.json`,
        { html: page(tag(name, part)), ...ours(`iom-${name}`) },
      ]),
    ),
    'all ten, from the whole feed': {
      html: page(
        Object.keys(parts)
          .map((name) => tag(name, 'feed').replace(' src', ' loading="eager" src'))
          .join(''),
      ),
      selector: Object.keys(parts)
        .map((name) => `iom-${name}`)
        .join(),
      count: 10,
    },
    ...Object.fromEntries(
      Object.entries(peers).map(([name, peer]) => [
        `${peerItems} items: ${`${name} ${peer.version ?? ''}`.trim()}`,
        { html: html(peer.page(site.origin, peerItems)), selector: peer.item, count: peerItems },
      ]),
    ),
  };

  const visit = async ({ html: text, selector, count }) => {
    answers['/page.html'] = text;
    let counted;
    const tab = await arrive(browser, site, '/page.html', {
      watch: watch(selector, count),
      slow: true,
      prepare: async (opened) => (counted = await countRequests(opened)),
    });
    await tab.waitForFunction('window.shown', { timeout: 60_000 });
    await site.quiet();
    const shown = await tab.evaluate('window.shown');
    await tab.browserContext().close();
    return { shown, ...counted() };
  };
  const turns = await repeat(runs, async () => {
    const turn = {};
    for (const [name, entry] of Object.entries(pages)) turn[name] = await visit(entry);
    return turn;
  });
  site.close();
  const results = Object.fromEntries(
    Object.keys(pages).map((name) => {
      const visits = turns.map((turn) => turn[name]);
      return [name, { ...visits[0], shown: median(visits.map(({ shown }) => shown)) }];
    }),
  );

  const still = results['a list as static HTML'];
  const readme = results['the README’s lines'];
  const elements = Object.entries(results).filter(([name]) => /^iom-.*, from/.test(name));
  const most = (figure) => Math.max(...elements.map(([, result]) => result[figure]));
  const peerNames = Object.keys(results).filter((name) => name.startsWith(`${peerItems} items: `));
  const whole = ({ script: bytes, feed }) => bytes + feed;
  const leanest = Math.min(
    ...peerNames.filter((name) => !/by hand|iom-|without care/.test(name)).map((name) => whole(results[name])),
  );
  return {
    table: table(
      [
        'a phone on a slow line, first visit',
        'requests',
        'rounds',
        'script and style',
        'feed',
        'pictures',
        'all shown',
        '× static',
      ],
      Object.entries(results).map(([name, result]) => [
        name,
        result.requests,
        result.rounds,
        kilobytes(result.script),
        kilobytes(result.feed),
        kilobytes(result.pictures),
        ms(result.shown),
        (result.shown.middle / still.shown.middle).toFixed(2),
      ]),
    ),
    goals: [
      { what: 'script and feed of the README’s lines', figure: whole(readme), most: 13_000, unit: ' bytes' },
      {
        what: 'the same with 20 items, against the leanest peer',
        figure: whole(results[peerNames.find((name) => name.includes('iom-news-feed'))]) / leanest,
        most: 1,
        unit: '×',
      },
      {
        what: 'the README’s lines, against the same list fetched by hand',
        figure: readme.shown.middle / results['a list fetched by hand'].shown.middle,
        most: 1.05,
        unit: '×',
      },
      {
        what: 'the same, against static HTML without any request',
        figure: readme.shown.middle / still.shown.middle,
        most: 1.4,
        unit: '×',
      },
      { what: 'rounds of requests of an element alone', figure: most('rounds'), most: 3, unit: '' },
      { what: 'requests of an element alone, without pictures', figure: most('requests'), most: 10, unit: '' },
    ],
  };
}
