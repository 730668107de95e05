import assert from 'node:assert/strict';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { before, describe, it } from 'node:test';
import { publish } from '../../src/cli/commands/publish.js';
import { validate } from '../../src/cli/commands/validate.js';
import type { Feed } from '../../src/feed/schema/model.generated.js';
import { filesIn, item, items, readFeedFile, scratchFolder, timesOf, writeFeed } from '../helpers/publications.js';

async function published(entries: unknown[], more: Partial<Feed> = {}, url?: string) {
  const folder = scratchFolder();
  const feed = join(folder, 'source.json');
  const out = join(folder, 'out');
  const again = (next: unknown[], moreNext = more) => publish(writeFeed(feed, next, moreNext), { out, url });
  await again(entries);
  return { out, again, read: (file: string) => readFeedFile(out, `${file}.json`) };
}

/** Bytes that a reader downloads of a file. */
const sizeOf = (out: string, file: string) => statSync(join(out, 'current', `${file}.json.br`)).size;
const partsOf = (out: string) =>
  (
    JSON.parse(readFileSync(join(out, 'current/index.json'), 'utf8')) as {
      parts: { url: string; part: string; value?: string }[];
    }
  ).parts;
const idsOf = ({ items: all }: Feed) => all.map(({ id }) => id);
const about = 'https://example.org/about';
const dayOf = (index: number) =>
  new Date(item(index).date_published!).toLocaleDateString('en', { dateStyle: 'long', timeZone: 'UTC' });

