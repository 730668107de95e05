// The chart beside two libraries of its kind and a page of plain boxes, in one run, in one Chromium. `npm run bench`
// prints the table of the README. Figures of different machines are not to be compared; the ratios are.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import puppeteer from 'puppeteer-core';
import { createServer } from 'vite';
import { launchOptions } from '../helpers/browsers.mjs';

execFileSync('node', ['scripts/build.mjs'], { stdio: 'ignore' });
const server = await createServer({ configFile: false, logLevel: 'error', server: { port: 0, host: '127.0.0.1' } });
await server.listen();
const origin = server.resolvedUrls.local[0];
const browser = await puppeteer.launch({
  ...launchOptions.chromium,
  args: [...launchOptions.chromium.args, '--js-flags=--expose-gc'],
  protocolTimeout: 600_000,
});

/** What runs in the page: `window.draw(units)` draws all of them, expanded, into #box and resolves once they are painted. */
const contestants = {
  'plain boxes by innerHTML': {
    head: '<style>.box { border: 1px solid; padding: 8px; margin: 4px; width: 200px }</style>',
    draw: `(units) => { box.innerHTML = units.map(({ name }) => '<div class="box">' + name + '</div>').join('') }`,
  },
  'iom-org-chart': {
    head: '<script type="module" src="/dist/elements/org-chart.js"></script>',
    draw: `(units) => new Promise((done) => {
      const chart = document.createElement('iom-org-chart');
      chart.levels = 99;
      chart.layout = 'chart';
      chart.addEventListener('iom-load', () => done());
      chart.feed = { version: 'https://jsonfeed.org/version/1.1', title: '', language: 'en', items: [], _iom: { organization: units } };
      box.replaceChildren(chart);
    })`,
  },
  'd3-org-chart': {
    head: `<script type="module">import { OrgChart } from 'd3-org-chart'; window.OrgChart = OrgChart</script>`,
    draw: `(units) => {
      new OrgChart().container(box).data(units.map(({ id, name, parent }) => ({ id, name, parentId: parent ?? '' })))
        .nodeContent(({ data }) => '<div>' + data.name + '</div>').duration(0).render().expandAll();
    }`,
    most: 10_000,
  },
  orgchart: {
    head: `<link rel="stylesheet" href="/node_modules/orgchart/dist/css/jquery.orgchart.min.css">
      <script src="/node_modules/jquery/dist/jquery.min.js"></script>
      <script src="/node_modules/orgchart/dist/js/jquery.orgchart.min.js"></script>`,
    draw: `(units) => {
      const nodes = new Map(units.map(({ id, name }) => [id, { id, name, children: [] }]));
      for (const { id, parent } of units) if (parent) nodes.get(parent).children.push(nodes.get(id));
      $(box).orgchart({ data: nodes.get('u0') });
    }`,
    most: 10_000,
  },
};

/** Each unit has up to six below it. */
const prepare = `
  window.makeUnits = (count, below = 6) => Array.from({ length: count }, (_, index) => ({
    id: 'u' + index, name: 'Unit number ' + index, parent: index ? 'u' + Math.floor((index - 1) / below) : undefined }));
  window.painted = () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done))));
  window.timed = async (act) => { const start = performance.now(); await act(); await painted(); return performance.now() - start };
`;

async function open({ head, draw }) {
  const page = await browser.newPage();
  await page.setViewport({ width: 1280, height: 800 });
  const failed = [];
  page.on('pageerror', (error) => failed.push(error));
  await page.setRequestInterception(true);
  page.on('request', (request) =>
    request.url() === `${origin}bench.html`
      ? void server
          .transformIndexHtml(
            '/bench.html',
            `<!doctype html><html lang="en">${head}<body><div id="box"></div></body></html>`,
          )
          .then((body) => request.respond({ contentType: 'text/html', body }))
      : void request.continue(),
  );
  await page.goto(`${origin}bench.html`, { waitUntil: 'networkidle0' });
  await page.evaluate(`${prepare} window.draw = ${draw}`);
  if (failed.length) throw failed[0];
  return page;
}

const median = (values) => values.sort((a, b) => a - b)[values.length >> 1];

/** Milliseconds until `count` units are painted, the median of three pages. */
async function time(contestant, count) {
  const times = [];
  for (let run = 0; run < 3; run++) {
    const page = await open(contestant);
    // Once small, so that nobody pays for what is compiled and fetched on the first use.
    await page.evaluate('Promise.resolve(draw(makeUnits(50))).then(painted)');
    times.push(await page.evaluate(`{ const units = makeUnits(${count}); timed(() => draw(units)) }`));
    await page.close();
  }
  return median(times);
}

