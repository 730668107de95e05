import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { formatDay } from '../../src/i18n/format-date.js';
import { formatRelative } from '../../src/i18n/relative.js';

const now = Date.parse('2026-03-10T12:00:00Z');

describe('how long ago', () => {
  for (const [date, tag, expected] of [
    ['2026-03-10T09:00:00Z', 'fr', 'il y a 3 heures'],
    ['2026-03-07T12:00:00Z', 'ar', 'قبل 3 أيام'],
    ['2026-03-09T12:00:00Z', 'es', 'ayer'],
    ['2026-03-10T12:00:00Z', 'en', 'this minute'],
    ['2026-03-10T11:59:01Z', 'en', 'this minute'],
    ['2026-03-10T11:59:00Z', 'en', '1 minute ago'],
    ['2026-03-10T11:00:01Z', 'en', '59 minutes ago'],
    ['2026-03-10T11:00:00Z', 'en', '1 hour ago'],
    ['2026-03-09T12:00:01Z', 'en', '23 hours ago'],
    ['2026-03-11T12:00:00Z', 'en', 'tomorrow'],
    ['2026-03-10T14:00:00Z', 'en', 'in 2 hours'],
    ['2026-02-08T12:00:00Z', 'en', '30 days ago'],
  ] as const) {
    it(`is “${expected}” in ${tag}`, () => assert.equal(formatRelative(date, tag, now), expected));
  }

  for (const [date, tag, why] of [
    ['2026-01-10T12:00:00Z', 'fr', 'for what is more than a month old'],
    ['2026-02-07T12:00:00Z', 'en', 'for what is 31 days old'],
    ['2026-05-10T12:00:00Z', 'en', 'for what is more than a month away'],
    ['2026-03-07T12:00:00Z', 'ti', 'where the words of the past are those of the future'],
  ] as const) {
    it(`is the day itself ${why}`, () => assert.equal(formatRelative(date, tag, now), formatDay(date, tag)));
  }

  it('counts from now where no other moment is given', () =>
    assert.equal(formatRelative(new Date(Date.now() - 7_500_000).toISOString(), 'en'), '2 hours ago'));
});
