import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { parseLenient } from '../../src/feed/parse/parse-lenient.js';
import type { Item } from '../../src/feed/schema/model.generated.js';
import { listFields, parseFeed, parseStrict } from '../../src/feed/parse/parse-strict.js';
import { languages, officeFeed } from '../fixtures/office-feed.mjs';
import { feedsAtRandom, runs } from '../fixtures/random-feeds.js';

const base = 'https://feeds.example.org/feed.json';
const version = 'https://jsonfeed.org/version/1.1';

/** What a list shows of an item; the same address may be written in several ways. */
const shown = (item: Item) =>
  Object.entries(listFields).flatMap(([field, kind]) => {
    const value = item[field as keyof typeof listFields];
    if (value === undefined) return [];
    return [[field, kind === 'page' || kind === 'file' ? new URL(value).href : value]];
  });
const addresses = fc.oneof(
  fc.webUrl({ withQueryParameters: true }),
  fc
    .webUrl({ withQueryParameters: true, withFragments: true })
    .map((url) => url.replace(/^https?:\/\/[^/]*/, '') || '?'),
  fc.constantFrom('//example.org/a', 'a', '../a.jpg', '/', '#a', 'a:b', 'https:a', 'HTTPS:/a', ' a ', 'pictures/é.jpg'),
);
const isTheSame = (feed: object) => {
  const strict = parseStrict(feed, base);
  if (strict) assert.deepEqual(strict.feed.items.map(shown), parseLenient(feed, base).feed.items.map(shown));
  return strict;
};

/** Texts that are nearly what a field holds: of pieces that mean something somewhere. */
const pieces = fc
  .array(
    fc.constantFrom(
      ...[
        'a',
        'Test',
        ' ',
        '\u00a0',
        '&',
        '&#201;',
        '&amp;',
        '<p>',
        '<',
        '>',
        '\n',
        '\t',
        '\u2067',
        '\u200f',
        '\u0000',
        'É',
      ],
      ...[
        'https://',
        'HTTP://',
        'example.org',
        'EXAMPLE',
        'xn--a',
        '127.0.0.1',
        '1.2.3',
        ':80',
        ':99999',
        '/',
        '?',
        '#',
        '\\',
        '..',
        '.',
        '-',
        '%',
        '[',
        '@',
      ],
      ...['en', 'fr', 'fra', 'FR', '-', '_', 'UK', 'x', 'iw', 'Hans', 'zh', 'sh', '419'],
      ...[
        '2026-02-29',
        '2024-02-29',
        '2026-04-31',
        '2026-11-29',
        '0000-01-01',
        'T',
        ' ',
        '09:00:00',
        '99:00:00',
        '23:59:60',
        '24:00:00',
        '.5',
        'Z',
        'z',
        '+24:00',
        '-00:00',
        '+05:45',
        '+0545',
      ],
    ),
    { maxLength: 5 },
  )
  .map((parts) => parts.join(''));
