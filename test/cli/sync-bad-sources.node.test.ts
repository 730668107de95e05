import assert from 'node:assert/strict';
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, beforeEach, describe, it } from 'node:test';
import { iomFeed } from '../helpers/cli.js';
import { rss } from '../helpers/feeds.js';
import { item, items, servedFiles, writeFeed } from '../helpers/publications.js';
import { publish } from '../../src/cli/commands/publish.js';
import { endless, serveSources, status, type SourceAnswer, type SourceServer } from '../helpers/source-server.js';
import { hour, start, stories, story, workshop, type Workshop } from '../helpers/sync.js';

let site: SourceServer;
before(async () => (site = await serveSources()));
after(() => site.close());
beforeEach(() => {
  for (const path of Object.keys(site.paths)) delete site.paths[path];
  site.news();
});

/** A publication of six stories, and a source that answers otherwise from then on. */
async function published(...answers: SourceAnswer[]): Promise<Workshop> {
  site.paths['/fr'] = stories(6);
  const shop = workshop(`${site.origin}/fr`);
  await shop.sync();
  assert.deepEqual(shop.served(), [6, 5, 4, 3, 2, 1]);
  for (const answer of answers) site.paths['/fr'] = answer;
  return shop;
}

const page = (title: string, text = '') =>
  `<!doctype html><html><head><title>${title}</title></head><body><main><h1>${title}</h1><p>${text.repeat(40)}</p></main></body></html>`;

