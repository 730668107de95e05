import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { chooseFigures, parseFigures } from '../../src/feed/parts/figures.js';
import { parseMission } from '../../src/feed/parts/mission.js';
import type { Feed } from '../../src/feed/schema/model.generated.js';
import { parseNumber, findNumbers } from '../../src/feed/parts/parse-number.js';
import type { ParsedFeed } from '../../src/feed/parse/parse-strict.js';
import { problemsOf } from '../../src/feed/parse/problems.js';

const parsed = (extension: unknown): ParsedFeed => ({
  feed: { version: '', title: 'Test feed', items: [], _iom: extension as Feed['_iom'] },
  baseUrl: 'https://example.org/feed.json',
  problems: [],
});
const feedOf = (...figures: unknown[]) => parsed({ about: '', figures });
const one = (fields: object) => {
  const feed = feedOf({ id: 'a', label: 'things', value: 1, ...fields });
  return { ...parseFigures(feed)[0], problems: problemsOf(feed) };
};

describe('readFigures', () => {
  it('takes a figure that is as it should be as it is', () => {
    const figure = {
      id: 'states',
      label: 'Member States',
      value: 175,
      kind: 'count',
      unit: 'km',
      qualifier: 'more-than',
      note: 'A note.',
      as_of: '2024-03',
      source: { title: 'A report', url: 'https://example.org/report' },
      history: [{ as_of: '2016', value: 165 }],
      better: 'up',
    };
    const feed = feedOf(figure);
    assert.deepEqual(parseFigures(feed), [figure]);
    assert.deepEqual(problemsOf(feed), []);
    assert.equal(parseFigures(feed), parseFigures(feed));
  });

  for (const [written, expected] of [
    ['1951', 1951],
    ['1 951', 1951],
    ['600,000', 600_000],
    ['600 000', 600_000],
    ['1.234.567,89', 1_234_567.89],
    ['1,234,567.89', 1_234_567.89],
    ['31.1 million', 31_100_000],
    ['3110万', 31_100_000],
    ['٣١٫١ مليون', 31_100_000],
    ['-4', -4],
    ['0', 0],
  ] as const) {
    it(`the text ${written} ⇒ ${expected}`, () => assert.equal(one({ value: written }).value, expected));
  }

  for (const value of ['many', 'over 31 million', '1951-2021', '', null, {}, [7], true, NaN, Infinity]) {
    it(`${JSON.stringify(value)} as value ⇒ left out, and named`, () => {
      const feed = feedOf({ id: 'a', label: 'things', value }, { id: 'b', label: 'others', value: 2 });
      assert.deepEqual(
        parseFigures(feed).map(({ id }) => id),
        ['b'],
      );
      assert.ok(problemsOf(feed).length);
    });
  }

  for (const [written, expected] of [
    ['2024', '2024'],
    [2024, '2024'],
    ['2024-03', '2024-03'],
    ['2024-03-01', '2024-03-01'],
    ['2024-03-01T10:00:00Z', '2024-03-01'],
    ['2024-13', undefined],
    ['2024-02-30', undefined],
    ['some day', undefined],
    ['12024', undefined],
    ['year 2024', undefined],
    [1688990400, undefined],
  ] as const) {
    it(`as of ${written} ⇒ ${expected ?? 'left out'}`, () => {
      const { as_of, problems } = one({ as_of: written });
      assert.equal(as_of, expected);
      assert.equal(problems.length, expected ? 0 : 1);
    });
  }

  it('a history out of order ⇒ oldest first; what is wrong in it costs only itself', () => {
    const { history, problems } = one({
      history: [{ as_of: '2016', value: 165 }, { as_of: '1998', value: '67' }, { value: 3 }, 7],
    });
    assert.deepEqual(history, [
      { as_of: '1998', value: 67 },
      { as_of: '2016', value: 165 },
    ]);
    assert.equal(problems.length, 2);
  });

  for (const [what, source, expected] of [
    ['a text', 'A report', { title: 'A report' }],
    [
      'an address alone',
      { url: '/report' },
      { url: 'https://example.org/report', title: 'https://example.org/report' },
    ],
    ['a `javascript:` address', { title: 'A report', url: 'javascript:x()' }, { title: 'A report', url: undefined }],
  ] as const) {
    it(`${what} as source ⇒ shown as well as it can be`, () => assert.deepEqual(one({ source }).source, expected));
  }

  it('wrong words, codes and HTML ⇒ left out or read as text', () => {
    const figure = one({
      kind: 'Percent',
      qualifier: 'more than',
      currency: 'usd',
      better: 'left',
      label: '<b>things</b>',
    });
    assert.deepEqual(
      [figure.kind, figure.qualifier, figure.currency, figure.better, figure.label],
      ['percent', 'more-than', 'USD', undefined, 'things'],
    );
    assert.deepEqual(figure.problems, ['_iom.figures[0].better: "left"']);
  });

  it('kinds, qualifiers and what is better, however they are written', () => {
    for (const kind of ['count', 'year', 'percent', 'money']) assert.equal(one({ kind }).kind, kind);
    for (const qualifier of ['about', 'more-than', 'less-than']) assert.equal(one({ qualifier }).qualifier, qualifier);
    for (const better of ['up', 'down']) assert.equal(one({ better }).better, better);
  });

  for (const currency of ['US dollars', 'USDT', 'AUSD', 'US', {}, 840]) {
    it(`the currency ${JSON.stringify(currency)} ⇒ left out, and named`, () => {
      const figure = one({ currency });
      assert.equal(figure.currency, undefined);
      assert.deepEqual(figure.problems, [`_iom.figures[0].currency: ${JSON.stringify(currency)}`]);
    });
  }

  it('values of the wrong type cost only themselves', () => {
    const feed = feedOf(
      7,
      null,
      { id: 'a', label: 'things', value: ' 1 ', as_of: {}, source: 7, history: 'x', note: {}, unit: [] },
      { id: 'b', label: 'others', value: 2, source: {}, history: [{ as_of: '2016' }, { value: 1 }] },
    );
    assert.deepEqual(
      parseFigures(feed).map(({ id, value, source, as_of }) => [id, value, source, as_of]),
      [
        ['a', 1, undefined, undefined],
        ['b', 2, undefined, undefined],
      ],
    );
    assert.deepEqual(parseFigures(feed)[1].history, []);
  });

  it('a history that is in order, or has a day twice ⇒ stays as it is', () => {
    const ordered = ['1998', '2016', '2016', '2024'].map((as_of, value) => ({ as_of, value }));
    assert.deepEqual(one({ history: ordered }).history, ordered);
    const turned = [...ordered].reverse();
    assert.deepEqual(
      one({ history: turned }).history?.map(({ as_of, value }) => `${as_of} ${value}`),
      ['1998 0', '2016 2', '2016 1', '2024 3'],
    );
  });

  it('a figure twice is named by its place', () => {
    const feed = feedOf({ id: 'a', value: 1 }, { id: 'a', value: 1 });
    parseFigures(feed);
    assert.deepEqual(problemsOf(feed), ['_iom.figures[1].id: a (duplicate)']);
  });

  it('no id ⇒ its label; an id twice ⇒ one of its own; a figure twice ⇒ once', () => {
    const same = { id: 'a', label: 'things', value: 1 };
    const feed = feedOf(same, same, { ...same, value: 2 }, { label: 'others', value: 3 }, { value: 4 });
    assert.deepEqual(
      parseFigures(feed).map(({ id }) => id),
      ['a', 'a#2', 'others', '4'],
    );
  });

  for (const figures of ['7', 7, {}, null]) {
    it(`${JSON.stringify(figures)} for the list ⇒ no figures`, () =>
      assert.deepEqual(parseFigures(parsed({ about: '', figures })), []));
  }
  it('no extension ⇒ no figures', () => assert.deepEqual(parseFigures(parsed(undefined)), []));
});

