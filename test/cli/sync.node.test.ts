import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, beforeEach, describe, it } from 'node:test';
import { every } from '../../src/cli/sync/schedule.js';
import { iomFeed, iomFeedScript } from '../helpers/cli.js';
import { post, rss } from '../helpers/feeds.js';
import { plain } from '../helpers/picture-server.js';
import { item, servedFiles, writeFeed } from '../helpers/publications.js';
import { serveSources, status, type SourceServer } from '../helpers/source-server.js';
import { hour, minute, start, stories, story, workshop } from '../helpers/sync.js';

let site: SourceServer;
before(async () => (site = await serveSources()));
after(() => site.close());
beforeEach(() => {
  for (const path of Object.keys(site.paths)) delete site.paths[path];
  site.news();
});

describe('iom-feed sync', () => {
  it('publishes what its sources give, by language, and says in a line for each what is new', async () => {
    site.paths = Object.assign(site.paths, { '/fr': stories(3), '/en': stories(2) });
    const { config, configure, served, feed, folder } = workshop();
    configure({
      url: 'https://feeds.example.org/{lang}/',
      feeds: { fr: { title: 'Actualités', sources: [`${site.origin}/fr`] }, en: { sources: [`${site.origin}/en`] } },
    });
    const { stdout, stderr, code } = await iomFeed(['sync', config]);
    assert.deepEqual([code, stderr], [0, '']);
    const lines = stdout.replaceAll(/\S+feeds/g, 'feeds').split('\n');
    assert.deepEqual(lines, ['fr: 3 new: 3 items in feeds/fr/current', 'en: 2 new: 2 items in feeds/en/current', '']);
    assert.deepEqual(
      [served('fr'), served('en')],
      [
        [3, 2, 1],
        [2, 1],
      ],
    );
    const { title, language, feed_url } = feed('fr');
    assert.deepEqual([title, language, feed_url], ['Actualités', 'fr', 'https://feeds.example.org/fr/feed.json']);
    assert.equal(feed('en').title, 'Test office');

    site.paths['/fr'] = rss([story(4), story(3, { title: 'Story 3 corrected' }), story(1)]);
    const again = await iomFeed(['sync', config], { cwd: folder });
    assert.match(
      again.stdout,
      /^fr: 1 new, 1 changed, 1 taken out: 3 items in feeds\/fr\/current\nen: nothing new: 2 items\n$/,
    );
    assert.equal(again.stderr, 'fr: “Story 2” was taken back by its source\n');
    assert.deepEqual(served('fr'), [4, 3, 1]);
  });

  it('finds its configuration where it is called, and prints what it did as JSON', async () => {
    site.paths['/fr'] = stories(2);
    const { folder } = workshop(`${site.origin}/fr`);
    const { stdout, code } = await iomFeed(['sync', '--json'], { cwd: folder });
    assert.equal(code, 0);
    const [report] = JSON.parse(stdout) as Record<string, unknown>[];
    const { lang, outcome, served, changes, items: number, newest, sources } = report;
    assert.deepEqual(
      { lang, outcome, served, changes, number, newest, sources: (sources as object[]).length },
      {
        lang: 'fr',
        outcome: 'published',
        served: 'feeds/fr/current',
        changes: { added: 2, changed: 0, removed: 0, any: true },
        number: 2,
        newest: '2026-01-02T10:00:00Z',
        sources: 1,
      },
    );
  });

  it('asks whether a source has changed, and does nothing where it has not', async () => {
    site.paths['/fr'] = stories(3);
    const { sync, folder } = workshop(`${site.origin}/fr`);
    assert.equal((await sync()).outcome, 'published');
    const before = servedFiles(join(folder, 'feeds/fr'));
    assert.equal((await sync()).outcome, 'unchanged');
    const [first, second] = site.asked.slice(-2);
    assert.equal(first.headers['if-none-match'], undefined);
    assert.match(second.headers['if-none-match']!, /^"\w+"$/);
    assert.deepEqual(servedFiles(join(folder, 'feeds/fr')), before);
  });

  it('asks with the date where there is no ETag, and knows the same text again where there is neither', async () => {
    const date = 'Fri, 20 Nov 2026 08:00:00 GMT';
    site.paths['/dated'] = (request, response) =>
      request.headers['if-modified-since'] === date
        ? response.writeHead(304).end()
        : response.writeHead(200, { 'last-modified': date }).end(stories(2));
    site.paths['/plain'] = status(200, {}, stories(4, 3));
    const { sync, served } = workshop(`${site.origin}/dated`, `${site.origin}/plain`);
    assert.equal((await sync()).outcome, 'published');
    assert.equal((await sync()).outcome, 'unchanged');
    assert.equal(site.news().length, 4);
    assert.deepEqual(served(), [4, 3, 2, 1]);
  });

  it('keeps what has left the newest page of a source', async () => {
    site.paths['/fr'] = stories(10);
    const { sync, served } = workshop(`${site.origin}/fr`);
    await sync();
    for (const newest of [12, 13, 40]) {
      site.paths['/fr'] = stories(newest, newest - 9);
      const { withdrawn } = await sync();
      assert.deepEqual(withdrawn, []);
    }
    assert.deepEqual(served(), [
      ...Array.from({ length: 10 }, (_, index) => 40 - index),
      ...Array.from({ length: 13 }, (_, index) => 13 - index),
    ]);
  });

  it('keeps them too where an old story is held at the top, or the oldest come first', async () => {
    const pinned = (newest: number) => rss([story(1), ...[0, 1, 2, 3].map((step) => story(newest - step))]);
    const ascending = (newest: number) => rss([3, 2, 1, 0].map((step) => story(newest - step)));
    for (const page of [pinned, ascending]) {
      site.paths['/fr'] = page(6);
      const { sync, served } = workshop(`${site.origin}/fr`);
      await sync();
      site.paths['/fr'] = page(8);
      await sync();
      site.paths['/fr'] = page(9);
      await sync();
      assert.deepEqual(served(), page === pinned ? [9, 8, 7, 6, 5, 4, 3, 1] : [9, 8, 7, 6, 5, 4, 3]);
    }
  });

  it('takes out what is no longer in a file, or on any page of a source that shows all it has', async () => {
    const wordpress = (...ids: number[]) =>
      ids.map((id) =>
        post({ id, title: `Story ${id}`, date: `2026-01-0${id}T10:00:00`, date_gmt: `2026-01-0${id}T10:00:00` }),
      );
    const answer = (list: object[]) => status(200, { 'x-wp-totalpages': '1' }, JSON.stringify(list));
    site.paths['/posts'] = answer(wordpress(4, 3, 2, 1));
    const { folder, sync, served } = workshop('feed.json', `${site.origin}/posts`);
    writeFeed(
      join(folder, 'feed.json'),
      [7, 6, 5].map((n) => item(n, { title: `Story ${n}` })),
    );
    await sync();
    assert.equal(served()!.length, 7);
    writeFeed(
      join(folder, 'feed.json'),
      [7, 6].map((n) => item(n, { title: `Story ${n}` })),
    );
    site.paths['/posts'] = answer(wordpress(4, 3, 2));
    const { changes } = await sync();
    assert.deepEqual([changes.removed, served()!.sort()], [2, [2, 3, 4, 6, 7]]);
  });

  it('reads further pages, and asks each whether it has changed', async () => {
    const page = (title: string, next?: string) =>
      JSON.stringify({
        version: 'https://jsonfeed.org/version/1.1',
        title: 'Test',
        next_url: next,
        items: [item(1, { id: title, title })],
      });
    site.paths['/1.json'] = page('Story 2', '2.json');
    site.paths['/2.json'] = page('Story 1');
    const { sync, served, configure } = workshop(`${site.origin}/1.json`);
    await sync();
    site.news();
    assert.equal((await sync()).outcome, 'unchanged');
    assert.deepEqual(site.news(), ['/1.json', '/2.json']);
    site.paths['/2.json'] = page('Story 3');
    assert.equal((await sync()).outcome, 'published');
    assert.deepEqual(served()!.sort(), [2, 3]);
    configure({ feeds: { fr: { sources: [{ from: `${site.origin}/1.json`, pages: 1 }] } } });
    site.news();
    await sync();
    assert.deepEqual(site.news(), ['/1.json']);
    assert.deepEqual(served()!.sort(), [2, 3]);
  });

  it('takes of each source what is wanted of it', async () => {
    const contacts = [
      { id: 'press', name: 'Test Person' },
      { id: 'other', name: 'Test Other' },
    ];
    const { folder, sync, feed } = workshop(
      { from: 'news.json', take: ['items'] },
      { from: 'offices.json', take: ['offices', 'figures'] },
    );
    const about = 'https://example.org/';
    const offices = [{ id: 'dakar', name: 'Dakar', country: 'SN' }];
    writeFeed(join(folder, 'news.json'), [item(1, { _iom: { contacts: ['press'] } })], {
      _iom: { about, contacts, offices: [{ id: 'old', name: 'Old', country: 'UY' }] },
    });
    writeFeed(join(folder, 'offices.json'), [item(2)], { _iom: { about, offices, contacts } });
    await sync();
    const { items: published, _iom } = feed();
    assert.deepEqual(
      [published.length, _iom?.contacts?.map(({ id }) => id), _iom?.offices?.map(({ id }) => id)],
      [1, ['press'], ['dakar']],
    );
  });

  it('publishes pictures that lie beside a source', async () => {
    const { folder, sync, feed } = workshop('content/fr.json');
    mkdirSync(join(folder, 'content/pictures'), { recursive: true });
    writeFileSync(join(folder, 'content/pictures/a boat.png'), await plain(400, 300).png().toBuffer());
    writeFeed(join(folder, 'content/fr.json'), [item(1, { image: 'pictures/a%20boat.png' })]);
    const { messages } = await sync();
    assert.deepEqual(messages, []);
    assert.match(feed().items[0].image!, /^images\/a-boat-\w+-400\.webp$/);
  });

  it('publishes pages of plain HTML once the configuration asks for them, and takes them away again', async () => {
    const { folder, configure, sync } = workshop('content.json');
    writeFeed(join(folder, 'content.json'), [item(1)], { language: 'fr' });
    const page = join(folder, 'feeds/fr/current/text/index.html');
    await sync();
    assert.ok(!existsSync(page));
    configure({ text: true });
    assert.equal((await sync()).outcome, 'published');
    assert.match(readFileSync(page, 'utf8'), /Title 1/);
    configure({});
    await sync();
    assert.ok(!existsSync(page));
  });

  it('publishes again when an embargo ends, though nothing is new', async ({ mock }) => {
    mock.timers.enable({ apis: ['Date'], now: start });
    const { folder, sync, served } = workshop('feed.json');
    const _iom = { embargo_until: '2026-11-20T12:00:00+01:00' };
    writeFeed(join(folder, 'feed.json'), [item(2, { title: 'Story 2', _iom }), item(1, { title: 'Story 1' })]);
    await sync();
    assert.deepEqual(served(), [1]);
    mock.timers.setTime(start + hour);
    assert.equal((await sync({ now: start + hour })).outcome, 'published');
    assert.deepEqual(served(), [2, 1]);
    assert.equal((await sync({ now: start + 2 * hour })).outcome, 'unchanged');
  });

  it('publishes again when what it is published with changes, or is gone', async () => {
    site.paths['/fr'] = stories(2);
    const { folder, sync, configure, feed, served } = workshop(`${site.origin}/fr`);
    await sync();
    configure({ url: 'https://feeds.example.org/fr/', feeds: { fr: { sources: [`${site.origin}/fr`] } } });
    assert.equal((await sync()).outcome, 'published');
    assert.equal(feed().feed_url, 'https://feeds.example.org/fr/feed.json');
    rmSync(join(folder, 'feeds/fr/current'));
    assert.equal((await sync()).outcome, 'published');
    assert.deepEqual(served(), [2, 1]);
  });

  it('tells what is to be told of a source once', async () => {
    const excerpt = { html: '<p>The beginning of it […]</p>' };
    site.paths['/fr'] = rss([story(1, excerpt)]);
    const { sync } = workshop(`${site.origin}/fr`);
    assert.match((await sync()).notes[0].what, /1 text that is only an excerpt/);
    site.paths['/fr'] = rss([story(1, { ...excerpt, title: 'Story 1 corrected' })]);
    assert.deepEqual((await sync()).notes, []);
  });

  it('asks a CDN to forget what has changed, with keys from the environment, and again when it fails', async () => {
    site.paths['/fr'] = stories(2);
    site.paths['/purge/fr'] = status(403);
    const { configure, sync } = workshop();
    configure({
      feeds: { fr: { sources: [`${site.origin}/fr`] } },
      purge: {
        url: `${site.origin}/purge/{lang}?key=1`,
        method: 'PURGE',
        headers: { 'X-Key': 'key ${TEST_PURGE_KEY}' },
        body: { tags: ['feed-{lang}'] },
      },
    });
    const first = await sync();
    assert.match(
      first.messages.join(),
      /^the environment has no TEST_PURGE_KEY, which purge in the configuration names; set it$/,
    );
    process.env.TEST_PURGE_KEY = 'test';
    const second = await sync();
    assert.match(
      second.messages.join(),
      /\/purge\/fr: the CDN was not told to forget the feed: it answered 403; check purge /,
    );
    assert.doesNotMatch(second.messages.join(), /key=1/);
    site.paths['/purge/fr'] = status(200);
    const third = await sync();
    assert.deepEqual([third.outcome, third.messages, third.state.purge], ['unchanged', [], undefined]);
    const { method, headers, body } = site.asked.at(-1)!;
    assert.deepEqual(
      [method, headers['x-key'], headers['content-type'], body],
      ['PURGE', 'key test', 'application/json', '{"tags":["feed-fr"]}'],
    );
    site.news();
    await sync();
    assert.deepEqual(site.news(), ['/fr']);
  });
});

