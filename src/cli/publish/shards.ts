import { fold } from '../../i18n/fold.js';
import { fetchWords } from '../../i18n/words.js';
import { shardName } from './names.js';
import type { StoredItem } from './facts.js';

/** What a feed is divided by. */
export const divisions = ['country', 'language', 'tag', 'kind'] as const;
export type Division = (typeof divisions)[number];

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
}

/**
 * Divides a feed. Tags that widgets count as one (case and accents don't matter) make one shard, which is called as the
 * oldest item writes it, so that its name stays.
 *
 * @returns The whole feed first, then its shards by their names.
 */
export async function divide(items: StoredItem[], language: string): Promise<Shard[]> {
  const shards = new Map<string, Shard>();
  /** By division and value as written, so that each way of writing is folded once. */
  const written = new Map<string, Shard>();
  const shardOf = (by: Division, value: string): Shard => {
    const key = `${by}/${value}`;
    let shard = written.get(key);
    if (!shard) {
      const name = `${by}/${shardName(value)}`;
      shard = shards.get(name) ?? { name, by, value, items: [] };
      shards.set(name, shard);
      written.set(key, shard);
    }
    return shard;
  };
  const add = (item: StoredItem, by: Division, value: string | undefined) => {
    if (!value) return;
    const shard = shardOf(by, value);
    if (shard.items.at(-1) === item) return;
    shard.items.push(item);
    shard.value = value;
  };
  for (const item of items) {
    for (const code of item.countries) add(item, 'country', code);
    for (const tag of item.tags) add(item, 'tag', tag);
    add(item, 'language', item.language);
    add(item, 'kind', item.kind);
  }
  const label = await labels(language);
  const sorted = [...shards.values()].sort((one, other) => (one.name < other.name ? -1 : 1));
  for (const shard of sorted) shard.label = label(shard.by!, shard.value!);
  return [{ name: 'feed', items }, ...sorted];
}

async function labels(language: string): Promise<(by: Division, value: string) => string> {
  const { kinds } = await fetchWords(language);
  const name = (type: 'region' | 'language', code: string) => {
    try {
      return new Intl.DisplayNames(language, { type }).of(code) ?? code;
    } catch {
      return code;
    }
  };
  return (by, value) => {
    if (by === 'country') return name('region', value);
    if (by === 'language') return name('language', value);
    return by === 'kind' ? (kinds[fold(value) as keyof typeof kinds] ?? value) : value.trim();
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
export function pagesOf({ name, items }: Shard): Page[] {
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
interface Stretch {
  first: number;
  end: number;
  number: number;
  bytes: number;
}

/** Oldest first. */
function fullPages(items: StoredItem[]): Stretch[] {
  const full: Stretch[] = [];
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
function bundle(pages: Stretch[]): Stretch[] {
  const bundles = Math.max(0, Math.floor(pages.length / bundleLength) - 1);
  const bundled: Stretch[] = [];
  for (let index = 0; index < bundles; index++) {
    const some = pages.slice(index * bundleLength, (index + 1) * bundleLength);
    const bytes = some.reduce((sum, page) => sum + page.bytes, 0);
    if (bytes > pageBytes) bundled.push(...some);
    else bundled.push({ ...some[0], first: some.at(-1)!.first, bytes });
  }
  return [...bundled, ...pages.slice(bundles * bundleLength)];
}
