import { closeSync, openSync, readSync } from 'node:fs';
import { parse, printParseErrorCode, type ParseError } from 'jsonc-parser';

/**
 * Says where a text stops being JSON: `file:line:column: …; what to do`.
 *
 * @param text The piece that does not parse.
 * @param start Offset of the piece in the file, in bytes. Without it, the piece is the file with its items cut out: then
 * only the beginning of it can be placed.
 */
export function explainJson(path: string, text: string, start?: number): string {
  const errors: ParseError[] = [];
  parse(text, errors, { disallowComments: true });
  const { error, offset } = errors[0] ?? { error: 0, offset: text.length };
  const what = `is not JSON (${printParseErrorCode(error)})`;
  const before = text.slice(0, offset);
  const placed = start !== undefined || !/"items"\s*:/.test(before);
  const line = linesBefore(path, start ?? 0) + before.split('\n').length;
  const place = placed ? `${path}:${line}: ${what}` : `${path}: ${what} after its items`;
  return `${place}; fix it there, or create the feed again`;
}

function linesBefore(path: string, end: number): number {
  const fd = openSync(path, 'r');
  const buffer = Buffer.alloc(1 << 20);
  let count = 0;
  for (
    let at = 0, length;
    at < end && (length = readSync(fd, buffer, 0, Math.min(buffer.length, end - at), at));
    at += length
  ) {
    for (let index = 0; index < length; index++) if (buffer[index] === 0x0a) count++;
  }
  closeSync(fd);
  return count;
}