describe('iom-feed sync --every', () => {
  it('begins again every so many minutes, until it is told to stop', async () => {
    const stop = new AbortController();
    const waits: number[] = [];
    let rounds = 0;
    const round = () => Promise.resolve(void rounds++);
    await every(15, round, stop.signal, (pause) => {
      waits.push(Math.round(pause / minute));
      if (rounds === 3) stop.abort();
      return Promise.resolve();
    });
    assert.deepEqual([rounds, waits], [3, [15, 15, 15]]);
  });

  it('ends when it is told to, with the time in each line', async () => {
    site.paths['/fr'] = stories(1);
    const { config } = workshop(`${site.origin}/fr`);
    const args = [...iomFeedScript, 'sync', config, '--every', '15'];
    const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
    let output = '';
    child.stdout.setEncoding('utf8').on('data', (part: string) => {
      output += part;
      // The next line would come in a quarter of an hour.
      child.kill('SIGTERM');
    });
    const code = await new Promise((done) => child.on('close', done));
    assert.equal(code, 0);
    assert.match(output, /^20..-..-..T..:..:..Z fr: 1 new: 1 item in .*\n$/);
  });

  for (const minutes of ['0', '1.5', 'ten']) {
    it(`${minutes} ⇒ says what it takes`, async () => {
      const { stderr, code } = await iomFeed(['sync', '--every', minutes]);
      assert.match(stderr, /argument '.+' is invalid\. Write whole minutes, from 1 to 10080, which is a week\./);
      assert.equal(code, 2);
    });
  }
});
