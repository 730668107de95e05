import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { mailUrl, telUrl } from '../../src/html/contact-url.js';

describe('a number', () => {
  for (const [number, extension, url] of [
    ['+41227179111', undefined, 'tel:+41227179111'],
    ['+41227179111', '12', 'tel:+41227179111;ext=12'],
    ['+41227179111', 'a12', 'tel:+41227179111'],
    ['+41227179111', '12a', 'tel:+41227179111'],
    ['+41227179111', '123456789012', 'tel:+41227179111'],
    ['a+41227179111', undefined, undefined],
    ['+41227179111a', undefined, undefined],
    ['+0227179111', undefined, undefined],
    ['0227179111', undefined, undefined],
    ['+1234567890123456', undefined, undefined],
    [undefined, undefined, undefined],
  ] as const) {
    it(`${number}${extension ? `, extension ${extension}` : ''} ⇒ ${url ?? 'cannot be dialled from everywhere'}`, () =>
      assert.equal(telUrl(number, extension), url));
  }
});

describe('an address', () => {
  for (const [address, url] of [
    ['test@example.org', 'mailto:test@example.org'],
    ['a&b?c@example.org', 'mailto:a%26b%3Fc@example.org'],
    ['a%0Ab@example.org', 'mailto:a%250Ab@example.org'],
    ['a@b@example.org', undefined],
    ['a b@example.org', undefined],
    ['a\u0007@example.org', undefined],
    ['a,b@example.org', undefined],
    ['@example.org', undefined],
    ['test@', undefined],
    [`${'a'.repeat(65)}@example.org`, undefined],
    ['', undefined],
    [undefined, undefined],
  ] as const) {
    it(`${JSON.stringify(address?.slice(0, 30))} ⇒ ${url ?? 'is none'}`, () => assert.equal(mailUrl(address), url));
  }
});