const sizes = [1000, 10_000, 100_000];
const results = {};
for (const [name, contestant] of Object.entries(contestants)) {
  results[name] = [];
  for (const size of sizes) {
    if (size > (contestant.most ?? Infinity)) continue;
    results[name].push(await time(contestant, size));
  }
}

const versions = ['d3-org-chart', 'orgchart'].map(
  (name) => `${name} ${JSON.parse(readFileSync(`node_modules/${name}/package.json`, 'utf8')).version}`,
);
const base = results['plain boxes by innerHTML'];
console.log(`\n${await browser.version()}, ${versions.join(', ')}, ${new Date().toISOString().slice(0, 10)}\n`);
console.log(`| until painted | ${sizes.map((size) => size.toLocaleString('en')).join(' | ')} |`);
console.log(`| --- | ${sizes.map(() => '--:').join(' | ')} |`);
for (const [name, times] of Object.entries(results)) {
  console.log(
    `| ${name} | ${sizes.map((_, index) => (times[index] ? `${Math.round(times[index])} ms` : '–')).join(' | ')} |`,
  );
}
const ours = results['iom-org-chart'];

const page = await open(contestants['iom-org-chart']);
const session = await page.createCDPSession();
const heap = async () => {
  await session.send('HeapProfiler.collectGarbage');
  return (await session.send('Runtime.getHeapUsage')).usedSize;
};
await page.evaluate('draw(makeUnits(50))');
await page.evaluate('{ window.units = makeUnits(100_000) }');
const before = await heap();
await page.evaluate('draw(units).then(painted)');
const perUnit = ((await heap()) - before) / 100_000;

/** The longest stretch of script while something is done in the page, in milliseconds. */
async function longest(act) {
  await page.tracing.start({ categories: ['devtools.timeline', 'v8.execute'] });
  await page.evaluate(act);
  const { traceEvents } = JSON.parse(Buffer.from(await page.tracing.stop()).toString());
  const scripts = ['FunctionCall', 'RunMicrotasks', 'FireAnimationFrame', 'EventDispatch', 'TimerFire'];
  return Math.max(...traceEvents.filter(({ name }) => scripts.includes(name)).map(({ dur = 0 }) => dur / 1000));
}
const setUp = `const chart = document.querySelector('iom-org-chart'); const view = chart.renderRoot.querySelector('[part=view]');`;
const panning = await longest(`(async () => { ${setUp}
  for (let step = 0; step < 60; step++) { view.scrollBy({ left: 150, top: 20, behavior: 'instant' }); await painted(); } })()`);
const zooming = await longest(`(async () => { ${setUp}
  for (let step = 0; step < 30; step++) {
    view.dispatchEvent(new WheelEvent('wheel', { deltaY: step % 10 < 5 ? 40 : -40, ctrlKey: true, bubbles: true, cancelable: true, clientX: 600, clientY: 400 }));
    await painted(); } })()`);

const opening = async (count) =>
  median(
    await page.evaluate(`(async () => {
      const units = [{ id: 'top', name: 'Top' }, { id: 'a', name: 'Branch', parent: 'top' },
        ...Array.from({ length: ${count} }, (_, index) => ({ id: 'c' + index, name: 'Unit number ' + index, parent: 'a' }))];
      await draw(units);
      const chart = document.querySelector('iom-org-chart');
      const times = [];
      for (let run = 0; run < 5; run++) {
        chart.openLevels(2);
        await painted();
        times.push(await timed(async () => { chart.toggle('a', true); await chart.updateComplete; }));
      }
      return times;
    })()`),
  );
const frames = ((await opening(1000)) - (await opening(10))) / (1000 / 60);
await browser.close();
await server.close();

const figures = [
  ['10,000 units, against plain boxes of as many', ours[1] / base[1], 0.2, '×'],
  ['100,000 units, against plain boxes of 10,000', ours[2] / base[1], 1, '×'],
  ['growth from 10,000 to 100,000, against n log n', ours[2] / ours[1] / 12.5, 1, '×'],
  ['memory for each of 100,000 units, beside the data', perUnit / 1000, 1, ' KB'],
  ['longest script while panning 100,000', panning, 16, ' ms'],
  ['longest script while zooming 100,000', zooming, 16, ' ms'],
  ['opening a branch of 1,000, more than one of 10', frames, 2, ' frames'],
];
console.log();
for (const [what, figure, most, unit] of figures) {
  console.log(`${figure <= most ? 'kept' : 'MISSED'}: ${what}: ${figure.toFixed(2)}${unit} (at most ${most}${unit})`);
}
process.exitCode = figures.every(([, figure, most]) => figure <= most) ? 0 : 1;