describe('chooseFigures', () => {
  const feed = feedOf(...['a', 'b', 'c', 'd'].map((id, value) => ({ id, label: id, value })));
  const chosen = (ids: string[], limit = 9) => chooseFigures(feed, ids, limit).map(({ id }) => id);
  it('the first ones, up to a limit', () => assert.deepEqual(chosen([], 2), ['a', 'b']));
  it('those that are named, in that order; unknown ones are passed over', () =>
    assert.deepEqual(chosen(['c', 'x', 'a']), ['c', 'a']));
});

describe('numbersIn', () => {
  for (const [text, ...expected] of [
    ['depuis 1951 une, 175 Etats', '1951', '175'],
    ['1,500 or 1.500', '1,500', '1.500'],
    [
      '30 millions, 30 mil millones, 18 тысяч, 600 mille, 5 km',
      '30 millions',
      '30 mil millones',
      '18 тысяч',
      '600 mille',
      '5',
    ],
    ['3110万人，1.2亿', '3110万', '1.2亿'],
    ['v1.75 A4 x', ''],
    ['1951-2021', '1951', '2021'],
    ['1.234.567 and 1,234,567 and 1’234’567', '1.234.567', '1,234,567', '1’234’567'],
    ['1.234,567', '1.234,567'],
    ['2 миллиарда, 3 млрд, 4 مليار, 5 milliards', '2 миллиарда', '3 млрд', '4 مليار', '5 milliards'],
    ['2 миллиона, 3 млн, 4 ملايين, 5 millones', '2 миллиона', '3 млн', '4 ملايين', '5 millones'],
    ['2 тыс, 3 ألف, 4 آلاف, 5 thousand, 6 mil', '2 тыс', '3 ألف', '4 آلاف', '5 thousand', '6 mil'],
    ['5 miles, 6 millas', '5', '6'],
  ]) {
    it(`${text} ⇒ ${expected.join(' | ')}`, () =>
      assert.deepEqual(
        findNumbers(text).map(({ start, end }) => text.slice(start, end)),
        expected.filter(Boolean),
      ));
  }
  it('a point before three digits may mean two things', () =>
    assert.deepEqual(findNumbers('1.500')[0].values, [1500, 1.5]));
  for (const [text, ...values] of [
    ['1.500.000', 1_500_000],
    ['1,5', 1.5],
    ['0.500', 0.5],
    ['1.2345', 1.2345],
    ['1,234.5', 1234.5],
    ['1٫500', 1.5],
    ['1٬500', 1500],
    ['1 500', 1500],
    ['2 billion', 2e9, 2],
    ['2 mil millones', 2e9, 2],
    ['2 thousand', 2000, 2],
    ['1.1 million', 1_100_000, 1.1],
    ['1.2亿', 120_000_000, 1.2],
    ['３万', 30_000, 3],
    ['۱۲', 12],
    ['2milliards', 2e9, 2],
    ['2millones', 2e6, 2],
    ['2тыс', 2000, 2],
    ['1.2 亿', 120_000_000, 1.2],
    ['3 万', 30_000, 3],
    ['012.500', 12.5],
    ['1234.567', 1234.567],
  ] as const) {
    it(`${text} may mean ${values.join(' or ')}`, () => assert.deepEqual(findNumbers(text)[0].values, values));
  }

  it('a text that is more than a number is none', () => assert.equal(parseNumber('7 years'), undefined));
  for (const [text, number] of [
    ['-7', -7],
    ['−7', -7],
    ['–7', -7],
    ['--7', undefined],
    ['+7', undefined],
    ['a7', undefined],
    ['a -7', undefined],
    ['-a 7', undefined],
    ['0', 0],
    ['7 8', undefined],
    ['', undefined],
    ['3 million', 3_000_000],
  ] as const) {
    it(`the text ${text} is ${number ?? 'no number'}`, () => assert.equal(parseNumber(text), number));
  }
});

