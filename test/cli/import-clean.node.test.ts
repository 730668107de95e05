import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { Diagnostics, LineIndex } from '../../src/cli/diagnostics.js';
import { besideOf } from '../../src/cli/import/beside.js';
import { cleanBody } from '../../src/cli/import/clean/clean-body.js';
import { cleaned, isBinary, withoutControls } from '../../src/cli/import/clean/clean.js';
import { decode } from '../../src/cli/import/clean/decode.js';
import { latinDigits } from '../../src/cli/import/clean/digits.js';
import type { Source } from '../../src/cli/import/source.js';

const sourceOf = (text: string, fields: Partial<Source> = {}): Source => ({
  name: 'source',
  text,
  lines: new LineIndex(text),
  notes: new Diagnostics('source'),
  ...fields,
});
const notesOf = ({ all }: Diagnostics) =>
  all.map(({ severity, line, what, fix }) => `${severity} ${line}: ${what}; ${fix}`);

describe('control characters', () => {
  it('of a clean source: it stays as it is', () => {
    const source = sourceOf('a\tb\r\nc &#10; &#9; &#13; &#x20; é 😀');
    assert.equal(cleaned(source), source);
    assert.deepEqual(source.notes.all, []);
  });

  it('one: it is left out and told, with its line', () => {
    const source = sourceOf('a\nb\0c');
    const { text, lines } = cleaned(source);
    assert.equal(text, 'a\nbc');
    assert.deepEqual(lines.at(3), { line: 2, column: 2 });
    assert.deepEqual(notesOf(source.notes), [
      'warning 2: there is a control character here; it was left out; fix what writes the file',
    ]);
  });

  it('several, also by number: they are counted from the first', () => {
    const source = sourceOf('a\n&#1;b\n\u0007');
    assert.equal(cleaned(source).text, 'a\nb\n');
    assert.deepEqual(notesOf(source.notes), [
      'warning 2: there are 2 control characters, the first here; they were left out; fix what writes the file',
    ]);
  });

  for (const number of [
    '0',
    '8',
    '008',
    '11',
    '12',
    '14',
    '19',
    '20',
    '29',
    '30',
    '31',
    'x0',
    'x8',
    'xb',
    'xC',
    'xe',
    'xf',
    'x00F',
    'x10',
    'x1f',
  ]) {
    it(`&#${number}; is left out`, () => assert.equal(cleaned(sourceOf(`a&#${number};b`)).text, 'ab'));
  }
  for (const number of ['9', '10', '13', '32', '110', '40', 'x9', 'xa', 'xd', 'x20', 'x110', 'x1g']) {
    it(`&#${number}; stays`, () => assert.equal(cleaned(sourceOf(`a&#${number};b`)).text, `a&#${number};b`));
  }

  for (const [what, text, left] of [
    ['form feed and vertical tab part words', 'a\fb\vc', 'a b c'],
    ['others don’t', 'a\u0001\u0008\u000e\u001f\u007f\ufffe\uffffb', 'ab'],
    ['halves of a character', 'a\ud83db\ude00c', 'abc'],
    ['whole characters', 'a😀b', 'a😀b'],
    ['numbers of Windows-1252', 'd\u0092essai \u0096 5 \u0080\u0081', 'd’essai – 5 €'],
  ] as const) {
    it(`${what} ⇒ ${JSON.stringify(left)}`, () => assert.equal(withoutControls(text), left));
  }

  it('so many that it is no text', () => {
    assert.equal(isBinary(`\0${'a'.repeat(18)}`), true);
    assert.equal(isBinary(`\0${'a'.repeat(19)}`), false);
    assert.equal(isBinary('a'), false);
  });
});

