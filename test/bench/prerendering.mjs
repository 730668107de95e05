// How many pages a second are filled on one core: a news feed of 20 items. `npm run build` first; then
// node test/bench/prerendering.mjs.
import { performance } from 'node:perf_hooks';
import { prerender } from '../../dist/ssr/index.js';

const words =
  'migration protection réponse humanitaire retour volontaire données frontière santé logement école climat'.split(' ');
const sentence = (seed, length) => Array.from({ length }, (_, n) => words[(seed * 7 + n * n) % words.length]).join(' ');
const items = Array.from({ length: 20 }, (_, n) => ({
  id: `item-${n}`,
  url: `https://www.example.org/news/${n}`,
  title: sentence(n, 10),
  summary: sentence(n + 1, 24),
  content_html: `<p>${sentence(n + 2, 200)}</p>`,
  date_published: new Date(Date.UTC(2026, 10, 24 - n)).toISOString(),
  language: 'en',
  tags: ['Test'],
  _iom: { kind: 'press-release', countries: ['UY'] },
}));
const feed = { version: 'https://jsonfeed.org/version/1.1', title: 'Test', language: 'en', items };
const page = `<!doctype html><html lang="en"><title>Test</title><body><h1>News</h1>
<iom-news-feed src="feed.json" limit="20"><a href="https://www.example.org/news">News</a></iom-news-feed>`;

const fill = () => prerender(page, { feeds: { 'feed.json': feed } });
const { html } = await fill();
if ((html.match(/news\/\d+"/g) ?? []).length < 20 || !html.includes('shadowrootmode'))
  throw new Error('There are not 20 items in the page.');
for (let n = 0; n < 300; n++) await fill();

const rates = [];
for (let round = 0; round < 5; round++) {
  const before = process.cpuUsage();
  const start = performance.now();
  for (let n = 0; n < 400; n++) await fill();
  const seconds = (performance.now() - start) / 1000;
  const { user, system } = process.cpuUsage(before);
  rates.push({ wall: 400 / seconds, core: 400 / ((user + system) / 1e6) });
}
const median = (values) => values.sort((one, other) => one - other)[values.length >> 1].toFixed(0);
console.log(
  `${median(rates.map(({ core }) => core))} pages for a second of processor, ${median(rates.map(({ wall }) => wall))} by the clock; ${html.length} characters each`,
);
