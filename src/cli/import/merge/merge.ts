import schema from '../../../feed/schema/feed.schema.json' with { type: 'json' };
import type { Contact, Feed, Figure, Item, Office, Section, Unit } from '../../../feed/schema/model.generated.js';
import { normalizeForSearch } from '../../../i18n/search-text.js';
import { primarySubtag } from '../../../i18n/locale.js';
import { withoutControls } from '../clean/clean.js';
import type { Draft } from '../draft.js';
import { plainText } from '../clean/html.js';
import { sameItems, tellUnion } from './same-items.js';
import { slug } from '../slug.js';
import { linkTranslations } from './translations.js';
import { mergeMissing, mergeLists, type Identity, type United } from './merge-lists.js';

/** What a feed is called when neither its sources nor the user name it. */
const titles: Record<string, string> = {
  ar: 'بيانات صحفية',
  en: 'Press releases',
  es: 'Comunicados de prensa',
  fr: 'Communiqués de presse',
  ru: 'Пресс-релизы',
  zh: '新闻稿',
};

const byName = (name: string | undefined) => name && `name ${normalizeForSearch(name)}`;
const differ = (one: string | undefined, other: string | undefined) => !!one && !!other && one !== other;

const contacts: Identity<Contact> = {
  keys: ({ email, name }) => [email && `email ${email.toLowerCase()}`, byName(name)],
  differ: (one, other) =>
    differ(one.email?.toLowerCase(), other.email?.toLowerCase()) ||
    normalizeForSearch(one.name) !== normalizeForSearch(other.name),
  derivedId: ({ name }) => slug(name),
};
const units: Identity<Unit> = { keys: ({ name }) => [byName(name)], derivedId: ({ name }) => slug(name) };
const figures: Identity<Figure> = {
  keys: ({ value, kind, label }) => [byName(label), kind === 'year' ? `year ${value}` : undefined],
  derivedId: ({ label, kind, value }) => slug(kind === 'year' ? `${label} ${value}` : label),
};
const offices: Identity<Office> = { keys: ({ name }) => [byName(name)], derivedId: ({ name }) => slug(name) };
const sections: Identity<Section> = { keys: ({ title }) => [byName(title)], derivedId: ({ title }) => slug(title) };

/** The lists of a feed whose entries have an `id`. */
const partsOf = (drafts: readonly Draft[], report?: (kept: Item, other: Item) => void) => ({
  contacts: mergeLists(
    drafts.map(({ _iom }) => _iom.contacts ?? []),
    contacts,
  ),
  organization: mergeLists(
    drafts.map(({ _iom }) => _iom.organization ?? []),
    units,
  ),
  figures: mergeLists(
    drafts.map(({ _iom }) => _iom.figures ?? []),
    figures,
  ),
  offices: mergeLists(
    drafts.map(({ _iom }) => _iom.offices ?? []),
    offices,
  ),
  sections: mergeLists(
    drafts.map(({ _iom }) => _iom.sections ?? []),
    sections,
  ),
  items: mergeLists(
    drafts.map((draft) => draft.items),
    sameItems,
    report,
  ),
});
type Parts = ReturnType<typeof partsOf>;

/**
 * Makes one feed of what the sources gave: newest first, the same story, contact or unit once. What the first source
 * says holds; the others add what it lacks. Of two bodies of a story the much longer one is taken.
 *
 * @param title Plain text; without it the first source that has one names the feed.
 */
export function merge(drafts: readonly Draft[], title?: string): Feed {
  // Once to learn which `id` everything will have, and again when all that refers to it does so by that.
  const ids = partsOf(drafts, tellUnion);
  const elsewhere = {
    contacts: newIds(drafts, 'contacts', ids.contacts),
    organization: newIds(drafts, 'organization', ids.organization),
  };
  const renamed = drafts.map((draft, index) => rename(structuredClone(draft), ids, index, elsewhere));
  const { items, ...parts } = partsOf(renamed);
  takeLongerBodies(items.entries, renamed);
  linkTranslations(drafts, items);

  const head: Partial<Draft> = {};
  for (const draft of renamed) mergeMissing(head, { ...draft, items: undefined });
  const extension = {
    ...head._iom,
    ...Object.fromEntries(Object.entries(parts).map(([name, { entries }]) => [name, entries])),
  };
  const filled = Object.entries(extension).filter(([, part]) => !Array.isArray(part) || part.length > 0);
  const language = head.language ?? items.entries.find((item) => item.language)?.language;
  const feed = {
    ...head,
    version: 'https://jsonfeed.org/version/1.1',
    title: title ?? head.title ?? titles[primarySubtag(language ?? '')] ?? titles.en,
    ...(language && { language }),
    items: items.entries.sort(newestFirst),
    _iom: filled.length > 0 ? { about: schema.$id, ...Object.fromEntries(filled) } : undefined,
  };
  return inOrder(feed, schema as SchemaNode) as Feed;
}

