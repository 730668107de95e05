import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Feed } from '../../src/feed/schema/model.generated.js';
import type { ParsedFeed } from '../../src/feed/parse/parse-strict.js';
import { problemsOf } from '../../src/feed/parse/problems.js';
import { chooseCards, parseSections } from '../../src/feed/parts/sections.js';

const parsed = (sections: unknown): ParsedFeed => ({
  feed: { version: '', title: 'Test feed', items: [], _iom: { about: '', sections } as Feed['_iom'] },
  baseUrl: 'https://example.org/feeds/feed.json',
  problems: [],
});
const read = (sections: unknown) => {
  const feed = parsed(sections);
  return { sections: parseSections(feed), problems: problemsOf(feed) };
};
/** What is left of one card, and what is said of it. */
const one = (card: unknown) => {
  const { sections, problems } = read([{ id: 'work', title: 'Work', cards: [card] }]);
  return { card: sections[0].cards[0], problems };
};
const page = { title: 'Test page', url: 'https://example.org/page' };

describe('readSections', () => {
  it('takes a section that is as it should be as it is', () => {
    const section = {
      id: 'data',
      title: 'Data',
      summary: 'All of it.',
      url: 'https://example.org/data',
      cards: [
        {
          ...page,
          summary: 'Text',
          image: { url: 'https://example.org/a.svg', alt: 'A hill', width: 1200, height: 800 },
          kind: 'data',
          mime_type: 'text/csv',
          size_in_bytes: 1200,
          language: 'fr',
          updated: '2026-03-10',
        },
        { ...page, kind: 'vacancy', closes: '2026-03-31', time_zone: 'America/Montevideo', place: 'Montevideo' },
      ],
    };
    assert.deepEqual(read([section]), { sections: [section], problems: [] });
  });

  it('reads a feed once, and adds what it could not read to the problems of the feed', () => {
    const feed = parsed([{ id: 'work', title: 'Work', cards: [{ ...page, kind: 'red' }] }]);
    assert.equal(parseSections(feed), parseSections(feed));
    assert.deepEqual(problemsOf(feed), ['_iom.sections[0].cards[0].kind: "red"']);
  });

  it('cards without a word about their section ⇒ are in one that has no name', () =>
    assert.equal(read([{ cards: [page] }]).sections[0].id, ''));

  for (const kind of ['page', 'file', 'data', 'vacancy', 'action']) {
    it(`a card of the kind ${kind} ⇒ stays that`, () => assert.equal(one({ ...page, kind }).card.kind, kind));
  }

  for (const [field, written, expected] of [
    ['mime_type', 'Application/PDF; charset=binary', 'application/pdf'],
    ['mime_type', 'image/svg+xml', 'image/svg+xml'],
    ['mime_type', 'a text/csv', undefined],
    ['mime_type', 'pdf', undefined],
    ['mime_type', {}, undefined],
    ['size_in_bytes', '1200', 1200],
    ['size_in_bytes', '12 KB', undefined],
    ['size_in_bytes', 'about 12', undefined],
    ['size_in_bytes', {}, undefined],
    ['image', 7, undefined],
    ['image', null, undefined],
    ['image', { alt: 'A' }, undefined],
  ] as const) {
    it(`${field} ${JSON.stringify(written)} ⇒ ${expected ?? 'left out'}`, () => {
      const { card } = one({ ...page, [field]: written });
      assert.deepEqual([card.title, card[field]], [page.title, expected]);
    });
  }

  for (const sections of [undefined, null, 'work', 7, {}, []]) {
    it(`sections: ${JSON.stringify(sections)} ⇒ none`, () => assert.deepEqual(read(sections).sections, []));
  }

  it('an extension that is none ⇒ none', () => {
    const feed = { ...parsed([]), feed: { version: '', title: '', items: [], _iom: 'x' as unknown as Feed['_iom'] } };
    assert.deepEqual(parseSections(feed), []);
  });

  it('names a section without anything in it, and keeps its neighbours', () => {
    const { sections, problems } = read([{}, 'x', { id: 'work', cards: [page] }, { title: 'Agir', cards: 'x' }]);
    assert.deepEqual(
      sections.map(({ id, title, cards }) => [id, title, cards.length]),
      [
        ['work', undefined, 1],
        ['Agir', 'Agir', 0],
      ],
    );
    assert.deepEqual(problems, ['_iom.sections[0]: {}', '_iom.sections[1]: "x"', '_iom.sections[3].cards: "x"']);
  });

  it('an id twice ⇒ both are kept, each by an id of its own', () => {
    const { sections, problems } = read([
      { id: 'work', title: 'A', cards: [] },
      { id: 'work', title: 'B', cards: [] },
    ]);
    assert.deepEqual(
      sections.map(({ id, title }) => [id, title]),
      [
        ['work', 'A'],
        ['work#1', 'B'],
      ],
    );
    assert.deepEqual(problems, ['_iom.sections[1].id: work (duplicate)']);
  });

  it('a card twice ⇒ once', () => {
    const { sections, problems } = read([{ id: 'work', cards: [page, { ...page }, { ...page, title: 'Other' }] }]);
    assert.deepEqual(
      sections[0].cards.map(({ title }) => title),
      ['Test page', 'Other'],
    );
    assert.deepEqual(problems, ['_iom.sections[0].cards: duplicates left out']);
  });

  for (const [what, card, title] of [
    ['no title', { url: 'https://example.org/a', summary: 'Text' }, 'Text'],
    ['no title and no text', { url: 'https://example.org/a' }, 'https://example.org/a'],
    ['a title that is no text', { title: {}, url: 'https://example.org/a' }, 'https://example.org/a'],
    ['HTML in its title', { title: 'A <b>bold</b> &amp; <script>x()</script>', url: 'https://a.org' }, 'A bold & x()'],
    ['a title of 10,000 characters', { title: 'x'.repeat(10_000) }, 'x'.repeat(10_000)],
  ] as const) {
    it(`a card with ${what} ⇒ “${title.slice(0, 30)}”`, () => assert.equal(one(card).card.title, title));
  }

  for (const card of [{}, { kind: 'page' }, null, 'x', 3, []]) {
    it(`the card ${JSON.stringify(card)} ⇒ named and left out`, () => {
      const { card: match, problems } = one(card);
      assert.equal(match, undefined);
      assert.match(problems[0], /^_iom\.sections\[0\]\.cards\[0\]/);
    });
  }

  for (const url of ['javascript:x()', 'data:text/html,x', 'mailto:a@example.org', 7, '//']) {
    it(`the address ${JSON.stringify(url)} ⇒ a card without a link`, () => {
      const { card, problems } = one({ ...page, url });
      assert.deepEqual(card, { title: 'Test page', url: undefined });
      assert.deepEqual(problems, [`_iom.sections[0].cards[0].url: ${JSON.stringify(url)}`]);
    });
  }

  it('resolves addresses against that of the feed', () => {
    const { card } = one({ title: 'A', url: '../page', image: 'a.svg' });
    assert.equal(card.url, 'https://example.org/page');
    assert.deepEqual(card.image, { url: 'https://example.org/feeds/a.svg' });
  });

  it('a picture without an address ⇒ none', () => {
    const { card, problems } = one({ ...page, image: { alt: 'A hill' } });
    assert.equal(card.image, undefined);
    assert.deepEqual(problems, ['_iom.sections[0].cards[0].image: {"alt":"A hill"}']);
  });

  for (const [closes, expected] of [
    ['2026-03-31', '2026-03-31'],
    [' 2026-3-1 ', '2026-03-01'],
    ['2026/03/31', '2026-03-31'],
    ['2026.3.31', '2026-03-31'],
    ['2026-03-31T23:59:59-03:00', '2026-03-31'],
    ['2026-03-31T02:00Z', '2026-03-31'],
    ['31 March 2026', '2026-03-31'],
    ['Tue, 31 Mar 2026 12:00:00 GMT', '2026-03-31'],
    ['31/03/2026', undefined],
    ['2026-02-30', undefined],
    ['2026-13-01', undefined],
    ['soon', undefined],
    [20260331, undefined],
    [{}, undefined],
  ] as const) {
    it(`closes: ${JSON.stringify(closes)} ⇒ ${expected ?? 'named and left out'}`, () => {
      const { card, problems } = one({ ...page, closes });
      assert.equal(card.closes, expected);
      assert.equal(problems.length, expected ? 0 : 1);
    });
  }

  for (const [field, value, expected] of [
    ['kind', 'Vacancy', 'vacancy'],
    ['kind', 'podcast', undefined],
    ['mime_type', 'Application/PDF; charset=x', 'application/pdf'],
    ['mime_type', 'pdf', undefined],
    ['size_in_bytes', '2400000', 2400000],
    ['size_in_bytes', 0, 0],
    ['size_in_bytes', -1, undefined],
    ['size_in_bytes', '2.4 MB', undefined],
    ['language', 'en_US', 'en-US'],
    ['language', '??', undefined],
    ['time_zone', 'America/Montevideo', 'America/Montevideo'],
    ['time_zone', 'Mars/Olympus', undefined],
    ['updated', '2026-03-10T10:00:00Z', '2026-03-10'],
    ['place', '<b>Montevideo</b>', 'Montevideo'],
  ] as const) {
    it(`${field}: ${JSON.stringify(value)} ⇒ ${expected}`, () =>
      assert.equal(one({ ...page, [field]: value }).card[field], expected));
  }

  it('10,000 cards ⇒ all of them, in their order', () => {
    const cards = Array.from({ length: 10_000 }, (_, index) => ({ ...page, title: `Card ${index}` }));
    const { sections, problems } = read([{ id: 'work', cards }]);
    assert.deepEqual(sections[0].cards, cards);
    assert.deepEqual(problems, []);
  });
});

describe('chooseCards', () => {
  const feed = parsed([
    { id: 'work', title: 'Work', cards: [page, { ...page, title: 'File', kind: 'file' }] },
    { id: 'data', title: 'Data', cards: [{ ...page, title: 'Data set', kind: 'data' }, page] },
  ]);
  const titles = (id: string, ...kinds: string[]) => chooseCards(feed, id, kinds).cards.map(({ title }) => title);

  it('takes the cards of a section, and the section', () => {
    assert.deepEqual(titles('work'), ['Test page', 'File']);
    assert.equal(chooseCards(feed, 'work', []).section?.title, 'Work');
  });
  it('takes those of a kind; one that doesn’t say what it is counts as a page', () => {
    assert.deepEqual(titles('data', 'page'), ['Test page']);
    assert.deepEqual(titles('data', 'data', 'page'), ['Data set', 'Test page']);
    assert.deepEqual(titles('data', 'vacancy'), []);
  });
  it('without a section takes those of all, each once', () => {
    assert.deepEqual(titles(''), ['Test page', 'File', 'Data set']);
    assert.equal(chooseCards(feed, '', []).section, undefined);
  });
  it('a section that is not there ⇒ none', () => assert.deepEqual(titles('nothing'), []));
});
