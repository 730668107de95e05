import type { Attachment, Contact, Image, Item, Translation } from '../../../feed/schema/model.generated.js';
import { languageTag } from '../../../feed/parse/parsers.js';
import { escapeText } from '../../../html/markup.js';
import { excerpt, type Diagnostics, type Reporter } from '../../diagnostics.js';
import { takeByline } from './byline.js';
import { cleanBody } from '../clean/clean-body.js';
import type { ImportOptions } from '../draft.js';
import { breakOff, withoutInvitation } from './excerpt.js';
import { webAddress, elementsIn, isEncodedTwice, plainText, resolveLinks } from '../clean/html.js';
import { takeMainPicture } from './main-picture.js';
import { parseMoment } from './parse-date.js';
import { extractMetadata } from './extract-metadata.js';
import { takePeopleAndTags } from './people-and-tags.js';
import { slug } from '../slug.js';
import { soundHtml } from '../clean/repair-html.js';
import type { Source } from '../source.js';

/** Finds the line of an entry of a JSON source. */
export type Finder = (
  key: string | number | readonly (string | number)[] | undefined,
  piece?: string,
) => number | undefined;

/** A story as another format tells it: texts may hold markup, URLs may be relative, dates may be anything. */
export interface Story {
  id?: string;
  url?: string;
  title?: string;
  html?: string;
  /** Whether `html` is known not to be the whole text. */
  isExcerpt?: boolean;
  /** URL that the links of `html` lead from, where that isn't the one of the story. */
  textBase?: string;
  summary?: string;
  /** `publish`, `future`, or why it is not public, as WordPress names it; public without one. */
  status?: string;
  /** RFC 3339; nothing of it is shown before. */
  embargo?: string;
  /** What all translations of a story have in common. */
  version?: string;
  published?: string;
  modified?: string;
  language?: string;
  /** The main picture first. */
  images?: (Partial<Image> & { url: string })[];
  tags?: (string | undefined)[];
  authors?: (string | undefined)[];
  attachments?: Attachment[];
  translations?: Translation[];
  /** Whether there is a file at a relative address, beside the source. */
  isBeside?: (address: string) => boolean;
  /** The line of its source that a piece of it stands in, or where it starts. */
  lineOf: Reporter['lineOf'];
}

/**
 * Makes an item of a story, and contacts of what it says about them. What was corrected or could not be read is told.
 *
 * @param base URL that its relative links lead from.
 */
export function toItem(
  story: Story,
  source: Source,
  options: ImportOptions,
  base?: string,
): { item: Item; contacts: Contact[] } {
  const { notes } = source;
  const telling = { notes, lineOf: story.lineOf };
  const title = cleanTitle(story.title ?? '', telling);
  const link = (url: string | undefined) => {
    const address = webAddress(url, base);
    if (url?.trim() && !address)
      notes.add('warning', story.lineOf(), `${excerpt(url)} is not a web address`, 'it was left out');
    return address;
  };
  const url = link(story.url);
  const item: Item = { id: '', ...(url && { url }), ...(title && { title }) };
  const language = languageTag(story.language) ?? options.lang;
  takeDates(item, story, telling, language);
  takePeopleAndTags(item, story, telling);
  if (language) item.language = language;
  if (story.embargo) item._iom = { embargo_until: story.embargo };

  const { body } = cleanBody(story.html ?? escapeText(plainText(story.summary ?? '')), telling);
  dropHead(body, story, title, notes);
  const left = resolveLinks(body, story.textBase ?? base);
  const text = (body.textContent ?? '').replace(/\s+/g, ' ').trim();
  const summary = story.summary === story.html ? '' : summaryOf(story, telling);
  if (summary) item.summary = summary;
  takePictures(item, story, body, link);
  if (story.attachments?.length) {
    const files = story.attachments
      .flatMap((entry) => ({ ...entry, url: link(entry.url) ?? '' }))
      .filter((entry) => entry.url);
    if (files.length) item.attachments = files;
  }
  if (story.translations?.length) item._iom = { ...item._iom, translations: story.translations };
  const relative = [
    ...left,
    ...[item.url, item.image].filter((entry) => entry !== undefined && !/^[a-z][a-z\d+.-]*:/i.test(entry)),
  ].filter((entry) => !story.isBeside?.(entry!));
  if (relative.length) {
    notes.add(
      'warning',
      story.lineOf(left[0]),
      `${excerpt(relative[0]!)} is relative, and its site is not known`,
      'set the site with --base',
    );
  }

  let contacts: Contact[] = [];
  if (text && (story.isExcerpt || breaksOff(text, body))) {
    item.summary ||= withoutInvitation(text);
    item.content_html = '';
    const fix =
      'used as summaries with a link to the full text; import a feed with full texts, or the pages, to get all of it';
    notes.count(['text that is only an excerpt', 'texts that are only excerpts'], fix, () => story.lineOf());
  } else {
    takeByline(body, item, telling);
    contacts = extractMetadata(body, item, telling, options.country);
    item.content_html = soundHtml(item.content_html ?? '');
  }
  item.id = story.id?.trim() || url || slug(title) || slug(text) || slug(story.published ?? '') || 'item';
  if (!item.content_html && !item.summary && !title)
    notes.add(
      'warning',
      story.lineOf(),
      'an item has neither title nor text',
      'it was kept; check whether it is needed',
    );
  return { item, contacts };
}

