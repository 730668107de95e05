// Whole pages: ten widgets beside one, the press-release page on a phone, a page that a server has filled, a second visit.
import { readFileSync } from 'node:fs';
import { tsImport } from 'tsx/esm/api';
import { arrive, median, ms, pageHelpers, repeat, serve, table } from './measure.mjs';
import { jsonFeed, makeItems } from './items.mjs';

const runs = 5;
const shownAll = `[...document.querySelectorAll('*')].every((element) => !/^iom-/.test(element.localName) || element.matches(':state(ready)'))`;
const shownInSight = `[...document.querySelectorAll('body > *')].every((element) => !/^iom-/.test(element.localName) ||
  element.getBoundingClientRect().top > innerHeight || element.matches(':state(ready)'))`;
const watch = `
  window.seen = { shifts: [], tasks: [] };
  new PerformanceObserver((list) => { for (const { value, startTime } of list.getEntries()) seen.shifts.push({ value, startTime }); })
    .observe({ type: 'layout-shift', buffered: true });
  new PerformanceObserver((list) => { for (const { duration } of list.getEntries()) seen.tasks.push(duration); })
    .observe({ type: 'longtask', buffered: true });
`;

const withoutScripts = (page) => page.replace(/<script[^]*?<\/script>/g, '');

export async function measure(browser) {
  const answers = { '/feed.json': jsonFeed(makeItems(20)) };
  const site = await serve(answers);
  /** Opens a page, and gives what `ask` finds in it. */
  const visit = async (path, ask, how) => {
    const page = await arrive(browser, site, path, { watch, ...how });
    const result = await ask(page);
    await page.browserContext().close();
    return result;
  };
  const script = `<script type="module" blocking="render" src="${site.origin}/dist/autoload.js"></script>`;
  const pageOf = (body, head = script) =>
    `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>News</title>${head}<body><h1>News</h1>${body}`;

  // Ten widgets, all in view at once, against one.
  const feed = `${site.origin}/demo/feeds/oim.en.json`;
  const names = [
    'news-feed',
    'press-release',
    'press-contact',
    'org-chart',
    'link-cards',
    'sdg-grid',
    'site-menu',
    'about',
    'key-figures',
    'office-map',
  ];
  const widgets = (all) =>
    pageOf(all.map((name) => `<iom-${name} src="${feed}" loading="eager"></iom-${name}>`).join(''));
  answers['/one.html'] = widgets(names.slice(0, 1));
  answers['/ten-lists.html'] = widgets(Array(10).fill('news-feed'));
  answers['/ten.html'] = widgets(names);
  answers['/three.html'] = widgets(names.slice(0, 3));
  const scriptTime = (path) =>
    repeat(runs, () =>
      visit(path, async (page) => {
        await page.waitForFunction(shownAll);
        await site.quiet();
        return (await page.metrics()).ScriptDuration * 1000;
      }),
    ).then(median);
  const [one, tenLists, ten] = [
    await scriptTime('/one.html'),
    await scriptTime('/ten-lists.html'),
    await scriptTime('/ten.html'),
  ];
  // Until what is in sight is there, and answers: three elements, and ten.
  const readyIn = (path) =>
    visit(
      path,
      async (page) => {
        await page.waitForFunction(shownInSight);
        return page.evaluate('performance.now()');
      },
      { width: 1200 },
    );
  const turns = await repeat(2 * runs, async () => [await readyIn('/three.html'), await readyIn('/ten.html')]);
  const [three, all] = [0, 1].map((index) => median(turns.map((turn) => turn[index])));
  let requests = 0;
  const text = readFileSync('demo/feeds/oim.en.json', 'utf8');
  answers['/demo/feeds/oim.en.json'] = () => (requests++, text);
  await visit('/ten.html', async (page) => {
    await page.waitForFunction(shownAll);
    await site.quiet();
  });

  // The page of the press release on a phone, scrolled through; and the same page without a script, for what a browser
  // takes at a time to lay out the page itself.
  const story = '/demo/oim.fr.html';
  const bare = '/demo/bare.fr.html';
  answers[bare] = withoutScripts(readFileSync(`.${story}`, 'utf8'));
  const longestOf = (path) =>
    visit(
      path,
      async (page) => {
        await site.quiet();
        await page.evaluate(`(async () => { ${pageHelpers}
          for (let top = 0; top < document.body.scrollHeight; top += innerHeight / 2) { scrollTo(0, top); await painted(); } })()`);
        await site.quiet();
        return page.evaluate('Math.max(0, ...seen.tasks)');
      },
      { slow: true },
    );
  const visits = await repeat(runs, async () => [await longestOf(story), await longestOf(bare)]);
  const [longest, longestOfBare] = [0, 1].map((index) => median(visits.map((entry) => entry[index])));

  // The least that any script takes there that words a date: the browser's own preparations, once for all pages of a site.
  const firstDate = await repeat(runs, () =>
    visit(
      '/before.html',
      (page) =>
        page.evaluate(
          `(() => { const start = performance.now(); new Intl.DateTimeFormat('en'); return performance.now() - start })()`,
        ),
      { slow: true },
    ),
  ).then(median);

  // A page that a server has filled, against the same HTML and styles without a script. Nothing has to be kept free in it,
  // so its first paint need not wait for the script.
  const { prerender } = await tsImport('../../src/ssr/index.ts', import.meta.url);
  const filled = (
    await prerender(
      pageOf(
        `<iom-news-feed src="${site.origin}/feed.json" limit="20"></iom-news-feed>`,
        script.replace(' blocking="render"', ''),
      ),
      { base: site.origin },
    )
  ).html;
  answers['/filled.html'] = filled;
  answers['/static.html'] = withoutScripts(filled);
  const firstPaint = (path) =>
    visit(
      path,
      async (page) => {
        await site.quiet();
        const { shifts, tasks } = await page.evaluate('seen');
        // A row that is painted while the other half of it is on its way moves in any page: what counts begins with scripts.
        const parsed = await page.evaluate(`performance.getEntriesByType('navigation')[0].domInteractive`);
        const shift = shifts.reduce((sum, { value, startTime }) => sum + (startTime < parsed ? 0 : value), 0);
        const paint = await page.evaluate(`performance.getEntriesByName('first-contentful-paint')[0].startTime`);
        return { paint, shift, longest: Math.max(0, ...tasks) };
      },
      { slow: true },
    );
  const pairs = await repeat(3 * runs, async () => [
    await firstPaint('/static.html'),
    await firstPaint('/filled.html'),
  ]);
  const [still, drawn] = [0, 1].map((index) => pairs.map((pair) => pair[index]));
  const paints = [still, drawn].map((visits) => median(visits.map(({ paint }) => paint)));

  // A second visit, while the server keeps its answer to itself.
  answers['/again.html'] = pageOf(`<iom-news-feed src="${site.origin}/feed.json" limit="20"></iom-news-feed>`);
  const again = await browser.createBrowserContext();
  const page = await again.newPage();
  await page.goto(`${site.origin}/again.html`, { waitUntil: 'networkidle0' });
  await page.waitForFunction(shownAll);
  let release;
  site.hold = new Promise((done) => (release = done));
  await page.goto(`${site.origin}/again.html`, { waitUntil: 'domcontentloaded' });
  const isShown = await page.waitForFunction(shownAll, { timeout: 5000 }).then(
    () => true,
    () => false,
  );
  const shownAfter = isShown ? await page.evaluate('performance.now()') : Infinity;
  release();
  await again.close();
  site.close();

  return {
    table: table(
      ['whole pages', ''],
      [
        ['script time of one news feed', ms(one)],
        ['of ten news feeds', ms(tenLists)],
        ['of all ten elements', ms(ten)],
        ['until three elements answer', ms(three)],
        ['until what is in sight of ten answers', ms(all)],
        ['longest task of the press-release page, phone on a slow line', ms(longest)],
        ['of the same page without a script', ms(longestOfBare)],
        ['what wording the first date takes there, which the browser prepares for', ms(firstDate)],
        ['first paint of 20 items as static HTML, there', ms(paints[0])],
        ['of the same page filled by a server', ms(paints[1])],
        [
          'second visit, content on screen before the network answers',
          isShown ? `yes, at ${Math.round(shownAfter)} ms` : 'no',
        ],
      ],
    ),
    goals: [
      { what: 'feed requests of a page with all ten elements', figure: requests, most: 1, unit: '' },
      { what: 'script time of ten news feeds, against one', figure: tenLists.middle / one.middle, most: 3, unit: '×' },
      { what: 'script time of all ten elements, against one', figure: ten.middle / one.middle, most: 3, unit: '×' },
      { what: 'until ten elements answer, against three', figure: all.middle / three.middle, most: 1.5, unit: '×' },
      { what: 'longest task of the press-release page on a phone', figure: longest.middle, most: 50, unit: ' ms' },
      {
        what: 'first paint of a filled page, against static HTML',
        figure: paints[1].middle / paints[0].middle,
        most: 1.02,
        unit: '×',
      },
      {
        what: 'layout shift of a filled page that is taken over',
        figure: Math.max(...drawn.map(({ shift }) => shift)),
        most: 0,
        unit: '',
      },
      {
        what: 'longest task of a filled page that is taken over',
        figure: median(drawn.map(({ longest }) => longest)).middle,
        most: 50,
        unit: ' ms',
      },
      {
        what: 'seconds to the content of a second visit, without an answer',
        figure: shownAfter / 1000,
        most: 5,
        unit: ' s',
      },
    ],
  };
}
