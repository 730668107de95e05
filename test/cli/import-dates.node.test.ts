import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { parseMoment } from '../../src/cli/import/extract/parse-date.js';
import { importing } from '../helpers/import-sources.js';
import { rss } from '../helpers/feeds.js';

const read: Record<string, [written: string, date: string][]> = {
  'RFC 822, with names of zones, two-digit years and one-digit hours': [
    ['Tue, 03 Mar 2026 14:30:00 PST', '2026-03-03T14:30:00-08:00'],
    ['3 Mar 2026 14:30:00 EDT', '2026-03-03T14:30:00-04:00'],
    ['Tue, 3 Mar 26 4:05:06 +0000', '2026-03-03T04:05:06+00:00'],
    ['Sat, 3 Mar 79 14:30 UT', '1979-03-03T14:30:00Z'],
    ['Tuesday, 03-Mar-26 14:30:00 GMT', '2026-03-03T14:30:00Z'],
    ['Tue, 03 March 2026 14:30:00 CEST', '2026-03-03T14:30:00+02:00'],
    ['Tue, 03 Mar 2026 14:30:00 MEZ', '2026-03-03T14:30:00+01:00'],
    ['Tue, 03 Mar 2026 14:30:00 EAT', '2026-03-03T14:30:00+03:00'],
    ['Tue, 03 Mar 2026 14:30:00 -03', '2026-03-03T14:30:00-03:00'],
    ['Tue, 03 Mar 2026 14:30:00 GMT+2', '2026-03-03T14:30:00+02:00'],
    ['Tue, 03 Mar 2026 14:30:00 +0200 (EET)', '2026-03-03T14:30:00+02:00'],
    ['Tue, 03 Mar 2026 14:30:00 (EET)', '2026-03-03T14:30:00+02:00'],
    ['Tue, 03 Mar 2026 14:30:00 Africa/Dakar', '2026-03-03T14:30:00Z'],
    ['Fri, 03 Jul 2026 14:30:00 Europe/Lisbon', '2026-07-03T14:30:00+01:00'],
    ['Tue, 03 Mar 2026 24:00:00 GMT', '2026-03-04T00:00:00Z'],
    ['Tue, 30 Jun 2026 23:59:60 GMT', '2026-06-30T23:59:59Z'],
    ['Tue, Mar 03 2026 14:30:00 GMT', '2026-03-03T14:30:00Z'],
  ],
  'the form of asctime and others of programs': [
    ['Tue Mar  3 14:30:00 2026', '2026-03-03T14:30:00Z'],
    ['Tue Mar 03 14:30:00 EST 2026', '2026-03-03T14:30:00-05:00'],
    ['Tue, 2026/03/03 14:30:00 EST', '2026-03-03T14:30:00-05:00'],
    ['2026-03-03 14:30:00.0', '2026-03-03T14:30:00.0Z'],
    ['3/25/2026 2:30 PM', '2026-03-25T14:30:00Z'],
  ],
  'ISO 8601, also without signs, without a day, and by the day of the year': [
    ['20260303T143000Z', '2026-03-03T14:30:00Z'],
    ['2026-03-03T143005+01:00', '2026-03-03T14:30:05+01:00'],
    ['2026-03-03T14:30:00+0200', '2026-03-03T14:30:00+02:00'],
    ['2026-03-03T9:30', '2026-03-03T09:30:00Z'],
    ['2026-3-3', '2026-03-03T00:00:00Z'],
    ['2026-03', '2026-03-01T00:00:00Z'],
    ['2026', '2026-01-01T00:00:00Z'],
    ['2026-062', '2026-03-03T00:00:00Z'],
    ['260303', '2026-03-03T00:00:00Z'],
    ['2026-W10-2', '2026-03-03T00:00:00Z'],
    ['2026-03-03T14:30:00+01:00[Europe/Paris]', '2026-03-03T14:30:00+01:00'],
  ],
  'names of days and months in many languages': [
    ['mar., 24 avr. 2026 14:30:00 +0200', '2026-04-24T14:30:00+02:00'],
    ['lundi 1er juin 2026 à 9h05', '2026-06-01T09:05:00Z'],
    ['mar, 03 mar 2026 14:30:00 -0300', '2026-03-03T14:30:00-03:00'],
    ['24 de septiembre de 2026', '2026-09-24T00:00:00Z'],
    ['qua, 07 out 2026 10:00:00 -0300', '2026-10-07T10:00:00-03:00'],
    ['5 de setembro de 2026', '2026-09-05T00:00:00Z'],
    ['Сб, 05 сен 2026 10:00:00 +0300', '2026-09-05T10:00:00+03:00'],
    ['5 сентября 2026 г., 10:00', '2026-09-05T10:00:00Z'],
    ['السبت، 5 سبتمبر 2026', '2026-09-05T00:00:00Z'],
    ['٥ أيلول ٢٠٢٦', '2026-09-05T00:00:00Z'],
    ['15 كانون الثاني 2026', '2026-01-15T00:00:00Z'],
    ['2026年9月5日 星期六 下午3:05', '2026-09-05T15:05:00Z'],
    ['二〇二六年九月五日', '2026-09-05T00:00:00Z'],
    ['二零二六年十二月三十一日', '2026-12-31T00:00:00Z'],
    ['二〇二六年十月二十日', '2026-10-20T00:00:00Z'],
    ['2026년 9월 5일 오후 3:05', '2026-09-05T15:05:00Z'],
    ['Sa., 5. Sept. 2026, 10:00 Uhr', '2026-09-05T10:00:00Z'],
    ['2026-július-13T9:15-05:00', '2026-07-13T09:15:00-05:00'],
    ['Κυρ, 12 Ιούλ 2026 12:00:00 EST', '2026-07-12T12:00:00-05:00'],
    ['3rd of March 2026, 4:05 p.m.', '2026-03-03T16:05:00Z'],
  ],
};