describe('what readers have stays', () => {
  const cases: [string, SourceAnswer, RegExp][] = [
    ['fails', status(500), /\/fr: the server responded with HTTP error 500; try again later/],
    ['is gone', status(404), /\/fr: the server responded with HTTP error 404; check the address/],
    ['has ten gigabytes', status(200, { 'content-length': '10000000000' }), /\/fr: it exceeds 50 MB; /],
    ['never ends', endless('fast'), /\/fr: it exceeds 50 MB; /],
    ['is empty', rss([]), /\/fr: it is empty, and had 6 items, so what it gave before stays; .* --accept fr takes it/],
    ['has no bytes', status(200), /\/fr: it is empty; check the file/],
    [
      'has lost most of its stories',
      rss([story(6), story(1)]),
      /\/fr: it has lost 4 of 6 entries \(items\), so what it gave /,
    ],
    ['is broken', stories(6).slice(0, -20), /\/fr:\d+: the XML is broken: /],
    [
      'answers with a page of errors',
      page('Service unavailable'),
      /\/fr: it is a page that says “Service unavailable”/,
    ],
    [
      'answers with any other page',
      page('The new site', 'The office, as we said before, has moved, and all is well there. '),
      /\/fr: it was a feed, and now is a page or a text, so /,
    ],
    [
      'is busy for hours',
      status(429, { 'retry-after': '9000' }),
      /\/fr: the server responded with HTTP error 429, .*; try again after 20/,
    ],
    [
      'sends what can’t be unpacked',
      (_, response) => void response.writeHead(200, { 'content-encoding': 'gzip' }).end('no gzip'),
      /\/fr: the response can't be unpacked; try again/,
    ],
    [
      'shows yesterday’s stories',
      stories(5),
      /\/fr: it shows an older state than the one we have, so what it gave before stays; it is believed after a day; /,
    ],
  ];
  for (const [what, answer, message] of cases) {
    it(`where a source ${what}`, async () => {
      const { config, folder, served, sync } = await published(answer);
      const before = servedFiles(join(folder, 'feeds/fr'));
      const { stdout, stderr, code } = await iomFeed(['sync', config]);
      assert.match(stderr, message);
      assert.equal(stdout, 'fr: nothing new: 6 items; 1 of 1 source as it was before\n');
      assert.equal(code, 1);
      assert.deepEqual(servedFiles(join(folder, 'feeds/fr')), before);
      // It is told once, and is taken again when it is well.
      site.paths['/fr'] = stories(7);
      const { messages, state } = await sync({ now: Date.now() + 4 * hour });
      assert.deepEqual([messages, state.sources[0].trouble], [[], undefined]);
      assert.deepEqual(served(), [7, 6, 5, 4, 3, 2, 1]);
    });
  }

  it('where a source leads to another site, until it is named', async () => {
    const other = await serveSources({ '/new': stories(8, 4) });
    const address = `${other.origin.replace('127.0.0.1', 'localhost')}/new`;
    const { sync, served, configure } = await published(status(301, { location: address }));
    const { messages } = await sync();
    assert.match(
      messages.join(),
      /\/fr: the server redirects to another site, http:\/\/localhost.*\/new; if it has moved there, /,
    );
    assert.deepEqual(served(), [6, 5, 4, 3, 2, 1]);
    configure({ feeds: { fr: { sources: [{ from: address, formerly: `${site.origin}/fr` }] } } });
    assert.deepEqual((await sync()).messages, []);
    assert.deepEqual(served(), [8, 7, 6, 5, 4, 3, 2, 1]);
    await other.close();
  });

  it('where the answer takes too long', async () => {
    const { sync, served } = await published(endless('slow'));
    const { messages } = await sync({ limits: { timeout: 100 } });
    assert.match(messages.join(), /\/fr: there was no complete response in 0\.1 seconds; try again/);
    assert.deepEqual(served(), [6, 5, 4, 3, 2, 1]);
  });

  it('where a source that is asked again still has the old state, by the date that its server names', async () => {
    const dated = (day: number, text: string) =>
      status(200, { 'last-modified': new Date(Date.UTC(2026, 10, day)).toUTCString() }, text);
    site.paths['/fr'] = dated(20, rss([story(2, { title: 'Story 2 corrected' }), story(1)]));
    const { sync, feed } = workshop(`${site.origin}/fr`);
    await sync();
    site.paths['/fr'] = dated(19, rss([story(2), story(1)]));
    assert.match((await sync()).messages.join(), /it shows an older state than the one we have/);
    assert.equal(feed().items[0].title, 'Story 2 corrected');
  });

  it('where a part of a source is much smaller', async () => {
    const about = 'https://example.org/';
    const offices = (count: number) =>
      Array.from({ length: count }, (_, index) => ({ id: `o${index}`, name: `Office ${index}`, country: 'SN' }));
    const { folder, sync, feed } = workshop('offices.json');
    writeFeed(join(folder, 'offices.json'), [], { _iom: { about, offices: offices(9) } });
    await sync();
    writeFeed(join(folder, 'offices.json'), [], { _iom: { about, offices: offices(2) } });
    assert.match((await sync()).messages.join(), /it has lost 7 of 9 entries \(offices\)/);
    assert.equal(feed()._iom?.offices?.length, 9);
    writeFeed(join(folder, 'offices.json'), [], { _iom: { about, offices: offices(7) } });
    await sync();
    assert.equal(feed()._iom?.offices?.length, 7);
  });

  it('where a file of a folder can’t be read', async () => {
    const { folder, sync, served } = workshop('content');
    mkdirSync(join(folder, 'content'));
    for (const n of [1, 2]) writeFeed(join(folder, `content/${n}.json`), [item(n, { title: `Story ${n}` })]);
    await sync();
    writeFileSync(join(folder, 'content/2.json'), '{"items": [');
    const { messages } = await sync();
    assert.match(messages.join(), /content\/2\.json:1: the JSON is broken: /);
    assert.deepEqual(served(), [2, 1]);
  });

  it('where sources are taken out of the configuration, most of it', async () => {
    const { configure, sync, served } = await published();
    site.paths['/en'] = stories(8, 8);
    configure({ feeds: { fr: { sources: [`${site.origin}/en`] } } });
    const { outcome, messages } = await sync();
    assert.equal(outcome, 'kept');
    assert.match(
      messages.join(),
      /^fr: the feed would have 1 item instead of 6, so it was not published; to keep what came from /,
    );
    assert.deepEqual(served(), [6, 5, 4, 3, 2, 1]);
    assert.equal((await sync({ accept: 'fr' })).outcome, 'published');
    assert.deepEqual(served(), [8]);
  });

  it('where there was a publication before the first run', async () => {
    const { folder, sync, feed } = workshop(`${site.origin}/fr`);
    await publish(writeFeed(join(folder, 'old.json'), items(300)), { out: join(folder, 'feeds/fr') });
    for (const [answer, message] of [
      [rss([]), /^fr: there is nothing in any source, so nothing was published; look at the sources$/],
      [stories(3), /^fr: the feed would have 3 items instead of 300, so it was not published; /],
    ] as const) {
      site.paths['/fr'] = answer;
      const { outcome, messages } = await sync();
      assert.equal(outcome, 'kept');
      assert.match(messages.join(), message);
      assert.equal(feed().items[0].id, 'item-300');
    }
  });

  it('where the disk is full, and what could not be published is published the next time', async () => {
    const { folder, config, sync, served } = await published(stories(7));
    const releases = join(folder, 'feeds/fr/releases');
    rmSync(join(releases, '.building'), { recursive: true, force: true });
    writeFileSync(join(releases, '.building'), 'in the way');
    const { stdout, stderr, code } = await iomFeed(['sync', config]);
    assert.equal(code, 2);
    assert.match(stderr, /there is a file where a folder must be; choose another folder, then publish again/);
    assert.equal(stdout, 'fr: not published: readers have what they had\n');
    rmSync(join(releases, '.building'));
    assert.equal((await sync()).outcome, 'published');
    assert.equal(served()![0], 7);
  });
});

