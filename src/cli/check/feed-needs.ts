import { chooseContacts, parseContacts } from '../../feed/parts/contacts.js';
import { parseFigures } from '../../feed/parts/figures.js';
import { parseGoals } from '../../feed/parts/goals.js';
import { parseMenu } from '../../feed/parts/menu.js';
import { parseMission } from '../../feed/parts/mission.js';
import { parseOffices } from '../../feed/parts/offices.js';
import { parseOrganization } from '../../feed/parts/parse-units.js';
import { parseSections } from '../../feed/parts/sections.js';
import type { ParsedFeed } from '../../feed/parse/parse-strict.js';

/** What is missing in a feed for an element, and which of its attributes names it; without one it is all of it. */
export interface Lack {
  attribute?: string;
  what: string;
}

type Attributes = ReadonlyMap<string, string>;
type Needs = (parsed: ParsedFeed, attributes: Attributes) => (Lack | undefined)[];

const missing = (list: readonly unknown[] | undefined, name: string): Lack | undefined =>
  list?.length ? undefined : { what: `has no ${name}` };

/** Says which of the names in an attribute are not there. */
function unknown(attributes: Attributes, attribute: string, known: readonly (string | undefined)[], what: string) {
  const names = (attributes.get(attribute) ?? '').split(',').flatMap((name) => name.trim() || []);
  return names.flatMap((name): Lack[] =>
    known.includes(name) ? [] : [{ attribute, what: `has no ${what} “${name}”` }],
  );
}

const ids = (list: readonly { id?: string }[]) => list.map(({ id }) => id);

/** Items that a filter leaves. A light list has not all of them. */
function filtered({ feed: { items, next_url } }: ParsedFeed, attributes: Attributes): Lack[] {
  if (next_url) return [];
  const valuesOf = (attribute: string) =>
    (attributes.get(attribute) ?? '').split(',').flatMap((value) => value.trim().toLowerCase() || []);
  const filters = {
    tags: (index: number) => items[index].tags ?? [],
    countries: (index: number) => items[index]._iom?.countries ?? [],
    kind: (index: number) => [items[index]._iom?.kind ?? ''],
  };
  return Object.entries(filters).flatMap(([attribute, read]): Lack[] => {
    const wanted = valuesOf(attribute);
    const isThere = items.some((_, index) => read(index).some((value) => wanted.includes(value.toLowerCase())));
    return !wanted.length || isThere
      ? []
      : [{ attribute, what: `has no item with ${attribute} “${wanted.join(', ')}”` }];
  });
}

/** What each element needs of a feed. */
const needs: Record<string, Needs> = {
  'news-feed': (parsed, attributes) => [missing(parsed.feed.items, 'items'), ...filtered(parsed, attributes)],
  'press-release': ({ feed: { items, next_url } }, attributes) => [
    missing(items, 'items'),
    ...(next_url ? [] : unknown(attributes, 'item-id', ids(items), 'item with the id')),
  ],
  'press-contact': (parsed, attributes) => {
    const { items, next_url } = parsed.feed;
    const text = (name: string) => attributes.get(name) ?? '';
    const choice = { itemId: text('item-id'), contactId: text('contact-id'), country: text('country') };
    const { contacts } = parseContacts(parsed);
    const lacks = [
      ...unknown(attributes, 'contact-id', ids(contacts), 'contact with the id'),
      ...(next_url ? [] : unknown(attributes, 'item-id', ids(items), 'item with the id')),
    ];
    const shown = missing(chooseContacts(parsed, choice, ''), 'contact for these attributes');
    return [missing(contacts, 'contacts'), ...(lacks.length ? lacks : [shown])];
  },
  'org-chart': (parsed, attributes) => {
    const { units } = parseOrganization(parsed);
    return [
      missing(units, 'units'),
      ...['root', 'unit'].flatMap((name) => unknown(attributes, name, ids(units), 'unit with the id')),
    ];
  },
  'link-cards': (parsed, attributes) => {
    const sections = parseSections(parsed);
    return [missing(sections, 'sections'), ...unknown(attributes, 'section', ids(sections), 'section with the id')];
  },
  'sdg-grid': (parsed) => [missing(parseGoals(parsed), 'goals')],
  'office-map': (parsed, attributes) => {
    const offices = parseOffices(parsed);
    return [missing(offices, 'offices'), ...unknown(attributes, 'office', ids(offices), 'office with the id')];
  },
  'site-menu': (parsed) => [missing(parseMenu(parsed), 'menu')],
  about: (parsed) => [parseMission(parsed) ? undefined : { what: 'says nothing about the organization' }],
  'key-figures': (parsed, attributes) => {
    const figures = parseFigures(parsed);
    return [missing(figures, 'figures'), ...unknown(attributes, 'figures', ids(figures), 'figure with the id')];
  },
};

/**
 * What an element would not find in a feed. Where all is missing, nothing else is named.
 *
 * @param name Of the element, without `iom-`.
 */
export function lacksOf(name: string, parsed: ParsedFeed, attributes: Attributes): Lack[] {
  const lacks = (needs[name]?.(parsed, attributes) ?? []).filter((lack) => lack !== undefined);
  const all = lacks.find(({ attribute }) => !attribute);
  return all ? [all] : lacks;
}
