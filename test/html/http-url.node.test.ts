import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { toHttpUrl } from '../../src/html/http-url.js';
import { runs } from '../fixtures/random-feeds.js';

const base = 'https://feeds.example.org/fr/feed.json';
const pieces = [
  'https://',
  'http://',
  'www',
  '.',
  'example',
  'EXAMPLE',
  'é',
  'a',
  '1',
  '/',
  '//',
  '-',
  '_',
  '?',
  '#',
  '%',
  '@',
  ':8',
  ' ',
  '\\',
  '.jpg',
  '..',
];

describe('an address of a feed', () => {
  it('is what browsers make of it', () => {
    const addresses = fc.oneof(
      fc.webUrl(),
      fc.array(fc.constantFrom(...pieces), { maxLength: 8 }).map((all) => all.join('')),
    );
    fc.assert(
      fc.property(addresses, (address) => {
        let expected: URL | undefined;
        try {
          expected = new URL(address, base);
        } catch {
          // Not an address.
        }
        assert.equal(toHttpUrl(address, base), /^https?:$/.test(expected?.protocol ?? '') ? expected!.href : undefined);
      }),
      runs(5000),
    );
  });

  for (const value of [
    'javascript:x()',
    'data:text/html,x',
    'mailto:a@example.org',
    5,
    null,
    undefined,
    {},
    ['https://www.example.org/'],
  ]) {
    it(`leads to the web, or nowhere: ${JSON.stringify(value)}`, () => assert.equal(toHttpUrl(value, base), undefined));
  }
});
