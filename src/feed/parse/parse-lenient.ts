import { toHttpUrl } from '../../html/http-url.js';
import { FeedError } from '../load/errors.js';
import type { Correction, Feed, FeedExtension, Item, ItemExtension, Translation } from '../schema/model.generated.js';
import { ensureUniqueIds } from './unique-ids.js';
import { listFields, type ParsedFeed } from './parse-strict.js';
import { knownProblems, problemsOf } from './problems.js';
import {
  attachment,
  date,
  file,
  image,
  imageSize,
  languageTag,
  httpUrl,
  array,
  plainText,
  preview,
  object,
  string,
  type ParseContext,
  type Parser,
} from './parsers.js';

const country: Parser<string> = (value) => string(value)?.toUpperCase();
/** An embargo that cannot be read stays one: see parts/embargo.ts. */
const embargo: Parser<string> = (value) => date(value) ?? 'unreadable';

const correctionFields = object<Partial<Correction>>({ date, text: plainText });
const correction: Parser<Correction> = (value, context) => {
  const { date: day, text } = correctionFields(value, context) ?? {};
  return day && text ? { date: day, text } : undefined;
};

const itemExtension = object<Omit<ItemExtension, 'event'>>({
  kind: string as Parser<NonNullable<ItemExtension['kind']>>,
  dateline: plainText,
  countries: array(country),
  contacts: array(string),
  embargo_until: embargo,
  images: array(image),
  image_sizes: array(imageSize),
  translations: array(object<Translation>({ language: languageTag, url: httpUrl })),
  related: array(string),
  corrections: array(correction),
  notes_html: string,
  date_text: plainText,
  // Beside the feed, as its next page is.
  excerpt_of: file,
});

/** How each kind of value is understood that a list shows. */
const parsers = { line: plainText, page: httpUrl, file, language: languageTag, date };
type ListFields = { [Field in keyof typeof listFields]: Parser<string> };

const item = object<ParsedItem>({
  ...(Object.fromEntries(Object.entries(listFields).map(([field, kind]) => [field, parsers[kind]])) as ListFields),
  // Whatever it looks like, it tells items apart.
  id: string,
  content_html: string,
  content_text: string,
  date_modified: date,
  tags: array(string),
  attachments: array(attachment),
  _iom: itemExtension,
});

/** What widgets read of an item; `authors`, `banner_image` and `_iom.event` are for other readers. */
type ParsedItem = Omit<Item, 'authors' | 'banner_image'>;

const feedFields = object<
  Pick<Feed, 'version' | 'title' | 'home_page_url' | 'next_url' | 'icon' | 'favicon' | 'language' | 'items' | '_iom'>
>({
  // Said below, whatever is wrong with it.
  version: (value) => string(value) ?? '',
  title: plainText,
  home_page_url: file,
  next_url: file,
  icon: file,
  favicon: file,
  language: languageTag,
  items: array(item),
  // The parts of the extension are read by the elements that show them.
  _iom: (value) => value as FeedExtension,
});

/**
 * Reads a feed that is not as it should be: each value by itself, so that a wrong one costs only itself, never its
 * neighbours. In a text, front matter and whatever else stands around the outermost braces is skipped.
 *
 * @param value Text, or parsed JSON; an array is taken for the list of items.
 * @throws {FeedError} `not-json`, or `not-a-feed` when there is neither a list of items nor an extension.
 */
export function parseLenient(value: unknown, baseUrl: string): ParsedFeed {
  if (typeof value === 'string') return parseLenient(extractJson(value, baseUrl), baseUrl);
  const site = () => toHttpUrl((Object(value) as Partial<Feed>).home_page_url, baseUrl) ?? baseUrl;
  const context: ParseContext = { baseUrl, path: '', problems: [], site };
  const feed = feedFields(Array.isArray(value) ? { items: value } : value, context);
  if (!feed?.items && !feed?._iom) throw new FeedError('not-a-feed', baseUrl);
  if (!/jsonfeed\.org\/version\/1/.test(feed.version ?? '')) {
    context.problems.push(`version: ${preview((value as Partial<Feed>).version)}`);
  }
  feed.items = ensureItemIds(feed, context.problems);
  return { feed, baseUrl, problems: context.problems, isComplete: true };
}

const completed = new WeakMap<ParsedFeed, ParsedFeed>();

/**
 * All of a feed, where parseFeed saw to what a list shows. What could not be parsed is among the `problemsOf` both from
 * then on. The same feed is completed once, however many elements ask.
 */
export function completeFeed(parsed: ParsedFeed): ParsedFeed {
  if (parsed.isComplete) return parsed;
  const whole = completed.get(parsed) ?? parseLenient(parsed.feed, parsed.baseUrl);
  if (!completed.has(parsed)) {
    completed.set(parsed, whole);
    knownProblems.set(parsed, [...new Set([...problemsOf(parsed), ...problemsOf(whole)])]);
  }
  return whole;
}

function extractJson(source: string, base: string): unknown {
  for (const text of [source, source.slice(source.indexOf('{'), source.lastIndexOf('}') + 1)]) {
    try {
      return JSON.parse(text);
    } catch {
      // Perhaps what stands in it is.
    }
  }
  throw new FeedError('not-json', base);
}

/** Gives every item an `id` of its own and the feed's language if it has none, and leaves out what is empty or there twice. */
function ensureItemIds({ items = [], language }: Partial<Feed>, problems: string[]): Item[] {
  items.forEach((item, index) => {
    if (!labelOf(item)) problems.push(`items[${index}]: {} (nothing to show)`);
  });
  return ensureUniqueIds(
    items,
    'items',
    problems,
    (item) => item.url ?? labelOf(item),
    (one, next) => one.title === next.title && one.url === next.url,
  ).flatMap((item) => {
    const label = labelOf(item);
    return label ? { language, ...item, title: item.title ?? plainText(label)?.slice(0, 200) } : [];
  });
}

/** What there is to call an item by. */
const labelOf = ({ title, summary, content_text, content_html, url, external_url }: Item): string | undefined =>
  title ?? summary ?? content_text ?? content_html ?? url ?? external_url;
