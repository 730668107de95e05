import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { decode } from '../../src/cli/import/clean/decode.js';
import { Diagnostics, formatDiagnostic } from '../../src/cli/diagnostics.js';

/** Text of bytes, given as signs of one byte each, or as they are; and what is told. */
function read(bytes: string | Uint8Array, charset?: string) {
  const notes = new Diagnostics('bad');
  const text = decode(typeof bytes === 'string' ? Buffer.from(bytes, 'latin1') : bytes, notes, charset);
  return { text, notes: notes.all.map((note) => `${note.severity} ${formatDiagnostic(note)}`) };
}
const utf8 = (text: string) => Buffer.from(text);
const utf16 = (text: string) => Buffer.from(text, 'utf16le');

describe('what names the encoding of bytes', () => {
  it('a byte order mark does where it is the first, and nowhere else', () => {
    assert.deepEqual(read('a\xef\xbb\xbfb \xe9', 'windows-1252'), { text: 'aï»¿b é', notes: [] });
    assert.deepEqual(read(utf8('a\uFEFFb')), { text: 'a\uFEFFb', notes: [] });
  });

  it('a declaration of XML does at the beginning, and not in a text about it', () => {
    const about = 'É: <?xml version="1.0" encoding="windows-1251"?>';
    assert.deepEqual(read(utf8(about)), { text: about, notes: [] });
    const [{ text }] = [read('\n <?xml version="1.0" encoding="windows-1251"?><a>\xcf</a>')];
    assert.match(text, /<a>П<\/a>/);
  });

  for (const name of ['UTF-16', 'utf16', 'UTF-16LE', 'UCS-2', 'ucs2', 'ISO-10646-UCS-2']) {
    it(`“${name}” in what can be read byte by byte ⇒ UTF-8`, () => {
      const xml = `<?xml version="1.0" encoding="${name}"?><a>é</a>`;
      assert.deepEqual(read(utf8(xml)), { text: xml, notes: [] });
    });
  }

  it('ASCII is the same in any of them', () =>
    assert.deepEqual(read('Plain text', 'iso-8859-1'), { text: 'Plain text', notes: [] }));

  it('UTF-8 that is called something else is told, once', () => {
    for (const charset of ['windows-1252', 'iso-8859-5']) {
      const { text, notes } = read(utf8('déjà'), charset);
      assert.equal(text, 'déjà');
      assert.deepEqual(notes, [
        `warning bad: it is declared as ${charset}, but is UTF-8; it was read as UTF-8; correct the declaration`,
      ]);
    }
  });
});

describe('UTF-16 without a mark', () => {
  for (const [what, text] of [
    ['mostly Chinese, with three letters', `${'新'.repeat(57)}abc`],
    ['letters, and a sign with a zero in its other byte', 'abcdefghij一'],
  ]) {
    it(`is read: ${what}`, () => {
      assert.deepEqual(read(utf16(text)), { text, notes: [] });
      assert.deepEqual(read(utf16(text).swap16()), { text, notes: [] });
    });
  }

  it('is not what has a zero or two, or zeros in every place', () => {
    assert.equal(read('a\0b\0').text, 'a\0b\0');
    assert.equal(read('\0\0a\0\0b\0\0c').text, '\0\0a\0\0b\0\0c');
    assert.equal(read(`${'a'.repeat(200)}\0b\0c\0d`).text.length, 206);
  });
});

describe('Windows-1252 with UTF-8 in it', () => {
  // A letter for each form that a character of UTF-8 has.
  for (const sign of ['é', 'क', '한', '€', '￼', '😀', '\u{40000}', '\u{e0100}', '\u{100000}']) {
    it(`keeps U+${sign.codePointAt(0)!.toString(16)}`, () => {
      const { text, notes } = read(Buffer.concat([Buffer.from('a\x92b ', 'latin1'), utf8(sign), utf8(' c')]));
      assert.equal(text, `a’b ${sign} c`);
      assert.equal(notes.length, 1, notes.join('\n'));
      assert.match(notes[0], /^warning bad:1: it is not UTF-8; it was read as Windows-1252; save it as UTF-8/);
    });
  }

  it('what looks like UTF-8 and is none is taken byte by byte', () => {
    for (const [bytes, text] of [
      ['\xe0\x80\x80', 'à€€'],
      ['\xed\xa0\x80', 'í\u00a0€'],
      ['\xf0\x80\x80\x80', 'ð€€€'],
      ['\xf4\x90\x80\x80', 'ô\u0090€€'.replace('\u0090', '')],
      ['\xf8\x88', 'øˆ'],
    ])
      assert.equal(read(`a\x92b ${bytes}`).text, `a’b ${text}`);
  });
});

describe('text that became UTF-8 twice', () => {
  it('is corrected where two places are like that, with the line of the first', () => {
    const { text, notes } = read(utf8('One\nÃ©t\nÃ©t\n'));
    assert.equal(text, 'One\nét\nét\n');
    assert.deepEqual(notes, [
      'warning bad:2: its letters were encoded as UTF-8 twice; they were corrected; fix what writes the file',
    ]);
  });

  it('is corrected where half of the places are like that, and not where fewer are', () => {
    assert.equal(read(utf8('Ã© Ã© é é')).text, 'é é é é');
    assert.deepEqual(read(utf8('Ã© Ã© é é é')), { text: 'Ã© Ã© é é é', notes: [] });
    assert.deepEqual(read(utf8('Ã© is how é looks then')).notes, []);
  });

  it('leaves a place alone that has signs of no byte', () =>
    assert.equal(read(utf8('Ã©t Ã©t Ã©漢')).text, 'ét ét Ã©漢'));
});

describe('control characters that stand for punctuation', () => {
  it('are corrected wherever they are, with the line of the first', () => {
    assert.deepEqual(read(utf8('\u0092a\nb')).text, '’a\nb');
    const { text, notes } = read(utf8('One\na\u0092b\nc\u0096d\n'));
    assert.equal(text, 'One\na’b\nc–d\n');
    assert.deepEqual(notes, [
      'warning bad:2: it has Windows-1252 punctuation as control characters; they were corrected; fix what writes the file',
    ]);
  });
});
