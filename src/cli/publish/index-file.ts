import type { Feed, Item } from '../../feed/schema/model.generated.js';
import { pathOf, type PublicationContext } from './page.js';
import type { Shard } from './shards.js';

/** `index.json`: what feeds there are, for pages that offer them and people who look for one. */
export function indexOf(shards: Shard[], { head, url = '', source }: PublicationContext): string {
  const feeds = shards.map((shard) => ({
    url: url + pathOf(shard.name),
    by: shard.by,
    value: shard.value,
    title: shard.label ?? head.title,
    items: shard.items.length,
    pages: shard.pages.length,
    newest: shard.items.length ? newestDate(source(shard.items[0])) : undefined,
  }));
  const { title, home_page_url, language } = head satisfies Partial<Feed>;
  const index = JSON.stringify({ title, home_page_url, language, feeds: [] });
  return `${index.slice(0, -2)}\n${feeds.map((feed) => JSON.stringify(feed)).join(',\n')}\n]}\n`;
}

const newestDate = (text: Buffer) => (JSON.parse(text.toString()) as Item).date_published;
