import { XMLValidator } from 'fast-xml-parser';
import { parseFeed } from 'feedsmith';
import { LineIndex } from '../../diagnostics.js';
import { parseAtom } from './atom.js';
import type { Draft, ImportOptions } from '../draft.js';
import { webAddress, plainText, refuseDepth, resolved } from '../clean/html.js';
import { modernizeFeed } from '../clean/old-feeds.js';
import { closeVoidTags, repairXml } from '../clean/repair-xml.js';
import { parseRss } from './rss.js';
import type { Source } from '../source.js';
import { toDraft } from '../merge/stories.js';
import type { Story } from '../extract/story.js';
import { isWxr, parseWxr } from './wxr.js';

/** What a feed says about itself. */
export interface Head {
  title?: string;
  home_page_url?: string;
  description?: string;
  language?: string;
  base?: string;
}

/** A feed, before it is known where in the source its stories stand. */
export interface FeedReading {
  head: Head;
  stories: Omit<Story, 'lineOf'>[];
}

/** How far from its start a piece of an item is looked for. */
const reach = 200_000;

/** Reads RSS 0.9x, 1.0 and 2.0, Atom, and exports of WordPress. */
export function parseXml(source: Source, options: ImportOptions): Draft {
  const { notes } = source;
  const nothing: Draft = { items: [], _iom: {} };
  const sound = soundXml(source);
  if (sound === undefined) return nothing;
  const text = modernizeFeed(sound);
  const lines = new LineIndex(text);
  if (isWxr(text)) return parseWxr(text, (offset) => lines.at(offset).line, source, options);
  let parsed;
  try {
    parsed = parseFeed(text);
  } catch (error) {
    const [, root = ''] = /<([\w:-]+)[\s>]/.exec(text.replace(/<\?.*?\?>|<!--.*?-->|<!DOCTYPE.*?>/gs, '')) ?? [];
    const { message } = error as Error;
    const isFeed = /^(?:\w+:)?(?:rss|feed|rdf)$/i.test(root);
    const what = !/unrecognized|invalid/i.test(message)
      ? `it can't be read: ${message}`
      : isFeed
        ? 'none of its items has a title, a text or a link'
        : `<${root}> is neither RSS nor Atom`;
    notes.add('error', undefined, what, isFeed ? 'check whether it is the right feed' : 'use the address of a feed');
    return nothing;
  }
  const { head, stories } = parsed.format === 'atom' ? parseAtom(parsed.feed) : parseRss(parsed.feed);
  const base =
    resolved(head.base ?? head.home_page_url ?? '', options.base ?? source.url) ?? options.base ?? source.url;
  const starts = [...text.matchAll(/<(?:[\w-]+:)?(?:item|entry)[\s>]/g)].map(({ index }) => index);
  // Empty items are left out by the parser; then only their titles tell where the others stand.
  const startOf = (story: FeedReading['stories'][number], index: number) =>
    starts.length === stories.length ? starts[index] : Math.max(0, text.indexOf(story.title || story.url || '</'));
  const lineOf = (start: () => number) => (piece?: string) =>
    lines.find(piece ?? '', start(), start() + reach) ?? lines.at(start()).line;
  if (!stories.length) notes.add('warning', undefined, 'there are no items in it', 'check whether this is intended');
  const { title, home_page_url, description, language } = head;
  const made = toDraft(
    stories.map((story, index) => ({
      ...(language && { language }),
      ...story,
      lineOf: lineOf(() => startOf(story, index)),
    })),
    source,
    options,
    base,
  );
  const home = webAddress(home_page_url, base);
  return {
    ...(title && { title: plainText(title) }),
    ...(home && { home_page_url: home }),
    ...(description && { description: plainText(description) }),
    ...(made.items[0]?.language && language && { language: made.items[0].language }),
    ...made,
  };
}

/** The text as XML that can be parsed; undefined, and told, where that can't be had. */
function soundXml(source: Source): string | undefined {
  const { notes, lines } = source;
  const text = repairXml(source.text, notes, lines);
  const entity = text.search(/<!ENTITY/i);
  if (entity >= 0) {
    notes.add(
      'error',
      lines.at(entity).line,
      'it declares its own entities, which can expand without limit',
      'remove the DOCTYPE; a feed needs none',
    );
    return undefined;
  }
  refuseDepth(text);
  const sound = XMLValidator.validate(text, { allowBooleanAttributes: true });
  if (sound === true) return text;
  const { msg, line } = sound.err;
  const closed = closeVoidTags(text);
  if (closed && XMLValidator.validate(closed, { allowBooleanAttributes: true }) === true) {
    notes.add('warning', line, 'HTML tags are not closed here', 'they were closed; fix what writes the feed');
    return closed;
  }
  notes.add('error', line, `the XML is broken: ${msg.replace(/\.$/, '')}`, 'fix that line, or what writes the feed');
  return undefined;
}
