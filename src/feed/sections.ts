import type { Card, Section } from './model.js';
import type { Reading } from './read.js';
import { once } from './once.js';
import {
  date,
  image,
  languageTag,
  link,
  list,
  oneOf,
  plain,
  shape,
  text,
  timeZone,
  type Place,
  type Read,
} from './values.js';

/** A card as far as it could be read: it has a title, and a link unless that leads nowhere. */
export type ReadCard = Omit<Card, 'url'> & { url?: string };

/** A section as far as it could be read: it has an `id` of its own. */
export interface ReadSection extends Omit<Section, 'title' | 'cards'> {
  title?: string;
  cards: readonly ReadCard[];
}

/** Bytes, also where they were written as text. */
const bytes: Read<number> = (value) => (/^\d+$/.test(text(value) ?? '') ? Number(value) : undefined);

/**
 * A day, as RFC 3339 full-date. Read are also `2026-1-5`, `2026/01/05`, `2026-01-05T12:00Z` and `5 January 2026`.
 * `5/1/2026` may be two days and a number may be anything, so neither is guessed.
 */
const day: Read<string> = (value, at) => {
  if (typeof value !== 'string') return undefined;
  const written = value.trim().replace(/^(\d{4})\D(\d\d?)\D(\d\d?)\b/, (_, ...[year, month, day]: string[]) => {
    return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  });
  return date(written, at)?.slice(0, 10);
};

const cardFields = shape<ReadCard>({
  title: plain,
  url: link,
  summary: plain,
  // A picture is often no more than its address.
  image: (value, at) => {
    const found = image(typeof value === 'string' ? { url: value } : value, at);
    return found?.url ? found : undefined;
  },
  kind: oneOf('page', 'file', 'data', 'vacancy', 'action'),
  mime_type: (value) => /^\w+\/[\w.+-]+/.exec(text(value) ?? '')?.[0].toLowerCase(),
  size_in_bytes: bytes,
  language: languageTag,
  updated: day,
  closes: day,
  time_zone: timeZone,
  place: plain,
});

/** A card is shown by the best name it has. */
const card: Read<ReadCard> = (value, at) => {
  const found = cardFields(value, at);
  const { title, summary, url } = found ?? {};
  if (title) return found;
  const name = summary ?? url;
  return found && name ? { ...found, title: name, summary: undefined } : undefined;
};

const fields = shape<ReadSection>({ id: text, title: plain, summary: plain, url: link, cards: list(card) });

const section: Read<ReadSection> = (value, at) => {
  const found = fields(value, at);
  const id = found?.id ?? found?.title;
  return found && (id ?? found.cards?.length) ? { ...found, id: id ?? '', cards: found.cards ?? [] } : undefined;
};

const extension = shape<{ sections: ReadSection[] }>({ sections: list(section) });

/** Reads the sections of a feed, once per feed. */
export const readSections = once(({ _iom }, at): readonly ReadSection[] =>
  identify(extension(_iom, at)?.sections ?? [], at),
);

/** Gives every section an `id` of its own, and leaves out cards that a section holds twice. */
function identify(sections: ReadSection[], { problems }: Place): ReadSection[] {
  const ids = new Set<string>();
  return sections.map((each, index) => {
    let { id } = each;
    if (ids.has(id)) {
      problems.push(`_iom.sections[${index}].id: ${id} (there twice)`);
      id = `${id}#${index}`;
    }
    ids.add(id);
    const cards = new Map(each.cards.map((card) => [JSON.stringify(card), card]));
    if (cards.size < each.cards.length) problems.push(`_iom.sections[${index}].cards: some are there twice`);
    return { ...each, id, cards: [...cards.values()] };
  });
}

/**
 * The cards that are asked for, and the section they are from.
 *
 * @param id Of the section; without it the cards of all, each once.
 * @param kinds Only these; a card that doesn't say what it is counts as a page.
 */
export function chooseCards(
  reading: Reading,
  id: string,
  kinds: readonly string[],
): { section?: ReadSection; cards: readonly ReadCard[] } {
  const sections = readSections(reading);
  const section = sections.find((each) => each.id === id);
  const all = id
    ? (section?.cards ?? [])
    : new Map(sections.flatMap(({ cards }) => cards).map((card) => [JSON.stringify(card), card])).values();
  return { section, cards: [...all].filter(({ kind = 'page' }) => !kinds.length || kinds.includes(kind)) };
}
