import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { escapeValue, foldLine } from '../../src/feed/parts/content-line.js';

describe('a line of a contact card or a calendar', () => {
  for (const [what, sign, octets] of [
    ['the last sign of one octet', '\u007f', 1],
    ['the first of two', '\u0080', 2],
    ['the last of two', '\u07ff', 2],
    ['the first of three', '\u0800', 3],
    ['the last of three', '\uffff', 3],
    ['the first of four', '\u{10000}', 4],
  ] as const) {
    it(`${what} ⇒ as many to a line as fit into 75 octets`, () => {
      const [first, second] = foldLine(sign.repeat(200)).split('\r\n');
      assert.equal(first, sign.repeat(Math.floor(75 / octets)));
      assert.equal(second, ` ${sign.repeat(Math.floor(74 / octets))}`);
    });
  }

  it('that is short ⇒ stays one', () => assert.equal(foldLine('Test'), 'Test'));

  for (const [value, escaped] of [
    ['a, b; c\\d', 'a\\, b\\; c\\\\d'],
    ['a\nb\rc\r\nd', 'a\\nb\\nc\\nd'],
    ['a\tb\u0000c', 'a b c'],
  ]) {
    it(`${JSON.stringify(value)} ⇒ ${escaped}`, () => assert.equal(escapeValue(value), escaped));
  }
});
