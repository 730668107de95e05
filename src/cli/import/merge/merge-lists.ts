/** Something that stands in a list of the feed under an `id`. */
interface Entry {
  id: string;
}

/** How to know entries of one kind again. */
export interface Identity<T> {
  /** What makes two entries the same one, beside their `id`. */
  keys: (entry: T) => (string | undefined)[];
  /** What speaks against it all the same; entries of one list have the same `id` when this is asked. */
  differ?: (one: T, other: T, isOneList: boolean) => boolean;
  /** The `id` that is made for an entry without one; one that was given is better. */
  derivedId: (entry: T) => string;
  /** What tells entries with one `id` apart for good, the best first; without it, numbers do. */
  marks?: (entry: T) => (string | undefined)[];
}

/** Entries of several lists as one, and the `id` there of each entry of each list. */
export interface United<T> {
  entries: T[];
  ids: string[][];
}

/**
 * Unites lists: what is the same stands once. The words of the list named first hold; the others add what is missing.
 *
 * @param report Called with the entry that stays and the one that became part of it, as they stand in the lists.
 */
export function mergeLists<T extends Entry>(
  lists: readonly (readonly T[])[],
  sameness: Identity<T>,
  report?: (kept: T, other: T) => void,
): United<T> {
  const { keys, differ, derivedId } = sameness;
  const known = new Map<string, T[]>();
  const entries: T[] = [];
  /** Where an entry came from: within one list, those with `id`s of their own were told apart by somebody. */
  const sources = new Map<T, { list: number; entry: T }>();
  const places = lists.map((list, number) =>
    list.map((entry) => {
      const own = [`id ${entry.id}`, ...keys(entry).flatMap((key) => key ?? [])];
      const duplicate = own
        .flatMap((key) => known.get(key) ?? [])
        .find((candidate) => {
          const isOneList = sources.get(candidate)!.list === number;
          return (candidate.id === entry.id || !isOneList) && !differ?.(candidate, entry, isOneList);
        });
      const united = duplicate ?? structuredClone(entry);
      if (duplicate) {
        report?.(sources.get(duplicate)!.entry, entry);
        if (duplicate.id === derivedId(duplicate) && entry.id !== derivedId(entry)) duplicate.id = entry.id;
        mergeMissing(duplicate, entry);
      } else {
        sources.set(united, { list: number, entry });
        entries.push(united);
      }
      for (const key of own) {
        const same = known.get(key);
        if (!same) known.set(key, [united]);
        else if (!same.includes(united)) same.push(united);
      }
      return united;
    }),
  );
  tellApart(entries, sameness);
  return { entries, ids: places.map((place) => place.map(({ id }) => id)) };
}

/** Gives each entry an `id` of its own, which doesn't depend on which others stand before it, where that can be. */
function tellApart<T extends Entry>(entries: readonly T[], { marks }: Identity<T>): void {
  const groups = new Map<string, T[]>();
  for (const entry of entries) groups.set(entry.id, [...(groups.get(entry.id) ?? []), entry]);
  for (const [id, group] of marks ? groups : []) {
    if (group.length === 1) continue;
    const all = group.map((entry) => marks!(entry));
    const best = all[0].findIndex(
      (_, index) =>
        all.every((entry) => entry[index]) && new Set(all.map((entry) => entry[index])).size === group.length,
    );
    if (best >= 0)
      group.forEach((entry, index) => (entry.id = `${id}${/^https?:/.test(id) ? '#' : '-'}${all[index][best]}`));
  }
  const taken = new Set<string>();
  for (const entry of entries) {
    const { id } = entry;
    for (let count = 2; taken.has(entry.id); count++) entry.id = `${id}-${count}`;
    taken.add(entry.id);
  }
}

/** By what the entries of a list without `id` are known: cards, menu entries, telephones, pictures, targets. */
const names = ['id', 'number', 'url', 'language', 'title', 'name'] as const;

/** Adds to an object what it lacks of another, entry by entry in lists of objects. */
export function mergeMissing(target: object, source: object): void {
  const into = target as Record<string, unknown>;
  for (const [key, value] of Object.entries(source as Record<string, unknown>)) {
    const present = into[key];
    if (value === undefined) continue;
    if (present === undefined) into[key] = structuredClone(value);
    else if (Array.isArray(present) && Array.isArray(value)) fillList(present, value);
    else if (present && value && typeof present === 'object' && typeof value === 'object') mergeMissing(present, value);
  }
}

function fillList(target: unknown[], source: unknown[]): void {
  for (const entry of source) {
    const name = names.find((candidate) => isObject(entry) && entry[candidate] !== undefined);
    // A list of words, as tags are, is a choice that somebody made: it stays as it is.
    if (!name || !isObject(entry)) continue;
    const duplicate = target.find((candidate) => isObject(candidate) && candidate[name] === entry[name]);
    if (duplicate) mergeMissing(duplicate, entry);
    else target.push(structuredClone(entry));
  }
}

const isObject = (value: unknown): value is Record<string, unknown> => !!value && typeof value === 'object';
