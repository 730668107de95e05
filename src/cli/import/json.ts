import { findNodeAtLocation, parse, parseTree, printParseErrorCode, type ParseError } from 'jsonc-parser';
import { mend } from '../../feed/mend.js';
import type { Contact, Feed, Item } from '../../feed/model.js';
import { quoted } from '../notes.js';
import type { Draft, ImportOptions } from './draft.js';
import { readDrupal, type DrupalAnswer } from './drupal.js';
import { parseFragment } from './html.js';
import { readRelease } from './release.js';
import type { Source } from './source.js';
import { toItem, type Story } from './story.js';
import { wordpressStory, type WordPressPost } from './wordpress.js';

const nothing: Draft = { items: [], _iom: {} };

/** Reads JSON Feed, the posts of WordPress' REST API, and the news nodes of Drupal's JSON:API. */
export function readJson(source: Source, options: ImportOptions): Draft {
  const { text, lines, notes } = source;
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    const errors: ParseError[] = [];
    parse(text, errors);
    const { error, offset } = errors[0] ?? { error: 0, offset: 0 };
    notes.add(
      'error',
      lines.at(offset).line,
      `the JSON is broken: ${inWords(printParseErrorCode(error))}`,
      'mend that line, or what writes the file',
    );
    return nothing;
  }
  if (isFeed(value)) return readJsonFeed(value, source, options);
  if (isDrupal(value))
    return withNextPage(readDrupal(value, source, options, finder(source, ['data'])), value.links?.next, source);
  const posts = [value].flat().filter(isPost);
  if (posts.length) {
    const where = finder(source, []);
    const stories = posts.map((post, index) =>
      wordpressStory(post, (piece) => where(Array.isArray(value) ? index : undefined, piece)),
    );
    if (posts.some(({ featured_media, _embedded }) => featured_media && !_embedded)) {
      notes.add(
        'hint',
        undefined,
        'pictures, tags and authors are named by number only',
        'add _embed to the address: …/posts?_embed',
      );
    }
    if ((source.pages ?? 1) > 1) {
      notes.add(
        'hint',
        undefined,
        `this is one page of ${source.pages}`,
        'import the others, too: …/posts?page=2, and so on',
      );
    }
    return drafted(stories, source, options);
  }
  const { message, code } = Object(value) as { message?: unknown; code?: unknown };
  if (typeof message === 'string')
    notes.add('error', undefined, `the site answered ${quoted(message)} (${String(code)})`, 'check the address');
  else
    notes.add(
      'error',
      undefined,
      'it is JSON, but no feed, no WordPress posts and no Drupal news',
      'check the address',
    );
  return nothing;
}

const isFeed = (value: unknown): value is Feed => {
  const { version, items } = Object(value) as Partial<Feed>;
  return Array.isArray(items) || (typeof version === 'string' && version.includes('jsonfeed.org'));
};
const isPost = (value: unknown): value is WordPressPost =>
  typeof (Object(value) as WordPressPost).title?.rendered === 'string';
const isDrupal = (value: unknown): value is DrupalAnswer => {
  const { data } = Object(value) as { data?: unknown };
  return [data].flat().some((node) => String((Object(node) as { type?: unknown }).type).startsWith('node--'));
};

const inWords = (code: string) =>
  code
    .replace(/([A-Z])/g, ' $1')
    .trim()
    .toLowerCase();

export type Finder = (key: string | number | undefined, piece?: string) => number | undefined;

/** Finds the line of an entry; the JSON is looked through when that is first asked for. */
function finder({ text, lines }: Source, path: (string | number)[]): Finder {
  let tree: ReturnType<typeof parseTree>;
  return (key) => {
    tree ??= parseTree(text);
    const node = tree && findNodeAtLocation(tree, key === undefined ? path : [...path, key]);
    return node && lines.at(node.offset).line;
  };
}

export function drafted(stories: Story[], source: Source, options: ImportOptions, base = options.base): Draft {
  const made = stories.map((story) => toItem(story, source, options, base ?? story.url ?? source.url));
  return { items: made.map(({ item }) => item), _iom: { contacts: made.flatMap(({ contacts }) => contacts) } };
}

function withNextPage(draft: Draft, next: unknown, { notes }: Source): Draft {
  if (next) notes.add('hint', undefined, 'there are more pages', 'import them, too: the address is under links.next');
  return draft;
}

/**
 * A JSON Feed is taken as it is, extensions included: it says for itself what others need to be asked for. Values that
 * can't be read are left out.
 */
function readJsonFeed(value: Feed, source: Source, options: ImportOptions): Draft {
  const { notes } = source;
  const base = options.base ?? source.url;
  const { problems, feed } = mend(value, base ?? 'https://feed.invalid/');
  const where = finder(source, []);
  for (const problem of problems) {
    const [path, what] = problem.split(/: (.*)/s);
    const [, index] = /^items\[(\d+)\]/.exec(path) ?? [];
    const line = index ? finder(source, ['items'])(Number(index)) : where(path.split('.')[0]);
    notes.add('warning', line, `${path} is ${what}, which can't be read`, 'it was left out');
  }
  const sources = Array.isArray(value.items) ? (value.items as unknown as Record<string, unknown>[]) : [];
  const byId = new Map(sources.map((item) => [String(item.id ?? item.url), item]));
  const items = feed.items.map((read) => {
    const written = byId.get(read.id) ?? byId.get(read.url ?? '') ?? {};
    const item = Object.fromEntries(
      Object.entries({ ...written, ...read }).filter(([, each]) => each !== undefined),
    ) as unknown as Item;
    item.language ??= options.lang;
    if (!base) restoreRelative(item as unknown as Record<string, unknown>, written);
    return item;
  });
  const { _iom, ...head } = value;
  const contacts =
    _iom || items.some((item) => item._iom)
      ? []
      : items.flatMap((item, index) => askedIn(item, () => finder(source, ['items'])(index), source, options));
  return { ...head, items, _iom: { ...(contacts.length && { contacts }), ...(_iom ?? {}) } };
}

/** The contacts that the text of an item names, where the feed has no other way to name them. */
function askedIn(
  item: Item,
  lineOf: () => number | undefined,
  { notes }: Source,
  { country }: ImportOptions,
): Contact[] {
  return item.content_html ? readRelease(parseFragment(item.content_html), item, { notes, lineOf }, country) : [];
}

/** Without a base, URLs stay as they were written. */
function restoreRelative(item: Record<string, unknown>, written: Record<string, unknown>): void {
  for (const [key, value] of Object.entries(item)) {
    if (typeof value === 'string' && value.startsWith('https://feed.invalid/')) item[key] = written[key];
    else if (value && typeof value === 'object')
      restoreRelative(value as Record<string, unknown>, Object(written[key]) as Record<string, unknown>);
  }
}
