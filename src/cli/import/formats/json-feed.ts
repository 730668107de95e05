import { parseLenient } from '../../../feed/parse/parse-lenient.js';
import { problemsOf } from '../../../feed/parse/problems.js';
import type { Author, Contact, Feed, Item } from '../../../feed/schema/model.generated.js';
import { string } from '../../../feed/parse/parsers.js';
import { cleanBody } from '../clean/clean-body.js';
import { nextPages, origins, type Draft, type ImportOptions } from '../draft.js';
import { breakOff, withoutInvitation } from '../extract/excerpt.js';
import { parseFragment, plainText, resolveLinks } from '../clean/html.js';
import { parseMoment } from '../extract/parse-date.js';
import { isPublic } from '../extract/is-public.js';
import type { Reporter } from '../../diagnostics.js';
import { extractMetadata } from '../extract/extract-metadata.js';
import { slug } from '../slug.js';
import { hasErrors, repairHtml, soundHtml } from '../clean/repair-html.js';
import type { Source } from '../source.js';
import type { Finder } from '../extract/story.js';
import { withoutErrors } from '../merge/drop-invalid.js';

/** An item as it stands in the file: anything may be in it. */
type WrittenFeed = Record<string, unknown>;

const unknownBase = 'https://feed.invalid/';

/**
 * A JSON Feed is taken as it is, extensions included: it says for itself what others need to be asked for. Values that
 * can't be read are left out, and told.
 */
