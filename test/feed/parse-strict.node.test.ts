import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { parseLenient } from '../../src/feed/parse/parse-lenient.js';
import type { Item } from '../../src/feed/schema/model.generated.js';
import { listFields, parseFeed, parseStrict } from '../../src/feed/parse/parse-strict.js';
import { feedsAtRandom, runs } from '../fixtures/random-feeds.js';

const base = 'https://feeds.example.org/feed.json';
const version = 'https://jsonfeed.org/version/1.1';

/** What a list shows of an item; the same address may be written in several ways. */
const shown = (item: Item) =>
  Object.entries(listFields).flatMap(([field, kind]) => {
    const value = item[field as keyof typeof listFields];
    if (value === undefined) return [];
    return [[field, kind === 'link' ? new URL(value).href : value]];
  });
const addresses = fc.oneof(
  fc.webUrl({ withQueryParameters: true }),
  fc.webUrl({ withQueryParameters: true, withFragments: true }).map((url) => url.replace(/^https?:\/\/[^/]*/, '') || '?'),
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
  link: addresses,
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