describe('the encoding of a source', () => {
  const bytes = (text: string) => Buffer.from(text, 'latin1');
  const wide = (text: string) => Buffer.from(text, 'utf16le');
  for (const [what, source, text, note, charset, language] of [
    ['a byte order mark, whatever is said', Buffer.from('\ufeffé'), 'é', undefined, 'windows-1251'],
    ['that of UTF-16', Buffer.from('\ufeffé', 'utf16le'), 'é'],
    ['that of UTF-16, the other way round', Buffer.from('\ufeffé', 'utf16le').swap16(), 'é'],
    ['the server', bytes('\xe9'), 'é', undefined, 'iso-8859-1'],
    [
      'the server, against what it says itself',
      bytes('<meta charset="utf-8">\xe9'),
      '<meta charset="utf-8">é',
      undefined,
      'latin1',
    ],
    [
      'what XML declares',
      bytes('<?xml version="1.0" encoding="windows-1251"?>\xe9'),
      '<?xml version="1.0" encoding="windows-1251"?>й',
    ],
    [
      'with blanks and other quotes',
      bytes(" \n<?xml encoding = 'windows-1251'?>\xe9"),
      " \n<?xml encoding = 'windows-1251'?>й",
    ],
    [
      'what HTML declares',
      bytes('<META content="text/html; charset=windows-1251">\xe9'),
      '<META content="text/html; charset=windows-1251">й',
    ],
    ['in a short form', bytes('<meta charset = windows-1251>\xe9'), '<meta charset = windows-1251>й'],
    ['UTF-16 that can be read byte by byte', Buffer.from('<meta charset="utf-16le">é'), '<meta charset="utf-16le">é'],
    ['UCS-2 that can be', Buffer.from('<meta charset="ucs-2">é'), '<meta charset="ucs-2">é'],
    ['UTF-16 without a mark', wide('abcé'), 'abcé'],
    ['the same, the other way round', wide('abcé').swap16(), 'abcé'],
    ['a stray zero or two', bytes('a\0b\0'), 'a\0b\0'],
    ['zeros all over', bytes('\0\0\0\0ab'), '\0\0\0\0ab'],
    ['few zeros in much text', bytes(`${'a'.repeat(200)}\0b\0b\0b`), `${'a'.repeat(200)}\0b\0b\0b`],
    ['line ends of any system', bytes('a\r\nb\rc\nd'), 'a\nb\nc\nd'],
    [
      'no known name',
      Buffer.from('é'),
      'é',
      /^warning undefined: “klingon” is not a known encoding; it was read as UTF-8; declare/,
      'klingon',
    ],
    [
      'UTF-8 that is declared as something else',
      Buffer.from('é'),
      'é',
      /^warning undefined: it is declared as latin1, but is UTF-8; it was read as UTF-8; correct/,
      'latin1',
    ],
    ['ASCII that is declared as something else', bytes('a'), 'a', undefined, 'latin1'],
    ['UTF-8 in East Asian letters by chance', Buffer.from('é'), '茅', undefined, 'gbk'],
    [
      'no name, and not UTF-8',
      bytes('a\nb\n\xe9'),
      'a\nb\né',
      /^warning 3: it is not UTF-8; it was read as Windows-1252; save it as UTF-8, or declare/,
    ],
    [
      'the same in Russian',
      bytes('\xe9'),
      'й',
      /^warning 1: it is not UTF-8; it was read as Windows-1251;/,
      undefined,
      'ru',
    ],
    [
      'the same in Chinese',
      bytes('\xc4\xe3'),
      '你',
      /^warning 1: it is not UTF-8; it was read as gb18030;/,
      undefined,
      'zh',
    ],
    [
      'the same in Taiwan',
      bytes('\xa7\x41'),
      '你',
      /^warning 1: it is not UTF-8; it was read as big5;/,
      undefined,
      'zh-TW',
    ],
    ['pieces of UTF-8 in it', bytes('\xc3\xa9 \xe2\x82\xac \xf0\x9f\x98\x80 \xe9\x80'), 'é € 😀 é€', /it is not UTF-8/],
    [
      'bytes that no encoding has',
      bytes('a\n\x81\xff'),
      'a\n��',
      /^warning 2: not all of it is shift_jis; what could not be read became �/,
      'shift_jis',
    ],
    [
      'punctuation as control characters',
      Buffer.from('a\nd\u0092b'),
      'a\nd’b',
      /^warning 2: it has Windows-1252 punctuation as control characters; they were corrected/,
    ],
  ] as const) {
    it(`${what} ⇒ ${JSON.stringify(text.slice(-12))}`, () => {
      const notes = new Diagnostics('source');
      assert.equal(decode(source, notes, charset, language), text);
      assert.match(notesOf(notes).join('\n'), note ?? /^$/);
    });
  }
});

