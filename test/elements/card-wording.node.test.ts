import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { formatOf, formatSize } from '../../src/elements/base/format-file.js';
import { nameOfLanguage } from '../../src/i18n/language-name.js';

describe('a card about a file says', () => {
  for (const [mime_type, url, expected] of [
    ['application/pdf', 'https://example.org/report', 'PDF'],
    ['text/csv', 'https://example.org/data', 'CSV'],
    ['application/geo+json', '', 'GeoJSON'],
    ['application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', '', 'XLSX'],
    ['application/vnd.oasis.opendocument.text', 'https://example.org/a.odt', 'ODT'],
    ['application/octet-stream', 'https://example.org/a.zip', 'ZIP'],
    [undefined, 'https://example.org/report.2023.pdf?version=2#page=3', 'PDF'],
    [undefined, 'https://example.org/report', undefined],
    [undefined, 'https://example.org', undefined],
    [undefined, 'https://example.org/report.pdf?from=a/b.c', 'PDF'],
    ['text/html', 'https://example.org/page.html', undefined],
  ] as const) {
    it(`${mime_type ?? 'nothing'} at ${url || 'no address'} ⇒ ${expected ?? 'no format'}`, () =>
      assert.equal(formatOf({ mime_type, url }), expected));
  }

  for (const [bytes, tag, expected] of [
    [0, 'en', '0 byte'],
    [820, 'en', '820 byte'],
    [2_400_000, 'en', '2.4 MB'],
    [2_400_000, 'fr', '2,4 Mo'],
    [2_400_000, 'es', '2,4 MB'],
    [2_400_000, 'ru', '2,4 МБ'],
    [640_000, 'fr', '640 ko'],
    [999_499, 'en', '999 kB'],
    [999_999, 'en', '1 MB'],
    [9_960_000, 'en', '10 MB'],
    [5_300_000_000_000, 'en', '5,300 GB'],
  ] as const) {
    it(`${bytes} bytes in ${tag} ⇒ ${expected}`, () =>
      assert.equal(formatSize(bytes, tag).replace(/[\u00a0\u202f]/g, ' '), expected));
  }

  it('its language by its own name', () => assert.equal(nameOfLanguage('es'), 'español'));
});
