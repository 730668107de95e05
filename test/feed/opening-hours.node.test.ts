import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { openStatusAt } from '../../src/feed/parts/opening-hours.js';
import type { Hours } from '../../src/feed/schema/model.generated.js';

const office: Hours[] = [{ days: [1, 2, 3, 4, 5], opens: '09:00', closes: '17:00' }];

/** "open until …" or "closed until …", in UTC. */
function describeHours(hours: Hours[] | undefined, zone: string | undefined, at: string): string | undefined {
  const openness = openStatusAt(hours, zone, Date.parse(at));
  if (!openness) return undefined;
  const changes = openness.changes && new Date(openness.changes).toISOString().slice(0, 16);
  return `${openness.open ? 'open' : 'closed'} until ${changes ?? 'ever'}`;
}

describe('opennessAt', () => {
  for (const [at, expected, why] of [
    ['2026-03-10T11:59:59Z', 'closed until 2026-03-10T12:00', 'just before nine in Montevideo'],
    ['2026-03-10T12:00:00Z', 'open until 2026-03-10T20:00', 'nine sharp'],
    ['2026-03-10T19:59:59Z', 'open until 2026-03-10T20:00', 'the last second'],
    ['2026-03-10T20:00:00Z', 'closed until 2026-03-11T12:00', 'five sharp'],
    ['2026-03-13T22:00:00Z', 'closed until 2026-03-16T12:00', 'Friday evening'],
    ['2026-03-15T23:30:00Z', 'closed until 2026-03-16T12:00', 'Sunday'],
  ]) {
    it(`an office in Montevideo at ${at} ⇒ ${expected} (${why})`, () =>
      assert.equal(describeHours(office, 'America/Montevideo', at), expected));
  }

  it('goes by the clock of the office on the other side of the date line', () => {
    // Monday 09:00 in Auckland is Sunday in UTC.
    assert.equal(describeHours(office, 'Pacific/Auckland', '2026-07-05T21:00:00Z'), 'open until 2026-07-06T05:00');
  });

  const night: Hours[] = [{ days: [5, 7], opens: '22:00', closes: '06:00' }];
  for (const [at, expected] of [
    ['2026-03-13T23:00:00Z', 'open until 2026-03-14T06:00'],
    ['2026-03-14T05:59:00Z', 'open until 2026-03-14T06:00'],
    ['2026-03-14T06:00:00Z', 'closed until 2026-03-15T22:00'],
    ['2026-03-16T02:00:00Z', 'open until 2026-03-16T06:00'],
  ]) {
    it(`a desk that is open overnight, also from Sunday to Monday, at ${at} ⇒ ${expected}`, () =>
      assert.equal(describeHours(night, 'UTC', at), expected));
  }

  it('stretches that meet are one', () => {
    const meeting = [
      { days: [1], opens: '09:00', closes: '13:00' },
      { days: [1], opens: '13:00', closes: '18:00' },
    ];
    assert.equal(describeHours(meeting, 'UTC', '2026-03-09T10:00:00Z'), 'open until 2026-03-09T18:00');
  });

  it('a pause at noon is a pause', () => {
    const paused = [
      { days: [1], opens: '09:00', closes: '12:00' },
      { days: [1], opens: '14:00', closes: '18:00' },
    ];
    assert.equal(describeHours(paused, 'UTC', '2026-03-09T12:30:00Z'), 'closed until 2026-03-09T14:00');
  });

  it('all day, every day ⇒ open for ever', () => {
    const always = [{ days: [1, 2, 3, 4, 5, 6, 7], opens: '00:00', closes: '00:00' }];
    assert.equal(describeHours(always, 'Europe/Zurich', '2026-03-09T10:00:00Z'), 'open until ever');
    assert.equal(describeHours(always, 'UTC', '2026-03-09T00:00:00Z'), 'open until ever');
  });

  it('clocks that go forward or back in between are reckoned with', () => {
    // Zurich goes from +1 to +2 on 29 March 2026, and back on 25 October.
    assert.equal(describeHours(office, 'Europe/Zurich', '2026-03-27T20:00:00Z'), 'closed until 2026-03-30T07:00');
    assert.equal(describeHours(office, 'Europe/Zurich', '2026-10-23T20:00:00Z'), 'closed until 2026-10-26T08:00');
    const night = [{ days: [6], opens: '22:00', closes: '06:00' }];
    assert.equal(describeHours(night, 'Europe/Zurich', '2026-03-28T22:00:00Z'), 'open until 2026-03-29T04:00');
  });

  it('an hour that is missing that night ⇒ opens an hour later by the clock', () => {
    const night = [{ days: [7], opens: '02:30', closes: '06:00' }];
    assert.equal(describeHours(night, 'Europe/Zurich', '2026-03-28T22:00:00Z'), 'closed until 2026-03-29T01:30');
  });

  it('half past counts, and of stretches that overlap the longer one', () => {
    const hours = [
      { days: [1], opens: '09:30', closes: '17:45' },
      { days: [1], opens: '10:00', closes: '12:00' },
    ];
    assert.equal(describeHours(hours, 'UTC', '2026-03-09T09:29:00Z'), 'closed until 2026-03-09T09:30');
    assert.equal(describeHours(hours, 'UTC', '2026-03-09T11:00:00Z'), 'open until 2026-03-09T17:45');
  });

  it('half-hour zones', () =>
    assert.equal(describeHours(office, 'Asia/Kolkata', '2026-03-10T03:30:00Z'), 'open until 2026-03-10T11:30'));

  it('no hours, no zone or an unknown zone ⇒ no claim', () => {
    const at = '2026-03-10T12:00:00Z';
    assert.equal(describeHours(undefined, 'UTC', at), undefined);
    assert.equal(describeHours([], 'UTC', at), undefined);
    assert.equal(describeHours(office, undefined, at), undefined);
    assert.equal(describeHours(office, 'Mars/Olympus', at), undefined);
  });
});
