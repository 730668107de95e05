// The chart beside two libraries of its kind and a page of plain boxes: every unit with up to six below it, all of them
// open. Each draws in a page of its own: once, when nothing is compiled yet, and again, several times.
import { median, ms, pageHelpers, repeat, serve, table, versionOf } from './measure.mjs';
import { scripts } from './peers.mjs';

const folder = '/test/bench/node_modules';
const counts = [1000, 10_000, 100_000];
const pages = 3;
const runs = 5;

/** What stands in the head of the page; how all units are drawn into `box`; and how many at most. */
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
    version: versionOf('d3-org-chart'),
    head: '<script type="module" src="/bundles/d3-org-chart.js"></script>',
    draw: `(units) => {
      new OrgChart().container(box).data(units.map(({ id, name, parent }) => ({ id, name, parentId: parent ?? '' })))
        .nodeContent(({ data }) => '<div>' + data.name + '</div>').duration(0).render().expandAll();
    }`,
    most: 10_000,
  },
  orgchart: {
    version: versionOf('orgchart'),
    head: `<link rel="stylesheet" href="${folder}/orgchart/dist/css/jquery.orgchart.min.css">
      <script src="${folder}/jquery/dist/jquery.min.js"></script>
      <script src="${folder}/orgchart/dist/js/jquery.orgchart.min.js"></script>`,
    draw: `(units) => {
      const nodes = new Map(units.map(({ id, name }) => [id, { id, name, children: [] }]));
      for (const { id, parent } of units) if (parent) nodes.get(parent).children.push(nodes.get(id));
      $(box).orgchart({ data: nodes.get('u0') });
    }`,
    most: 10_000,
  },
};

const makeUnits = `
  window.makeUnits = (count, below = 6) => Array.from({ length: count }, (_, index) => ({
    id: 'u' + index, name: 'Unit number ' + index, parent: index ? 'u' + Math.floor((index - 1) / below) : undefined }));
`;

export async function measure(browser) {
  const answers = {};
  const site = await serve(answers);
  Object.assign(answers, await scripts(site.origin));
  const open = async ({ head, draw }) => {
    answers['/chart.html'] =
      `<!doctype html><html lang="en"><meta charset="utf-8"><title>Chart</title>${head}<body><div id="box"></div>`;
    const page = await browser.newPage();
    await page.setViewport({ width: 1280, height: 800 });
    await page.bringToFront();
    await page.goto(`${site.origin}/chart.html`, { waitUntil: 'networkidle0' });
    // Once small, so that nobody pays for what is fetched on the first use.
    await page.evaluate(
      `${pageHelpers} ${makeUnits} window.draw = ${draw}; Promise.resolve(draw(makeUnits(50))).then(painted)`,
    );
    return page;
  };
  /** Milliseconds until all units are painted. */
  const time = (page, count) =>
    page.evaluate(`(async () => {
      const units = makeUnits(${count});
      box.replaceChildren();
      await rested();
      return timed(() => draw(units));
    })()`);

  const first = {};
  const again = {};
  for (const [name, contestant] of Object.entries(contestants)) {
    first[name] = [];
    again[name] = [];
    for (const count of counts.filter((entry) => entry <= (contestant.most ?? Infinity))) {
      const results = await repeat(pages, async () => {
        const page = await open(contestant);
        const [cold, ...warm] = await repeat(contestant.version ? 2 : runs + 1, () => time(page, count));
        await page.close();
        return { cold, warm };
      });
      first[name].push(median(results.map(({ cold }) => cold)));
      again[name].push(median(results.flatMap(({ warm }) => warm)));
    }
  }

  const page = await open(contestants['iom-org-chart']);
  const moving = await measureMoving(page);
  const frames = await measureOpening(page);
  await page.close();
  site.close();

  const ours = again['iom-org-chart'];
  const base = again['plain boxes by innerHTML'];
  const [oursFirst, baseFirst] = [first['iom-org-chart'], first['plain boxes by innerHTML']];
  const cell = (name, index) =>
    first[name][index] ? `${ms(first[name][index])}, then ${ms(again[name][index])}` : '–';
  return {
    table: table(
      ['units, until painted', ...counts.map((count) => count.toLocaleString('en'))],
      Object.entries(contestants).map(([name, { version = '' }]) => [
        `${name} ${version}`.trim(),
        ...counts.map((_, index) => cell(name, index)),
      ]),
    ),
    goals: [
      {
        what: '10,000 units, against as many plain boxes',
        figure: ours[1].middle / base[1].middle,
        most: 0.2,
        unit: '×',
      },
      {
        what: 'the same, the first time in a page',
        figure: oursFirst[1].middle / baseFirst[1].middle,
        most: 0.2,
        unit: '×',
      },
      {
        what: '100,000 units, against 10,000 plain boxes',
        figure: ours[2].middle / base[1].middle,
        most: 1,
        unit: '×',
      },
      {
        what: 'the same, the first time in a page',
        figure: oursFirst[2].middle / baseFirst[1].middle,
        most: 1,
        unit: '×',
      },
      {
        what: 'growth from 10,000 to 100,000, against n log n',
        figure: ours[2].middle / ours[1].middle / 12.5,
        most: 1,
        unit: '×',
      },
      { what: 'opening a branch of 1,000, more than one of 10', figure: frames, most: 2, unit: ' frames' },
      ...moving,
    ],
  };
}

