import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { isEmbargoed } from '../../src/feed/parts/embargo.js';
import type { Item } from '../../src/feed/schema/model.generated.js';

describe('an embargo', () => {
  const now = Date.parse('2026-11-30T10:00:00Z');
  for (const [until, isKept] of [
    ['2026-11-30T10:00:01Z', true],
    ['2026-11-30T10:00:00Z', false],
    ['2026-11-30T09:59:59Z', false],
    ['2026-11-30T11:30:00+01:00', true],
    ['2026-11-30T11:00:00+01:00', false],
    ['Tuesday', true],
    ['', true],
    [null, true],
    [0, true],
    [1, true],
    [undefined, false],
  ] as const) {
    it(`until ${JSON.stringify(until)} ⇒ ${isKept ? 'nothing is shown' : 'over'}`, (context) => {
      context.mock.timers.enable({ apis: ['Date'], now });
      const item = { id: 'a', title: 'A', _iom: { embargo_until: until } } as unknown as Item;
      assert.equal(isEmbargoed(item), isKept);
    });
  }

  it('is none where nothing is said', () => assert.equal(isEmbargoed({ id: 'a', title: 'A' }), false));
});
