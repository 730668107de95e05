// A list of news in a page whose scripts are there: from creation to laid out, the feed from loopback; an update of one
// item; memory. Beside it the least that a browser must do, and two that a partner could take or write.
import { median, ms, pageHelpers, repeat, serve, table } from './measure.mjs';
import { feeds, html, peers, scripts } from './peers.mjs';

const counts = [20, 200, 1000];
/** Contestants take turns, so that a machine that is slow for a while is slow for all of them. */
const rounds = 6;
const runs = 5;

/** How each draws `count` items of `feed` into `box`; resolves when they are there. */
const creations = {
  'written by hand': `box.innerHTML = '<div></div>'; box.firstChild.dataset.src = feed; await showNews(box.firstChild)`,
  'iom-news-feed': `box.innerHTML = '<iom-news-feed loading="eager" limit="' + count + '" src="' + feed + '"></iom-news-feed>';
    await new Promise((done) => box.addEventListener('iom-load', done, { once: true }))`,
  'Lit without care': `box.innerHTML = '<careless-feed src="' + feed + '"></careless-feed>';
    const list = box.firstChild;
    while (!list.renderRoot.querySelector('.item')) await new Promise((done) => {
      const observer = new MutationObserver(() => (observer.disconnect(), done()));
      observer.observe(list.renderRoot, { childList: true });
    })`,
  'mastodon-embed-timeline': `box.innerHTML = '<div id="mt-container" class="mt-container"><div class="mt-body" role="feed"><div class="mt-loading-spinner"></div></div></div>';
    const all = new Promise((done) => {
      const observer = new MutationObserver(() => {
        if (box.querySelectorAll('.mt-post').length >= count) done(observer.disconnect());
      });
      observer.observe(box, { childList: true, subtree: true });
    });
    new MastodonTimeline.Init({ instanceUrl: location.origin, timelineType: 'profile', userId: '1', profileName: '@example',
      maxNbPostFetch: String(count), maxNbPostShow: String(count), hidePinnedPosts: true });
    await all`,
};

const firstRender = (creation, count, run) => `(async () => {
  const [count, feed] = [${count}, '/feed.json?${count}-${run}'];
  const start = performance.now();
  ${creation};
  laidOut();
  const time = performance.now() - start;
  if (everywhere('.item, [part=item], .mt-post', box).length < count) throw new Error('There are items missing.');
  await rested();
  box.replaceChildren();
  await rested();
  return time;
})()`;

export async function measure(browser) {
  const answers = {};
  for (const [path, whole] of Object.entries(feeds(1000))) answers[path] = whole;
  const few = Object.fromEntries(counts.map((count) => [count, feeds(count)]));
  for (const path of Object.keys(answers)) {
    answers[path] = (url) =>
      few[url.searchParams.get('limit') ?? url.search.match(/\d+/)?.[0] ?? 20]?.[path] ?? few[20][path];
  }
  const site = await serve(answers);
  Object.assign(answers, await scripts(site.origin));
  const times = {};
  const pages = {};
  for (const name of Object.keys(creations)) {
    const [head, body] = peers[name].page(site.origin, 20);
    // Its scripts, without what it has pasted.
    const own = body.match(/<script src="[^"]+"><\/script>/g) ?? [];
    answers['/news.html'] = html([head, `<div id="box"></div>${own}`]);
    const page = await browser.newPage();
    await page.setViewport({ width: 800, height: 800 });
    await page.bringToFront();
    await page.goto(`${site.origin}/news.html`, { waitUntil: 'networkidle0' });
    await page.evaluate(pageHelpers);
    times[name] = [];
    pages[name] = page;
  }
  for (const count of counts) {
    const all = Object.fromEntries(Object.keys(pages).map((name) => [name, []]));
    for (let round = 0; round <= rounds; round++) {
      for (const [name, page] of Object.entries(pages)) {
        await page.bringToFront();
        const some = await repeat(runs, (run) => page.evaluate(firstRender(creations[name], count, `${round}-${run}`)));
        // The first ones fetch and compile.
        if (round) all[name].push(...some);
      }
    }
    for (const name of Object.keys(pages)) times[name].push(median(all[name]));
  }
  for (const page of Object.values(pages)) await page.close();
  const update = await timeUpdate(browser, site, answers);
  const memory = await compareMemory(browser, site, answers);
  site.close();

  const ours = times['iom-news-feed'];
  const limit = times['written by hand'];
  return {
    table: table(
      ['until laid out, items', ...counts.map((count) => count.toLocaleString('en'))],
      Object.entries(times).map(([name, row]) => [
        `${name} ${peers[name].version ?? ''}`.trim(),
        ...row.map((time, index) => `${ms(time)} (${(time.middle / limit[index].middle).toFixed(2)} ×)`),
      ]),
    ),
    goals: [
      {
        what: 'first render of 20 items, against innerHTML of the same content',
        figure: ours[0].middle / limit[0].middle,
        most: 1.1,
        unit: '×',
      },
      {
        what: 'first render of 1,000 items, against the same',
        figure: ours[2].middle / limit[2].middle,
        most: 1,
        unit: '×',
      },
      {
        what: '1,000 items, against mastodon-embed-timeline',
        figure: ours[2].middle / times['mastodon-embed-timeline'][2].middle,
        most: 0.2,
        unit: '×',
      },
      {
        what: 'an update of one item in 1,000, against the first render',
        figure: update / ours[2].middle,
        most: 0.02,
        unit: '×',
      },
      { what: 'memory for 1,000 items, against the static page', figure: memory, most: 2, unit: '×' },
    ],
  };
}

/** Milliseconds from a feed in which one of 1,000 items has changed to the new layout. */
async function timeUpdate(browser, site, answers) {
  const [head] = peers['iom-news-feed'].page(site.origin, 1000);
  answers['/update.html'] = html([head, '<div id="box"></div>']);
  const page = await browser.newPage();
  await page.bringToFront();
  await page.goto(`${site.origin}/update.html`);
  await page.evaluate(pageHelpers);
  const times = await page.evaluate(`(async () => {
    const feed = await (await fetch('/feed.json?1000')).json();
    const list = document.createElement('iom-news-feed');
    list.limit = 1000;
    list.feed = feed;
    box.replaceChildren(list);
    while (everywhere('[part=item]', box).length < 1000) await painted();
    const times = [];
    for (let run = 0; run < 31; run++) {
      const items = [...feed.items];
      items[500] = { ...items[500], title: 'Changed ' + run };
      const loaded = new Promise((done) => list.addEventListener('iom-load', done, { once: true }));
      const start = performance.now();
      list.feed = { ...feed, items };
      await loaded;
      laidOut();
      times.push(performance.now() - start);
      await rested();
    }
    return times;
  })()`);
  await page.close();
  return median(times).middle;
}

/** Memory of a page with 1,000 items, against that of the same items by innerHTML. */
async function compareMemory(browser, site, answers) {
  const bytes = {};
  for (const name of ['written by hand', 'iom-news-feed']) {
    answers['/memory.html'] = html(
      peers[name].page(site.origin, 1000).map((part) => part.replaceAll('/feed.json', '/feed.json?1000')),
    );
    const page = await browser.newPage();
    await page.bringToFront();
    await page.goto(`${site.origin}/memory.html`, { waitUntil: 'networkidle0' });
    await page.evaluate(`${pageHelpers} gc(); painted()`);
    bytes[name] = await page.evaluate('performance.measureUserAgentSpecificMemory().then(({ bytes }) => bytes)');
    await page.close();
  }
  return bytes['iom-news-feed'] / bytes['written by hand'];
}
