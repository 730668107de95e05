import type { Feed } from '../feed/schema/model.generated.js';

/** A value that notes what is read of it. */
export interface TrackedReads<T> {
  /** Reads like the value itself. */
  value: T;
  /** What was read so far, in the shape of the value; of the rest, that it is there. */
  excerpt: () => T;
}

/** Notes what is read of a value out of JSON: a page that shows some of a feed has to hold no more of it. */
export function trackReads<T extends object>(source: T): TrackedReads<T> {
  const read = new Set<string | symbol>();
  const inside = new Map<string | symbol, TrackedReads<object>>();
  const value = new Proxy(source, {
    get(target, key) {
      const match: unknown = Reflect.get(target, key);
      if (!Object.hasOwn(target, key)) return match;
      read.add(key);
      if (typeof match !== 'object' || !match) return match;
      if (!inside.has(key)) inside.set(key, trackReads(match));
      return inside.get(key)!.value;
    },
    has(target, key) {
      if (Object.hasOwn(target, key)) read.add(key);
      return Reflect.has(target, key);
    },
  });
  const entryOf = (entry: unknown, key: string) => inside.get(key)?.excerpt() ?? (isObject(entry) ? {} : entry);
  const excerpt = () =>
    Array.isArray(source)
      ? read.size
        ? source.map((entry, index) => entryOf(entry, `${index}`))
        : []
      : Object.fromEntries(
          Object.entries(source).flatMap(([key, entry]) => (read.has(key) ? [[key, entryOf(entry, key)]] : [])),
        );
  return { value, excerpt: excerpt as () => T };
}

const isObject = (value: unknown) => typeof value === 'object' && value !== null;

/**
 * An excerpt without the items of which no more was read than of any other: those were looked at and passed over, unless
 * it is their number that counts.
 */
export function withoutUnseen(feed: Feed): Feed {
  const keys = feed.items.map((item) => Object.keys(item));
  const common = keys.reduce((all, entry) => all.filter((key) => entry.includes(key)), keys[0] ?? []);
  const items = feed.items.filter((_, index) => keys[index].length > common.length);
  return items.length ? { ...feed, items } : feed;
}
