import { webUrl } from '../html/url.js';
import { FeedError } from './errors.js';
import type { Feed, FeedExtension, Item, ItemExtension, Translation } from './model.js';
import { listFields, type Reading } from './read.js';
import {
  date,
  file,
  image,
  languageTag,
  link,
  list,
  plain,
  print,
  shape,
  text,
  type Place,
  type Read,
} from './values.js';

const country: Read<string> = (value) => text(value)?.toUpperCase();
/** An embargo that cannot be read stays one: see embargo.ts. */
const embargo: Read<string> = (value, at) => date(value, at) ?? 'unreadable';

const itemExtension = shape<ItemExtension>({
  kind: text as Read<NonNullable<ItemExtension['kind']>>,
  dateline: plain,
  countries: list(country),
  contacts: list(text),
  embargo_until: embargo,
  images: list(image),
  translations: list(shape<Translation>({ language: languageTag, url: link })),
  related: list(text),
  notes_html: text,
});

/** How each kind of value is understood that a list shows. */
const readers = { line: plain, link, language: languageTag, date };
type ListFields = { [Field in keyof typeof listFields]: Read<string> };

const item = shape<ReadItem>({
  ...(Object.fromEntries(Object.entries(listFields).map(([field, kind]) => [field, readers[kind]])) as ListFields),
  // Whatever it looks like, it tells items apart.
  id: text,
  // Beside the feed, and not on the site.
  image: file,
  content_html: text,
  content_text: text,
  date_modified: date,
  tags: list(text),
  _iom: itemExtension,
});

/** What widgets read of an item; `authors`, `attachments` and `banner_image` are for other readers. */
type ReadItem = Omit<Item, 'authors' | 'attachments' | 'banner_image'>;

const feedFields = shape<
  Pick<Feed, 'version' | 'title' | 'home_page_url' | 'next_url' | 'language' | 'items' | '_iom'>
>({
  // Said below, whatever is wrong with it.
  version: (value) => text(value) ?? '',
  title: plain,
  home_page_url: file,
  next_url: file,
  language: languageTag,
  items: list(item),
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
export function mend(value: unknown, base: string): Reading {
  if (typeof value === 'string') return mend(extractJson(value, base), base);
  const site = () => webUrl((Object(value) as Partial<Feed>).home_page_url, base);
  const at: Place = { base, path: '', problems: [], site };
  const feed = feedFields(Array.isArray(value) ? { items: value } : value, at);
  if (!feed?.items && !feed?._iom) throw new FeedError('not-a-feed', base);
  if (!/jsonfeed\.org\/version\/1/.test(feed.version ?? '')) {
    at.problems.push(`version: ${print((value as Partial<Feed>).version)}`);
  }
  feed.items = identify(feed, at.problems);
  return { feed, base, problems: at.problems, whole: true };
}

const completed = new WeakMap<Reading, Reading>();

/**
 * All of a feed, where readFeed saw to what a list shows. What could not be read is added to the reading's problems.
 * The same reading is completed once, however many elements ask.
 */
export function complete(reading: Reading): Reading {
  if (reading.whole) return reading;
  const whole = completed.get(reading) ?? mend(reading.feed, reading.base);
  if (!completed.has(reading)) {
    completed.set(reading, whole);
    reading.problems = [...new Set([...reading.problems, ...whole.problems])];
  }
  return whole;
}

function extractJson(source: string, base: string): object {
  try {
    return JSON.parse(source.slice(source.indexOf('{'), source.lastIndexOf('}') + 1)) as object;
  } catch {
    throw new FeedError('not-json', base);
  }
}

/** Gives every item an `id` of its own and the feed's language if it has none, and leaves out what is empty or there twice. */
function identify({ items = [], language }: Partial<Feed>, problems: string[]): Item[] {
  const byId = new Map<string, Item>();
  items.forEach((each, index) => {
    const { url, external_url, title, summary, content_html, content_text } = each;
    const label = title ?? summary ?? content_text ?? content_html ?? url ?? external_url;
    let id = each.id ?? url ?? label;
    const twin = byId.get(id);
    if (twin) {
      problems.push(`items[${index}].id: ${id} (there twice)`);
      id = twin.title === title && twin.url === url ? '' : `${id}#${index}`;
    } else if (!label) {
      problems.push(`items[${index}]: {} (nothing to show)`);
      id = '';
    }
    if (id) byId.set(id, { language, ...each, id, title: title ?? plain(label)?.slice(0, 200) });
  });
  return [...byId.values()];
}
