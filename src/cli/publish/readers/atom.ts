import { generateAtomFeed, type Atom } from 'feedsmith';
import { escapeText } from '../../../html/markup.js';
import type { Channel } from './channel.js';
import type { Entry } from './entry.js';
import { countriesIn, mediaOf } from './media.js';
import { joinEntries, tidy } from './xml.js';

/** Atom 1.0 (RFC 4287) with pictures in Media RSS. */
export function toAtom(channel: Channel, entries: readonly string[]): string {
  const { title, link, description, language, updated, self, icon, favicon, id, authors } = channel;
  const opening = generateAtomFeed({
    id,
    title: { value: title },
    subtitle: description ? { value: description } : undefined,
    updated,
    // No e-mail address: feedparser gives that of one author to the next that has none.
    authors: authors.map(({ name, url: uri }) => ({ name, uri })),
    links: [
      { href: link, rel: 'alternate', type: 'text/html', hreflang: language },
      ...(self ? [{ href: self, rel: 'self', type: 'application/atom+xml' }] : []),
    ],
    icon: favicon,
    logo: icon,
    xml: { lang: language },
  });
  return joinEntries(tidy(opening), entries, { root: 'feed', entry: 'entry', end: '</feed>' });
}

/** An entry in a feed of its own. */
export function toAtomEntry(entry: Entry): string {
  const { id, title, link, about, summary, html, language, published, updated, authors, attachments } = entry;
  const written: Atom.Entry<string> = {
    id,
    title: { value: title ?? '' },
    links: [
      ...(link ? [{ href: link, rel: 'alternate', hreflang: language }] : []),
      ...(about ? [{ href: about, rel: 'related' }] : []),
      ...attachments.map(({ url, mime_type, title: name, size_in_bytes }) => ({
        ...{ href: url, rel: 'enclosure', type: mime_type, title: name, length: size_in_bytes },
      })),
    ],
    published,
    updated,
    authors: authors.map(({ name, url: uri }) => ({ name, uri })),
    categories: [...entry.tags.map((term) => ({ term })), ...countriesIn(entry)],
    summary: summary ? { value: summary } : undefined,
    content: { value: html ?? escapeText(summary ?? title ?? ''), type: 'html' },
    media: mediaOf(entry, []),
    xml: { lang: language },
  };
  return tidy(generateAtomFeed({ id: '-', title: { value: '-' }, updated, entries: [written] }));
}