describe('dates', () => {
  for (const [what, cases] of Object.entries(read)) {
    it(`are read: ${what}`, () => {
      for (const [written, date] of cases) assert.equal(parseMoment(written).date, date, written);
    });
  }

  it('are none where no calendar has them, or nobody can tell the day from the month', () => {
    for (const written of ['Mon, 30 Feb 2026 10:00:00 GMT', '2026-06-31', '1 Jan 2026 25:00', 'some day', '05/09/2026'])
      assert.equal(parseMoment(written).date, undefined, written);
  });

  it('have the day first where the language or the day of the week says so', () => {
    assert.equal(parseMoment('05/09/2026', 'fr').date, '2026-09-05T00:00:00Z');
    assert.equal(parseMoment('05.09.2026 10:00').date, '2026-09-05T10:00:00Z');
    assert.equal(parseMoment('Wed, 08/04/2026').date, '2026-04-08T00:00:00Z');
    assert.equal(parseMoment('Tue, 08/04/2026').date, '2026-08-04T00:00:00Z');
  });

  it('of the years 1 and 1970 are what systems write for none: said, and not shown', async () => {
    const blank = [
      '0001-01-01T00:00:00Z',
      'Thu, 01 Jan 1970 00:00:00 +0000',
      '0000-00-00 00:00:00',
      '-0001-11-30T00:00:00Z',
    ];
    const { items, notes } = await importing({
      text: rss(blank.map((date, index) => ({ title: `Story ${index}`, date }))),
    });
    assert.ok(items.every(({ date_published }) => date_published === undefined));
    assert.match(notes.join(), /4 dates of the year 1 or 1970, the first here; read as no date/);
  });

  it('in an unknown zone are taken for UTC, and that is told', async () => {
    const { item, notes } = await importing({ text: rss([{ title: 'a', date: 'Tue, 03 Mar 2026 14:30:00 XYZ' }]) });
    assert.equal(item?.date_published, '2026-03-03T14:30:00Z');
    assert.match(notes.join(), /“XYZ” is not a known time zone; the time was read as UTC/);
  });

  it('of a change count where there is no other', async () => {
    const items = [{ id: '1', title: 'a', content_text: 'a', date_modified: 'Tue, 3 Mar 26 4:05 EST' }];
    const text = JSON.stringify({ version: 'https://jsonfeed.org/version/1.1', title: 'T', items });
    assert.equal((await importing({ text })).item?.date_published, '2026-03-03T04:05:00-05:00');
  });
});
