import type { Notes } from '../notes.js';

/**
 * Turns the bytes of a source into text. What names their encoding is asked in the order of the HTML standard: a byte
 * order mark, the server, the document itself; without a name they are UTF-8. Names are those of
 * https://encoding.spec.whatwg.org/#names-and-labels.
 *
 * @param charset What the server said, if any.
 */
export function decode(bytes: Uint8Array, notes: Notes, charset?: string): string {
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, 1024));
  const mark = /^(?:ï»¿|þÿ|ÿþ)/.exec(start)?.[0];
  const declared =
    /^\s*<\?xml[^>]*?\sencoding\s*=\s*["']([\w.:-]+)/.exec(start)?.[1] ??
    /<meta[^>]+charset\s*=\s*["']?\s*([\w.:-]+)/i.exec(start)?.[1];
  const named = (mark && { 'ï»¿': 'utf-8', þÿ: 'utf-16be', ÿþ: 'utf-16le' }[mark]) ?? charset ?? declared ?? 'utf-8';
  const text = read(bytes, named, notes);
  return text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
}

function read(bytes: Uint8Array, named: string, notes: Notes): string {
  let decoder: TextDecoder;
  try {
    decoder = new TextDecoder(named, { fatal: true });
  } catch {
    notes.add('warning', undefined, `“${named}” is not an encoding`, 'it was read as UTF-8; name the one it is in');
    return read(bytes, 'utf-8', notes);
  }
  const isUtf8 = decoder.encoding === 'utf-8';
  try {
    const text = decoder.decode(bytes);
    // Letters beyond ASCII that happen to be right UTF-8 are UTF-8, whatever the label says.
    const hidden = !isUtf8 && /^windows-|^iso-/.test(decoder.encoding) && asUtf8(bytes);
    if (!hidden || hidden === text) return text;
    notes.add(
      'warning',
      undefined,
      `it says it is ${named}, but is UTF-8`,
      'it was read as UTF-8; correct what it says',
    );
    return hidden;
  } catch {
    const line = firstBroken(bytes, decoder.encoding);
    if (isUtf8) {
      notes.add(
        'warning',
        line,
        'it is not UTF-8',
        'it was read as Windows-1252; save it as UTF-8, or say what it is in',
      );
      return new TextDecoder('windows-1252').decode(bytes);
    }
    notes.add('warning', line, `it is not all ${named}`, 'what could not be read stands as �; save it as UTF-8');
    return new TextDecoder(named).decode(bytes);
  }
}

/** The text, if the bytes are UTF-8 and hold more than ASCII. */
function asUtf8(bytes: Uint8Array): string | undefined {
  try {
    return bytes.some((byte) => byte > 127) ? new TextDecoder('utf-8', { fatal: true }).decode(bytes) : undefined;
  } catch {
    return undefined;
  }
}

/** The line in which the first bytes stand that are not of the encoding. */
function firstBroken(bytes: Uint8Array, encoding: string): number {
  return new TextDecoder(encoding).decode(bytes).split('\uFFFD')[0].split('\n').length;
}
