// A phone on a slow line opens a page with 20 items, pasted as each asks for it: until all of them are on screen.
import { arrive, kilobytes, median, ms, repeat, serve, table } from './measure.mjs';
import { feeds, html, peers, scripts } from './peers.mjs';

const count = 20;
const runs = 9;

/** In the page: when all items were there, how much moved, how long tasks kept the page busy. */
const watch = (item) => `
  window.everywhere = (selector, root) => [...root.querySelectorAll(selector),
    ...[...root.querySelectorAll('*')].flatMap(({ shadowRoot }) => shadowRoot ? everywhere(selector, shadowRoot) : [])];
  window.seen = { shift: 0, blocked: 0 };
  const look = () => {
    if (everywhere(${JSON.stringify(item)}, document).length >= ${count}) seen.shown ??= performance.now();
    else requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
  new PerformanceObserver((list) => { for (const { value } of list.getEntries()) seen.shift += value; })
    .observe({ type: 'layout-shift', buffered: true });
  new PerformanceObserver((list) => { for (const { duration } of list.getEntries()) seen.blocked += duration - 50; })
    .observe({ type: 'longtask', buffered: true });
`;

export async function measure(browser) {
  const answers = feeds(count);
  const site = await serve(answers);
  Object.assign(answers, await scripts(site.origin));
  const visit = async (peer, slow) => {
    answers['/page.html'] = html(peer.page(site.origin, count));
    const page = await arrive(browser, site, '/page.html', { watch: watch(peer.item), slow });
    const isShown = await page.waitForFunction('seen.shown', { timeout: slow ? 30_000 : 5000 }).catch(() => undefined);
    // What moves later counts, too.
    await site.quiet();
    const seen = await page.evaluate('seen');
    await page.browserContext().close();
    return { ...seen, sent: site.sent, isShown: !!isShown };
  };
  // One after the other in turn, so that a machine that gets slower is slower for all.
  const rounds = await repeat(runs, async () => {
    const round = {};
    for (const [name, peer] of Object.entries(peers)) round[name] = await visit(peer, true);
    return round;
  });
  const results = {};
  // The strictest policy that a page with such a snippet can have.
  site.headers = { 'content-security-policy': "require-trusted-types-for 'script'" };
  for (const [name, peer] of Object.entries(peers)) {
    const visits = rounds.map((round) => round[name]);
    const { isShown } = await visit(peer, false);
    results[name] = {
      version: peer.version ?? '',
      shown: median(visits.map(({ shown }) => shown ?? Infinity)),
      shift: median(visits.map(({ shift }) => shift)).middle,
      blocked: median(visits.map(({ blocked }) => blocked)).middle,
      sent: visits[0].sent,
      isShown,
    };
  }
  site.close();

  const floor = results['written by hand'];
  const ours = results['iom-news-feed'];
  return {
    table: table(
      [
        '20 items, a phone on a slow line',
        'script and style',
        'all items shown',
        '× by hand',
        'layout shift',
        'blocking time',
        'Trusted Types',
      ],
      Object.entries(results).map(([name, { version, shown, shift, blocked, sent, isShown }]) => [
        `${name} ${version}`.trim(),
        kilobytes(sent),
        ms(shown),
        (shown.middle / floor.shown.middle).toFixed(2),
        shift.toFixed(2),
        `${Math.round(blocked)} ms`,
        isShown ? 'yes' : 'no',
      ]),
    ),
    goals: [
      {
        what: 'a phone on a slow line, against the page written by hand',
        figure: ours.shown.middle / floor.shown.middle,
        most: 1.15,
        unit: '×',
      },
      { what: 'scripts for a news feed alone', figure: ours.sent, most: 11_200, unit: ' bytes' },
      { what: 'layout shift there', figure: ours.shift, most: 0, unit: '' },
      { what: 'blocking time there', figure: ours.blocked, most: 50, unit: ' ms' },
    ],
  };
}
