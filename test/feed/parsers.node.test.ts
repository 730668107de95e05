import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  attachment,
  date,
  image,
  imageSize,
  languageTag,
  object,
  picklist,
  plainText,
  preview,
  string,
  timeZone,
  type ParseContext,
  type Parser,
} from '../../src/feed/parse/parsers.js';

const baseUrl = 'https://feeds.example.org/feed.json';
/** A value, and what the feed's owner is told of it. */
function read<T>(parser: Parser<T>, value: unknown) {
  const context: ParseContext = { baseUrl, path: 'a', problems: [], site: () => 'https://www.example.org/' };
  return { value: parser(value, context), problems: context.problems };
}
const parsed = <T>(parser: Parser<T>, value: unknown) => read(parser, value).value;

/** Begin what turns the direction around, and end it. */
const [embedding, override, isolate] = ['\u202b', '\u202e', '\u2067'];
const [endOfEmbedding, endOfIsolate] = ['\u202c', '\u2069'];

describe('a text without markup', () => {
  for (const [written, text] of [
    ['&lt;b&gt; &quot;a&quot; &apos;b&apos;&nbsp;c &amp;amp;', '<b> "a" \'b\'\u00a0c &amp;'],
    ['&#201;&#xc9;&#X41;', 'ÉÉA'],
    ['&#0;&#x110000;&#none;', '\ufffd\ufffd\ufffd'],
    ['&#x10FFFF;', '\u{10ffff}'],
    ['&unknown; &toString; & so on', '&unknown; &toString; & so on'],
    ['a<br/>b<!-- c -->d', 'a b d'],
    ['1 < 2', '1 < 2'],
    [' a\t\n b ', 'a b'],
    [7, '7'],
    ['', undefined],
    ['<p></p>', undefined],
    [{}, undefined],
    [true, undefined],
  ] as const) {
    it(`${JSON.stringify(written)} ⇒ ${JSON.stringify(text)}`, () => assert.equal(plainText(written), text));
  }

  for (const [what, written, text] of [
    ['an embedding that doesn’t end ⇒ is ended', `${embedding}a`, `${embedding}a${endOfEmbedding}`],
    ['an override ⇒ is ended', `a${override}b`, `a${override}b${endOfEmbedding}`],
    ['an isolate ⇒ is ended', `${isolate}a`, `${isolate}a${endOfIsolate}`],
    [
      'the first and the last kind of isolates ⇒ are ended',
      '\u2066a\u2068b',
      `\u2066a\u2068b${endOfIsolate.repeat(2)}`,
    ],
    [
      'the first and the last kind of embeddings ⇒ are ended',
      '\u202aa\u202db',
      `\u202aa\u202db${endOfEmbedding.repeat(2)}`,
    ],
    [
      'an isolate in an embedding ⇒ both are ended, the inner one first',
      `${embedding}a${isolate}b`,
      `${embedding}a${isolate}b${endOfIsolate}${endOfEmbedding}`,
    ],
    [
      'what ends ⇒ stays',
      `${embedding}a${endOfEmbedding}b${isolate}c${endOfIsolate}`,
      `${embedding}a${endOfEmbedding}b${isolate}c${endOfIsolate}`,
    ],
    ['an end of nothing ⇒ goes', `a${endOfEmbedding}b${endOfIsolate}c`, 'abc'],
    [
      'an isolate ends with all that is in it',
      `${isolate}a${embedding}b${endOfIsolate}c`,
      `${isolate}a${embedding}b${endOfIsolate}c`,
    ],
    [
      'an embedding doesn’t end inside of an isolate',
      `${embedding}a${isolate}b${endOfEmbedding}c`,
      `${embedding}a${isolate}bc${endOfIsolate}${endOfEmbedding}`,
    ],
  ]) {
    it(what, () => assert.equal(plainText(written), text));
  }

  it('blanks around a text, and around a number, go', () => {
    assert.equal(string(' a '), 'a');
    assert.equal(string(0), '0');
    assert.equal(string('  '), undefined);
  });
});

