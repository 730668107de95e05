import { parseFigures } from '../../feed/parts/figures.js';
import { findFigures } from '../../feed/parts/figure-mentions.js';
import { parseMission } from '../../feed/parts/mission.js';
import { plainText, string } from '../../feed/parse/parsers.js';
import type { Contact, Feed, FeedExtension } from '../../feed/schema/model.generated.js';
import { applyTypography, paragraphsOf } from '../../html/typography.js';
import { primarySubtag } from '../../i18n/locale.js';
import { addressFrom } from './addresses.js';
import { Excerpts } from './excerpts.js';
import { shardName } from './names.js';
import { pathOf, resolveAddresses, textOf, version, type PublicationContext } from './page.js';
import type { StoredItem } from './item-facts.js';
import type { Shard } from './shards.js';

/** Parts of a feed that have a file of their own in the root of a publication, by the name of that file. */
export const partNames = [
  ...['news', 'release', 'contacts', 'organization', 'menu', 'about'],
  ...['figures', 'offices', 'goals', 'sections'],
] as const;

/** Folders of those that there are many of. */
export const partFolders = ['section', 'item'] as const;

/** A feed with no more in it than some elements show. */
export interface PartFeed {
  /** Path without ending: `news`, `section/work`. */
  name: string;
  part: (typeof partNames)[number] | (typeof partFolders)[number];
  /** `id` of the section, or of the item. */
  value?: string;
  content: Buffer;
}

/** Items of the light list: as many as a list shows by itself. */
export const lightLength = 5;

/** What a part holds, before it is a file. */
interface PartContent {
  extension?: object;
  /** As JSON. */
  items?: string[];
  /** Name of the page with older items. */
  next?: string;
}

type Raw = Record<string, unknown>;

/**
 * Cuts a feed into parts, since most pages show one of them. None of them grows with the number of items.
 *
 * @param feed The whole.
 */
export function toParts(feed: Shard, setting: PublicationContext): PartFeed[] {
  const excerpts = new Excerpts(feed, setting);
  const parts: PartFeed[] = [];
  const add = (part: PartFeed['part'], name: string, content: PartContent, value?: string) =>
    parts.push({ name, part, value, content: Buffer.from(write(name, content, setting)) });
  const extension = Object(setting.head._iom) as Raw;

  add('news', 'news', lightList(excerpts));
  const newest = newestInLanguages(feed.items, ({ facts }) => !Number.isNaN(facts.date));
  if (newest.length) add('release', 'release', releases(newest, 'release', excerpts));
  for (const [part, content] of Object.entries(extensionParts(extension, excerpts))) {
    if (content) add(part as PartFeed['part'], part, content);
  }
  for (const [name, { ids, sections }] of sectionsByName(extension.sections)) {
    for (const id of ids) add('section', name, { extension: { sections } }, id);
  }
  for (const [item, name] of excerpts.own) {
    add('item', name, releases([item], name, excerpts), `${excerpts.read(item, pathOf(name)).id}`);
  }
  return parts;
}

/**
 * The newest items as a list shows them. What follows is the whole feed, from its beginning: whoever goes on has each
 * item once by its `id`, and misses none that came between the two requests.
 */
function lightList(excerpts: Excerpts): PartContent {
  const { items } = excerpts.feed;
  const light: string[] = [];
  let seen = 0;
  for (const item of items) {
    if (light.length === lightLength) break;
    seen++;
    const listed = excerpts.listed(item, pathOf('news'), items.length <= lightLength);
    if (listed) light.push(JSON.stringify(listed));
  }
  // For the items that follow, too.
  const labels = excerpts.setting.head._iom?.labels;
  return { items: light, next: seen < items.length ? 'feed' : undefined, extension: labels && { labels } };
}

/** Items with all that a release shows: their contacts, and the titles of what is to be read next. */
function releases(whole: StoredItem[], name: string, excerpts: Excerpts): PartContent {
  const { setting, feed } = excerpts;
  const file = pathOf(name);
  const wanted = new Set<string>();
  for (const item of whole) {
    const { related } = Object(excerpts.read(item, file)._iom) as Raw;
    // As the ids of items are kept: see textIn.
    if (Array.isArray(related)) for (const id of related) wanted.add(Buffer.from(`${id}`).toString('latin1'));
  }
  const related = wanted.size ? feed.items.filter((item) => wanted.has(`${item.facts.id as string}`)) : [];
  const contacts = contactsNamed(
    whole.flatMap(({ facts }) => facts.contacts),
    setting.head._iom,
  );
  return {
    extension: contacts.length ? { contacts } : undefined,
    items: [
      ...whole.map((item) => textOf(item, file, setting).toString()),
      ...related.flatMap((item) => {
        const excerpt = whole.includes(item) ? undefined : excerpts.related(item, file);
        return excerpt ? JSON.stringify(excerpt) : [];
      }),
    ],
  };
}

