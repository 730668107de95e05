import { basename } from 'node:path';
import MarkdownIt from 'markdown-it';
import type { Item } from '../../../feed/schema/model.generated.js';
import { excerpt, type Diagnostics } from '../../diagnostics.js';
import { besideOf } from '../beside.js';
import { plainText } from '../clean/html.js';
import { filesOf } from '../extract/media.js';
import { origins, referrers, writtenIds, type Draft, type ImportOptions } from '../draft.js';
import { isPublic } from '../extract/is-public.js';
import { parseMoment } from '../extract/parse-date.js';
import { toItem, type Story } from '../extract/story.js';
import { choiceOf, choices } from '../lexicon/choices.js';
import { frontMatterField, isForLayout, type FrontMatterField } from '../lexicon/front-matter.js';
import { countriesListed, languageOf } from '../lexicon/named.js';
import type { Source } from '../source.js';
import { takeHead, type HeadValue } from './front-matter.js';
import { forMarkdown, markdownRules } from './markdown-rules.js';

const converter = new MarkdownIt({ html: false }).use(markdownRules);

const yes = /^(?:true|yes|y|1|oui|sí|si|نعم|да|是)$/i;
const no = /^(?:false|no|n|0|non|لا|нет|否)$/i;

/** What says that a story is public. */
const open =
  /^(?:true|yes|y|1|oui|sí|si|نعم|да|是|publish(?:ed)?|public|visible|final|publique|publiée?|público|publicado|опубликовано|открыто|منشور|عام|已发布|公开)$/i;

/** Values of the head by what they are for. */
type Head = Partial<Record<FrontMatterField, HeadValue>>;

/** Reads a story in Markdown; a head in YAML says what the text doesn't. */
export function parseMarkdown(source: Source, options: ImportOptions): Draft {
  const { name, notes, lines, text } = source;
  const { head: written, rest, lines: above } = takeHead(text.replace(/^\uFEFF/, ''), notes);
  const head = fieldsOf(written, notes);
  const value = (field: FrontMatterField) => head[field]?.values.join(', ');
  const file = basename(name);
  const [, heading] = /^ {0,3}#[ \t\u00a0]+(.+?)[ \t]*#*$/m.exec(rest) ?? [];
  const title = value('title') ?? (heading && plainText(converter.renderInline(heading)));
  const markdown = forMarkdown(rest.replace(/<!--[^]*?-->/g, ''));
  tellHtml(rest, above, notes);
  const html = converter.render(markdown).trim();
  const body = withoutTitle(html, plainText(title ?? ''));
  if (!title || !(plainText(body) || body.includes('<img'))) {
    const fix = 'write its title as “# Title” or into the head of the file, and the text below';
    notes.add('error', undefined, title ? 'there is no text in it' : 'it has no title', fix);
    return { items: [], _iom: {} };
  }
  const lineOf: Story['lineOf'] = (piece) => (piece === undefined ? 1 : (lines.find(piece) ?? 1));
  const language = head.language && languageOf(head.language.values[0]);
  if (head.language && !language) warn(head.language, 'is not a language', notes);
  const [, suffix] = /\.([a-z]{2,3}(?:-[a-z]+)?)\.(?:md|markdown)$/i.exec(file) ?? [];
  const [, day] = /^(\d{4}-\d\d-\d\d)[-_]/.exec(file) ?? [];
  const story: Story = {
    id: value('id'),
    url: value('url'),
    title: plainText(title),
    html: body,
    summary: value('summary'),
    published: value('date') ?? day,
    modified: value('modified'),
    language: language ?? (suffix && languageOf(suffix)),
    tags: head.tags?.values.flatMap((entry) => entry.split(/\s*[,;،、]\s*/)),
    authors: head.authors?.values,
    images: pictureOf(head, notes),
    attachments: filesOf((head.attachments?.values ?? []).map((url) => ({ url }))),
    status: statusOf(head),
    embargo: embargoOf(head, notes),
    version: value('version'),
    isBeside: besideOf(source),
    lineOf,
  };
  if (story.embargo === '') return { items: [], _iom: {} };
  if (!isPublic(story, notes, options.planned)) return { items: [], _iom: {} };
  const { item, contacts } = toItem(story, source, options, options.base ?? source.url);
  origins.set(item, { notes, lineOf: () => lineOf(), ...(story.version && { story: story.version }) });
  if (head.id) {
    const { line } = head.id;
    writtenIds.set(item, {
      where: `${notes.file}:${line}`,
      report: (what, fix) => notes.add('error', line, what, fix),
    });
  }
  if (head.contacts) {
    const { line } = head.contacts;
    referrers.set(item, (_kind, what, fix) => notes.add('warning', line, what, fix));
  }
  addExtension(item, head, notes);
  return { items: [item], _iom: contacts.length ? { contacts } : {} };
}