describe('readMission', () => {
  for (const [what, extension, expected] of [
    [
      'a mission',
      { mission: { title: 'Who', text: 'One.\n\nTwo.', url: '/who' } },
      ['Who', 'One.\n\nTwo.', 'https://example.org/who'],
    ],
    ['a mission that is a text', { mission: 'We are.' }, [undefined, 'We are.', undefined]],
    ['an object for `about`', { about: { title: 'Who', text: 'We are.' } }, ['Who', 'We are.', undefined]],
    ['a text that is none', { mission: { title: 'Who', text: {} } }, ['Who', undefined, undefined]],
    ['a text for `about`, as an object', { about: { text: 'We are.' } }, [undefined, 'We are.', undefined]],
    ['a title for `about`', { about: { title: 'Who' } }, ['Who', undefined, undefined]],
    [
      'blank lines with blanks',
      { mission: 'One.\r\n \t\r\nTwo.\nThree.' },
      [undefined, 'One.\n\nTwo. Three.', undefined],
    ],
    [
      'paragraphs that don’t end',
      { mission: 'Zero.<P class="a">One.<p>Two.</p>Three.' },
      [undefined, 'Zero.\n\nOne.\n\nTwo.\n\nThree.', undefined],
    ],
    ['both', { about: { title: 'Old' }, mission: { title: 'New' } }, ['New', undefined, undefined]],
    ['HTML', { mission: { text: '<p>One <b>bold</b>.</p><p>Two.</p>' } }, [undefined, 'One bold .\n\nTwo.', undefined]],
    ['a `javascript:` address', { mission: { title: 'Who', url: 'javascript:x()' } }, ['Who', undefined, undefined]],
    ['an address for `about`', { about: 'https://example.org' }, undefined],
    ['nothing in it', { mission: {} }, undefined],
    ['no object', { mission: [7] }, undefined],
    ['no extension', undefined, undefined],
  ] as const) {
    it(`${what} ⇒ ${JSON.stringify(expected?.[0] ?? expected?.[1] ?? 'none')}`, () => {
      const match = parseMission(parsed(extension));
      assert.deepEqual(match && [match.title, match.text, match.url], expected);
    });
  }
});