const sound: Record<(typeof listFields)[keyof typeof listFields], fc.Arbitrary<string>> = {
  line: fc.oneof(fc.uuid(), fc.constantFrom('Test title', 'É', 'R D')),
  page: addresses,
  file: addresses,
  language: fc.constantFrom('fr', 'en-GB', 'zh-Hant-TW', 'es-419', 'ckb'),
  date: fc
    .date({ min: new Date('1951-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
    .map((date) => date.toISOString()),
};
const items = fc.array(
  fc.record(
    Object.fromEntries(
      Object.entries(listFields).map(([field, kind]) => [
        field,
        fc.oneof({ weight: 12, arbitrary: sound[kind] }, pieces, fc.constant(null)),
      ]),
    ),
    { requiredKeys: ['id', 'title'] },
  ),
  { maxLength: 3 },
);

describe('a feed that is shown as it is', () => {
  it('is what the tolerant reader makes of it', () => {
    let count = 0;
    const feeds = fc.oneof(
      fc.record(
        { version: fc.constant(version), language: sound.language, items, home_page_url: fc.oneof(addresses, pieces) },
        { requiredKeys: ['version', 'items'] },
      ),
      feedsAtRandom,
    );
    fc.assert(
      fc.property(feeds, (feed) => {
        if (isTheSame(feed)) count++;
      }),
      runs(40_000),
    );
    assert.ok(count > 1000, `${count} were shown as they are`);
  });

  it('may be published beside its site, with relative addresses', () => {
    const item = { id: 'a', title: 'A', url: '/en/a', external_url: '?b', image: 'pictures/a.jpg' };
    const strict = isTheSame({ version, home_page_url: 'https://www.example.org/en/', items: [item] });
    const { url, external_url, image } = strict!.feed.items[0];
    assert.deepEqual(
      [url, external_url, image],
      ['https://www.example.org/en/a', 'https://www.example.org/en/?b', 'https://feeds.example.org/pictures/a.jpg'],
    );
  });

  for (const [what, fields, expected] of [
    ['a language of three letters that has two', { language: 'fra' }, { language: 'fr' }],
    ['an entity at the start of a title', { title: '&#201;tat' }, { title: 'État' }],
    ['a tag at the start of a title', { title: '<p>Title</p>' }, { title: 'Title' }],
    ['an hour that no day has', { date_published: '2026-01-01T99:00:00Z' }, { date_published: undefined }],
    ['an offset that no place has', { date_published: '2026-01-01T09:00:00+24:00' }, { date_published: undefined }],
  ] as [string, object, object][]) {
    it(`${what} ⇒ is read, or left out and named`, async () => {
      const { feed } = await parseFeed({ version, language: 'en', items: [{ id: 'a', title: 'A', ...fields }] }, base);
      for (const [field, value] of Object.entries(expected)) assert.equal(feed.items[0][field as keyof Item], value);
    });
  }
});

describe('a published feed', () => {
  for (const tag of languages) {
    it(`in ${tag} ⇒ is shown as it is, and nothing else is asked for`, async () => {
      const parsed = await parseFeed(JSON.stringify(officeFeed(tag)), base);
      assert.equal(parsed.isComplete, undefined, 'the tolerant reader was loaded');
      assert.deepEqual(
        parsed.feed.items.map(({ title }) => title),
        (officeFeed(tag) as { items: Item[] }).items.map(({ title }) => title),
      );
    });
  }

  it('may come as an object, from a script of the page', async () => {
    const parsed = await parseFeed(officeFeed('fr'), base);
    assert.equal(parsed.isComplete, undefined);
  });

  it('goes on holding what else stands in it', () => {
    const feed = { version, title: 'Test', _iom: { about: 'https://example.org' }, items: [{ id: 'a', title: 'A' }] };
    const { feed: read, baseUrl } = parseStrict(feed, base)!;
    assert.deepEqual([read.title, read._iom, baseUrl], ['Test', { about: 'https://example.org' }, base]);
  });

  it('says once in which language its items are; an item may say another', () => {
    const items = [
      { id: 'a', title: 'A' },
      { id: 'b', title: 'B', language: 'es' },
    ];
    const { feed } = parseStrict({ version, language: 'fr', items }, base)!;
    assert.deepEqual(
      feed.items.map(({ language }) => language),
      ['fr', 'es'],
    );
  });
});

describe('what a list shows of an item', () => {
  const item = { id: 'a', title: 'A' };
  const isShownAsItIs = (fields: object, feed: object = {}) =>
    parseStrict({ version, items: [{ ...item, ...fields }], ...feed }, base) !== undefined;

  for (const [field, ...values] of [
    ['title', 'A', 'A title', '题', 'Étude : « a » > b', "L'OIM"],
    ['summary', 'One line.'],
    ['language', 'fr', 'zh-Hant-TW', 'es-419'],
    ['url', '/a', 'https://example.org/a', 'http://example.org/a?b#c'],
    ['image', 'pictures/a.jpg'],
    [
      'date_published',
      '2023-07-10T10:00:00Z',
      '2023-07-10T23:00:00-03:00',
      '2023-07-10T10:00:00+05:45',
      '2023-07-10T10:00:00.5Z',
      '2023-07-10T10:00:00.123456Z',
      '2024-02-29T23:59:59Z',
      '1951-12-05T00:00:00Z',
    ],
  ]) {
    for (const value of values) {
      it(`${field} ${JSON.stringify(value)} ⇒ as it is`, () => assert.ok(isShownAsItIs({ [field]: value })));
    }
  }

  for (const [field, ...values] of [
    ['id', '', 7, null, undefined, ' a', 'a\nb'],
    ['title', '', 7, null, undefined, ' A', 'A ', 'A\n', 'a\tb', 'a\nb', 'a\rb', '<p>A', 'A<', 'a < b'],
    ['title', '&#201;tat', 'R&D', 'A &', 'A\u00a0', '\u2067A', 'A \u202e B', 'A\u200f'],
    ['summary', '', 'Two\nlines', ['a']],
    ['language', '', 'fra', 'FR', 'fr_CA', 'fr-ca', 'a list: fr, en', 7],
    ['url', '', 'javascript:x()', 'mailto:test@example.org', 'https://', {}],
    ['image', '', 'data:image/png;base64,x', false],
    ['date_published', '', '10 July 2023', '2023-07-10', '2023-07-10T10:00Z', '2023-07-10T10:00:00', 1688990400],
    ['date_published', '2023-7-10T10:00:00Z', '2023-07-1T10:00:00Z', '23-07-10T10:00:00Z', '2023-07-10T1:00:00Z'],
    ['date_published', '2023-07-10T10:00:0Z', '2023-07-10T10:00:00.Z', '2023-07-10T10:00:00+0545'],
    ['date_published', '2023-07-10T10:00:00+5:45', '2023-07-10T10:00:00+05:4', '2023-07-10T10:00:00ZZ'],
    ['date_published', ' 2023-07-10T10:00:00Z', '2023-07-10T10:00:00Z ', '2023-07-10T10:00:00Z (UTC)'],
    ['date_published', '2023-02-30T10:00:00Z', '2023-02-29T10:00:00Z', '2023-13-01T10:00:00Z', '2023-07-10T25:00:00Z'],
  ] as [string, ...unknown[]][]) {
    for (const value of values) {
      it(`${field} ${JSON.stringify(value)} ⇒ is left to the tolerant reader`, () =>
        assert.ok(!isShownAsItIs({ [field]: value })));
    }
  }

  it('a blank around a key ⇒ the tolerant reader finds the field', async () => {
    assert.ok(!isShownAsItIs({ ' summary': 'A' }));
    const { feed } = await parseFeed({ version, items: [{ ...item, ' summary': 'B' }] }, base);
    assert.equal(feed.items[0].summary, 'B');
  });

  it('one item of three to be repaired ⇒ all are read by the tolerant reader', async () => {
    const items = [item, { id: 'b', title: '<b>B</b>' }, { id: 'c', title: 'C' }];
    assert.equal(parseStrict({ version, items }, base), undefined);
    const { feed } = await parseFeed({ version, items }, base);
    assert.deepEqual(
      feed.items.map(({ title }) => title),
      ['A', 'B', 'C'],
    );
  });

  it('two items of one id ⇒ the tolerant reader tells them apart', () => {
    const items = [item, { id: 'b', title: 'B' }, { id: 'a', title: 'C' }];
    assert.equal(parseStrict({ version, items }, base), undefined);
  });

  for (const [written, isRight] of [
    ['https://jsonfeed.org/version/1', true],
    ['https://jsonfeed.org/version/1.1', true],
    ['https://jsonfeed.org/version/2', false],
    ['1.1', false],
    [undefined, false],
  ] as const) {
    it(`version ${written} ⇒ ${isRight ? 'as it is' : 'named'}`, () =>
      assert.equal(isShownAsItIs({}, { version: written }), isRight));
  }

  for (const value of [
    undefined,
    null,
    7,
    'x',
    {},
    [],
    { version },
    { version, items: {} },
    { version, items: [null] },
  ]) {
    it(`${JSON.stringify(value)} in place of a feed ⇒ left to the tolerant reader`, () =>
      assert.equal(parseStrict(value, base), undefined));
  }

  it('an address of the site that is none ⇒ pages count from the feed', () => {
    const { feed } = parseStrict({ version, home_page_url: 'javascript:x()', items: [{ ...item, url: 'b' }] }, base)!;
    assert.equal(feed.items[0].url, 'https://feeds.example.org/b');
  });
});
