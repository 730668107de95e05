import type { Card, Section } from '../schema/model.generated.js';
import type { ParsedFeed } from '../parse/parse-strict.js';
import { memoizeParser } from '../parse/memoize-parser.js';
import { ensureUniqueIds } from '../parse/unique-ids.js';
import {
  date,
  image,
  languageTag,
  httpUrl,
  array,
  picklist,
  plainText,
  object,
  string,
  timeZone,
  type ParseContext,
  type Parser,
} from '../parse/parsers.js';

/** A card as far as it could be read: it has a title, and a link unless that leads nowhere. */
export type ParsedCard = Omit<Card, 'url'> & { url?: string };

/** A section as far as it could be read: it has an `id` of its own. */
export interface ParsedSection extends Omit<Section, 'title' | 'cards'> {
  title?: string;
  cards: readonly ParsedCard[];
}

/** Bytes, also where they were written as text. */
const bytes: Parser<number> = (value) => (/^\d+$/.test(string(value) ?? '') ? Number(value) : undefined);

/**
 * A day, as RFC 3339 full-date. Read are also `2026-1-5`, `2026/01/05`, `2026-01-05T12:00Z` and `5 January 2026`.
 * `5/1/2026` may be two days and a number may be anything, so neither is guessed.
 */
const day: Parser<string> = (value) => {
  if (typeof value !== 'string') return undefined;
  const written = value.trim().replace(/^(\d{4})\D(\d\d?)\D(\d\d?)\b/, (_, ...[year, month, day]: string[]) => {
    return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  });
  return date(written)?.slice(0, 10);
};

const cardFields = object<ParsedCard>({
  title: plainText,
  url: httpUrl,
  summary: plainText,
  // A picture is often no more than its address.
  image: (value, context) => {
    const match = image(typeof value === 'string' ? { url: value } : value, context);
    return match?.url ? match : undefined;
  },
  kind: picklist('page', 'file', 'data', 'vacancy', 'action'),
  mime_type: (value) => /^\w+\/[\w.+-]+/.exec(string(value) ?? '')?.[0].toLowerCase(),
  size_in_bytes: bytes,
  language: languageTag,
  updated: day,
  closes: day,
  time_zone: timeZone,
  place: plainText,
});

/** A card is shown by the best name it has. */
const card: Parser<ParsedCard> = (value, context) => {
  const match = cardFields(value, context);
  const { title, summary, url } = match ?? {};
  if (title) return match;
  const name = summary ?? url;
  return match && name ? { ...match, title: name, summary: undefined } : undefined;
};

const fields = object<ParsedSection>({
  id: string,
  title: plainText,
  summary: plainText,
  url: httpUrl,
  cards: array(card),
});

const section: Parser<ParsedSection> = (value, context) => {
  const match = fields(value, context);
  const id = match?.id ?? match?.title;
  return match && (id ?? match.cards?.length) ? { ...match, id: id ?? '', cards: match.cards ?? [] } : undefined;
};

const extension = object<{ sections: ParsedSection[] }>({ sections: array(section) });

/** Reads the sections of a feed, once per feed. */
export const parseSections = memoizeParser(({ _iom }, context): readonly ParsedSection[] =>
  ensureSectionIds(extension(_iom, context)?.sections ?? [], context),
);

/** Gives every section an `id` of its own, and leaves out cards that a section holds twice. */
function ensureSectionIds(sections: readonly ParsedSection[], { problems }: ParseContext): ParsedSection[] {
  return ensureUniqueIds(
    sections,
    '_iom.sections',
    problems,
    () => undefined,
    () => false,
  ).map((entry, index) => {
    const cards = new Map(entry.cards.map((card) => [JSON.stringify(card), card]));
    if (cards.size < entry.cards.length) problems.push(`_iom.sections[${index}].cards: duplicates left out`);
    return { ...entry, cards: [...cards.values()] };
  });
}

/**
 * The cards that are asked for, and the section they are from.
 *
 * @param id Of the section; without it the cards of all, each once.
 * @param kinds Only these; a card that doesn't say what it is counts as a page.
 */
export function chooseCards(
  parsed: ParsedFeed,
  id: string,
  kinds: readonly string[],
): { section?: ParsedSection; cards: readonly ParsedCard[] } {
  const sections = parseSections(parsed);
  const section = sections.find((entry) => entry.id === id);
  const all = id
    ? (section?.cards ?? [])
    : new Map(sections.flatMap(({ cards }) => cards).map((card) => [JSON.stringify(card), card])).values();
  return { section, cards: [...all].filter(({ kind = 'page' }) => !kinds.length || kinds.includes(kind)) };
}