describe('digits of other scripts', () => {
  for (const [text, expected] of [
    ['٠١٢٣٤٥٦٧٨٩', '0123456789'],
    ['۰۱۲۳۴۵۶۷۸۹', '0123456789'],
    ['１２．５', '12.5'],
    ['٣٫٥', '3.5'],
    ['\u200e−5‑6‐7\u2069', '-5-6-7'],
    ['\u00a05', ' 5'],
  ] as const) {
    it(`${text} ⇒ ${expected}`, () => assert.equal(latinDigits(text), expected));
  }
});

describe('the text of a story', () => {
  const clean = (html: string, asIs = false) => {
    const notes = new Diagnostics('source');
    const { body, changes } = cleanBody(html, { notes, lineOf: () => 7 }, asIs);
    return { html: body.innerHTML, changes, notes: notesOf(notes).join('\n') };
  };
  for (const [what, html, expected] of [
    [
      'of a whole document',
      '<html lang="fr"><head class="a"><title>A</title></head ><body class="b"><p>a</p></body></html>',
      '<p>a</p>',
    ],
    ['as typed', '<plaintext>a<p>b', '<pre>a<p>b</p></pre>'],
    [
      'with signs encoded twice',
      '<p>d&amp;rsquo;&amp;eacute;&amp;#233;&amp;#x2019;&amp;DiacriticalAcute;&amp;mdash;&amp;ldquo;&amp;laquo;&amp;hellip;&amp;nbsp;a &amp;lt;b</p>',
      '<p>d’éé’´—“«…&#160;a &amp;lt;b</p>',
    ],
  ] as const) {
    it(`${what} ⇒ ${expected}`, () => assert.equal(clean(html).html, expected));
  }

  it('whose tags are encoded ⇒ is decoded once more, and told', () => {
    const { html, notes } = clean('&lt;p&gt;a&lt;/p&gt;&lt;h2&gt;b&lt;/h2&gt;');
    assert.equal(html, '<p>a</p><h2>b</h2>');
    assert.equal(notes, 'hint 7: the tags of the text are encoded twice; they were decoded; fix what writes the feed');
  });
  for (const text of ['&lt;/div&gt;a', '&lt;h3&gt;a']) {
    it(`${text} ⇒ has tags, too`, () => assert.equal(clean(text).html.includes('&lt;'), false));
  }
  it('that is about tags ⇒ stays', () => assert.equal(clean('<p>Use &lt;p&gt;</p>').html, '<p>Use &lt;p&gt;</p>'));

  it('that hides something ⇒ it goes, and is counted', () => {
    const { html, changes } = clean('<p>a</p><p style="display:none">b</p>[gallery ids="1"]');
    assert.deepEqual([html, changes], ['<p>a</p>', 2]);
  });
  it('for whoever reads the feed ⇒ keeps its classes', () =>
    assert.equal(clean('<p class="lead">a</p>', true).html, '<p class="lead">a</p>'));
});

describe('what is beside a source', () => {
  it('are files, where it is a file itself', () => {
    const folder = mkdtempSync(join(tmpdir(), 'beside-'));
    try {
      writeFileSync(join(folder, 'a b.jpg'), '');
      const name = join(folder, 'source.md');
      assert.equal(besideOf(sourceOf('', { name }))('a%20b.jpg?c'), true);
      assert.equal(besideOf(sourceOf('', { name }))('b.jpg'), false);
      assert.equal(besideOf(sourceOf('', { name, url: 'https://example.org/' }))('a%20b.jpg'), false);
      // Standard input is in no folder.
      assert.equal(besideOf(sourceOf('', { name: '-' }))('package.json'), false);
      assert.equal(besideOf(sourceOf('', { name: 'source.md' }))('package.json'), true);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
