import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'node:test';
import { deadlineOf, isOpen } from '../../src/feed/parts/deadline.js';

const vacancy = (closes: string | undefined, time_zone?: string) => ({ title: 'Test post', closes, time_zone });

describe('a vacancy closes at the end of its last day, by the clocks of its office', () => {
  const here = process.env.TZ;
  afterEach(() => {
    if (here === undefined) delete process.env.TZ;
    else process.env.TZ = here;
  });

  for (const [closes, zone, expected] of [
    ['2026-03-31', 'America/Montevideo', '2026-04-01T03:00:00Z'],
    ['2026-03-31', 'Asia/Manila', '2026-03-31T16:00:00Z'],
    ['2026-03-31', 'Asia/Kathmandu', '2026-03-31T18:15:00Z'],
    ['2026-03-31', 'Pacific/Kiritimati', '2026-03-31T10:00:00Z'],
    ['2026-03-31', 'Pacific/Pago_Pago', '2026-04-01T11:00:00Z'],
    ['2026-12-31', undefined, '2027-01-01T00:00:00Z'],
    ['2024-02-28', 'Etc/UTC', '2024-02-29T00:00:00Z'],
    // Clocks are set forward or back on the day before, on the day itself and on the day after.
    ['2026-03-28', 'Europe/Zurich', '2026-03-28T23:00:00Z'],
    ['2026-03-29', 'Europe/Zurich', '2026-03-29T22:00:00Z'],
    ['2026-10-24', 'Europe/Zurich', '2026-10-24T22:00:00Z'],
    ['2026-10-25', 'Europe/Zurich', '2026-10-25T23:00:00Z'],
    ['2026-10-26', 'Europe/Zurich', '2026-10-26T23:00:00Z'],
    // They are set at midnight: the hour after it is missing, or the hour before it comes twice.
    ['2026-04-23', 'Africa/Cairo', '2026-04-23T22:00:00Z'],
    ['2026-10-29', 'Africa/Cairo', '2026-10-29T22:00:00Z'],
    ['2026-09-05', 'America/Santiago', '2026-09-06T04:00:00Z'],
    ['2026-04-04', 'America/Santiago', '2026-04-05T04:00:00Z'],
  ] as const) {
    it(`${closes} in ${zone ?? 'no zone'} ⇒ ${expected}, wherever the reader is`, () => {
      for (const reader of ['Pacific/Kiritimati', 'Europe/Paris', 'America/Montevideo', 'Pacific/Pago_Pago']) {
        process.env.TZ = reader;
        assert.equal(deadlineOf(vacancy(closes, zone)), Date.parse(expected), reader);
      }
    });
  }

  it('is open until the last moment, and not a moment longer', () => {
    const card = vacancy('2026-03-31', 'America/Montevideo');
    assert.equal(isOpen(card, Date.parse('2026-04-01T02:59:59.999Z')), true);
    assert.equal(isOpen(card, Date.parse('2026-04-01T03:00:00Z')), false);
  });

  it('days before it is open, days after it is not; where nobody knows the zone, UTC counts', () => {
    const card = vacancy('2026-03-31', 'America/Montevideo');
    assert.equal(isOpen(card, Date.parse('2026-01-01T00:00:00Z')), true);
    assert.equal(isOpen(card, Date.parse('2026-04-03T00:00:00Z')), false);
    const nowhere = vacancy('2026-03-31', 'Mars/Olympus');
    assert.equal(isOpen(nowhere, Date.parse('2026-03-31T23:59:59Z')), true);
    assert.equal(isOpen(nowhere, Date.parse('2026-04-01T00:00:00Z')), false);
    assert.equal(isOpen(nowhere, Date.parse('2026-04-02T00:00:00Z')), false);
  });

  it('what has no last day never closes', () => {
    assert.equal(deadlineOf(vacancy(undefined)), undefined);
    assert.equal(isOpen(vacancy(undefined), 8.64e15), true);
  });
});
