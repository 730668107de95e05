import { isUtf8 } from 'node:buffer';
import { hash } from 'node:crypto';
import { closeSync, existsSync, fstatSync, openSync, readSync, realpathSync, writeSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Feed, Item } from '../../feed/schema/model.generated.js';
import { CommandError } from '../command.js';
import { fileOf, isRelative } from './addresses.js';
import { explainJson } from './explain-json.js';
import { embargoesOf, factsOf, readLanguage, textIn, type StoredItem } from './item-facts.js';
import type { Known } from './item-cache.js';
import { noFeed, scanItems } from './scan.js';

/** An item that may not be published yet. */
export interface Withheld {
  id: string;
  url?: string;
  /** RFC 3339, or what stands there instead. */
  until: string;
}

/** A feed read so far that it can be divided. */
export interface StoredFeed {
  /** All of the feed but its items. */
  head: Partial<Feed>;
  /** Newest first. */
  items: StoredItem[];
  /** Under embargo, in no list above. */
  withheld: Withheld[];
  /** What is to be fixed in the feed. */
  problems: string[];
}

/** A feed of any length, in its files. */
export class FeedFiles {
  readonly #files: { name: string; fd: number; modified: number }[] = [];
  #spooled?: { fd: number; length: number };

  /**
   * @param path The feed's file.
   * @param spool Path for a file of its own, which is made when it is needed.
   * @param known What need not be found out again.
   */
  constructor(
    readonly path: string,
    readonly spool: string,
    readonly known: Known,
  ) {}

  /**
   * Reads the feed, and the older pages that its `next_url` names beside it.
   *
   * @param seen Called now and then with the number of items read.
   * @param news Called for each item that isn't known.
   * @throws {CommandError} When it is not a feed; the message says where.
   */
  read(seen: (count: number) => void, news: () => void): StoredFeed {
    const feed: StoredFeed = { head: {}, items: [], withheld: [], problems: [] };
    const byId = new Map<unknown, string>();
    const visited = new Set<string>();
    for (let next: string | undefined = this.path; next && !visited.has(realpathSync(next));) {
      visited.add(realpathSync(next));
      const page = this.#readPage(next, feed, byId, seen, news);
      if (visited.size === 1) feed.head = { ...page, items: undefined };
      next = pageBeside(next, page.next_url);
    }
    // Sorting is stable: what has no date stays behind what it stood behind.
    feed.items.sort((one, other) => other.time - one.time);
    return feed;
  }

  #readPage(
    path: string,
    feed: StoredFeed,
    byId: Map<unknown, string>,
    seen: (count: number) => void,
    news: () => void,
  ): Partial<Feed> {
    const fd = this.#open(path, 'r');
    const first = feed.items.length;
    let count = 0;
    let time = 0;
    const take = (bytes: Buffer, start: number, loose: boolean) => {
      const index = count++;
      if (count % 1000 === 0) seen(feed.items.length);
      const digest = hash('sha256', bytes, 'base64url');
      let facts = this.known.get(digest);
      if (!facts) {
        const item = parseItem(path, bytes, index, start);
        const embargoes = embargoesOf(item);
        const lasting = embargoes.find(({ lasts }) => lasts);
        if (lasting) {
          const { id, url } = JSON.parse(bytes.toString()) as Item;
          feed.withheld.push({ id, url, until: lasting.until });
          return;
        }
        facts = factsOf(item, embargoes.length > 0);
        if (!embargoes.length) news();
      }
      const { id, date, language } = facts;
      const duplicate = byId.get(id);
      if (duplicate === digest) return;
      if (duplicate) {
        feed.problems.push(
          `${path}: items[${index}]: another item has the id ${JSON.stringify(textIn(String(id)))}, and readers show only one of the two; give each its own`,
        );
      }
      if (id !== undefined) byId.set(id, digest);
      if (!Number.isNaN(date)) time = date;
      feed.items.push({ hash: digest, fd, start, length: bytes.length, loose, facts, time, language });
    };
    let rest: string;
    try {
      rest = scanItems(path, fd, take);
    } catch (error) {
      if (error instanceof RangeError) throw noFeed(path, `items[${count - 1}] is nested too deeply`);
      throw error;
    }
    const page = parseRest(path, rest);
    const language = readLanguage(page.language);
    for (const item of feed.items.slice(first)) item.language ??= language;
    feed.problems.push(...strayItems(path, page.items));
    return page;
  }

  #open(name: string, flags: string): number {
    const fd = openSync(name, flags);
    this.#files.push({ name, fd, modified: fstatSync(fd).mtimeMs });
    return fd;
  }

  /** The text of an item, without blanks between its values; in the bytes that are given, where there are none in the file. */
  textOf(item: StoredItem, bytes: Buffer = Buffer.allocUnsafe(item.length)): Buffer {
    readSync(item.fd, bytes, 0, item.length, item.start);
    if (!item.loose) return bytes;
    const tight = Buffer.from(JSON.stringify(JSON.parse(bytes.toString())));
    // An item stands in many feeds: what was done once is kept.
    this.#spooled ??= { fd: this.#open(this.spool, 'wx+'), length: 0 };
    writeSync(this.#spooled.fd, tight);
    Object.assign(item, { fd: this.#spooled.fd, start: this.#spooled.length, length: tight.length, loose: false });
    this.#spooled.length += tight.length;
    return tight;
  }

  /** @throws {CommandError} When a file has changed since it was opened. */
  verify(): void {
    for (const { name, fd, modified } of this.#files) {
      if (name !== this.spool && fstatSync(fd).mtimeMs !== modified) {
        throw new CommandError(`${name}: was changed during publishing; publish it again`);
      }
    }
  }

  close(): void {
    for (const { fd } of this.#files.splice(0)) closeSync(fd);
  }
}

/** An item whose texts are taken for Latin-1: see textIn. */
function parseItem(path: string, bytes: Buffer, index: number, start: number): Item {
  if (!isUtf8(bytes)) throw new CommandError(`${path}: items[${index}] is not UTF-8; save the feed as UTF-8`);
  try {
    return JSON.parse(bytes.toString('latin1')) as Item;
  } catch {
    throw new CommandError(explainJson(path, bytes.toString(), start));
  }
}

function parseRest(path: string, rest: string): Partial<Feed> {
  if (rest.includes('\0')) throw new CommandError(`${path}: is not UTF-8, it may be UTF-16; save the feed as UTF-8`);
  let page: Partial<Feed>;
  try {
    page = JSON.parse(rest.replace(/^\ufeff/, '')) as Partial<Feed>;
  } catch {
    throw new CommandError(explainJson(path, rest));
  }
  if (!Array.isArray(page.items) && !page._iom) throw noFeed(path, 'there are no items in it');
  return page;
}

const strayItems = (path: string, items: unknown): string[] =>
  (Array.isArray(items) ? items : []).flatMap((entry: unknown, index) =>
    entry && typeof entry === 'object' && !Array.isArray(entry)
      ? []
      : `${path}: items[${index}]: is not an item and was left out; make it an object or remove it`,
  );

/** The file of the next page, when it stands beside the feed. */
function pageBeside(path: string, next: unknown): string | undefined {
  if (typeof next !== 'string' || !isRelative(next)) return undefined;
  const file = resolve(path, '..', fileOf(next));
  return existsSync(file) ? file : undefined;
}
