import assert from 'node:assert/strict';
import {
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import sharp from 'sharp';
import { publish } from '../../src/cli/commands/publish.js';
import { rollBack } from '../../src/cli/publish/publication.js';
import { validate } from '../../src/cli/commands/validate.js';
import {
  filesIn,
  item,
  items,
  readFeedFile,
  scratchFolder,
  servedFiles,
  timesOf,
  writeFeed,
} from '../helpers/publications.js';

/** Publishes items into a folder of its own. */
async function published(entries: unknown[], more: object = {}, options: { url?: string; blanks?: number } = {}) {
  const folder = scratchFolder();
  const feed = writeFeed(join(folder, 'source.json'), entries, more, options.blanks);
  const out = join(folder, 'out');
  const report = await publish(feed, { out, url: options.url });
  const again = (next: unknown[], moreNext = more, blanks = options.blanks) =>
    publish(writeFeed(feed, next, moreNext, blanks), { out, url: options.url });
  return { feed, out, report, again, read: (file: string) => readFeedFile(out, file) };
}

/** The ids of a feed from its newest page to its oldest, by next_url, and how many each page has. */
function chain(out: string, file: string): { ids: string[]; sizes: number[] } {
  const ids: string[] = [];
  const sizes: number[] = [];
  for (let next: string | undefined = file; next;) {
    const page = readFeedFile(out, next);
    ids.push(...page.items.map(({ id }) => id));
    sizes.push(page.items.length);
    next = page.next_url && new URL(page.next_url, `http://x/${next}`).pathname.slice(1);
  }
  return { ids, sizes };
}

describe('iom-feed publish', () => {
  it('divides a feed by country, language, tag and kind', async () => {
    const { out, read } = await published([
      item(3, { tags: ['Health', 'Data'], language: 'fr' }),
      item(2, { tags: ['Health'], _iom: { kind: 'press-release', countries: ['UY', 'AR'] } }),
      item(1, { tags: [] }),
    ]);
    const idsIn = (file: string) => read(file).items.map(({ id }) => id);
    assert.deepEqual(idsIn('feed.json'), ['item-3', 'item-2', 'item-1']);
    assert.deepEqual(idsIn('tag/health.json'), ['item-3', 'item-2']);
    assert.deepEqual(idsIn('tag/data.json'), ['item-3']);
    assert.deepEqual(idsIn('country/ar.json'), ['item-3', 'item-2']);
    assert.deepEqual(idsIn('language/fr.json'), ['item-3']);
    assert.deepEqual(idsIn('language/en.json'), ['item-2', 'item-1']);
    assert.deepEqual(idsIn('kind/press-release.json'), ['item-2']);
    assert.equal(read('country/uy.json').title, 'Test – Uruguay');
    assert.equal(read('kind/press-release.json').title, 'Test – Press release');
    assert.deepEqual(readdirSync(join(out, 'current')).sort().slice(0, 3), ['.htaccess', '_headers', 'country']);
  });

  it('lists all feeds in an index', async () => {
    const { out } = await published(items(50));
    const { feeds } = JSON.parse(readFileSync(join(out, 'current/index.json'), 'utf8')) as { feeds: { url: string }[] };
    const newest = item(50).date_published;
    assert.deepEqual(feeds[0], { url: 'feed.json', title: 'Test', items: 50, pages: 2, newest });
    assert.deepEqual(
      feeds.map(({ url }) => url.replace('.json', '')),
      ['feed', 'country/ar', 'country/uy', 'kind/news', 'language/en', 'tag/even', 'tag/odd'],
    );
  });

  it('chains pages by next_url: each item once, newest first, 20 to 39 on the newest page', async () => {
    for (const count of [0, 1, 20, 39, 40, 41, 259, 260, 1000, 1013]) {
      const { out } = await published(items(count));
      const { ids, sizes } = chain(out, 'feed.json');
      assert.deepEqual(
        ids,
        items(count).map(({ id }) => id),
      );
      if (count >= 20) assert.ok(sizes[0] >= 20 && sizes[0] < 40, `${count}: ${sizes}`);
      assert.ok(Math.max(...sizes) <= 100);
    }
  });

  it('puts brotli and gzip of the same bytes beside each file', async () => {
    const { out } = await published(items(60));
    const root = join(out, 'current');
    for (const file of filesIn(root).filter((path) => path.endsWith('.json'))) {
      const plain = readFileSync(join(root, file));
      assert.deepEqual(brotliDecompressSync(readFileSync(join(root, `${file}.br`))), plain);
      assert.deepEqual(gunzipSync(readFileSync(join(root, `${file}.gz`))), plain);
    }
  });

  it('sorts by date; an item without one stays behind what it stood behind', async () => {
    const { read } = await published([item(1), item(9), item(5), { id: 'undated', content_text: 'x' }, item(7)]);
    assert.deepEqual(
      read('feed.json').items.map(({ id }) => id),
      ['item-9', 'item-7', 'item-5', 'undated', 'item-1'],
    );
  });

  it('keeps the text of items as it is, whatever is in it', async () => {
    const text = 'a\\"},{"items":[ 语言 \u2028 😀';
    const strange = { id: 'ü "quoted" \\', content_text: text, _other: [[{ items: [{}] }]], number: 1.5 };
    for (const blanks of [0, 2]) {
      const { read } = await published([strange], {}, { blanks });
      assert.deepEqual(read('feed.json').items, [strange]);
    }
  });

  it('gives the whole extension to the feed, and to shards the contacts their items name', async () => {
    const contacts = [
      { id: 'a', name: 'A' },
      { id: 'b', name: 'B' },
    ];
    const extension = { about: 'https://example.org/about', contacts, figures: [{ id: 'f', label: 'F', value: 1 }] };
    const { read } = await published([item(1, { _iom: { countries: ['UY'], contacts: ['b'] } }), item(2)], {
      _iom: extension,
    });
    const labels = { news: 'News' };
    assert.deepEqual(read('feed.json')._iom, { ...extension, labels });
    assert.deepEqual(read('country/uy.json')._iom, { about: extension.about, contacts: [contacts[1]], labels });
    assert.deepEqual(read('tag/even.json')._iom, { about: extension.about, labels });
  });

  it('says what the kinds of items are called, in the language of the feed, where the feed doesn’t', async () => {
    const kinds = ['news', 'press-release', 'of-our-own'].map((kind, index) =>
      item(index, { _iom: { kind: kind as 'news' } }),
    );
    const labelsIn = async (language: string, given?: Record<string, string>) =>
      (await published(kinds, { language, _iom: { about: 'https://example.org/about', labels: given } })).read(
        'news.json',
      )._iom?.labels;
    assert.deepEqual(await labelsIn('fr'), { news: 'Actualité', 'press-release': 'Communiqué de presse' });
    assert.deepEqual(await labelsIn('nl', { news: 'Nieuws' }), { news: 'Nieuws' });
    assert.deepEqual(await labelsIn('en', { 'of-our-own': 'Our own' }), {
      news: 'News',
      'of-our-own': 'Our own',
      'press-release': 'Press release',
    });
  });

  it('reads older pages that stand beside the feed', async () => {
    const folder = scratchFolder();
    writeFeed(join(folder, '2.json'), [item(1)], { next_url: 'feed.json' });
    const feed = writeFeed(join(folder, 'feed.json'), [item(2)], { next_url: '2.json' });
    const { items: count } = await publish(feed, { out: join(folder, 'out') });
    assert.equal(count, 2);
    assert.equal(readFeedFile(join(folder, 'out'), 'feed.json').next_url, undefined);
  });

  describe('addresses', () => {
    const entry = item(1, { url: 'news/1', external_url: 'https://example.org/x', _iom: { countries: ['UY'] } });

    it('that are relative lead where they did', async () => {
      const { read } = await published([entry]);
      assert.equal(read('feed.json').items[0].url, 'news/1');
      assert.equal(read('country/uy.json').items[0].url, '../news/1');
      assert.equal(read('country/uy.json').items[0].external_url, 'https://example.org/x');
    });

    it('that are relative lead where they did from HTML, too', async () => {
      const content_html =
        '<p><a href="news/2?a=1&amp;b=2">a</a> <a href=\'#note\'>b</a> <img alt="" src=news/3.png></p>' +
        '<a href="https://example.org/x">c</a> <a href="/root">d</a> <a href="mailto:a@example.int">e</a> <a href="">f</a>';
      const notes_html = '<a href="news/4">g</a>';
      const { read } = await published([item(1, { content_html, _iom: { countries: ['UY'], notes_html } })]);
      assert.equal(read('feed.json').items[0].content_html?.replaceAll('"', ''), content_html.replaceAll('"', ''));
      const shown = read('country/uy.json').items[0];
      assert.equal(
        shown.content_html,
        '<p><a href="../news/2?a=1&amp;b=2">a</a> <a href=\'#note\'>b</a> <img alt="" src="../news/3.png"></p>' +
          '<a href="https://example.org/x">c</a> <a href="/root">d</a> <a href="mailto:a@example.int">e</a> <a href="">f</a>',
      );
      assert.equal(shown._iom?.notes_html, '<a href="../news/4">g</a>');
    });

    it('of a feed that names its site lead there, as elements read them, wherever the feed is', async () => {
      const content_html = '<a href="more">a</a> <a href="/root">b</a> <a href="#note">c</a>';
      for (const url of [undefined, 'https://feeds.example.org/']) {
        const { read } = await published(
          [item(2, { url: '/news/2', content_html }), item(1, { content_html })],
          {
            home_page_url: 'https://www.example.org/en/',
            _iom: { about: 'https://www.example.org', menu: [{ title: 'A', url: 'a' }] },
          },
          { url },
        );
        const { items: shown, _iom } = read('feed.json');
        const site = 'https://www.example.org';
        const text = (folder: string) =>
          `<a href="${site}/${folder}/more">a</a> <a href="${site}/root">b</a> <a href="#note">c</a>`;
        assert.deepEqual(
          shown.map(({ url, content_html }) => [url, content_html]),
          [
            [`${site}/news/2`, text('news')],
            [undefined, text('en')],
          ],
        );
        assert.equal(_iom?.menu?.[0].url, `${site}/en/a`);
      }
    });

    it('that begin at the root of the site stay', async () => {
      const { read } = await published([item(1, { url: '/news/1' })]);
      assert.equal(read('tag/odd.json').items[0].url, '/news/1');
    });

    it('of an older page that are written wrongly ⇒ the feed is published without that page', async () => {
      const { report, read } = await published([item(1)], { next_url: '100%.json' });
      assert.deepEqual([report.items, read('feed.json').next_url], [1, undefined]);
    });

    it('are whole with --url', async () => {
      const { read } = await published([...items(62), entry], {}, { url: 'https://feeds.example.org/fr' });
      const shard = read('country/uy.json');
      assert.equal(shard.feed_url, 'https://feeds.example.org/fr/country/uy.json');
      assert.equal(shard.next_url, 'https://feeds.example.org/fr/country/uy/1.json');
      assert.equal(read('country/uy/1.json').items.at(-1)?.url, 'https://feeds.example.org/fr/news/1');
    });
  });

  describe('names of shards', () => {
    const long = 'x'.repeat(300);
    const tags = [
      ...[
        '../x',
        '..',
        '.',
        'a/b',
        'a b',
        'a-b',
        'A\\B',
        'a\0b',
        '%2e%2e',
        '😀',
        '😃',
        'CON',
        'C',
        'C++',
        'C#',
        'index',
      ],
      ...[long, `${long}y`, 'المناخ', '气候 变化', ' '],
    ];

    it('are safe and never shared', async () => {
      const { out } = await published(tags.map((tag, index) => item(index + 1, { tags: [tag] })));
      const names = readdirSync(join(out, 'current/tag')).filter((name) => name.endsWith('.json'));
      // Of all tags the blank one is none.
      assert.equal(names.length, tags.length - 1);
      for (const name of names) {
        assert.match(name, /^[\p{L}\p{N}_~-]+\.json$/u);
        assert.ok(Buffer.byteLength(name) < 200, name);
        assert.equal(readFeedFile(out, `tag/${name}`).items.length, 1);
      }
      for (const name of ['a_b', 'a-b', 'c', 'المناخ', '气候_变化']) assert.ok(names.includes(`${name}.json`), name);
    });

    it('are one for tags that widgets count as one', async () => {
      const { read } = await published([item(3, { tags: ['santé'] }), item(2, { tags: ['SANTE', 'Santé'] }), item(1)]);
      assert.equal(read('tag/sante.json').items.length, 2);
      assert.match(read('tag/sante.json').title ?? '', /^Test – sant[eé]$/i);
    });
  });

  describe('embargo', () => {
    const until = '2999-01-01T00:00:00Z';
    const address = 'https://example.org/secret';
    const secret = (embargo: unknown) => ({ ...item(2, { url: address }), _iom: { embargo_until: embargo } });

    it('keeps an item out of every file until it ends, and out of what other items lead to', async () => {
      const translations = [{ language: 'fr', url: address }];
      const { out, report } = await published([
        secret(until),
        item(1, { _iom: { related: ['item-2', 'x'], translations } }),
      ]);
      assert.deepEqual(report.withheld, [{ id: 'item-2', url: address, until }]);
      for (const file of filesIn(join(out, 'current')).filter((path) => path.endsWith('json'))) {
        assert.doesNotMatch(readFileSync(join(out, 'current', file), 'utf8'), /item-2|secret/, file);
      }
      assert.deepEqual(readFeedFile(out, 'feed.json').items[0]._iom?.related, ['x']);
    });

    for (const secretive of [
      { '_iom ': { embargo_until: until } },
      { _iom: { ' embargo_until ': until } },
      { _iom: {}, '\t_iom': { embargo_until: until } },
    ]) {
      it(`counts with blanks around its name, as for widgets: ${JSON.stringify(secretive)}`, async () => {
        const { report, read } = await published([{ ...item(2), _iom: undefined, ...secretive }, item(1)]);
        assert.deepEqual(report.withheld, [{ id: 'item-2', url: undefined, until }]);
        assert.deepEqual(
          read('feed.json').items.map(({ id }) => id),
          ['item-1'],
        );
      });
    }

    it('that can’t be read never ends', async () =>
      assert.equal((await published([secret('soon')])).report.withheld.length, 1));

    it('that is over lets the item go', async () => {
      const { read, report } = await published([secret('2020-01-01T00:00:00Z')]);
      assert.deepEqual(report.withheld, []);
      assert.equal(read('feed.json').items.length, 1);
    });
  });

  describe('a second time', () => {
    it('writes only what has changed; other files keep their bytes and times', async () => {
      const { out, again } = await published(items(1005));
      const before = timesOf(out);
      const report = await again([item(1006), ...items(1005)]);
      const after = timesOf(out);
      const changed = Object.keys(after).filter((file) => after[file] !== before[file] && file.endsWith('.json'));
      assert.deepEqual(
        changed.map((file) => file.replace('.json', '')),
        ['country/uy', 'feed', 'index', 'item/item-1006', 'kind/news', 'language/en', 'news', 'release', 'tag/even'],
      );
      assert.equal(report.written, changed.length);
    });

    it('has the bytes that it would have the first time', async () => {
      const { out, again } = await published(items(213));
      const next = [item(300), ...items(213).filter(({ id }) => id !== 'item-77')];
      await again(next);
      assert.deepEqual(servedFiles(out), servedFiles((await published(next)).out));
    });

    it('with the same feed changes nothing', async () => {
      const { out, again } = await published(items(50));
      const before = readlinkSync(join(out, 'current'));
      assert.equal((await again(items(50))).release, undefined);
      assert.equal(readlinkSync(join(out, 'current')), before);
    });

    it('with the same feed written differently keeps files as they are', async () => {
      const { out, again } = await published(items(50));
      const before = timesOf(out);
      assert.equal((await again(items(50), {}, 2)).written, 0);
      assert.deepEqual(timesOf(out), before);
    });

    it('within the same second gives changed files another time, which servers make an ETag of', async () => {
      const { out, again } = await published([item(1, { title: 'One' })]);
      const time = () => Math.floor(statSync(join(out, 'current/feed.json')).mtimeMs / 1000);
      const times = [time()];
      for (const title of ['Two', 'Six', 'Ten']) {
        await again([item(1, { title })]);
        times.push(time());
      }
      assert.equal(new Set(times).size, 4);
    });

    it('makes anew what was deleted by hand', async () => {
      const { out, again } = await published(items(50));
      const before = servedFiles(out);
      rmSync(join(out, 'current/tag/odd.json.br'));
      await again(items(50), { description: 'changed' });
      assert.deepEqual(Object.keys(servedFiles(out)), Object.keys(before));
    });

    it('keeps the publication before for roll-back, and no older ones', async () => {
      const { out, again } = await published(items(3));
      const first = servedFiles(out);
      await again(items(4));
      assert.notDeepEqual(servedFiles(out), first);
      rollBack(out);
      assert.deepEqual(servedFiles(out), first);
      assert.throws(() => rollBack(out), /no previous publication/);
      await again(items(5));
      assert.equal(readdirSync(join(out, 'releases')).length, 2);
      rollBack(out);
      assert.deepEqual(servedFiles(out), first);
    });
  });

  describe('local pictures', () => {
    const drawing =
      '<svg xmlns="http://www.w3.org/2000/svg" width="30" height="20"><rect width="30" height="20"/></svg>';
    const photo = () =>
      sharp({ create: { width: 2000, height: 1000, channels: 3, background: '#0033a0' } })
        .jpeg()
        .withExif({ IFD0: { Artist: 'Somebody' } })
        .toBuffer();

    it('come in several sizes under names that hold a hash, their sizes in the feed', async () => {
      const folder = scratchFolder();
      writeFileSync(join(folder, 'Big photo.jpg'), await photo());
      writeFileSync(join(folder, 'drawing.svg'), drawing);
      const images = [
        { url: 'Big%20photo.jpg', alt: '' },
        { url: 'drawing.svg', alt: '' },
      ];
      const entry = item(1, { image: 'Big%20photo.jpg', _iom: { countries: ['UY'], images } });
      const feed = writeFeed(join(folder, 'feed.json'), [entry]);
      const out = join(folder, 'out');
      assert.deepEqual((await publish(feed, { out })).problems, []);

      const matches = filesIn(join(out, 'current/images'));
      const big = /^(big-photo-\w{8})-1280\.webp,\1-320\.webp,\1-640\.webp,drawing-\w{8}\.svg$/;
      assert.match(matches.join(), big);
      const [shown] = readFeedFile(out, 'country/uy.json').items;
      assert.match(shown.image ?? '', /^\.\.\/images\/big-photo-\w+-640\.webp$/);
      const [first, second] = shown._iom?.images ?? [];
      assert.match(first.url, /-1280\.webp$/);
      assert.deepEqual([first.width, first.height], [1280, 640]);
      assert.deepEqual([second.width, second.height], [30, 20]);
      for (const file of matches.filter((name) => name.endsWith('webp'))) {
        const { width, exif } = await sharp(join(out, 'current/images', file)).metadata();
        assert.equal(width, Number(/(\d+)\.webp/.exec(file)?.[1]));
        assert.equal(exif, undefined);
      }

      const before = timesOf(out);
      await publish(writeFeed(feed, [entry, item(0)]), { out });
      for (const file of matches) assert.equal(timesOf(out)[`images/${file}`], before[`images/${file}`]);
    });

    it('stand in the feeds, and in the HTML of items, so that nothing is found to fix', async () => {
      const folder = scratchFolder();
      writeFileSync(join(folder, 'photo.jpg'), await photo());
      const entry = item(99, {
        image: 'photo.jpg',
        content_html: '<p>a</p><img src="photo.jpg" alt="" width="20" height="10">',
        _iom: { countries: ['UY'], images: [{ url: 'photo.jpg', alt: 'A colour' }] },
      });
      const out = join(folder, 'out');
      await publish(writeFeed(join(folder, 'feed.json'), [entry, ...items(45)]), { out });
      for (const file of ['feed.json', 'country/uy.json']) {
        assert.deepEqual(await validate(join(out, 'current', file)), []);
      }
      const [shown] = readFeedFile(out, 'country/uy.json').items;
      assert.match(shown.content_html ?? '', /<img src="\.\.\/images\/photo-\w+-1280\.webp" alt="" width="20"/);
    });

    it('that are none, missing, or somewhere else on this machine are named and not published', async () => {
      const folder = scratchFolder();
      mkdirSync(join(folder, 'inside'));
      writeFileSync(join(folder, 'outside.svg'), drawing);
      writeFileSync(join(folder, 'inside/text.jpg'), 'no picture');
      const entries = ['../outside.svg', 'text.jpg', 'missing.png', '/etc/hostname', '%'].map((image, index) =>
        item(index, { image }),
      );
      const out = join(folder, 'out');
      const { problems } = await publish(writeFeed(join(folder, 'inside/feed.json'), entries), { out });
      assert.equal(problems.length, 5);
      assert.match(problems.join('\n'), /outside\.svg was not published: it is outside/);
      assert.match(problems.join('\n'), /missing\.png was not published: there is no such file/);
      assert.ok(!readdirSync(join(out, 'current')).includes('images'));
    });
  });

  describe('what is no feed is refused', () => {
    const refused = async (content: string | Buffer, message: RegExp) => {
      const folder = scratchFolder();
      const feed = join(folder, 'feed.json');
      writeFileSync(feed, content);
      await assert.rejects(publish(feed, { out: join(folder, 'out') }), { name: 'CommandError', message });
    };
    const start = '{"version":"https://jsonfeed.org/version/1.1",\n"items":[\n{"id":"a"},\n';
    const deep = `${'['.repeat(1e5)}${']'.repeat(1e5)}`;

    it('an empty file', () => refused('', /feed\.json:1: is not JSON/));
    it('a web page', () => refused('<!doctype html><p>{}', /is not a feed: it does not start with {/));
    it('a list', () => refused('[{"id":"a"}]', /is not a feed: it is a list/));
    it('an object without items', () => refused('{"a":{"items":[{}]}}', /is not a feed: there are no items in it/));
    it('half a feed', () => refused(`${start}{"id":"b"`, /feed\.json:4: is not JSON/));
    it('a comma too many', () => refused(`${start}]}`, /is not JSON .*after its items/));
    it('a broken item', () => refused(`${start}{"id":"b",\n"c":x}]}`, /feed\.json:5: is not JSON/));
    it('Latin-1', () => refused(Buffer.from(`${start}{"id":"\u00e9"}]}`, 'latin1'), /items\[1\] is not UTF-8/));
    it('UTF-16', () => refused(Buffer.from(`${start}]}`, 'utf16le'), /is not UTF-8, it may be UTF-16/));
    it('lists inside of lists without end', () =>
      refused(`${start}{"id":"b","x":${deep}}]}`, /items\[1\] is nested too deeply/));
    it('70 MB of something', () => refused(`{"a":"${'x'.repeat(70e6)}"}`, /more than 64 MB beside its items/));

    it('a file that isn’t there: no folder is made', async () => {
      const out = join(scratchFolder(), 'out');
      await assert.rejects(publish('nowhere.json', { out }), { message: /^nowhere\.json: there is no such file/ });
      assert.throws(() => statSync(out));
    });
  });

  it('names items that are none, and ids that are there twice; the same item twice is one', async () => {
    const { read, report } = await published([item(1), item(1), item(1, { title: 'Other' }), null, 3, 'x', []]);
    assert.equal(read('feed.json').items.length, 2);
    assert.match(report.problems[0], /items\[2\]: another item has the id "item-1"/);
    assert.deepEqual(
      report.problems.slice(1).map((problem) => /items\[(\d)\]/.exec(problem)?.[1]),
      ['3', '4', '5', '6'],
    );
  });

  it('publishes 200 MB in pages that widgets read', async () => {
    const content_html = 'Lorem ipsum '.repeat(17_000);
    const entries = Array.from({ length: 1000 }, (_, n) => item(n + 1, { content_html, tags: [], _iom: {} }));
    const { out } = await published(entries);
    const sizes = filesIn(join(out, 'current')).map((file) => statSync(join(out, 'current', file)).size);
    assert.ok(Math.max(...sizes) < 5e6);
    assert.equal(chain(out, 'feed.json').ids.length, 1000);
  });

  it('does not publish a feed that changes under its hands', async () => {
    const { out, feed, again } = await published(items(3));
    const before = servedFiles(out);
    writeFeed(feed, items(4));
    const changing = publish(feed, { out, progress: () => utimesSync(feed, 1, 1) });
    await assert.rejects(changing, { message: /was changed during publishing/ });
    assert.deepEqual(servedFiles(out), before);
    await again(items(4));
    assert.notDeepEqual(servedFiles(out), before);
  });

  it('touches no folder that it has not made', async () => {
    const folder = scratchFolder();
    mkdirSync(join(folder, 'site'));
    writeFileSync(join(folder, 'site/index.html'), 'mine');
    const feed = writeFeed(join(folder, 'feed.json'), items(3));
    const site = { out: join(folder, 'site') };
    await assert.rejects(publish(feed, site), { message: /has files that iom-feed has not written/ });
    assert.deepEqual(readdirSync(site.out), ['index.html']);
    await assert.rejects(publish(feed, { out: feed }), { message: /there is a file where a folder must be/ });
    assert.throws(() => rollBack(site.out), { message: /has no publication/ });
  });

  it('lets one run at a time work in a folder', async () => {
    const { feed, out } = await published(items(3));
    writeFeed(feed, items(4));
    const both = await Promise.allSettled([publish(feed, { out }), publish(feed, { out })]);
    const [refused] = both.filter((result) => result.status === 'rejected');
    assert.match(String(refused.reason), /another iom-feed is running/);
    assert.equal(both.filter(({ status }) => status === 'fulfilled').length, 1);
  });
});
