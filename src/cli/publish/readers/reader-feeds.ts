import { hash } from 'node:crypto';
import { isRemote } from '../addresses.js';
import type { StoredItem } from '../item-facts.js';
import { isRewritten, textOf, type PublicationContext } from '../page.js';
import type { Shard } from '../shards.js';
import { toCalendar, toCalendarEvent } from './calendar.js';
import { channelOf, type Channel } from './channel.js';
import { siteOf, toEntry, type Entry } from './entry.js';

/** Formats of readers other than ours, each in a folder of its own, so that a server knows by the path what a file is. */
export const readerFolders = ['rss', 'atom', 'calendar'] as const;
export type ReaderFormat = (typeof readerFolders)[number];

/** Items in the whole feed and in those of a language, a kind, a topic or a country: as many as readers ask for at first. */
const [mostInFeed, mostInShard] = [100, 20];
/** Of how files are made; with another one all are made anew. */
const version = 1;

/** A file for readers other than ours. */
export interface ReaderFeed {
  path: string;
  /** Says in a few letters what it holds. */
  key: string;
  content: () => Promise<Buffer>;
}

/** The file in one of the formats beside a feed, such as `rss/country/uy.xml`. */
export const readerPath = (format: ReaderFormat, name: string): string =>
  `${format}/${name}.${format === 'calendar' ? 'ics' : 'xml'}`;

/** Which formats a feed is there in. */
export const formatsOf = ({ items }: Shard): ReaderFormat[] =>
  items.some(({ facts }) => facts.event) ? [...readerFolders] : ['rss', 'atom'];

/**
 * The newest items of each feed as RSS 2.0 and Atom, and those with a time as calendars: most feed readers read no JSON
 * Feed. Their addresses are all whole, as readers don't agree on what others count from.
 *
 * @returns No files where there is no address that a reader could be led to.
 */
export function readerFeeds(shards: readonly Shard[], setting: PublicationContext): ReaderFeed[] {
  const entries = new Entries(setting);
  return shards.flatMap((shard) =>
    formatsOf(shard).flatMap((format) => {
      const path = readerPath(format, shard.name);
      const channel = channelOf(shard, path, setting);
      if (!channel) return [];
      const wanted = format === 'calendar' ? shard.items.filter(({ facts }) => facts.event) : shard.items;
      const items = wanted.slice(0, shard.by ? mostInShard : mostInFeed);
      const named = setting.head._iom?.labels;
      const made = JSON.stringify([
        version,
        channel,
        items.map((item) => [entries.keyOf(item), item.language]),
        ...(named ? [named] : []),
      ]);
      const key = hash('sha256', made, 'base64url').slice(0, 22);
      return { path, key, content: async () => Buffer.from(await entries.write(format, channel, items)) };
    }),
  );
}

/** What readers lack of a feed for want of an address. */
export function hintsFor(file: string, { items }: Shard, { head, url, pictures }: PublicationContext): string[] {
  if (url) return [];
  if (!siteOf(head)) {
    const fix = 'name the address of the publication with --url, or add "home_page_url" to the feed';
    return [`${file}: RSS, Atom and calendars are not written, as nothing says where the site is; ${fix}`];
  }
  const isBeside =
    [...pictures.keys()].some((address) => !isRemote(address)) || items.some(({ facts }) => facts.relative);
  const fix = 'name the address of the publication with --url';
  return isBeside
    ? [`${file}: pictures beside the feed are left out of RSS and Atom, whose readers need whole addresses; ${fix}`]
    : [];
}

/** Items as entries: each is made once, as it stands in several feeds. */
class Entries {
  readonly #keys = new Map<StoredItem, string>();
  readonly #entries = new Map<StoredItem, Promise<Entry | undefined>>();
  readonly #written: Record<ReaderFormat, Map<Entry, string>> = {
    rss: new Map(),
    atom: new Map(),
    calendar: new Map(),
  };

  constructor(readonly setting: PublicationContext) {}

  /** Says in a few letters what an item holds. */
  keyOf(item: StoredItem): string {
    if (!isRewritten(item, this.setting)) return item.hash;
    let key = this.#keys.get(item);
    if (key === undefined) {
      key = hash('sha256', textOf(item, 'feed.json', this.setting), 'base64url');
      this.#keys.set(item, key);
    }
    return key;
  }

  async #read(items: readonly StoredItem[]): Promise<Entry[]> {
    const entries = new Map<string, Entry>();
    for (const item of items) {
      let made = this.#entries.get(item);
      if (!made) this.#entries.set(item, (made = toEntry(item, this.setting)));
      const entry = await made;
      // Of two with one id the newer one is shown.
      if (entry && !entries.has(entry.id)) entries.set(entry.id, entry);
    }
    return [...entries.values()];
  }

  async write(format: ReaderFormat, about: Omit<Channel, 'updated'>, items: readonly StoredItem[]): Promise<string> {
    const { toAtom, toAtomEntry, toRss, toRssItem } = await import('./generate.js');
    const entries = await this.#read(items);
    const one = { rss: toRssItem, atom: toAtomEntry, calendar: toCalendarEvent }[format];
    const all = { rss: toRss, atom: toAtom, calendar: toCalendar }[format];
    const known = this.#written[format];
    const texts = entries.map((entry) => {
      const text = known.get(entry) ?? one(entry);
      known.set(entry, text);
      return text;
    });
    const updated =
      entries
        .map((entry) => entry.updated)
        .sort()
        .at(-1) ?? new Date(0).toISOString();
    return all({ ...about, updated }, texts);
  }
}
