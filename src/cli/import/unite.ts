/** Something that stands in a list of the feed under an `id`. */
interface Entry {
  id: string;
}

/** How to know entries of one kind again. */
export interface Sameness<T> {
  /** What makes two entries the same one, beside their `id`. */
  keys: (entry: T) => (string | undefined)[];
  /** What speaks against it all the same. */
  differ?: (one: T, other: T) => boolean;
  /** The `id` that is made for an entry without one; one that was given is better. */
  madeId: (entry: T) => string;
}

/** Entries of several lists as one, and the `id` there of each entry of each list. */
export interface United<T> {
  entries: T[];
  ids: string[][];
}

/**
 * Unites lists: what is the same stands once. The words of the list named first hold; the others add what is missing.
 */
export function unite<T extends Entry>(lists: readonly (readonly T[])[], sameness: Sameness<T>): United<T> {
  const { keys, differ, madeId } = sameness;
  const known = new Map<string, T[]>();
  const entries: T[] = [];
  /** Which list an entry came from: within one, those with `id`s of their own were told apart by somebody. */
  const origins = new Map<T, number>();
  const places = lists.map((list, origin) =>
    list.map((entry) => {
      const own = [`id ${entry.id}`, ...keys(entry).flatMap((key) => key ?? [])];
      const twin = own
        .flatMap((key) => known.get(key) ?? [])
        .find((each) => !differ?.(each, entry) && (each.id === entry.id || origins.get(each) !== origin));
      const united = twin ?? structuredClone(entry);
      if (!twin) origins.set(united, origin);
      if (twin) {
        if (twin.id === madeId(twin) && entry.id !== madeId(entry)) twin.id = entry.id;
        fill(twin, entry);
      } else entries.push(united);
      for (const key of own) known.set(key, [...new Set([...(known.get(key) ?? []), united])]);
      return united;
    }),
  );
  const taken = new Set<string>();
  for (const entry of entries) {
    const { id } = entry;
    for (let count = 2; taken.has(entry.id); count++) entry.id = `${id}-${count}`;
    taken.add(entry.id);
  }
  return { entries, ids: places.map((place) => place.map(({ id }) => id)) };
}

/** By what the entries of a list without `id` are known: cards, menu entries, telephones, pictures, targets. */
const names = ['id', 'number', 'url', 'language', 'title', 'name'] as const;

/** Adds to an object what it lacks of another, entry by entry in lists of objects. */
export function fill(target: object, source: object): void {
  const into = target as Record<string, unknown>;
  for (const [key, value] of Object.entries(source as Record<string, unknown>)) {
    const present = into[key];
    if (value === undefined) continue;
    if (present === undefined) into[key] = structuredClone(value);
    else if (Array.isArray(present) && Array.isArray(value)) fillList(present, value);
    else if (present && value && typeof present === 'object' && typeof value === 'object') fill(present, value);
  }
}

function fillList(target: unknown[], source: unknown[]): void {
  for (const entry of source) {
    const name = names.find((each) => isObject(entry) && entry[each] !== undefined);
    // A list of words, as tags are, is a choice that somebody made: it stays as it is.
    if (!name || !isObject(entry)) continue;
    const twin = target.find((each) => isObject(each) && each[name] === entry[name]);
    if (twin) fill(twin, entry);
    else target.push(structuredClone(entry));
  }
}

const isObject = (value: unknown): value is Record<string, unknown> => !!value && typeof value === 'object';
