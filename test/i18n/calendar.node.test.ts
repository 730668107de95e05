import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  addCalendar,
  calendarOf,
  formatUnit,
  formattingTag,
  inDigits,
  isKnown,
  joinList,
  namingTag,
} from '../../src/i18n/calendar.js';
import { formatDay } from '../../src/i18n/format-date.js';
import { formatRelative } from '../../src/i18n/relative.js';

/** Languages that this Node has data for, and one that has none anywhere. */
const unknown = 'xx-Test';

describe('a language that the browser has data for', () => {
  it('is what Intl is asked with', () => {
    assert.equal(isKnown('fr-CH'), true);
    assert.equal(namingTag('fr-CH'), 'fr-CH');
    assert.equal(formattingTag('fr-CH'), 'fr-CH');
  });

  it('has lists as Intl writes them', () =>
    assert.equal(joinList(['traite', 'frontières', 'asile'], 'fr'), 'traite, frontières et asile'));

  it('has its own digits', () => assert.equal(inDigits('10–12', 'ar-EG'), '١٠–١٢'));

  for (const [value, unit, tag, digits, expected] of [
    [2.44, 'megabyte', 'fr', 1, '2,4\u00a0Mo'],
    [2.44, 'megabyte', 'fr', undefined, '2\u00a0Mo'],
    [12, 'minute', 'en', undefined, '12 min'],
  ] as const) {
    it(`${value} ${unit} in ${tag} ⇒ ${expected}`, () =>
      assert.equal(formatUnit(value, unit, tag, digits).replace('\u202f', '\u00a0'), expected));
  }
});

describe('a language that nobody has data for', () => {
  it('is named in English', () => {
    assert.equal(isKnown(unknown), false);
    assert.equal(namingTag(unknown), 'en');
    assert.equal(formattingTag(unknown), 'en');
    assert.equal(calendarOf(unknown), undefined);
  });

  it('has lists without a word for “and”', () => assert.equal(joinList(['a', 'b', 'c'], unknown), 'a, b, c'));

  it('has days in figures', () => {
    assert.equal(formatDay('2023-07-10T23:00:00-03:00', unknown), '2023-07-10');
    assert.equal(formatRelative('2023-07-10T23:00:00Z', unknown, Date.parse('2023-07-11T01:00:00Z')), '2023-07-10');
  });

  for (const [unit, symbol] of [
    ['byte', 'B'],
    ['kilobyte', 'kB'],
    ['megabyte', 'MB'],
    ['gigabyte', 'GB'],
    ['second', 's'],
    ['minute', 'min'],
    ['kilometer', 'km'],
  ] as const) {
    it(`has the international symbol of a ${unit}`, () =>
      assert.equal(formatUnit(1234.56, unit, unknown, 1), `1,234.6\u00a0${symbol}`));
  }
  it('has no fractions where none are asked for', () =>
    assert.equal(formatUnit(1.6, 'kilometer', unknown), '2\u00a0km'));
});

describe('a language that we have a calendar for', () => {
  const calendar = { locale: 'ar-EG', weekdays: [], comma: '، ' };
  addCalendar('yy-Test', calendar);
  addCalendar('de-CH', { ...calendar, locale: 'de' });

  it('is known by its first part', () => {
    assert.equal(calendarOf('yy-Latn'), calendar);
    assert.equal(formattingTag('yy'), 'ar-EG');
    assert.equal(namingTag('yy'), 'en');
  });

  it('has our commas and its own digits, in lists, days and units', () => {
    assert.equal(joinList(['a', 'b'], 'yy'), 'a، b');
    assert.equal(formatDay('2023-07-10', 'yy-Test'), '٢٠٢٣-٠٧-١٠');
    assert.equal(formatUnit(12, 'minute', 'yy'), '١٢\u00a0min');
  });

  it('has them also where this browser has data, as others have none', () => {
    assert.equal(joinList(['a', 'b'], 'de'), 'a، b');
    assert.equal(formatUnit(12, 'kilometer', 'de'), '12\u00a0km');
    assert.equal(formatDay('2023-07-10', 'de-CH'), '10. Juli 2023');
  });
});