/** The parts of the extension that a feed has, even if there is nothing in them, each with what else its elements show. */
function extensionParts(extension: Raw, excerpts: Excerpts): Partial<Record<PartFeed['part'], PartContent | false>> {
  const { contacts, organization, mission, about, figures, menu, search, translations } = extension;
  const whole = (name: string) => (extension[name] == null ? undefined : { extension: { [name]: extension[name] } });
  const units = (Array.isArray(organization) ? organization : []) as Raw[];
  const reached = contactsNamed(
    units.map((unit) => Object(unit) as Raw).map(({ contact }) => `${contact as string}`),
    extension,
  );
  const newest = contacts == null ? [] : newestInLanguages(excerpts.feed.items);
  const naming = newest.some(({ facts }) => facts.contacts.length) ? newest : [];
  const file = pathOf('contacts');
  return {
    contacts: contacts != null && {
      extension: { contacts },
      // Unless a page says whom it wants, it gets whom the newest item names.
      items: naming.map((item) => JSON.stringify(excerpts.withContacts(item, file))),
    },
    organization: organization != null && {
      extension: { contacts: reached.length ? reached : undefined, organization },
    },
    menu: menu != null && { extension: { menu, search, translations } },
    about:
      mission == null && typeof about !== 'object'
        ? undefined
        : { extension: { mission, figures: mentioned(figures, extension, excerpts.setting.head) } },
    figures: whole('figures'),
    offices: whole('offices'),
    goals: whole('goals'),
    sections: whole('sections'),
  };
}

/** Those of the figures that the text of the mission speaks of. */
function mentioned(figures: unknown, extension: Raw, { language }: Partial<Feed>): unknown[] | undefined {
  const parsedOf = (_iom: object) => ({
    feed: { version, title: '', items: [], _iom: _iom as FeedExtension },
    baseUrl: 'https://feed.invalid/',
    problems: [],
  });
  const text = parseMission(parsedOf(extension))?.text ?? '';
  const paragraphs = text.split('\n\n').flatMap(paragraphsOf);
  const isMentioned = (figure: unknown) => {
    const parsed = parseFigures(parsedOf({ figures: [figure] }));
    return paragraphs.some((paragraph) =>
      findFigures(applyTypography(paragraph, string(language)), parsed).some((segment) => segment.figure),
    );
  };
  const matches = Array.isArray(figures) ? figures.filter(isMentioned) : [];
  return matches.length ? matches : undefined;
}

/** Sections that pages ask for by one name. */
function sectionsByName(sections: unknown): Map<string, { ids: Set<string>; sections: unknown[] }> {
  const byName = new Map<string, { ids: Set<string>; sections: unknown[] }>();
  for (const section of Array.isArray(sections) ? (sections as unknown[]) : []) {
    const { id: given, title } = Object(section) as Raw;
    const id = string(given) ?? plainText(title);
    if (!id) continue;
    const name = `section/${shardName(id)}`;
    const entry = byName.get(name) ?? { ids: new Set(), sections: [] };
    byName.set(name, entry);
    entry.ids.add(id);
    entry.sections.push(section);
  }
  return byName;
}

function contactsNamed(ids: readonly string[], extension: unknown): Contact[] {
  const { contacts } = Object(extension) as { contacts?: unknown };
  const named = new Set(ids);
  return Array.isArray(contacts) ? (contacts as Contact[]).filter((contact) => named.has(contact?.id)) : [];
}

/**
 * The newest item in each language, in the order of the feed.
 *
 * @param isBetter Those for which it holds come before all others in their language.
 */
function newestInLanguages(
  items: readonly StoredItem[],
  isBetter: (item: StoredItem) => boolean = () => true,
): StoredItem[] {
  const best = new Map<string | undefined, { item: StoredItem; index: number }>();
  const all = new Map<string | undefined, { item: StoredItem; index: number }>();
  items.forEach((item, index) => {
    const { language } = item;
    if (!all.has(language)) all.set(language, { item, index });
    if (!best.has(language) && isBetter(item)) best.set(language, { item, index });
  });
  const byLanguage = new Map<string, { item: StoredItem; index: number }>();
  for (const [language, entry] of [...best, ...all]) {
    const subtag = language === undefined ? '' : primarySubtag(language);
    if (!byLanguage.has(subtag)) byLanguage.set(subtag, entry);
  }
  return [...byLanguage.values()].sort((one, other) => one.index - other.index).map(({ item }) => item);
}

/** The text of a part's file. */
function write(name: string, { extension, items = [], next }: PartContent, setting: PublicationContext): string {
  const { head, url } = setting;
  const file = pathOf(name);
  const opening = {
    version,
    title: head.title,
    home_page_url: head.home_page_url,
    language: head.language,
    feed_url: url && url + file,
    next_url: next && addressFrom(file, pathOf(next), url),
    _iom: extension && { about: head._iom?.about, ...extension },
  };
  const text = JSON.stringify(resolveAddresses(opening, file, setting));
  return `${text.slice(0, -1)},"items":[${items.join()}]}`;
}
