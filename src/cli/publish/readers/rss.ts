import { generateRssFeed, type Rss } from 'feedsmith';
import { escapeText } from '../../../html/markup.js';
import type { Entry } from './entry.js';
import type { Channel } from './channel.js';
import { countriesIn, mediaOf } from './media.js';
import { joinEntries, tidy } from './xml.js';

/** RSS 2.0 (https://www.rssboard.org/rss-specification) with what has no place in it in Dublin Core, Media RSS and Atom. */
export function toRss(channel: Channel, items: readonly string[]): string {
  const { title, link, description, language, updated, self, icon } = channel;
  const opening = generateRssFeed({
    title,
    link,
    description: description ?? title,
    language,
    lastBuildDate: updated,
    // GIF, JPEG or PNG, says the specification.
    image: icon && /\.(?:gif|jpe?g|png)$/i.test(icon) ? { url: icon, title, link } : undefined,
    atom: self ? { links: [{ href: self, rel: 'self', type: 'application/rss+xml' }] } : undefined,
  });
  return joinEntries(tidy(opening), items, { root: 'rss', entry: 'item', end: '</channel>' });
}

/** An item in a feed of its own. */
export function toRssItem(entry: Entry): string {
  const { title, link, summary, html, language, authors, attachments } = entry;
  const plain = summary && escapeText(summary);
  // There may be one, and its length must be known; the others stand in Media RSS.
  const enclosed = attachments.find(({ size_in_bytes }) => size_in_bytes);
  const item: Rss.Item<string> = {
    title,
    link,
    description: plain ?? html ?? title,
    content: plain && html ? { encoded: html } : undefined,
    guid: { value: entry.id, isPermaLink: false },
    pubDate: entry.published,
    dc: { creators: authors.map(({ name }) => name) },
    categories: [
      ...entry.tags.map((name) => ({ name })),
      ...countriesIn(entry).map(({ label, scheme }) => ({ name: label, domain: scheme })),
    ],
    enclosures: enclosed && [{ url: enclosed.url, type: enclosed.mime_type, length: enclosed.size_in_bytes! }],
    media: mediaOf(
      entry,
      attachments.filter((attachment) => attachment !== enclosed),
    ),
    xml: { lang: language },
  };
  return tidy(generateRssFeed({ title: '-', link: '-', description: '-', items: [item] }));
}