describe('a trouble', () => {
  it('is told when it begins and once a day, and is no trouble for the other sources', async () => {
    site.paths['/en'] = stories(8, 7);
    const { configure, sync, served } = await published(status(500));
    configure({ feeds: { fr: { sources: [`${site.origin}/fr`, `${site.origin}/en`] } } });
    const counts: number[] = [];
    for (const hours of [0, 1, 23, 24, 25]) counts.push((await sync({ now: start + hours * hour })).messages.length);
    assert.deepEqual(counts, [1, 0, 0, 1, 0]);
    const { state } = await sync({ now: start + 26 * hour });
    assert.equal(state.sources[0].trouble?.since, '2026-11-20T10:00:00.000Z');
    assert.deepEqual(served(), [8, 7, 6, 5, 4, 3, 2, 1]);
  });

  it('of a busy server is not asked about before its time', async () => {
    const { sync } = await published(status(429, { 'retry-after': '7200' }));
    await sync({ now: Date.now() });
    site.news();
    const { state } = await sync({ now: Date.now() + hour });
    assert.deepEqual([site.news(), state.sources[0].trouble?.kind], [[], 'busy']);
    site.paths['/fr'] = stories(7);
    assert.equal((await sync({ now: Date.now() + 3 * hour })).outcome, 'published');
  });

  it('of a busy server that names a day in a hundred years is asked about after one day', async () => {
    const { sync } = await published(status(503, { 'retry-after': 'Wed, 21 Oct 2099 07:28:00 GMT' }));
    await sync({ now: Date.now() });
    site.paths['/fr'] = stories(7);
    assert.equal((await sync({ now: Date.now() + 25 * hour })).outcome, 'published');
  });

  it('is over when the source is believed', async () => {
    for (const [answer, left] of [
      [rss([]), undefined],
      [rss([story(6), story(1)]), [6, 1]],
      [stories(5), [5, 4, 3, 2, 1]],
    ] as const) {
      const { sync, served } = await published(answer);
      await sync();
      assert.deepEqual(served(), [6, 5, 4, 3, 2, 1]);
      const { outcome, state } = await sync({ accept: 'fr' });
      if (left) assert.deepEqual([outcome, served(), state.sources[0].trouble], ['published', left, undefined]);
    }
  });

  it('of a newest story that is gone is believed after a day', async () => {
    const { sync, served } = await published(stories(5));
    await sync({ now: start });
    await sync({ now: start + 23 * hour });
    assert.deepEqual(served(), [6, 5, 4, 3, 2, 1]);
    const { withdrawn } = await sync({ now: start + 24 * hour });
    assert.deepEqual(
      withdrawn.map(({ title }) => title),
      ['Story 6'],
    );
    assert.deepEqual(served(), [5, 4, 3, 2, 1]);
  });
});

