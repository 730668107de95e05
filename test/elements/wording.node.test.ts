import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  describeDays,
  describeMoment,
  describeTimes,
  nameLanguages,
  nameOfZone,
} from '../../src/elements/base/format.js';

/** Thin and unbroken blanks differ between versions of the Unicode data. */
const blanks = (text?: string) => text?.replace(/\s/g, ' ');

describe('the words of a contact', () => {
  for (const [days, expected] of [
    [[1, 2, 3, 4, 5], 'lundi – vendredi'],
    [[5, 1, 4, 2, 3, 3], 'lundi – vendredi'],
    [[7, 1, 2, 3, 4], 'dimanche – jeudi'],
    [[1, 2, 3, 4, 5, 6, 7], 'lundi – dimanche'],
    [[1, 2, 4], 'lundi, mardi et jeudi'],
    [[1, 2, 3, 5], 'lundi – mercredi et vendredi'],
    [[6, 7], 'samedi et dimanche'],
    [[3], 'mercredi'],
  ] as const) {
    it(`days ${days.join()} ⇒ ${expected}`, () => {
      const text = blanks(describeDays(days, 'fr'));
      assert.deepEqual(text?.split(/ – |, | et /).sort(), expected.split(/ – |, | et /).sort());
      assert.equal(text?.replace(/ ?[–-] ?/g, ' – ').includes('–'), expected.includes('–'));
    });
  }

  it('names languages in the language of the page', () =>
    assert.equal(nameLanguages(['es', 'en', 'fr'], 'fr'), 'espagnol, anglais et français'));

  it('writes times as the language does', () => {
    const stretch = { days: [1], opens: '09:00', closes: '17:30' };
    assert.match(blanks(describeTimes(stretch, 'fr')) ?? '', /^0?9:00 – 17:30$/);
    assert.equal(blanks(describeTimes(stretch, 'en')), '9:00 AM – 5:30 PM');
    assert.equal(describeTimes({ ...stretch, closes: '09:00' }, 'fr'), undefined);
  });

  it('says a moment by the clock of the office', () =>
    assert.equal(
      blanks(describeMoment(Date.parse('2026-03-16T12:00:00Z'), 'America/Montevideo', 'en')),
      'Monday 9:00 AM',
    ));

  it('names the city of a zone', () => {
    for (const [zone, expected] of [
      ['America/Montevideo', 'Montevideo'],
      ['America/Argentina/Buenos_Aires', 'Buenos Aires'],
      ['UTC', 'UTC'],
      ['Etc/GMT', 'UTC'],
      ['CET', 'heure d’Europe centrale'],
      // An offset tells nobody where that is: local time has to do.
      ['Etc/GMT+3', undefined],
      ['+03:00', undefined],
    ] as const) {
      assert.equal(nameOfZone(zone, 'fr'), expected, zone);
    }
  });
});
