import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { parseMenu, type ParsedMenuEntry } from '../../src/feed/parts/menu.js';
import type { Feed } from '../../src/feed/schema/model.generated.js';
import type { ParsedFeed } from '../../src/feed/parse/parse-strict.js';
import { problemsOf } from '../../src/feed/parse/problems.js';

const parsed = (menu: unknown): ParsedFeed => ({
  feed: { version: '', title: 'Test feed', items: [], _iom: { about: '', menu } as Feed['_iom'] },
  baseUrl: 'https://example.org/feed.json',
  problems: [],
});
const read = (...menu: unknown[]) => parseMenu(parsed(menu));
/** Titles, those below in brackets. */
const titles = (entries: readonly ParsedMenuEntry[]): string =>
  entries.map(({ title, entries }) => title + (entries.length ? `(${titles(entries)})` : '')).join(' ');

describe('readMenu', () => {
  it('the same text twice ⇒ twice; what is nothing ⇒ left out', () =>
    assert.equal(titles(read('A', null, 'A', 7, [], true)), 'A A'));

  it('what lies too deep, however deep ⇒ is named once', () => {
    const deep = (depth: number): object[] => (depth ? [{ title: `${depth}`, entries: deep(depth - 1) }] : []);
    const feed = parsed(deep(7));
    assert.equal(titles(parseMenu(feed)), '7(6(5 4 3 2 1))');
    assert.deepEqual(problemsOf(feed), ['_iom.menu[0].entries[0].entries[0].entries: (below the third level)']);
  });

  it('no extension ⇒ no menu, and nothing wrong', () => {
    const feed = parsed([]);
    (feed.feed as { _iom: unknown })._iom = undefined;
    assert.deepEqual([parseMenu(feed), problemsOf(feed)], [[], []]);
  });

  it('reads sections, groups and links', () => {
    const menu = [
      {
        title: 'A',
        summary: 'About A.',
        url: '/a',
        entries: [{ title: 'B', entries: [{ title: 'C', url: 'https://example.org/c' }] }],
      },
      { title: 'D', url: 'd' },
    ];
    const feed = parsed(menu);
    assert.deepEqual(parseMenu(feed), [
      {
        title: 'A',
        summary: 'About A.',
        url: 'https://example.org/a',
        entries: [
          {
            title: 'B',
            summary: undefined,
            url: undefined,
            entries: [{ title: 'C', summary: undefined, url: 'https://example.org/c', entries: [] }],
          },
        ],
      },
      { title: 'D', summary: undefined, url: 'https://example.org/d', entries: [] },
    ]);
    assert.deepEqual(problemsOf(feed), []);
    assert.equal(parseMenu(feed), parseMenu(feed));
  });

  for (const [name, menu, expected, problems] of [
    ['no menu', undefined, '', []],
    ['a menu that is no list', 'Home', '', ['_iom.menu: string (not a list)']],
    ['an empty list', [], '', []],
    ['texts for entries', ['Home'], 'Home', []],
    [
      'entries that are none',
      [null, 7, [], {}, { title: 'A' }],
      'A',
      [0, 1, 2, 3].map((index) => `_iom.menu[${index}]: {} (nothing to show)`),
    ],
    [
      'HTML in a title',
      [{ title: 'A <b>bold</b> title &amp; more<script>x()</script>' }],
      'A bold title & more x()',
      [],
    ],
    ['no title ⇒ the introduction', [{ summary: 'About A.', url: '/a' }], 'About A.', []],
    ['no title and no introduction ⇒ the address', [{ url: '/a' }], 'https://example.org/a', []],
    [
      'nothing but entries ⇒ they take its place',
      [{ entries: [{ title: 'A', entries: [{ title: 'B' }] }] }],
      'A(B)',
      ['_iom.menu[0]: {} (no title)'],
    ],
    [
      'a `javascript:` address ⇒ no link',
      [{ title: 'A', url: 'javascript:x()' }],
      'A',
      ['_iom.menu[0].url: "javascript:x()"'],
    ],
    [
      'a title that is no text',
      [{ title: { a: 1 }, url: '/a' }],
      'https://example.org/a',
      ['_iom.menu[0].title: {"a":1}'],
    ],
    ['entries that are no list', [{ title: 'A', entries: 'B' }], 'A', ['_iom.menu[0].entries: "B"']],
    [
      'a fourth and fifth level ⇒ links among the links, in order',
      [
        {
          title: 'A',
          entries: [{ title: 'B', entries: [{ title: 'C', entries: [{ title: 'D', entries: ['E'] }] }, 'F'] }],
        },
      ],
      'A(B(C D E F))',
      ['_iom.menu[0].entries[0].entries[0].entries: (below the third level)'],
    ],
  ] as [string, unknown, string, string[]][]) {
    it(`${name} ⇒ ${expected || 'nothing'}`, () => {
      const feed = parsed(menu);
      assert.equal(titles(parseMenu(feed)), expected);
      assert.deepEqual(problemsOf(feed), problems);
    });
  }

  it('100,000 levels ⇒ three, in a moment', () => {
    let deep: object = { title: 'Last' };
    for (let level = 0; level < 100_000; level++) deep = { title: 'Level', entries: [deep] };
    const [section] = read(deep);
    assert.equal(section.entries[0].entries.length, 99_999);
    assert.equal(section.entries[0].entries.at(-1)?.title, 'Last');
  });

  it('100,000 levels without a title ⇒ what lies below them, in a moment', () => {
    let deep: object = { title: 'Last' };
    for (let level = 0; level < 100_000; level++) deep = { entries: [deep] };
    const feed = parsed([deep]);
    assert.equal(titles(parseMenu(feed)), 'Last');
    assert.deepEqual(problemsOf(feed), ['_iom.menu[0]: {} (no title)']);
  });

  it('10,000 entries ⇒ all of them', () => {
    const menu = Array.from({ length: 100 }, (_, index) => ({
      title: `Section ${index}`,
      entries: Array.from({ length: 99 }, (_, below) => ({ title: `Link ${below}` })),
    }));
    assert.equal(
      read(...menu).reduce((sum, { entries }) => sum + 1 + entries.length, 0),
      10_000,
    );
  });

  it('an object that holds itself ⇒ is shown once', () => {
    const round: { title: string; entries: object[] } = { title: 'Round', entries: [] };
    round.entries.push(round, { title: 'Other' });
    assert.equal(titles(read(round)), 'Round(Other)');
  });

  it('the French menu of the demo is that of the published page, word for word', () => {
    const feed = JSON.parse(readFileSync('demo/feeds/oim.fr.json', 'utf8')) as Feed;
    const [about, work, ...others] = parseMenu({ feed, baseUrl: 'https://example.org/', problems: [] });
    assert.equal(about.title, 'Qui sommes nous');
    assert.match(about.summary!, /^L'Organisation internationale .* 175 Etats membres et présente dans 171 pays\.$/);
    assert.equal(
      titles(about.entries),
      'Structure(Structure organisationnelle Directrice générale Directrice générale adjointe chargée de la gestion et des réformes Directrice générale adjointe chargée des opérations Bureau du Chef de Cabinet Bureau des partenariats, de la sensibilisation et de la communication Bureau de la stratégie et de la performance institutionnelle)',
    );
    assert.match(work.summary!, /^En tant que principale organisation .* le développement durable\.$/);
    assert.equal(
      titles([work, ...others]),
      'Notre travail(Ce que nous faisons Partenariats) Où travaillons-nous Agir(Travailler avec nous Engagez-vous) Données et recherche 2030 AGENDA',
    );
  });
});