function fieldsOf(written: readonly HeadValue[], notes: Diagnostics): Head {
  const head: Head = {};
  const unknown: HeadValue[] = [];
  for (const entry of written) {
    // Some generators mean whether by `published`, others when.
    const isTruth = [yes, no].some((words) => words.test(entry.values[0]));
    const field = /^publi/i.test(entry.key) && isTruth ? 'isPublished' : frontMatterField(entry.key);
    if (field && !head[field]) head[field] = entry;
    else if (!isForLayout(entry.key)) unknown.push(entry);
  }
  if (unknown.length) {
    const list = unknown.map(({ key }) => excerpt(key)).join(', ');
    const what =
      unknown.length === 1
        ? `${list} in the head of the file is not known`
        : `${list} in the head of the file are not known`;
    notes.add('hint', unknown[0].line, what, unknown.length === 1 ? 'it was left out' : 'they were left out');
  }
  return head;
}

function warn({ values, line }: HeadValue, what: string, notes: Diagnostics): void {
  notes.add('warning', line, `${excerpt(values.join(', '))} ${what}`, 'it was left out; correct the head of the file');
}

/** HTML in Markdown is shown as it is written: that is safe, and seldom meant. */
function tellHtml(text: string, above: number, notes: Diagnostics): void {
  const bare = text.replace(/<!--[^]*?-->|```[^]*?```|`[^`\n]*`/g, (code) => code.replace(/[^\n]/g, ' '));
  const tag = /<\/?(?!https?:|mailto:)[a-z][a-z\d]*(?:\s[^<>]*)?\/?>/i.exec(bare);
  if (!tag) return;
  const line = above + bare.slice(0, tag.index).split('\n').length;
  notes.add('warning', line, `${excerpt(tag[0])} is HTML`, 'it is shown as it is written; use Markdown');
}

/** The title stands in the item. */
function withoutTitle(html: string, title: string): string {
  const [whole, inner] = /^<h[12]>([^]*?)<\/h[12]>\s*/.exec(html) ?? [];
  return whole && plainText(inner) === title ? html.slice(whole.length) : html;
}

function pictureOf(head: Head, notes: Diagnostics): Story['images'] {
  if (!head.image) return undefined;
  const [url] = head.image.values;
  if (!head.alt)
    notes.add('hint', head.image.line, 'the picture has no description', 'write what can be seen in it as “alt: …”');
  const text = (field: FrontMatterField) => head[field]?.values.join(', ');
  const [alt, caption, credit] = [text('alt'), text('caption'), text('credit')];
  return [{ url, ...(alt !== undefined && { alt }), ...(caption && { caption }), ...(credit && { credit }) }];
}

/** Why a story is not public; what generators would keep to themselves is. */
function statusOf(head: Head): string | undefined {
  const { draft, isPublished, status, visibility, isPrivate, password, expires, date, embargo } = head;
  const isOn = (entry?: HeadValue) => !!entry && !no.test(entry.values[0]);
  if (isOn(draft)) return 'draft';
  if (isOn(password)) return 'password';
  if (isOn(isPrivate) || (visibility && !open.test(visibility.values[0]))) return 'private';
  const timeOf = (entry?: HeadValue) => Date.parse((entry && parseMoment(entry.values[0]).date) ?? '');
  if (timeOf(expires) <= Date.now()) return 'expired';
  if (isPublished && no.test(isPublished.values[0])) return 'unpublished';
  const word = status?.values[0].toLowerCase();
  if (word && !open.test(word)) return word;
  // What is to be published later; an embargo says that by itself.
  return timeOf(date) > Date.now() && !embargo ? 'future' : undefined;
}

/** @returns Empty where it can't be read: then nothing of the story may be shown. */
function embargoOf({ embargo, title }: Head, notes: Diagnostics): string | undefined {
  if (!embargo) return undefined;
  const { date } = parseMoment(embargo.values[0]);
  if (date) return date;
  const what = `the embargo of ${excerpt(title?.values[0] ?? 'the story')} can't be read`;
  notes.leaveOut(embargo.line, what, 'it was left out; write it as 2026-11-24T09:00:00+01:00');
  return '';
}

