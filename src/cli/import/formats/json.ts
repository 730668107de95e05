import { findNodeAtLocation, parse, parseTree, printParseErrorCode, type ParseError } from 'jsonc-parser';
import type { Feed } from '../../../feed/schema/model.generated.js';
import { excerpt } from '../../diagnostics.js';
import { withoutControls } from '../clean/clean.js';
import { nextPages, type Draft, type ImportOptions } from '../draft.js';
import { parseDrupal, type DrupalAnswer } from './drupal.js';
import { parseJsonFeed } from './json-feed.js';
import type { Source } from '../source.js';
import { toDraft } from '../merge/stories.js';
import type { Finder } from '../extract/story.js';
import { wordpressStory, type WordPressPost } from './wordpress.js';

const nothing: Draft = { items: [], _iom: {} };

/** Reads JSON Feed, the posts of WordPress' REST API, and the news nodes of Drupal's JSON:API. */
export function parseJson(source: Source, options: ImportOptions): Draft {
  const { text, lines, notes } = source;
  let value: unknown;
  try {
    value = parsed(text);
  } catch {
    const errors: ParseError[] = [];
    parse(text, errors);
    const { error, offset } = errors[0] ?? { error: 0, offset: 0 };
    notes.add(
      'error',
      lines.at(offset).line,
      `the JSON is broken: ${inWords(printParseErrorCode(error))}`,
      'fix that line, or what writes the file',
    );
    return nothing;
  }
  if (isFeed(value)) return parseJsonFeed(value, source, options, finder(source));
  if (isDrupal(value)) return parseDrupal(value, source, options, finder(source, ['data']));
  const posts = [value].flat().filter(isPost);
  if (posts.length) return parseWordPress(posts, Array.isArray(value), source, options);
  const { message, code } = Object(value) as { message?: unknown; code?: unknown };
  if (typeof message === 'string')
    notes.add('error', undefined, `the site responded with ${excerpt(message)} (${String(code)})`, 'check the address');
  else if (Array.isArray(value) && !value.length)
    notes.add('warning', undefined, 'there are no items in it', 'check whether this is intended');
  else
    notes.add(
      'error',
      undefined,
      'it is JSON, but neither a feed nor WordPress posts nor Drupal news',
      'check the address',
    );
  return nothing;
}

/** Control characters may stand in JSON as escapes, too. */
const parsed = (text: string): unknown =>
  /\\u(?:00[01]|007f|fff[ef]|d[89a-f])|\\[bf]/i.test(text)
    ? JSON.parse(text, (_, value: unknown) => (typeof value === 'string' ? withoutControls(value) : value))
    : JSON.parse(text);

function parseWordPress(posts: WordPressPost[], many: boolean, source: Source, options: ImportOptions): Draft {
  const { notes } = source;
  const where = finder(source);
  const stories = posts.map((post, index) => wordpressStory(post, (piece) => where(many ? index : undefined, piece)));
  if (posts.some(({ featured_media, _embedded }) => featured_media && !_embedded)) {
    notes.add(
      'hint',
      undefined,
      'pictures, tags and authors are only numbers',
      'add _embed to the address: …/posts?_embed',
    );
  }
  const draft = toDraft(stories, source, options);
  const { url = '', pages = 1 } = source;
  if (pages > 1 && URL.canParse(url)) {
    const next = new URL(url);
    const page = Number(next.searchParams.get('page') ?? 1);
    next.searchParams.set('page', `${page + 1}`);
    if (page < pages) nextPages.set(draft, next.href);
  }
  return draft;
}

const isFeed = (value: unknown): value is Feed => {
  const { version, items } = Object(value) as Partial<Feed>;
  return Array.isArray(items) || (typeof version === 'string' && version.includes('jsonfeed.org'));
};
const isPost = (value: unknown): value is WordPressPost =>
  typeof (Object(value) as Partial<WordPressPost>).title?.rendered === 'string';
const isDrupal = (value: unknown): value is DrupalAnswer => {
  const { data } = Object(value) as { data?: unknown };
  return [data].flat().some((node) => String((Object(node) as { type?: unknown }).type).startsWith('node--'));
};

const inWords = (code: string) =>
  code
    .replace(/([A-Z])/g, ' $1')
    .trim()
    .toLowerCase();

/** Finds the line of an entry; the JSON is looked through when that is first asked for. */
function finder({ text, lines }: Source, path: (string | number)[] = []): Finder {
  let tree: ReturnType<typeof parseTree>;
  return (key) => {
    tree ??= parseTree(text);
    const keys = typeof key === 'object' ? key : key === undefined ? [] : [key];
    const node = tree && findNodeAtLocation(tree, [...path, ...keys]);
    return node && lines.at(node.offset).line;
  };
}