describe('iom-feed publish writes feeds of one part', () => {
  describe('of the demo’s feed', () => {
    let out: string;
    before(async () => {
      out = join(scratchFolder(), 'out');
      await publish('demo/feeds/oim.fr.json', { out });
    });

    // What an element needs: the bytes of those fields that it shows, compressed.
    for (const [file, need] of [
      // With the kinds and places above the headlines.
      ['news', 970],
      // Nine of them, one with a portrait and accounts.
      ['contacts', 983],
      ['menu', 811],
      ['figures', 528],
      ['goals', 987],
      ['organization', 2014],
      ['offices', 2247],
      ['release', 1853],
      ['item/uy-trafficking-network', 1853],
    ] as const) {
      it(`${file}.json has at most 1.3 times the ${need} bytes that its element needs, or 300 more`, () => {
        const size = sizeOf(out, file);
        assert.ok(size <= Math.max(need * 1.3, need < 600 ? need + 300 : 0), `${size} bytes`);
      });
    }

    it('in which nothing is to be fixed', async () => {
      const { parts } = JSON.parse(readFileSync(join(out, 'current/index.json'), 'utf8')) as {
        parts: { url: string }[];
      };
      assert.ok(parts.length > 30);
      for (const { url } of parts) {
        const findings = await validate(join(out, 'current', url));
        assert.deepEqual(
          findings.filter(({ file }) => !file.endsWith('/feed.json')),
          [],
          url,
        );
      }
    });
  });

  describe('the light list', () => {
    it('has what lists show of the newest items, and where they are whole', async () => {
      const more = { url: 'https://example.org/9', summary: 'In short.', image: 'https://example.org/9.jpg' };
      const { read } = await published([item(9, more), ...items(8)]);
      const light = read('news');
      assert.deepEqual(idsOf(light), ['item-9', 'item-8', 'item-7', 'item-6', 'item-5']);
      assert.deepEqual(light.items[0], {
        id: 'item-9',
        title: 'Title 9',
        ...more,
        content_text: 'In short.',
        date_published: item(9).date_published,
        _iom: { kind: 'news', date_text: dayOf(9), excerpt_of: 'item/item-9.json' },
      });
      assert.deepEqual(read('item/item-9').items[0], item(9, more));
      assert.equal(light.next_url, 'feed.json');
      assert.deepEqual(idsOf(read('feed')).slice(0, 5), idsOf(light));
    });

    it('of so few items as it has leads nowhere, and has what filters ask for', async () => {
      const { read } = await published(items(5));
      const { next_url, items: light } = read('news');
      assert.equal(next_url, undefined);
      const { tags, _iom } = light[0];
      assert.deepEqual(
        [tags, _iom],
        [['Odd'], { kind: 'news', countries: ['UY'], date_text: dayOf(5), excerpt_of: 'item/item-5.json' }],
      );
    });

    it('words each date in the language of its item, and none where it can’t', async () => {
      const date_published = '2026-11-03T23:30:00-03:00';
      const { read } = await published([
        item(9, { date_published }),
        item(8, { date_published, language: 'ar' }),
        item(7, { date_published, language: 'xx-invalid-language' }),
        item(6, { date_published: 'yesterday' }),
        item(5, { date_published: undefined }),
      ]);
      assert.deepEqual(
        read('news').items.map(({ _iom }) => _iom?.date_text),
        ['November 3, 2026', '3 نوفمبر 2026', undefined, undefined, undefined],
      );
    });

    it('calls an item without a title as elements do, and leaves out what is nothing', async () => {
      const { read } = await published([
        item(9, { title: undefined, summary: 'Only a <b>summary</b>' }),
        { id: 'nothing', date_published: item(8).date_published },
        ...items(7),
      ]);
      const light = read('news');
      assert.deepEqual(idsOf(light), ['item-9', 'item-7', 'item-6', 'item-5', 'item-4']);
      assert.equal(light.items[0].title, 'Only a summary');
    });

    it('names the feed for an item without a text', async () => {
      const { out, read } = await published([item(9, { content_html: undefined, content_text: '' }), ...items(8)]);
      assert.equal(read('news').items[0]._iom?.excerpt_of, 'feed.json');
      assert.ok(!existsSync(join(out, 'current/item/item-9.json')));
    });

    it('has whole addresses with --url', async () => {
      const url = 'https://feeds.example.org/fr/';
      const { read, out } = await published(items(8), {}, url);
      const { feed_url, next_url, items: light } = read('news');
      assert.deepEqual(
        [feed_url, next_url, light[0]._iom?.excerpt_of, partsOf(out)[0].url],
        [`${url}news.json`, `${url}feed.json`, `${url}item/item-8.json`, `${url}news.json`],
      );
    });
  });

  it('none of them grows with the number of items', async () => {
    const texts = (count: number) => items(count).map((entry, index) => ({ ...entry, summary: `Summary of ${index}` }));
    const contacts = [{ id: 'a', name: 'A' }];
    const [few, many] = await Promise.all(
      [100, 10_000].map((count) => published(texts(count), { _iom: { about, contacts, goals: [{ number: 10 }] } })),
    );
    for (const file of ['news', 'release', 'contacts', 'goals']) {
      const [one, other] = [few, many].map(({ out }) => sizeOf(out, file));
      assert.ok(other <= one * 1.05, `${file}: ${one} and ${other} bytes`);
    }
  });

  it('a release stands with its contacts and the titles of what is read next', async () => {
    const contacts = ['a', 'b', 'c'].map((id) => ({ id, name: id.toUpperCase() }));
    const old = item(1, { url: 'https://example.org/1', language: 'es' });
    const release = item(200, { _iom: { contacts: ['b'], related: ['item-1', 'item-2', 'gone'] } });
    const { read } = await published([release, ...items(199).slice(0, -1), old], { _iom: { about, contacts } });
    for (const name of ['item/item-200', 'release']) {
      const { _iom, items: all } = read(name);
      assert.deepEqual(_iom, { about, contacts: [contacts[1]] });
      assert.deepEqual(all[0], release);
      // Of what has no page, a release shows nothing.
      assert.ok(!idsOf(read(name)).includes('item-2'));
      assert.deepEqual(
        all.find(({ id }) => id === 'item-1'),
        {
          ...(name === 'release'
            ? old
            : {
                id: 'item-1',
                url: 'https://example.org/1',
                title: 'Title 1',
                content_text: 'Title 1',
                language: 'es',
                // It is none of the newest.
                _iom: { excerpt_of: '../feed/1.json' },
              }),
        },
      );
    }
  });

  it('only the newest hundred have files of their own, each by its id', async () => {
    const ids = ['a b', 'A', 'a', 'https://example.org/x?y=1', '../up', 'con', 'é'];
    const { out } = await published([...ids.map((id, index) => item(300 + index, { id })), ...items(150)]);
    const named = partsOf(out).filter(({ part }) => part === 'item');
    assert.equal(named.length, 100);
    assert.equal(new Set(named.map(({ url }) => url.toLowerCase())).size, 100);
    for (const { url, value } of named) {
      assert.equal(readFeedFile(out, url).items[0].id, value);
      assert.match(url, /^item\/[\p{L}\p{N}_~-]+\.json$/u);
    }
    assert.deepEqual(named.find(({ value }) => value === 'a')?.url, 'item/a.json');
  });

  it('the contacts stand with whom the newest item in each language names', async () => {
    const contacts = ['a', 'b'].map((id) => ({ id, name: id.toUpperCase() }));
    const entries = [item(9, { language: 'fr', _iom: { contacts: ['b'] } }), item(8, { language: 'fr-CA' }), item(7)];
    const { read, again } = await published(entries, { _iom: { about, contacts } });
    const named = read('contacts').items.map(({ id, language, _iom }) => [id, language, _iom?.contacts]);
    assert.deepEqual(named, [
      ['item-9', 'fr', ['b']],
      ['item-7', undefined, undefined],
    ]);
    await again(entries.slice(1));
    assert.deepEqual(read('contacts').items, []);
  });

  it('a chart stands with the contacts of its units, a mission with the figures it speaks of', async () => {
    const contacts = ['a', 'b'].map((id) => ({ id, name: id.toUpperCase() }));
    const organization = [{ id: 'top', name: 'Top', contact: 'b' }];
    const figures = [
      { id: 'states', label: 'Member States', value: 175 },
      { id: 'offices', label: 'offices', value: 560 },
    ];
    const mission = { title: 'Who we are', text: 'We have 175 Member States.' };
    const { read } = await published(items(1), { _iom: { about, contacts, organization, figures, mission } });
    assert.deepEqual(read('organization')._iom, { about, contacts: [contacts[1]], organization });
    assert.deepEqual(read('about')._iom, { about, mission, figures: [figures[0]] });
    assert.deepEqual(read('figures')._iom, { about, figures });
  });

  it('there are as many as the feed has parts, even empty ones, and the index names them', async () => {
    const sections = [
      { id: 'work', title: 'Work', cards: [] },
      { id: 'WORK', title: 'Other', cards: [] },
      { title: 'By its title', cards: [] },
      'none',
    ];
    const extension = { about, goals: [], offices: 'odd', sections } as unknown as Feed['_iom'];
    const { out, read } = await published(items(1), { _iom: extension });
    assert.deepEqual(
      partsOf(out).map(({ part, value }) => (value ? `${part} ${value}` : part)),
      [
        'news',
        'release',
        'offices',
        'goals',
        'sections',
        'section work',
        'section WORK',
        'section By its title',
        'item item-1',
      ],
    );
    assert.deepEqual(read('goals')._iom, { about, goals: [] });
    assert.deepEqual(read('section/work')._iom?.sections, sections.slice(0, 2));
    for (const { url } of partsOf(out))
      for (const form of ['', '.br', '.gz']) assert.ok(existsSync(join(out, 'current', url + form)));
  });

  it('of a feed without anything there is a light list without items', async () => {
    const { out, read } = await published([]);
    assert.deepEqual(
      partsOf(out).map(({ part }) => part),
      ['news'],
    );
    assert.deepEqual(read('news').items, []);
  });

  it('the menu comes with the site’s search and languages', async () => {
    const site = {
      menu: [{ title: 'A' }],
      search: { url: 'https://example.org/search', parameter: 'keys' },
      translations: [{ language: 'fr', url: 'https://example.org/fr' }],
    };
    const { read } = await published(items(3), { _iom: { about, ...site } });
    assert.deepEqual(read('menu')._iom, { about, ...site });
  });

  it('those that stay the same are not written again', async () => {
    const contacts = [{ id: 'a', name: 'A' }];
    const { out, again } = await published(items(150), { _iom: { about, contacts, menu: [{ title: 'A' }] } });
    const times = timesOf(out);
    await again([item(151), ...items(150)]);
    const now = timesOf(out);
    const ofParts = filesIn(join(out, 'current')).filter((file) =>
      /^(news|release|contacts|menu|item\/.*)\.json$/.test(file),
    );
    assert.deepEqual(
      ofParts.filter((file) => now[file] !== times[file]),
      ['item/item-151.json', 'news.json', 'release.json'],
    );
    assert.ok(!('item/item-51.json' in now));
  });

  it('serves them as feeds', async () => {
    const { headersFor, headersFile, readHeaders } = await import('../../src/cli/publish/headers.js');
    for (const path of ['/news.json', '/contacts.json', '/item/a.json', '/section/work.json']) {
      const headers = new Map(headersFor(path, readHeaders(headersFile())));
      assert.equal(headers.get('Content-Type'), 'application/feed+json; charset=utf-8', path);
      assert.match(headers.get('Cache-Control') ?? '', /max-age=60/);
    }
  });
});