/** `2026-11-30 What was wrong`, newest first. */
function correctionsOf({ corrections }: Head, notes: Diagnostics) {
  const read = (corrections?.values ?? []).flatMap((entry) => {
    const [, day, text] = /^(\d{4}-\d\d-\d\d(?:T\S*\d(?:Z|\b))?)\s*[:：–—-]?\s+(\S[^]*)$/.exec(entry) ?? [];
    const date = day && parseMoment(day).date;
    if (date) return { date, text };
    warn({ ...corrections!, values: [entry] }, 'has no day: a correction begins with one, 2026-11-30', notes);
    return [];
  });
  return read.sort((one, other) => Date.parse(other.date) - Date.parse(one.date));
}

/** When and where, such as a press briefing. */
function eventOf({ eventStart, eventEnd, eventPlace }: Head, notes: Diagnostics) {
  const momentOf = (entry?: HeadValue) => {
    const { date } = entry ? parseMoment(entry.values[0]) : {};
    if (entry && !date) warn(entry, 'is no moment: write it as 2026-11-30T10:00:00+01:00', notes);
    return date;
  };
  const [start, end] = [momentOf(eventStart), momentOf(eventEnd)];
  if (!start) {
    for (const entry of [eventEnd, eventPlace])
      if (entry && !eventStart) warn(entry, 'belongs to an event without a beginning', notes);
    return undefined;
  }
  const isAfter = !!end && Date.parse(end) > Date.parse(start);
  if (end && !isAfter) warn(eventEnd!, 'is not after the beginning of the event', notes);
  return { start, ...(isAfter && { end }), ...(eventPlace && { location: eventPlace.values.join(', ') }) };
}

/** What an item has that no other format says in its head. */
function addExtension(item: Item, head: Head, notes: Diagnostics): void {
  const { kind, countries, contacts, dateline, notes: remarks } = head;
  const more: NonNullable<Item['_iom']> = {};
  if (kind) {
    const value = choiceOf(kind.values[0], choices.items);
    if (value) more.kind = value;
    else warn(kind, `is none of ${Object.keys(choices.items).join(', ')}`, notes);
  }
  if (countries) {
    const { codes, unknown } = countriesListed(countries.values.join('\n'));
    if (codes.length) more.countries = codes;
    if (unknown.length) warn({ ...countries, values: unknown }, 'is not a country', notes);
  }
  if (contacts) more.contacts = [...new Set([...(item._iom?.contacts ?? []), ...contacts.values])];
  if (dateline) more.dateline = dateline.values.join(', ');
  if (remarks) more.notes_html = converter.render(remarks.values.join('\n\n')).trim();
  const corrections = correctionsOf(head, notes);
  if (corrections.length) more.corrections = corrections;
  const event = eventOf(head, notes);
  if (event) more.event = event;
  if (Object.keys(more).length) item._iom = { ...item._iom, ...more };
}