describe('a configuration', () => {
  const cases: [string, unknown, RegExp][] = [
    ['that is no JSON', '{ "out": ', /config\.json:1:\d+: a value is missing; /],
    ['without feeds', { out: 'x' }, /config\.json:1:1: feeds is missing; add it/],
    [
      'with a field that there is not',
      { out: 'x', picturs: true, feeds: { fr: { sources: ['a'] } } },
      /:3:14: picturs: unknown field “picturs”, which readers ignore; .*known fields are .*pictures/,
    ],
    [
      'with a language that is none',
      { out: 'x', feeds: { french: { sources: ['a'] } } },
      /: feeds\.french: this is no language; write it as fr, or zh-Hans/,
    ],
    [
      'with two feeds in one folder',
      { out: 'x', feeds: { fr: { sources: ['a'] }, en: { sources: ['b'] } } },
      /: out: 2 feeds would be published in one folder; put \{lang\} into it/,
    ],
    [
      'without sources',
      { out: 'x', feeds: { fr: { sources: [] } } },
      /: feeds\.fr\.sources: there is nothing in it; fill it: Where its content comes from/,
    ],
    [
      'with a source that is a number',
      { out: 'x', feeds: { fr: { sources: [7] } } },
      /: feeds\.fr\.sources\[0\]: “7” is not a text or an object; make it one/,
    ],
    [
      'that takes what there is not',
      { out: 'x', feeds: { fr: { sources: [{ from: 'a', take: ['news'] }] } } },
      /take\[0\]: “news” is not an allowed value; write one of items, contacts/,
    ],
    [
      'with an address that is none',
      { out: 'x', url: 'feeds.example.org', feeds: { fr: { sources: ['a'] } } },
      /: url: “feeds.example.org” has the wrong format; /,
    ],
  ];
  for (const [what, config, message] of cases) {
    it(`${what} ⇒ says where, and what to do, and does nothing`, async () => {
      const shop = workshop('feed.json');
      writeFileSync(shop.config, typeof config === 'string' ? config : JSON.stringify(config, null, 2));
      const { stdout, stderr, code } = await iomFeed(['sync', shop.config]);
      assert.match(stderr, message);
      assert.match(stderr, /\nnothing was done\n$/);
      assert.deepEqual([stdout, code, readdirSync(shop.folder)], ['', 2, ['iom-feed.config.json']]);
    });
  }

  it('that is not there ⇒ says so', async () => {
    const { stderr, code } = await iomFeed(['sync', 'none.json']);
    assert.match(stderr, /^iom-feed: none\.json: there is no such file; name the configuration, or make one: /);
    assert.equal(code, 2);
  });

  it('of another language to accept ⇒ names those there are', async () => {
    const { config } = workshop('feed.json');
    const { stderr, code } = await iomFeed(['sync', config, '--accept', 'es']);
    assert.match(stderr, /--accept es: there is no feed of that language; there is fr\n/);
    assert.equal(code, 2);
  });

  it('for a folder that is somebody else’s ⇒ leaves it', async () => {
    const { folder, config } = workshop('feed.json');
    mkdirSync(join(folder, 'feeds/fr'), { recursive: true });
    writeFileSync(join(folder, 'feeds/fr/mine.txt'), 'mine');
    const { stderr, code } = await iomFeed(['sync', config]);
    assert.match(stderr, /feeds\/fr: has files that iom-feed has not written; choose a folder that is empty or new\n$/);
    assert.deepEqual([code, readdirSync(join(folder, 'feeds/fr'))], [2, ['mine.txt']]);
  });
});

describe('iom-feed sync --check', () => {
  const check = async (config: string, ...more: string[]) => {
    const { stdout, code } = await iomFeed(['sync', config, '--check', ...more]);
    return [code, stdout];
  };

  it('says that nothing was published yet', async () => {
    const { config } = workshop(`${site.origin}/fr`);
    const [code, said] = await check(config);
    assert.equal(code, 2);
    assert.match(`${said}`, /^fr: nothing is published in .*feeds\/fr yet; run iom-feed sync and see what it says\n$/);
  });

  it('says that all is well, and asks nobody', async () => {
    site.paths['/fr'] = stories(6);
    const { config, sync } = workshop(`${site.origin}/fr`);
    await sync({ now: Date.now() });
    site.news();
    assert.deepEqual(await check(config), [0, 'fr: 6 items, the newest of 2026-01-06; last run 0 minutes ago\n']);
    assert.deepEqual(site.news(), []);
  });

  it('says since when there is a trouble', async () => {
    const { config, sync } = await published(status(500));
    const now = Date.now();
    await sync({ now });
    const [code, said] = await check(config);
    assert.equal(code, 1);
    const since = new Date(now).toISOString().slice(0, 16);
    assert.ok(
      `${said}`.includes(
        `/fr: the server responded with HTTP error 500; try again later, and report it to the site’s owner if it persists (since ${since}Z)\n`,
      ),
    );
  });

  it('says that there was no run for too long', async () => {
    site.paths['/fr'] = stories(1);
    const { config, sync } = workshop(`${site.origin}/fr`);
    await sync({ now: Date.now() - 0.6 * hour });
    assert.equal((await check(config))[0], 0);
    const [code, said] = await check(config, '--every', '15');
    assert.equal(code, 2);
    assert.match(
      `${said}`,
      /\nfr: the last run was 36 minutes ago; look at the timer, and whether iom-feed sync still runs\n$/,
    );
    await sync({ now: Date.now() - 49 * hour });
    assert.match(`${(await check(config))[1]}`, /the last run was 2 days ago/);
  });

  it('says it to machines', async () => {
    const { config, sync } = await published(status(500));
    await sync({ now: Date.now() });
    const [code, said] = await check(config, '--json');
    const [{ lang, code: own, troubles, state }] = JSON.parse(`${said}`) as {
      lang: string;
      code: number;
      troubles: string[];
      state: { items: number };
    }[];
    assert.deepEqual([code, lang, own, troubles.length, state.items], [1, 'fr', 1, 1, 6]);
  });
});
