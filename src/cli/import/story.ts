import type { Attachment, Contact, Image, Item, Translation } from '../../feed/model.js';
import { date as readDate, languageTag } from '../../feed/values.js';
import { quoted } from '../notes.js';
import type { ImportOptions } from './draft.js';
import { escapeHtml, isEncodedTwice, parseFragment, plainText, resolved, resolveLinks, tidy } from './html.js';
import { readRelease, type Telling } from './release.js';
import { slug } from './slug.js';
import type { Source } from './source.js';

/** A story as another format tells it: texts may hold markup, URLs may be relative, dates may be anything. */
export interface Story {
  id?: string;
  url?: string;
  title?: string;
  html?: string;
  summary?: string;
  published?: string;
  modified?: string;
  language?: string;
  /** The main picture first. */
  images?: (Partial<Image> & { url: string })[];
  tags?: (string | undefined)[];
  authors?: (string | undefined)[];
  attachments?: Attachment[];
  translations?: Translation[];
  /** The line of its source that a piece of it stands in, or where it starts. */
  lineOf: Telling['lineOf'];
}

const nowhere = { base: '', path: '', problems: [] };

/**
 * Makes an item of a story, and contacts of what it says about them. What was mended or could not be read is told.
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
  const link = (url: string | undefined) => url && (resolved(url, base) ?? url);
  const title = cleanTitle(story.title ?? '', telling);
  const url = link(story.url);
  const item: Item = { id: story.id ?? url ?? slug(title), ...(url && { url }), ...(title && { title }) };

  const summary = withoutInvitation(plainText(story.summary ?? ''));
  if (summary) item.summary = summary;
  const images = (story.images ?? []).map((image) => ({ ...image, url: link(image.url)! }));
  if (images.length) item.image = images[0].url;
  const published = readMoment(story.published, telling);
  const modified = readMoment(story.modified, telling);
  if (published ?? modified) item.date_published = published ?? modified;
  if (published && modified && Date.parse(modified) > Date.parse(published)) item.date_modified = modified;
  const authors = texts(story.authors);
  if (authors.length) item.authors = authors.map((name) => ({ name }));
  const tags = texts(story.tags);
  if (tags.length) item.tags = tags;
  const language = languageTag(story.language, nowhere) ?? options.lang;
  if (language) item.language = language;
  if (story.attachments?.length)
    item.attachments = story.attachments.map((each) => ({ ...each, url: link(each.url)! }));
  const described = images.filter((image): image is Image => image.alt !== undefined);
  if (described.length) item._iom = { images: described };
  if (story.translations?.length) item._iom = { ...item._iom, translations: story.translations };

  const body = parseFragment(cleanBody(story.html ?? escapeHtml(summary), telling));
  tidy(body);
  const relative = resolveLinks(body, base);
  if (relative.length || (url && !/^https?:/i.test(url))) {
    notes.add(
      'warning',
      story.lineOf(relative[0]),
      `${quoted(relative[0] ?? url!)} leads nowhere without the address of its site`,
      'name the site with --base',
    );
  }
  const contacts = readRelease(body, item, telling, options.country);
  if (!item.content_html && !title)
    notes.add('warning', story.lineOf(), 'an item has neither title nor text', 'it was kept; see whether it is wanted');
  return { item, contacts };
}

/** Excerpts end in `[…]`, or in a link to the whole. */
const withoutInvitation = (summary: string) =>
  summary
    .replace(/\s*(?:\[(?:…|\.\.\.)\]|\(?(?:continue reading|read more|lire la suite|leer más).*)$/i, '…')
    .replace(/([.!?…])…$/, '$1');

const texts = (values: (string | undefined)[] = []) => [
  ...new Set(values.map((each) => plainText(each ?? '')).filter(Boolean)),
];

function cleanTitle(title: string, { notes, lineOf }: Telling): string {
  let text = plainText(title);
  if (isEncodedTwice(text)) {
    text = plainText(text);
    notes.add(
      'hint',
      lineOf(),
      `the entities of the title ${quoted(text)} are encoded twice`,
      'they were decoded; mend what writes the feed',
    );
  }
  return text;
}

/** A body whose tags came as text is decoded once more. */
function cleanBody(html: string, { notes, lineOf }: Telling): string {
  if (/<[a-z!/]/i.test(html) || !/&lt;\/?(?:p|br|div|a|strong|em|ul|h\d)\b/i.test(html)) {
    return html.replace(
      /&amp;(#\d+|#x[\da-f]+|nbsp|[lr][sd]?quo|[lr]aquo|[mn]dash|hellip|[a-z]+(?:acute|grave|circ|uml|tilde|cedil));/gi,
      '&$1;',
    );
  }
  notes.add('hint', lineOf(), 'the tags of the text are encoded twice', 'they were decoded; mend what writes the feed');
  return parseFragment(html).textContent ?? '';
}

function readMoment(written: string | undefined, { notes, lineOf }: Telling): string | undefined {
  if (!written?.trim()) return undefined;
  const moment = readDate(written, nowhere);
  if (!moment)
    notes.add(
      'warning',
      lineOf(),
      `${quoted(written)} is no date that can be read`,
      'the item has none; write it as 2026-11-24T09:00:00+01:00',
    );
  return moment;
}