export function parseJsonFeed(given: Feed, source: Source, options: ImportOptions, where: Finder): Draft {
  const { notes } = source;
  const value = withTrimmedKeys(given) as Feed;
  const { _iom: extension, items: list, author, ...head } = value as Feed & { author?: Author };
  const _iom = extension && typeof extension === 'object' && !Array.isArray(extension) ? extension : undefined;
  const base = options.base ?? source.url;
  const written = (Array.isArray(list) ? (list as unknown[]) : []).map((entry) => Object(entry) as WrittenFeed);
  // Each goes by its number until it is read, so that no two are taken for one.
  const numbered = written.map((item, index) => ({ ...decoded(item, notes, index, where), id: `${index}` }));
  const parsed = parseLenient({ ...value, items: numbered as unknown as Item[] }, base ?? unknownBase);
  const { feed } = parsed;
  for (const problem of problemsOf(parsed)) {
    const [path, what] = problem.split(/: (.*)/s);
    const [, index] = /^items\[(\d+)\]/.exec(path) ?? [];
    const line = where(index ? ['items', Number(index)] : path.split('.')[0]);
    notes.add('warning', line, `${path} is ${what}, which can't be read`, 'it was left out');
    if (!index) delete (head as WrittenFeed)[path.split(/[.[]/)[0]];
  }
  const items = feed.items.flatMap((read): Item[] => {
    const index = Number(read.id);
    const telling: Reporter = { notes, lineOf: () => where(['items', index]) };
    const item = itemOf(read, written[index], base, options);
    const shown = { ...item, html: item.content_html ?? item.content_text, lineOf: telling.lineOf };
    if (item._iom?.embargo_until === 'unreadable') {
      const what = `the embargo of “${item.title ?? item.id}” can't be read`;
      notes.leaveOut(telling.lineOf(), what, 'it was left out; write it as 2026-11-24T09:00:00+01:00');
      return [];
    }
    const { title, html, summary, lineOf } = shown;
    if (!isPublic({ title, html, summary, lineOf, status: statusOf(written[index]) }, notes)) return [];
    cleanText(item, telling, base ?? item.url ?? head.home_page_url);
    origins.set(item, { notes, lineOf: () => telling.lineOf() });
    return [item];
  });
  const askedFor: Contact[] =
    _iom || items.some((item) => item._iom) ? [] : items.flatMap((item) => askedIn(item, origins.get(item)!, options));
  const authors = head.authors ?? (author ? [author] : undefined);
  const draft: Draft = {
    ...head,
    ...(typeof head.title === 'string' && /[<&]/.test(head.title) && { title: plainText(head.title) }),
    ...(authors && { authors }),
    items,
    _iom: { ...(askedFor.length && { contacts: askedFor }), ...(_iom ?? {}) },
  };
  followNext(draft, source);
  return withoutErrors(draft, notes, (path) => where(path));
}

/** Dates and titles as other feeds have them. */
function decoded(item: WrittenFeed, notes: Source['notes'], index: number, where: Finder): WrittenFeed {
  const copy: WrittenFeed = { ...item };
  for (const field of ['title', 'summary']) {
    if (typeof copy[field] === 'string' && /[<&]/.test(copy[field])) copy[field] = plainText(copy[field]);
  }
  for (const field of ['date_published', 'date_modified']) {
    if (typeof copy[field] !== 'string') continue;
    const { date, isBlank } = parseMoment(copy[field], typeof item.language === 'string' ? item.language : '');
    if (isBlank) {
      delete copy[field];
      const fix = 'read as no date: systems write it when they have none';
      notes.count(['date of the year 1 or 1970', 'dates of the year 1 or 1970'], fix, () => where(['items', index]));
    } else copy[field] = date ?? copy[field];
  }
  return copy;
}

/** What some systems write into their feeds beside what is public; JSON Feed itself has no word for it. */
function statusOf({ status, draft }: WrittenFeed): string | undefined {
  if (draft === true) return 'draft';
  const word = typeof status === 'string' ? status.toLowerCase() : '';
  return /^(?:draft|auto-draft|pending|private|trash|unpublished|password)$/.test(word) ? word : undefined;
}

/** An item with what was read of it in place of what was written. */
function itemOf(read: Item, written: WrittenFeed, base: string | undefined, options: ImportOptions): Item {
  const { author, ...rest } = written;
  const id = string(written.id) ?? read.url ?? (slug(read.title ?? '') || 'item');
  const all = { ...rest, ...read, id };
  if (author && !rest.authors) (all as WrittenFeed).authors = [author];
  const item = Object.fromEntries(Object.entries(all).filter(([, entry]) => entry !== undefined)) as unknown as Item;
  if (!written.title && !read.title) delete item.title;
  if (Array.isArray(item.tags)) item.tags = item.tags.map((tag) => (/&/.test(tag) ? plainText(tag) : tag));
  item.language ??= options.lang;
  if (!item.language) delete item.language;
  item.date_published ??= item.date_modified;
  if (!item.date_published) delete item.date_published;
  if (item.content_html === undefined && item.content_text === undefined) item.content_html = '';
  if (base) {
    for (const entry of Array.isArray(item.attachments) ? item.attachments : []) {
      if (typeof entry?.url === 'string' && URL.canParse(entry.url, base)) entry.url = new URL(entry.url, base).href;
    }
  } else restoreRelative(item as unknown as WrittenFeed, written);
  return item;
}

/** Leaves texts as they are written, but for what is broken, relative, or left over from plugins. */
function cleanText(item: Item, telling: Reporter, base: string | undefined): void {
  const { content_html: html, content_text: plain, _iom: more } = item;
  if (html) item.content_html = cleanHtml(html, telling, base);
  if (more?.notes_html) more.notes_html = cleanHtml(more.notes_html, telling, base);
  const said = plain ?? plainText(html ?? '');
  if (!/[[(](?:…|\.{3,})[\])]/.test(breakOff(said)) || said.length > 1500) return;
  item.summary ??= withoutInvitation(said);
  item.content_html = '';
  delete item.content_text;
}

function cleanHtml(html: string, telling: Reporter, base: string | undefined): string {
  const { body, changes } = cleanBody(html, telling, true);
  const isRelative = /\s(?:href|src)\s*=\s*["']?(?!\s*(?:[a-z][a-z\d+.-]*:|#))[^\s"'>]/i.test(html);
  const left = isRelative ? resolveLinks(body, base) : [];
  if (changes || (isRelative && !left.length)) return repairHtml(body.innerHTML);
  return hasErrors(html) ? repairHtml(html) : html;
}

/** The contacts that the text of an item names, where the feed has no other way to name them. */
function askedIn(item: Item, telling: Reporter, { country }: ImportOptions): Contact[] {
  if (!item.content_html) return [];
  const contacts = extractMetadata(parseFragment(item.content_html), item, telling, country);
  item.content_html = soundHtml(item.content_html ?? '');
  return contacts;
}

/** Older pages belong to the feed: those of a site are read, too. */
function followNext(draft: Draft, { url }: Source): void {
  const { next_url: next } = draft;
  if (!url || typeof next !== 'string' || !URL.canParse(next, url)) return;
  nextPages.set(draft, new URL(next, url).href);
  delete draft.next_url;
}

/** Blanks around the names of fields are none of them. */
function withTrimmedKeys(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withTrimmedKeys);
  if (!value || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key.trim(), withTrimmedKeys(entry)]));
}

/** Without a base, URLs stay as they were written. */
function restoreRelative(item: WrittenFeed, written: WrittenFeed): void {
  for (const [key, value] of Object.entries(item)) {
    if (typeof value === 'string' && value.startsWith(unknownBase)) item[key] = written[key];
    else if (value && typeof value === 'object')
      restoreRelative(value as WrittenFeed, Object(written[key]) as WrittenFeed);
  }
}
