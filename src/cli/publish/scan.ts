import { readSync } from 'node:fs';
import { CommandError } from '../command.js';

/** More than this many bytes in one item, or beside all items, is no feed. */
const maxBytes = 64e6;

const quote = 0x22;
const open = 0x5b;
const backslash = 0x5c;
const close = 0x5d;
const openBrace = 0x7b;
const closeBrace = 0x7d;

/** Takes the bytes of an item, valid until it returns; where in the file they start; whether there are blanks between values. */
export type TakeItem = (bytes: Buffer, start: number, loose: boolean) => void;

/**
 * Finds the items of a feed without parsing it, so that a feed of any length is read in one pass and little memory.
 * Parsers that stream were tried; each took longer for the feed than everything else here together.
 *
 * @param path Of the file, for messages.
 * @param fd The file, open.
 * @returns The text of the feed with each item cut down to `{}`. It, and what was taken, is still to be parsed: nothing
 * is checked here.
 * @throws {CommandError} For a text that opens with anything but an object, or has too much in one piece.
 */
export function scanItems(path: string, fd: number, take: TakeItem): string {
  let buffer = Buffer.allocUnsafe(1 << 20);
  let filled = 0;
  /** Offset in the file of the buffer's first byte. */
  let base = 0;
  let index = 0;
  let depth = 0;
  let within = false;
  let inItems = false;
  /** Where the item begins that we are in; -1 outside of items. */
  let item = -1;
  let loose = false;
  let rest = '';
  /** From here on, bytes belong to the rest. */
  let from = 0;

  const keep = (end: number) => {
    rest += buffer.toString('utf8', from, end);
    if (rest.length > maxBytes) throw noFeed(path, `more than ${maxBytes / 1e6} MB beside its items`);
    from = end;
  };
  /** Reads on; what is still needed moves to the front. */
  const more = (): boolean => {
    if (item < 0) keep(filled);
    const needed = item < 0 ? filled : item;
    if (filled - needed > maxBytes) throw noFeed(path, `an item of more than ${maxBytes / 1e6} MB`);
    const next = filled - needed > buffer.length / 2 ? Buffer.allocUnsafe(buffer.length * 2) : buffer;
    buffer.copy(next, 0, needed, filled);
    buffer = next;
    base += needed;
    index -= needed;
    from -= needed;
    filled -= needed;
    if (item > 0) item = 0;
    const count = readSync(fd, buffer, filled, buffer.length - filled, base + filled);
    filled += count;
    return count > 0;
  };

  while (index < filled || more()) {
    if (within) {
      index = indexOfQuote(buffer, index, filled);
      if (index < filled && !isEscaped(buffer, index++)) within = false;
      continue;
    }
    const byte = buffer[index++];
    if (byte === quote) within = true;
    else if (byte === openBrace || byte === open) {
      if (depth === 2 && inItems && byte === openBrace) {
        keep(index - 1);
        item = index - 1;
        loose = false;
      } else if (depth === 1 && byte === open) {
        keep(index - 1);
        inItems = /"items"\s*:\s*$/.test(rest.slice(-1000));
      } else if (!depth && byte === open) throw noFeed(path, 'it is a list');
      depth++;
    } else if (byte === closeBrace || byte === close) {
      depth--;
      if (depth === 2 && item >= 0) {
        take(buffer.subarray(item, index), base + item, loose);
        rest += '{}';
        item = -1;
        from = index;
      } else if (depth === 1) inItems = false;
    } else if (byte <= 0x20) loose = true;
    else if (!depth && !rest && byte < 0x80) throw noFeed(path, 'it does not start with {');
  }
  if (item >= 0) take(buffer.subarray(item, filled), base + item, loose);
  else keep(filled);
  return rest;
}

export const noFeed = (path: string, what: string) =>
  new CommandError(`${path}: is not a feed: ${what}; publish a JSON Feed (iom-feed import makes one)`);

/** The next quotation mark, or `end`. Most texts are short: only for the others is the native search worth its call. */
function indexOfQuote(buffer: Buffer, index: number, end: number): number {
  const near = Math.min(index + 32, end);
  for (; index < near; index++) if (buffer[index] === quote) return index;
  if (index === end) return end;
  const match = buffer.indexOf(quote, index);
  return match < 0 || match > end ? end : match;
}

/** A quotation mark after an odd number of backslashes is part of a text. */
function isEscaped(buffer: Buffer, index: number): boolean {
  let count = 0;
  while (index - count > 0 && buffer[index - count - 1] === backslash) count++;
  return count % 2 === 1;
}
