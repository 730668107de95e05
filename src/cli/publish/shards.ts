import { nameOfLanguage } from '../../i18n/language-name.js';
import { normalizeForSearch } from '../../i18n/search-text.js';
import { loadMessages } from '../../i18n/messages/common.js';
import { countryNamed } from './country-names.js';
import { shardName } from './names.js';
import type { StoredItem } from './item-facts.js';

/** What a feed is divided by. */
export const divisions = ['country', 'language', 'tag', 'kind'] as const;
export type Division = (typeof divisions)[number];

/** What an item says that puts it into shards: a text, or a list that is one for all items that have the same. */
const keysOf: Record<Division, (item: StoredItem) => string | readonly string[] | undefined> = {
  country: ({ facts }) => facts.countries,
  language: ({ language }) => language,
  tag: ({ facts }) => facts.tags,
  kind: ({ facts }) => facts.kind,
};

/** The whole feed, or those of its items that share something. */
export interface Shard {
  /** Path without ending: `feed`, `country/uy`. */
  name: string;
  by?: Division;
  /** What the items share, such as `UY`, `fr`, `Migration`, `press-release`. */
  value?: string;
  /** `value` in words of the feed's language. */
  label?: string;
  /** Newest first. */
  items: StoredItem[];
  /** Place of the last item among those of the publication before. */
  last: number;
  /** Whether all of its items are known from there, and stood in this order. */
  known: boolean;
  /** Newest first. */
  pages: Page[];
}

/**
 * Divides a feed. Tags that widgets count as one (case and accents don't matter) make one shard, which is called as the
 * oldest item writes it, so that its name stays.
 *
 * @param names What the feed calls kinds and countries: its `_iom.labels`.
 * @returns The whole feed first, then its shards by their names.
 */
export async function toShards(items: StoredItem[], language: string, names?: object): Promise<Shard[]> {
  const feed = newShard('feed');
  const shards = new Map<string, Shard>();
  const shardOf = (by: Division, value: string): Shard => {
    const name = `${by}/${shardName(value)}`;
    const shard = shards.get(name) ?? newShard(name, by, value);
    shards.set(name, shard);
    return shard;
  };
  /** By what items say, which very many say in the same words. */
  const places = divisions.map((by) => ({ by, said: keysOf[by], known: new Map<unknown, [Shard, string][]>() }));
  for (const item of items) {
    add(feed, item);
    for (const { by, said, known } of places) {
      const values = said(item);
      if (!values?.length) continue;
      let some = known.get(values);
      if (!some) known.set(values, (some = [values].flat().map((value) => [shardOf(by, value), value])));
      for (const [shard, value] of some) {
        if (shard.items.at(-1) === item) continue;
        add(shard, item);
        shard.value = value;
      }
    }
  }
  const label = await labels(language, names);
  const sorted = [...shards.values()].sort((one, other) => (one.name < other.name ? -1 : 1));
  for (const shard of sorted) shard.label = label(shard.by!, shard.value!);
  const all = [feed, ...sorted];
  for (const shard of all) shard.pages = pagesOf(shard);
  return all;
}

const newShard = (name: string, by?: Division, value?: string): Shard => ({
  name,
  by,
  value,
  items: [],
  last: -1,
  known: true,
  pages: [],
});

/** Looks at once whether the item is known: to go through all items of all shards again takes longer than all else here. */
function add(shard: Shard, item: StoredItem): void {
  shard.items.push(item);
  const { before, language } = item.facts;
  // What doesn't say its language has that of its file, and may have changed files.
  if (before <= shard.last || (shard.by === 'language' && !language)) shard.known = false;
  shard.last = before;
}

async function labels(language: string, given?: object): Promise<(by: Division, value: string) => string> {
  const { kinds } = await loadMessages(language);
  return (by, value) => {
    if (by === 'country') return countryNamed(value, language, given);
    if (by === 'language') return nameOfLanguage(value, language);
    return by === 'kind' ? (kinds[normalizeForSearch(value) as keyof typeof kinds] ?? value) : value.trim();
  };
}

/** One file of a shard. */
export interface Page {
  /** Path without ending: `country/uy`, `country/uy/12`. */
  name: string;
  /** Name of the page with the items before these. */
  next?: string;
  items: StoredItem[];
}

/** Items of a page, except for the newest one. */
const pageLength = 20;
/** Pages that become one when they are old: nobody waits for them, and a tenth of the files is made and looked after. */
const bundleLength = 5;
/** Bytes after which a page has enough, whatever their number: widgets refuse more than 5 MB. */
const pageBytes = 1e6;

/**
 * The pages of a shard, newest first. They are counted from the oldest item, so that a new item changes the newest page
 * and hardly ever another. That one has the items of the page that is not full yet and of the last full one: never a
 * single item, never more than twice as many as the others.
 */
function pagesOf({ name, items }: Shard): Page[] {
  const full = fullPages(items);
  // The last full page is part of the newest.
  full.pop();
  const older = bundle(full);
  /** Oldest first. */
  const pages: Page[] = [];
  for (const { first, end, number } of older) {
    pages.push({ name: `${name}/${number}`, next: pages.at(-1)?.name, items: items.slice(first, end) });
  }
  pages.push({ name, next: pages.at(-1)?.name, items: items.slice(0, older.at(-1)?.first) });
  return pages.reverse();
}

/** Where a page stands in the list of items, newest first, and its number, counted from the oldest. */
interface PageRange {
  first: number;
  end: number;
  number: number;
  bytes: number;
}

/** Oldest first. */
function fullPages(items: StoredItem[]): PageRange[] {
  const full: PageRange[] = [];
  let end = items.length;
  let bytes = 0;
  for (let index = items.length - 1; index >= 0; index--) {
    bytes += items[index].length;
    if (end - index < pageLength && bytes < pageBytes) continue;
    full.push({ first: index, end, number: full.length + 1, bytes });
    end = index;
    bytes = 0;
  }
  return full;
}

/** Makes one of each five, save for the newest: a reader who is turning pages now finds those still there. */
function bundle(pages: PageRange[]): PageRange[] {
  const bundles = Math.max(0, Math.floor(pages.length / bundleLength) - 1);
  const bundled: PageRange[] = [];
  for (let index = 0; index < bundles; index++) {
    const some = pages.slice(index * bundleLength, (index + 1) * bundleLength);
    const bytes = some.reduce((sum, page) => sum + page.bytes, 0);
    if (bytes > pageBytes) bundled.push(...some);
    else bundled.push({ ...some[0], first: some.at(-1)!.first, bytes });
  }
  return [...bundled, ...pages.slice(bundles * bundleLength)];
}
