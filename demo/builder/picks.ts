// What can be picked from a feed: nobody has to know its codes and ids.
import { parseContacts } from '../../src/feed/parts/contacts.js';
import { isEmbargoed } from '../../src/feed/parts/embargo.js';
import { parseFigures } from '../../src/feed/parts/figures.js';
import { parseOffices } from '../../src/feed/parts/offices.js';
import { parseOrganization } from '../../src/feed/parts/parse-units.js';
import { parseSections } from '../../src/feed/parts/sections.js';
import type { ParsedFeed } from '../../src/feed/parse/parse-strict.js';
import { primarySubtag } from '../../src/i18n/locale.js';

/** One value of an attribute, with its name in the feed. */
export interface Pick {
  value: string;
  /** As the feed says it; without one, the builder's words or the name of a country. */
  label?: string;
  /** How many there are of it. */
  count?: number;
  /** Below how many others it stands. */
  level?: number;
}

/** What an attribute can be, as the feed has it. */
export interface Picks {
  /** Several, separated by commas. */
  isList: boolean;
  values: readonly Pick[];
}

/** Values with how often they are there, most first. */
function counted(values: readonly (string | undefined)[]): Pick[] {
  const counts = new Map<string, number>();
  for (const value of values) if (value) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].map(([value, count]) => ({ value, count })).sort((one, two) => two.count - one.count);
}

const labelled = (entries: readonly { id: string; label?: string }[]): Pick[] =>
  entries.map(({ id, label }) => ({ value: id, label }));

/**
 * What an attribute of an element can be.
 *
 * @param lang Of the items that will be shown.
 * @returns Undefined where the feed doesn't say it.
 */
export function picksOf(element: string, name: string, reading: ParsedFeed, lang: string): Picks | undefined {
  const many = (values: Pick[]) => ({ isList: true, values });
  const one = (values: Pick[]) => ({ isList: false, values });
  const items = () =>
    reading.feed.items.filter(
      (item) => !isEmbargoed(item) && (!item.language || primarySubtag(item.language) === primarySubtag(lang)),
    );
  const titled = () => items().map(({ id, title, summary }) => ({ id, label: title ?? summary }));
  const contacts = () => parseContacts(reading);
  const offices = () => parseOffices(reading);
  const units = () => {
    const { units: list, level } = parseOrganization(reading);
    return one(list.map(({ id, name: label }, index) => ({ value: id, label, level: level[index] })));
  };
  const reads: Record<string, (() => Picks) | undefined> = {
    'news-feed kind': () => many(counted(items().map(({ _iom }) => _iom?.kind))),
    'news-feed tags': () => many(counted(items().flatMap(({ tags = [] }) => tags))),
    'news-feed countries': () => many(counted(items().flatMap(({ _iom }) => _iom?.countries ?? []))),
    'press-release item-id': () => one(labelled(titled())),
    'press-contact contact-id': () => one(labelled(contacts().contacts.map(({ id, name: label }) => ({ id, label })))),
    'press-contact item-id': () => one(labelled(titled().filter(({ id }) => contacts().named.get(id)?.length))),
    'press-contact country': () => one(counted(contacts().contacts.flatMap(({ countries = [] }) => countries))),
    'org-chart root': units,
    'org-chart unit': units,
    'link-cards section': () => one(labelled(parseSections(reading).map(({ id, title: label }) => ({ id, label })))),
    'link-cards kind': () =>
      many(counted(parseSections(reading).flatMap(({ cards }) => cards.map(({ kind }) => kind)))),
    'key-figures figures': () => many(labelled(parseFigures(reading))),
    'office-map kind': () => many(counted(offices().map(({ kind = 'country' }) => kind))),
    'office-map countries': () => many(counted(offices().map(({ country }) => country))),
    'office-map region': () => one(counted(offices().map(({ region }) => region))),
    'office-map office': () => one(labelled(offices().map(({ id, name: label }) => ({ id, label })))),
  };
  const picks = reads[`${element} ${name}`]?.();
  return picks?.values.length ? picks : undefined;
}

/** The values of an attribute that is a list; topics have blanks in them, names of parts are separated by them. */
export const valuesOf = (name: string, value = ''): string[] =>
  value
    .split(['hide', 'controls'].includes(name) ? /[\s,]+/ : ',')
    .map((entry) => entry.trim())
    .filter(Boolean);