/** Lets everything refer to contacts, units and items by the `id`s that they have in the feed. */
function rename(draft: Draft, ids: Parts, index: number, elsewhere: Elsewhere): Draft {
  const { contacts = [], organization = [], figures = [], offices = [], sections = [] } = draft._iom;
  const contact = renamer(contacts, ids.contacts.ids[index], elsewhere.contacts);
  const unit = renamer(organization, ids.organization.ids[index], elsewhere.organization);
  const item = renamer(draft.items, ids.items.ids[index]);
  renamer(figures, ids.figures.ids[index]);
  renamer(offices, ids.offices.ids[index]);
  renamer(sections, ids.sections.ids[index]);
  for (const entry of organization) {
    if (entry.parent) entry.parent = unit(entry.parent);
    if (entry.contact) entry.contact = contact(entry.contact);
    for (const line of entry.reports_to ?? []) line.unit = unit(line.unit);
  }
  for (const { _iom } of draft.items) {
    if (_iom?.contacts) _iom.contacts = _iom.contacts.map(contact);
    if (_iom?.related) _iom.related = _iom.related.map(item);
  }
  return draft;
}

/** New `id`s by old ones, over all sources: what one names may be in another. */
type Elsewhere = Record<'contacts' | 'organization', ReadonlyMap<string, string>>;

const newIds = (drafts: readonly Draft[], part: keyof Elsewhere, { ids }: United<Contact | Unit>) =>
  new Map(
    drafts
      .flatMap(({ _iom }, draft) => (_iom[part] ?? []).map(({ id }, index) => [id, ids[draft][index]] as const))
      .reverse(),
  );

/**
 * Gives entries their `id`s.
 *
 * @param elsewhere New `id`s of what is in other sources.
 * @returns What says the new `id` for an old one.
 */
function renamer(
  entries: { id: string }[],
  ids: readonly string[],
  elsewhere?: ReadonlyMap<string, string>,
): (id: string) => string {
  const names = new Map<string, string>();
  entries.forEach((entry, index) => {
    if (!names.has(entry.id)) names.set(entry.id, ids[index]);
    entry.id = ids[index];
  });
  return (id) => names.get(id) ?? elsewhere?.get(id) ?? id;
}

/** A summary that came first gives way to the whole text. */
function takeLongerBodies(items: Item[], drafts: readonly Draft[]): void {
  const bodies = new Map<string, string>();
  for (const { id, content_html: html } of drafts.flatMap((draft) => draft.items)) {
    const longest = bodies.get(id);
    if (html && (longest === undefined || plainText(html).length > 2 * plainText(longest).length)) bodies.set(id, html);
  }
  for (const item of items) {
    const body = bodies.get(item.id);
    if (body !== undefined) item.content_html = body;
  }
}

/** Items without a date come last, in the order of their sources. */
function newestFirst(one: Item, other: Item): number {
  const [first, second] = [one, other].map(({ date_published: date }) => (date ? Date.parse(date) : -Infinity));
  return first === second ? 0 : second - first;
}

interface SchemaNode {
  $ref?: string;
  properties?: Record<string, SchemaNode>;
  items?: SchemaNode;
}

/** Puts the fields of an object into the order of the schema, so that the same content is the same text. */
function inOrder(value: unknown, node: SchemaNode = {}): unknown {
  const name = node.$ref?.replace('#/$defs/', '');
  const { properties = {}, items } = name ? (schema.$defs as Record<string, SchemaNode>)[name] : node;
  if (Array.isArray(value)) return value.map((entry) => inOrder(entry, items));
  if (typeof value === 'string') return withoutControls(value);
  if (!value || typeof value !== 'object') return value;
  const keys = [...new Set([...Object.keys(properties), ...Object.keys(value)])];
  const fields = value as Record<string, unknown>;
  return Object.fromEntries(
    keys.flatMap((key) => (fields[key] === undefined ? [] : [[key, inOrder(fields[key], properties[key])]])),
  );
}
