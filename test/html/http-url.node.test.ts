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

  for (const [address, expected] of [
    ['https://www.example.org/a/b-c_d.jpg', 'https://www.example.org/a/b-c_d.jpg'],
    ['https://example.org', 'https://example.org/'],
    ['https://EXAMPLE.org/', 'https://example.org/'],
    ['https://example.org/a/../b', 'https://example.org/b'],
    ['https://example.org/a.b/../c', 'https://example.org/c'],
    ['https://example.org/é', 'https://example.org/%C3%A9'],
    ['https://example.org/a.é', 'https://example.org/a.%C3%A9'],
    ['https://example.org/a b', 'https://example.org/a%20b'],
    ['https://1.2.3/', 'https://1.2.0.3/'],
    [' https://example.org/ ', 'https://example.org/'],
    ['http://example.org/a', 'http://example.org/a'],
    ['b.jpg', 'https://feeds.example.org/fr/b.jpg'],
    ['x-https://example.org/', undefined],
    ['httpsx:a', undefined],
    ['https://', undefined],
  ] as const) {
    it(`${address} ⇒ ${expected ?? 'nowhere'}`, () => assert.equal(toHttpUrl(address, base), expected));
  }

  it('without a base that is one, only whole addresses lead anywhere', () => {
    assert.equal(toHttpUrl('b.jpg', ''), undefined);
    assert.equal(toHttpUrl('https://example.org/b', ''), 'https://example.org/b');
  });
});