/** A hundred thousand units: what they take of memory beside the data, and the longest task while they are moved. */
async function measureMoving(page) {
  await page.evaluate('{ window.units = makeUnits(100_000) }');
  const memory = 'gc(), performance.measureUserAgentSpecificMemory().then(({ bytes }) => bytes)';
  const before = await page.evaluate(memory);
  await page.evaluate('draw(units).then(painted)');
  const perUnit = ((await page.evaluate(memory)) - before) / 100_000;

  /** The longest stretch of script while something is done in the page, in milliseconds. */
  const longest = async (action) => {
    await page.tracing.start({ categories: ['devtools.timeline', 'v8.execute'] });
    await page.evaluate(action);
    const { traceEvents } = JSON.parse(Buffer.from(await page.tracing.stop()).toString());
    const scripts = ['FunctionCall', 'RunMicrotasks', 'FireAnimationFrame', 'EventDispatch', 'TimerFire'];
    return Math.max(...traceEvents.filter(({ name }) => scripts.includes(name)).map(({ dur = 0 }) => dur / 1000));
  };
  // The pointer comes near first: what it can do is loaded then.
  const setUp = `const chart = document.querySelector('iom-org-chart');
    const view = chart.renderRoot.querySelector('[part=view]');
    view.dispatchEvent(new PointerEvent('pointerenter'));
    await painted();`;
  await page.evaluate(`(async () => { ${setUp} await new Promise((done) => setTimeout(done, 500)); })()`);
  const panning = await longest(`(async () => { ${setUp}
    for (let step = 0; step < 60; step++) { view.scrollBy({ left: 150, top: 20, behavior: 'instant' }); await painted(); } })()`);
  const zooming = await longest(`(async () => { ${setUp}
    for (let step = 0; step < 30; step++) {
      view.dispatchEvent(new WheelEvent('wheel', { deltaY: step % 10 < 5 ? 40 : -40, ctrlKey: true, bubbles: true, cancelable: true, clientX: 600, clientY: 400 }));
      await painted(); } })()`);
  return [
    { what: 'memory for each of 100,000 units, beside the data', figure: perUnit / 1000, most: 1, unit: ' KB' },
    { what: 'longest script while panning 100,000', figure: panning, most: 16, unit: ' ms' },
    { what: 'longest script while zooming 100,000', figure: zooming, most: 16, unit: ' ms' },
  ];
}

/** Frames that opening a branch of 1,000 takes more than opening one of 10. */
async function measureOpening(page) {
  const opening = async (count) =>
    median(
      await page.evaluate(`(async () => {
        const units = [{ id: 'top', name: 'Top' }, { id: 'a', name: 'Branch', parent: 'top' },
          ...Array.from({ length: ${count} }, (_, index) => ({ id: 'c' + index, name: 'Unit number ' + index, parent: 'a' }))];
        await draw(units);
        const chart = document.querySelector('iom-org-chart');
        const times = [];
        for (let run = 0; run < 7; run++) {
          chart.openLevels(2);
          await rested();
          times.push(await timed(async () => { chart.toggle('a', true); await chart.updateComplete; }));
        }
        return times;
      })()`),
    ).middle;
  return ((await opening(1000)) - (await opening(10))) / (1000 / 60);
}
