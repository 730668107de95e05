import type { Diagnostics } from '../../diagnostics.js';
import { legacyEncoding } from '../lexicon/encodings.js';

/**
 * Turns the bytes of a source into text. What names their encoding is asked in the order of the HTML standard: a byte
 * order mark, the server, the document itself; without a name they are UTF-8. Names are those of
 * https://encoding.spec.whatwg.org/#names-and-labels.
 *
 * @param charset What the server said, if any.
 * @param language BCP 47 tag of the text, as far as the user knows it: it says what an encoding without a name may be.
 */
export function decode(bytes: Uint8Array, notes: Diagnostics, charset?: string, language?: string): string {
  const start = Buffer.from(bytes.subarray(0, 1024)).toString('latin1');
  const mark = /^(?:ï»¿|þÿ|ÿþ)/.exec(start)?.[0];
  const declared =
    /^\s*<\?xml[^>]*?\sencoding\s*=\s*["']([\w.:-]+)/.exec(start)?.[1] ??
    /<meta[^>]+charset\s*=\s*["']?\s*([\w.:-]+)/i.exec(start)?.[1];
  const marked = mark && { 'ï»¿': 'utf-8', þÿ: 'utf-16be', ÿþ: 'utf-16le' }[mark];
  // A declaration that can be read byte by byte isn't in UTF-16, whatever it says (HTML standard, 13.2.3.3).
  const named = marked ?? wideWithoutMark(start) ?? charset ?? declared?.replace(/.*(?:utf-?16|ucs-?2).*/i, 'utf-8');
  const text = read(bytes, named ?? 'utf-8', notes, language);
  return replaceC1(decodeAgain(text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n'), notes), notes);
}

/** UTF-16 without a byte order mark: every other byte of blanks, line ends, digits and ASCII letters is zero. */
function wideWithoutMark(start: string): string | undefined {
  const zeros = [0, 0];
  for (let index = 0; index < start.length; index++) if (start[index] === '\0') zeros[index % 2]++;
  const [even, odd] = zeros;
  if (Math.max(even, odd) < start.length / 40 || Math.min(even, odd) * 10 > Math.max(even, odd)) return undefined;
  // A stray zero or two don't make UTF-16.
  return even + odd < 3 ? undefined : even > odd ? 'utf-16be' : 'utf-16le';
}

/** In two steps: Node 20.18.3 and newer decode bytes 0x80–0x9F of windows-1252 as C1 controls when it is done in one. */
function decodeWith(decoder: TextDecoder, bytes: Uint8Array): string {
  const text = decoder.decode(bytes, { stream: true });
  return text + decoder.decode();
}

function read(bytes: Uint8Array, named: string, notes: Diagnostics, language?: string): string {
  let decoder: TextDecoder;
  try {
    decoder = new TextDecoder(named, { fatal: true });
  } catch {
    notes.add('warning', undefined, `“${named}” is not a known encoding`, 'it was read as UTF-8; declare its encoding');
    return read(bytes, 'utf-8', notes, language);
  }
  const isUtf8 = decoder.encoding === 'utf-8';
  try {
    const text = decodeWith(decoder, bytes);
    // Letters beyond ASCII that happen to be right UTF-8 are UTF-8, whatever the label says.
    const hidden = !isUtf8 && /windows-|iso-/.test(decoder.encoding) && asUtf8(bytes);
    if (!hidden || hidden === text) return text;
    notes.add(
      'warning',
      undefined,
      `it is declared as ${named}, but is UTF-8`,
      'it was read as UTF-8; correct the declaration',
    );
    return hidden;
  } catch {
    const line = firstBroken(bytes, decoder.encoding);
    if (isUtf8) {
      const legacy = legacyEncoding(language);
      notes.add(
        'warning',
        line,
        'it is not UTF-8',
        `it was read as ${legacy.replace('w', 'W')}; save it as UTF-8, or declare its encoding`,
      );
      return legacy === 'windows-1252' ? readMixed(bytes) : decodeWith(new TextDecoder(legacy), bytes);
    }
    notes.add('warning', line, `not all of it is ${named}`, 'what could not be read became �; save it as UTF-8');
    return decodeWith(new TextDecoder(named), bytes);
  }
}

/** A character of UTF-8 in more than one byte (RFC 3629, 4), or another byte beyond ASCII. */
const beyondAscii =
  /[\xC2-\xDF][\x80-\xBF]|(?:\xE0[\xA0-\xBF]|[\xE1-\xEC\xEE\xEF][\x80-\xBF]|\xED[\x80-\x9F])[\x80-\xBF]|(?:\xF0[\x90-\xBF]|[\xF1-\xF3][\x80-\xBF]|\xF4[\x80-\x8F])[\x80-\xBF]{2}|[\x80-\xFF]/g;

/** Windows-1252, in which pieces of UTF-8 may stand: sites put together what was written with different programs. */
function readMixed(bytes: Uint8Array): string {
  const [utf8, ansi] = [new TextDecoder(), new TextDecoder('windows-1252')];
  return Buffer.from(bytes)
    .toString('latin1')
    .replace(beyondAscii, (piece) => decodeWith(piece.length > 1 ? utf8 : ansi, Buffer.from(piece, 'latin1')));
}

/** The text, if the bytes are UTF-8. */
function asUtf8(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** The line in which the first bytes stand that are not of the encoding. */
function firstBroken(bytes: Uint8Array, encoding: string): number {
  return new TextDecoder(encoding).decode(bytes).split('\uFFFD')[0].split('\n').length;
}

/** The byte that Windows-1252 or Latin-1 has for a sign beyond ASCII. */
const byteOf = new Map(
  Array.from({ length: 128 }, (_, index) => 128 + index).flatMap((byte) => [
    [String.fromCharCode(byte), byte] as const,
    [decodeWith(new TextDecoder('windows-1252'), Uint8Array.of(byte)), byte] as const,
  ]),
);

/** The text of which these signs are the bytes in UTF-8; undefined where they are not. */
function meantBy(signs: string): string | undefined {
  // Most are a letter or two of a language; to try each as UTF-8 took 23 seconds for 25 MB of French.
  if ((byteOf.get(signs[1]) ?? 0) >> 6 !== 2) return undefined;
  const bytes = [...signs].map((sign) => byteOf.get(sign));
  if (bytes.includes(undefined)) return undefined;
  return asUtf8(Uint8Array.from(bytes as number[]));
}

/**
 * Text that became UTF-8 twice, as “dâ€™Ã©tÃ©”. A single such run may be meant; where most of what is not ASCII is like
 * that, it never is.
 */
function decodeAgain(text: string, notes: Diagnostics): string {
  const runs = text.match(/[^\0-\x7f]+/g) ?? [];
  const wrong = runs.filter((run) => meantBy(run));
  if (wrong.length < 2 || wrong.length * 2 < runs.length) return text;
  notes.add(
    'warning',
    text.slice(0, text.indexOf(wrong[0])).split('\n').length,
    'its letters were encoded as UTF-8 twice',
    'they were corrected; fix what writes the file',
  );

  return text.replace(/[^\0-\x7f]+/g, (run) => meantBy(run) ?? run);
}

/** U+0080–U+009F stand in no text: somebody took the bytes of Windows-1252 for numbers of characters. */
function replaceC1(text: string, notes: Diagnostics): string {
  const first = text.search(/[\u0080-\u009f]/);
  if (first < 0) return text;
  notes.add(
    'warning',
    text.slice(0, first).split('\n').length,
    'it has Windows-1252 punctuation as control characters',
    'they were corrected; fix what writes the file',
  );
  return withoutC1(text);
}

/** The signs that were meant by U+0080–U+009F. */
export const withoutC1 = (text: string): string =>
  text.replace(/[\u0080-\u009f]/g, (sign) =>
    decodeWith(new TextDecoder('windows-1252'), Uint8Array.of(sign.charCodeAt(0))).replace(/[\u0080-\u009f]/, ''),
  );
