import type { Item } from '../../../feed/schema/model.generated.js';
import { paragraphsOf, stripCopyArtifacts } from '../../../html/typography.js';
import { escapeText } from '../../../html/markup.js';
import { excerpt } from '../../diagnostics.js';
import { findContacts } from '../extract/contact-region.js';
import { dayOf } from '../extract/dateline.js';
import type { Draft, ImportOptions } from '../draft.js';
import { checkEmbargo, parseEmbargo, type EmbargoLine } from '../extract/embargo-line.js';
import { parsePageFields } from '../extract/page-fields.js';
import { parseFragment } from '../clean/html.js';
import { kicker } from '../lexicon/kickers.js';
import { parseNavigation } from './navigation.js';
import { extractMetadata } from '../extract/extract-metadata.js';
import { slug } from '../slug.js';
import type { Source } from '../source.js';

/** Reads a press release that was saved as plain text, with or without the navigation of its page above it. */
export function parseText(source: Source, { lang, country }: ImportOptions): Draft {
  const lines = source.text.split('\n').map((line) => line.trim());
  const navigation = parseNavigation(lines);
  const { title, date, embargo, above, rest } = parseHead(lines.slice(navigation?.length ?? 0));
  const text = rest.join('\n');
  const { menu = [], mission, figures = [], organization = [] } = navigation ?? {};
  const draft: Draft = {
    items: [],
    _iom: {
      ...(mission && { mission }),
      ...(figures.length > 0 && { figures }),
      ...(menu.length > 0 && { menu }),
      ...(organization.length > 0 && { organization }),
    },
  };
  if (!title || !text.trim()) {
    if (!navigation)
      source.notes.add(
        'error',
        undefined,
        'there is no release in it',
        'use a text with a title and, below it, the body',
      );
    return draft;
  }
  const lineOf = (piece = title) => source.lines.find(piece);
  if (embargo && !checkEmbargo(embargo.read, title, source.notes, lineOf(embargo.text))) return draft;
  const item: Item = {
    id: slug(title),
    title: stripCopyArtifacts(title),
    ...(date && { date_published: `${date}T00:00:00Z` }),
    ...(lang && { language: lang }),
    _iom: { kind: 'press-release', ...(embargo?.read.until && { embargo_until: embargo.read.until }) },
  };
  const body = parseFragment([...above.map((line) => `<p>${escapeText(line)}</p>`), ...markup(text)].join('\n'));
  const contacts = extractMetadata(body, item, { notes: source.notes, lineOf }, country);
  if (contacts.length) draft._iom.contacts = contacts;
  else source.notes.add('hint', undefined, `${excerpt(title)} has no contact`, 'add a contact if there is one');
  draft.items.push(item);
  return draft;
}

interface Head {
  title?: string;
  /** RFC 3339 full-date. */
  date?: string;
  /** What a line says about an embargo. */
  embargo?: { text: string; read: EmbargoLine };
  /** Page fields that stand above the title. */
  above: string[];
  rest: string[];
}

/** Finds the title, which is the first line that is nothing else, and goes on where it was wrapped. */
function parseHead(lines: string[]): Head {
  const above: string[] = [];
  let date: string | undefined;
  let embargo: Head['embargo'];
  let index = 0;
  const isEmbargo = (text: string) => {
    const read = parseEmbargo(text);
    if (read) embargo ??= { text, read };
    return !!read;
  };
  for (; index < lines.length; index++) {
    const line = lines[index];
    if (!line || kicker.test(line) || isEmbargo(line)) continue;
    const day = line.length < 40 && !/[.!?]$/.test(line) ? dayOf(line) : undefined;
    if (parsePageFields(line)) above.push(line);
    else if (day && /^\P{Lu}*\p{Lu}?\P{Lu}*$/u.test(line)) date = day;
    else break;
  }
  let title = lines[index++];
  if (!title) return { above, rest: [] };
  const width = Math.max(...lines.slice(index).map(({ length }) => length));
  // A title in a block of its own, or one that goes on in small letters because its line was full.
  const block = lines.slice(index).findIndex((line) => !line);
  const goesOn = (line: string) =>
    /^\p{Ll}/u.test(line) && title.length + line.split(' ')[0].length >= Math.min(width, 90);
  for (let more = 0; more < 2 && lines[index]; more++) {
    if (!goesOn(lines[index]) && !(block >= 0 && block <= 2 && width <= 120)) break;
    title += ` ${lines[index++]}`;
  }
  // Copied from a page, the title often stands twice.
  for (; index < lines.length; index++) {
    const line = lines[index];
    if (!line || line === title || isEmbargo(line)) continue;
    if (!parsePageFields(line)) break;
    above.push(line);
  }
  return { title, date, embargo, above, rest: lines.slice(index) };
}

/** Paragraphs with their wrapped lines joined; what says whom to ask keeps its lines. */
function markup(text: string): string[] {
  const region = findContacts(text);
  const before = paragraphs(text.slice(0, region?.start));
  if (!region) return before;
  const width = Math.max(...text.split('\n').map(({ length }) => length));
  const joined = joinWrapped(text.slice(region.start, region.end), Math.min(width, 60));
  const contacts = joined.split(/\n{2,}/).map((block) => `<p>${block.split('\n').map(escapeText).join('<br>')}</p>`);
  return [...before, ...contacts, ...paragraphs(text.slice(region.end))];
}

/** Long lines are paragraphs already; short ones were wrapped. */
function paragraphs(text: string): string[] {
  const lines = text.trim().split('\n');
  const wrapped = Math.max(...lines.map(({ length }) => length)) <= 120;
  const matches = wrapped ? paragraphsOf(text) : lines.filter(Boolean);
  return matches.map((paragraph) => `<p>${escapeText(stripCopyArtifacts(paragraph))}</p>`);
}

/** Joins a line with the next where there was no room for its first word. */
function joinWrapped(text: string, width: number): string {
  const lines = text.split('\n');
  return lines.reduce((joined, line, index) => {
    const before = lines[index - 1] ?? '';
    const full = before !== '' && line !== '' && before.length + 1 + line.split(' ')[0].length > width;
    return index === 0 ? line : joined + (full ? ' ' : '\n') + line;
  }, '');
}
