import { intern, type ItemFacts, type StoredItem } from './item-facts.js';

/** What is known of items, by the hash of their text: who has the same text need not parse it. */
export type Known = ReadonlyMap<string, ItemFacts>;

/**
 * The same as it is kept on the disk: item by item it would take longer to read than all else. So there is a list for
 * each field, and what stands in many items is written once.
 */
export interface Ledger {
  /** All in one text, each as long as `hashLength`. */
  hashes: string;
  ids: string[];
  dates: (number | null)[];
  values: unknown[];
  /** For each item, where in `values` it is. */
  fields: Record<Field, number[]>;
}

type Field = 'tags' | 'countries' | 'language' | 'kind' | 'contacts' | 'related' | 'relative' | 'remote' | 'event';

export const noItems: Ledger = {
  hashes: '',
  ids: [],
  dates: [],
  values: [],
  fields: {
    tags: [],
    countries: [],
    language: [],
    kind: [],
    contacts: [],
    related: [],
    relative: [],
    remote: [],
    event: [],
  },
};

/** SHA-256 as base64url. */
const hashLength = 43;

/** An embargo depends on the time it is read at, so such an item is parsed each time; an `id` should be a text. */
const isLasting = ({ facts }: StoredItem) => !facts.embargoed && typeof facts.id === 'string';

export function writeLedger(all: readonly StoredItem[]): Ledger {
  const items = all.filter(isLasting);
  const values: unknown[] = [];
  const places = new Map<unknown, number>();
  const placeOf = (value: unknown): number => {
    let place = places.get(value);
    if (place === undefined) places.set(value, (place = values.push(value) - 1));
    return place;
  };
  const placesOf = (field: Field) => items.map(({ facts }) => placeOf(facts[field]));
  return {
    hashes: items.map(({ hash }) => hash).join(''),
    ids: items.map(({ facts }) => facts.id as string),
    dates: items.map(({ facts }) => facts.date),
    fields: {
      tags: placesOf('tags'),
      countries: placesOf('countries'),
      language: placesOf('language'),
      kind: placesOf('kind'),
      contacts: placesOf('contacts'),
      related: placesOf('related'),
      relative: placesOf('relative'),
      remote: placesOf('remote'),
      event: placesOf('event'),
    },
    values,
  };
}

export function readLedger({ hashes, ids, dates, values, fields }: Ledger): Known {
  const known = new Map<string, ItemFacts>();
  const shared = values.map((value) => (Array.isArray(value) ? intern(value as string[]) : (value ?? undefined)));
  const value = (field: Field, index: number) => shared[fields[field][index]];
  ids.forEach((id, index) => {
    known.set(hashes.slice(index * hashLength, (index + 1) * hashLength), {
      id,
      date: dates[index] ?? NaN,
      tags: value('tags', index) as ItemFacts['tags'],
      countries: value('countries', index) as ItemFacts['countries'],
      language: value('language', index) as ItemFacts['language'],
      kind: value('kind', index) as ItemFacts['kind'],
      contacts: value('contacts', index) as ItemFacts['contacts'],
      related: value('related', index) as ItemFacts['related'],
      relative: value('relative', index) as ItemFacts['relative'],
      remote: value('remote', index) as ItemFacts['remote'],
      event: value('event', index) as ItemFacts['event'],
      embargoed: false,
      before: index,
    });
  });
  return known;
}
