import type { Feed, Item } from '../../feed/schema/model.generated.js';
import { pathOf, type PublicationContext } from './page.js';
import { lightLength, type PartFeed } from './parts.js';
import { siteOf } from './readers/entry.js';
import { formatsOf, readerPath, type ReaderFormat } from './readers/reader-feeds.js';
import type { Shard } from './shards.js';
import type { ListPage } from './text/text-pages.js';

/**
 * `index.json`: what feeds there are, whole and in parts, for pages that offer them, for what writes the lines of a page, and
 * for people who look for one.
 *
 * @param lists The lists in plain HTML, by language.
 */
export function indexOf(
  shards: Shard[],
  all: PartFeed[],
  lists: readonly ListPage[],
  setting: PublicationContext,
): string {
  const { head, url = '', source } = setting;
  const feeds = shards.map((shard) => ({
    url: url + pathOf(shard.name),
    by: shard.by,
    value: shard.value,
    title: shard.label ?? head.title,
    items: shard.items.length,
    pages: shard.pages.length,
    newest: shard.items.length ? newestDate(source(shard.items[0])) : undefined,
    ...readerAddresses(shard, setting),
  }));
  const { title, home_page_url, language } = head satisfies Partial<Feed>;
  const parts = all.map(({ name, part, value }) => ({
    url: url + pathOf(name),
    part,
    value,
    items: part === 'news' ? lightLength : undefined,
  }));
  const texts = lists.map(({ path, language: value }) => ({ url: url + path, language: value }));
  const index = JSON.stringify({ title, home_page_url, language });
  return `${index.slice(0, -1)},"parts":${lines(parts)},${texts.length ? `"texts":${lines(texts)},` : ''}"feeds":${lines(feeds)}}\n`;
}

/** The same feed in the formats of other readers, where there are any. */
const readerAddresses = (shard: Shard, { head, url }: PublicationContext): Partial<Record<ReaderFormat, string>> =>
  siteOf(head, url)
    ? Object.fromEntries(formatsOf(shard).map((format) => [format, (url ?? '') + readerPath(format, shard.name)]))
    : {};

/** A list with a line for each entry. */
const lines = (entries: object[]) => `[\n${entries.map((entry) => JSON.stringify(entry)).join(',\n')}\n]`;

const newestDate = (text: Buffer) => (JSON.parse(text.toString()) as Item).date_published;