/** Most summaries are a paragraph, in which plugins leave nothing. */
function summaryOf({ summary = '' }: Story, telling: Reporter): string {
  const mayHoldMore = /\[\/?[a-z]|<(?!\/?p>)|&lt;/i.test(summary);
  return withoutInvitation(plainText(mayHoldMore ? cleanBody(summary, telling).body.innerHTML : summary));
}

/** Short texts break off where they end so; longer ones only where they say it. */
function breaksOff(text: string, body: HTMLElement): boolean {
  const end = breakOff(text);
  if (!end) return false;
  const says = /[[\]()]|\p{L}/u.test(end);
  // A release may end in three dots; what asks to read on after whole paragraphs leads to something else.
  return says ? text.length < 1500 || /[[(](?:…|\.{3,})[\])]/.test(end) : text.length < 700 && body.children.length < 2;
}

/**
 * Drupal's own feed gives title, author and date as the first words of the text, or as all of it.
 */
function dropHead(body: HTMLElement, { authors = [], lineOf }: Story, title: string, notes: Diagnostics): void {
  const first = body.firstElementChild;
  const time = first && elementsIn(body).find(({ localName }) => localName === 'time');
  if (!time || !title || plainText(first.innerHTML) !== title) return;
  const head: Element[] = [first];
  for (let entry = first.nextElementSibling; entry && head.length < 3; entry = entry.nextElementSibling)
    head.push(entry);
  const stamp = head.findIndex((entry) => entry === time || entry.contains(time));
  const person = head.slice(1, stamp).map((entry) => entry.textContent?.trim() ?? '');
  if (stamp < 1 || !person.every((name) => authors.some((entry) => entry?.trim() === name) || name.length < 60)) return;
  for (const entry of head.slice(0, stamp + 1)) entry.remove();
  if (body.textContent?.trim())
    notes.count(
      ['text headed by title and date', 'texts headed by title and date'],
      'the heading was left out',
      lineOf,
    );
  else {
    const fix =
      'left out; the texts are at /jsonapi/node/TYPE?include=field_image,field_tags&sort=-created of the site';
    notes.count(
      ['text with only title, author and date', 'texts with only title, author and date'],
      fix,
      lineOf,
      'warning',
    );
  }
}

function takeDates(item: Item, story: Story, telling: Reporter, language?: string): void {
  const published = momentOf(story.published, telling, language);
  const modified = momentOf(story.modified, telling, language);
  if (published ?? modified) item.date_published = published ?? modified;
  if (published && modified && Date.parse(modified) > Date.parse(published)) item.date_modified = modified;
}

function momentOf(written: string | undefined, { notes, lineOf }: Reporter, language?: string): string | undefined {
  if (!written?.trim()) return undefined;
  const { date, isBlank, unknownZone } = parseMoment(written, language);
  if (isBlank) {
    const fix = 'read as no date: systems write it when they have none';
    notes.count(['date of the year 1 or 1970', 'dates of the year 1 or 1970'], fix, () => lineOf());
  } else if (!date)
    notes.add(
      'warning',
      lineOf(),
      `${excerpt(written)} is not a readable date`,
      'the item has no date; write it as 2026-11-24T09:00:00+01:00',
    );
  if (unknownZone) {
    notes.add('hint', lineOf(), `${excerpt(unknownZone)} is not a known time zone`, 'the time was read as UTC');
  }
  return date;
}

function takePictures(item: Item, story: Story, body: HTMLElement, link: (url?: string) => string | undefined): void {
  const images = (story.images ?? []).flatMap((image) => {
    const url = link(image.url);
    return url ? { ...image, url } : [];
  });
  const match = takeMainPicture(body, images[0]?.url);
  if (match && !images.length) images.push(match);
  if (images.length) item.image = images[0].url;
  const described = images.filter((image): image is Image => image.alt !== undefined);
  if (described.length) item._iom = { ...item._iom, images: described };
}

function cleanTitle(title: string, { notes, lineOf }: Reporter): string {
  let text = plainText(title);
  if (isEncodedTwice(text)) {
    text = plainText(text);
    notes.add(
      'hint',
      lineOf(),
      `the entities of the title ${excerpt(text)} are encoded twice`,
      'they were decoded; fix what writes the feed',
    );
  }
  return text;
}
