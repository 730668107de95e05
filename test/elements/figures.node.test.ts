import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  describeDate,
  describeHistory,
  describeTrend,
  spell,
  writeNumber,
} from '../../src/elements/key-figures/format-figure.js';
import type { ParsedFigure } from '../../src/feed/parts/figures.js';
import en from '../../src/i18n/messages/common/en.js';

const figure = (value: number, more: Partial<ParsedFigure> = {}): ParsedFigure => ({ id: 'a', value, ...more });
/** With every blank as a plain one and without marks of direction, in which versions of ICU differ. */
const plain = (text: string) => text.replace(/\s/g, ' ').replace(/[\u200e\u200f\u061c]/g, '');
const year: Partial<ParsedFigure> = { kind: 'year' };
const percent: Partial<ParsedFigure> = { kind: 'percent' };
const dollars: Partial<ParsedFigure> = { kind: 'money', currency: 'USD' };

describe('writeNumber', () => {
  for (const [tag, value, more, expected] of [
    ['fr', 31_100_000, {}, '31 100 000'],
    ['en', 31_100_000, {}, '31,100,000'],
    ['es', 31_100_000, {}, '31.100.000'],
    ['ru', 600_000, {}, '600 000'],
    ['ar-EG', 31_100_000, {}, '٣١٬١٠٠٬٠٠٠'],
    ['fr', 1951, year, '1951'],
    ['en', 1951, year, '1951'],
    ['ar-EG', 1951, year, '١٩٥١'],
    ['en', 1951, {}, '1,951'],
    ['fr', 12.5, percent, '12,5 %'],
    ['en', 12, percent, '12%'],
    ['en', 30_000_000, dollars, 'USD 30,000,000'],
    ['fr', 30_000_000, dollars, '30 000 000 USD'],
    ['en', 12.5, dollars, 'USD 12.50'],
    ['en', 12, { kind: 'money' }, '12'],
    ['en', 12, { unit: 'km' }, '12 km'],
    ['en', -4.25, {}, '-4.25'],
    ['en', 0, {}, '0'],
  ] as const) {
    it(`${value} ${JSON.stringify(more)} in ${tag} ⇒ ${expected}`, () =>
      assert.equal(plain(spell(figure(value, more), tag)), expected));
  }

  for (const [tag, value, more, expected] of [
    ['fr', 31_100_000, {}, ['', '31,1', ' millions', 31.1]],
    ['en', 31_100_000, {}, ['', '31.1', ' million', 31.1]],
    ['zh', 31_100_000, {}, ['', '3110', '万', 3110]],
    ['ar-EG', 31_100_000, {}, ['', '٣١٫١', ' مليون', 31.1]],
    ['ne', 281_000_000, {}, ['', '२८.१', ' करोड', 28.1]],
    ['ne-NP', 1_500_000, {}, ['', '१५', ' लाख', 15]],
    ['en', 30_000_000, dollars, ['USD ', '30', ' million', 30]],
    ['fr', 30_000_000, dollars, ['', '30', ' millions USD', 30]],
    ['en', 600_000, {}, ['', '600,000', '', 600_000]],
    ['en', 3_000_000, year, ['', '3000000', '', 3_000_000]],
  ] as const) {
    it(`${value} ${JSON.stringify(more)} in ${tag}, compact ⇒ ${expected.slice(0, 3).join('')}`, () => {
      const { before, digits, after, amount } = writeNumber(figure(value, more), tag, true);
      assert.deepEqual([plain(before), plain(digits), plain(after), amount], expected);
    });
  }
});

describe('describeTrend', () => {
  const history = [
    { as_of: '1998', value: 67 },
    { as_of: '2016-05', value: 165 },
  ];
  for (const [value, expected] of [
    [175, 'Up from 165 (May 2016)'],
    [160, 'Down from 165 (May 2016)'],
    [165, 'Unchanged (May 2016)'],
  ] as const) {
    it(`165, then ${value} ⇒ ${expected}`, () =>
      assert.equal(describeTrend(figure(value, { history }), en.figures, 'en')?.text, expected));
  }
  it('no history ⇒ no trend', () => assert.equal(describeTrend(figure(1), en.figures, 'en'), undefined));
  it('all of the history in words', () =>
    assert.equal(describeHistory(figure(175, { history }), 'en'), '67 (1998) and 165 (May 2016)'));
});

describe('describeDate', () => {
  for (const [date, tag, expected] of [
    ['2024', 'en', '2024'],
    ['2024-03', 'fr', 'mars 2024'],
    ['2024-03-01', 'es', '1 de marzo de 2024'],
    ['2024', 'zh', '2024年'],
    ['2024-03', 'ar-EG', 'مارس ٢٠٢٤'],
  ]) {
    it(`${date} in ${tag} ⇒ ${expected}`, () => assert.equal(describeDate(date, tag), expected));
  }
});
