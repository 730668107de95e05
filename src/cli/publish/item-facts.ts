import { isEmbargoed } from '../../feed/parts/embargo.js';
import type { Item } from '../../feed/schema/model.generated.js';
import { date, languageTag } from '../../feed/parse/parsers.js';
import { mayShowRemotePictures, slotsOf } from './addresses.js';

/** Where the text of an item is, until it is written. */
export interface Stored {
  /** Of the text. */
  hash: string;
  /** Open file that holds it, and where. */
  fd: number;
  start: number;
  length: number;
  /** Whether there are blanks between its values. */
  loose: boolean;
}

/** What must be known of an item to say where it belongs. */
export interface ItemFacts {
  /** As it was parsed: see textIn. */
  id: unknown;
  /** Milliseconds; NaN where there is none that can be read. */
  date: number;
  tags: readonly string[];
  /** ISO 3166-1 alpha-2. */
  countries: readonly string[];
  /** BCP 47, canonical. */
  language?: string;
  kind?: string;
  /** `id`s of contacts. */
  contacts: readonly string[];
  /** `id`s and addresses of items that it leads to. */
  related: readonly string[];
  /** Whether addresses in it depend on where the feed stands. */
  relative: boolean;
  /** Whether there may be pictures of other sites in it. */
  remote: boolean;
  /** Whether it says when it takes place. */
  event: boolean;
  /** Whether there is, or was, an embargo. */
  embargoed: boolean;
  /** Place of the item among those of the publication before; -1 for one that is new, or has changed. */
  before: number;
}

export interface StoredItem extends Stored {
  facts: ItemFacts;
  /** Milliseconds; of the item before it in the feed where it has no date of its own. */
  time: number;
  /** BCP 47, canonical; the feed's where it says none. */
  language?: string;
}

/** @param item As parsed from text that was taken for Latin-1: see textIn. */
export function factsOf(item: Item, embargoed: boolean): ItemFacts {
  const { id, date_published: written, tags, language, _iom } = item;
  const { kind, countries, contacts, related, translations, event } = Object(_iom) as NonNullable<Item['_iom']>;
  // One object, made at once: there are very many of them.
  return {
    id,
    date: Date.parse((typeof written === 'string' ? written : date(written)) ?? ''),
    tags: texts(tags),
    countries: intern(texts(countries).map((code) => code.toUpperCase())),
    language: typeof language === 'string' ? readLanguage(language) : undefined,
    kind: texts([kind])[0],
    contacts: texts(contacts),
    related: Array.isArray(translations)
      ? intern([...texts(related), ...texts(translations.map((entry) => entry?.url))])
      : texts(related),
    relative: slotsOf(item).length > 0,
    remote: mayShowRemotePictures(item),
    event: !!date((Object(event) as { start?: unknown }).start),
    embargoed,
    before: -1,
  };
}

/**
 * The text that UTF-8 is, which was taken for Latin-1. Items are parsed that way: their structure is the same, it takes
 * half the time, and of their texts only these few are looked at.
 */
export const textIn = (latin1: string): string =>
  /^[\0-\x7f]*$/.test(latin1) ? latin1 : Buffer.from(latin1, 'latin1').toString();

/**
 * The embargoes of an item, and whether they last. One that can't be read lasts for ever, as it does for widgets. They
 * also read fields with blanks around their names, so those count here.
 */
export function embargoesOf(item: Item): { until: string; lasts: boolean }[] {
  const matches: { until: string; lasts: boolean }[] = [];
  for (const extension of fieldsNamed('_iom', item)) {
    for (const until of fieldsNamed('embargo_until', extension)) {
      if (until == null || until === '') continue;
      const readable = date(until) ?? 'unreadable';
      matches.push({
        until: typeof until === 'string' ? until : JSON.stringify(until),
        lasts: isEmbargoed({ id: item.id, _iom: { embargo_until: readable } }),
      });
    }
  }
  return matches;
}

function fieldsNamed(name: string, value: unknown): unknown[] {
  const fields = Object(value) as Record<string, unknown>;
  const matches: unknown[] = [];
  for (const key in fields) if (key === name || key.trim() === name) matches.push(fields[key]);
  return matches;
}

/** The texts of a list, each once and not empty. */
function texts(values: unknown): readonly string[] {
  if (!Array.isArray(values) || !values.length) return none;
  const matches: string[] = [];
  for (const value of values) {
    if (typeof value !== 'string' || !value.trim()) continue;
    let text = shared.get(value);
    if (text === undefined) shared.set(value, (text = textIn(value)));
    if (!matches.includes(text)) matches.push(text);
  }
  return intern(matches);
}

/** One list for all items that have the same. */
export function intern(list: readonly string[]): readonly string[] {
  const key = list.join('\0');
  const known = lists.get(key);
  if (known?.length === list.length && known.every((text, index) => text === list[index])) return known;
  lists.set(key, list);
  return list;
}

const none: readonly string[] = [];
const lists = new Map<string, readonly string[]>();
/** The same few texts stand in very many items; they are decoded, and kept, once. */
const shared = new Map<string, string>();
const languages = new Map<unknown, string | undefined>();

/** As languageTag reads it; the same few tags stand in all items. */
export function readLanguage(tag: unknown): string | undefined {
  if (!languages.has(tag)) languages.set(tag, languageTag(tag));
  return languages.get(tag);
}