describe('a date, to the letter', () => {
  for (const [written, expected] of [
    ['2023-07-10', '2023-07-10T00:00:00Z'],
    ['2023-07-10T10:05', '2023-07-10T10:05:00Z'],
    ['2023-07-10t10:05:30z', '2023-07-10T10:05:30Z'],
    ['2023-07-10 10:05:30 gmt', '2023-07-10T10:05:30Z'],
    ['2023-07-10 10:05:30.25', '2023-07-10T10:05:30.25Z'],
    ['2023-07-10T10:05:30+0545', '2023-07-10T10:05:30+05:45'],
    ['2023-07-10T10:05:30-03:00', '2023-07-10T10:05:30-03:00'],
    ['3 Jul 2023', '2023-07-03T00:00:00Z'],
    ['Mon, 03 JULY 2023 10:05 -0530', '2023-07-03T10:05:00-05:30'],
    ['Mon, 3 Jul 2023 10:05:30 UT', '2023-07-03T10:05:30Z'],
    ['31 Dec 2023', '2023-12-31T00:00:00Z'],
    ['1 Jan 2023', '2023-01-01T00:00:00Z'],
    ['1 Ebm 2023', undefined],
    ['1 Foo 2023', undefined],
    ['x2023-07-10', undefined],
    ['2023-07-10 or so', undefined],
    ['it was 3 Jul 2023', undefined],
    ['3 Jul 2023 or so', undefined],
    ['2023-07-32', undefined],
    [0, '1970-01-01T00:00:00.000Z'],
    [99_999_999_999, '5138-11-16T09:46:39.000Z'],
    [100_000_000_000, '1973-03-03T09:46:40.000Z'],
    [1e20, undefined],
    [NaN, undefined],
    [-1e20, undefined],
    [{}, undefined],
  ] as const) {
    it(`${JSON.stringify(written)} ⇒ ${expected ?? 'none'}`, () => assert.equal(parsed(date, written), expected));
  }
});

describe('other small values', () => {
  for (const [parser, written, expected] of [
    [languageTag, 'en_US', 'en-US'],
    [languageTag, 'zh_hant_tw', 'zh-Hant-TW'],
    [languageTag, 'no language', undefined],
    [languageTag, {}, undefined],
    [timeZone, ' Europe/Zurich ', 'Europe/Zurich'],
    [timeZone, 'Mars/Olympus', undefined],
    [timeZone, {}, undefined],
    [picklist('press-release', 'news'), 'Press \t Release', 'press-release'],
    [picklist('press-release', 'news'), 'press__release', 'press-release'],
    [picklist('press-release', 'news'), 'pressrelease', undefined],
    [picklist('press-release', 'news'), {}, undefined],
  ] as [Parser<string>, unknown, string | undefined][]) {
    it(`${JSON.stringify(written)} ⇒ ${expected ?? 'none'}`, () => assert.equal(parsed(parser, written), expected));
  }

  it('an object: blanks around keys don’t count, empty values are none, wrong ones are named', () => {
    const fields = object<{ a: string; b: string; c: string }>({ a: string, b: string, c: string });
    assert.deepEqual(read(fields, { ' a ': 1, b: '', c: {}, d: 1 }), {
      value: { a: '1', c: undefined },
      problems: ['a.c: {}'],
    });
    assert.deepEqual(read(fields, { a: null, b: undefined }), { value: {}, problems: [] });
    for (const value of [null, undefined, 'x', 7, []]) assert.equal(parsed(fields, value), undefined);
  });

  it('what could not be read is shown by its beginning', () => {
    assert.equal(preview('x'.repeat(100)), `"${'x'.repeat(79)}`);
    assert.equal(preview(undefined), 'undefined');
    assert.equal(preview(7n), 'bigint');
  });
});

describe('pictures and files', () => {
  it('a picture says how large it is, or doesn’t', () => {
    assert.deepEqual(parsed(image, { url: 'a.jpg', width: '640', height: 480, alt: '<b>A</b>' }), {
      url: 'https://feeds.example.org/a.jpg',
      width: 640,
      height: 480,
      alt: 'A',
    });
    const { value, problems } = read(image, { url: 'a.jpg', width: 0, height: -1 });
    assert.deepEqual([value?.width, value?.height], [undefined, undefined]);
    assert.deepEqual(problems, ['a.width: 0', 'a.height: -1']);
  });

  it('a size without an address or a width can’t be chosen', () => {
    const size = { url: 'https://feeds.example.org/a.webp', width: 320, height: 200 };
    assert.deepEqual(parsed(imageSize, size), size);
    for (const wrong of [{ ...size, url: 'javascript:x()' }, { ...size, width: 'wide' }, {}, null, 'x']) {
      assert.equal(parsed(imageSize, wrong), undefined);
    }
  });

  it('a file has an address, and perhaps a type, a title, a size, a length and a language', () => {
    const file = {
      url: 'https://www.example.org/a.mp4',
      mime_type: 'video/mp4',
      title: 'Test film',
      size_in_bytes: 1000,
      duration_in_seconds: 90,
      _iom: { language: 'fr' },
    };
    assert.deepEqual(parsed(attachment, file), file);
    // Beside the feed, as pictures are.
    assert.deepEqual(parsed(attachment, { ...file, url: '/a.mp4', duration_in_seconds: '89.6' }), {
      ...file,
      url: 'https://feeds.example.org/a.mp4',
    });
    for (const wrong of [{ ...file, url: 'javascript:x()' }, { title: 'A' }, null, 'x']) {
      assert.equal(parsed(attachment, wrong), undefined);
    }
    const { value, problems } = read(attachment, { url: file.url, size_in_bytes: 0, duration_in_seconds: 'long' });
    assert.deepEqual([value?.size_in_bytes, value?.duration_in_seconds], [undefined, undefined]);
    assert.deepEqual(problems, ['a.size_in_bytes: 0', 'a.duration_in_seconds: "long"']);
  });
});
