import type { Rdf, Rss } from 'feedsmith';
import { plainText } from '../clean/html.js';
import { filesOf, isPicture, mediaFiles, mediaImages, mediaText } from '../extract/media.js';
import type { Story } from '../extract/story.js';
import type { FeedReading } from './xml.js';

type Channel = Rss.Feed<string> & Rdf.Feed<string>;
type RssItem = NonNullable<Rss.Feed<string>['items']>[number] & NonNullable<Rdf.Feed<string>['items']>[number];

/** RSS 0.9x, 1.0 and 2.0. */
export function parseRss(channel: Channel): FeedReading {
  const { title, link, description, language, items = [], dc, xml, managingEditor } = channel;
  const head = {
    title,
    home_page_url: link,
    description,
    language: language ?? dc?.languages?.[0] ?? xml?.lang,
    base: xml?.base,
  };
  const authors = [...(dc?.creators ?? []), channel.itunes?.author, managingEditor?.name].slice(0, 1);
  return { head, stories: items.map((item) => storyOf(item as RssItem, authors)) };
}

function storyOf(item: RssItem, authorsOfFeed: (string | undefined)[]): Omit<Story, 'lineOf'> {
  const { title, link, description, content, guid, pubDate, dc, dcterms, atom, categories, media, xml } = item;
  const encoded = content?.encoded;
  const permanent = guid?.isPermaLink !== false && /^https?:/.test(guid?.value ?? '') ? guid?.value : undefined;
  const language = dc?.languages?.[0] ?? xml?.lang;
  const said = mediaText(media);
  const text = encoded ?? description ?? dc?.descriptions?.[0] ?? atom?.summary?.value ?? said.description;
  const own = [
    ...(item.authors ?? []).map(({ name, email }) => name ?? email),
    ...(dc?.creators ?? []),
    ...(atom?.authors ?? []).map(({ name }) => name),
    item.itunes?.author,
  ];
  const enclosures = (item.enclosures ?? []).map(({ url, type, length }) => ({ url, type, length }));
  return {
    id: guid?.value ?? item.rdf?.about,
    url: link ?? permanent ?? atom?.links?.find(({ rel = 'alternate' }) => rel === 'alternate')?.href,
    title: title ?? dc?.titles?.[0] ?? said.title,
    html: decodeBase64(text),
    summary: encoded && description && plainText(description).length < 400 ? description : undefined,
    published: pubDate ?? dc?.dates?.[0] ?? dcterms?.issued?.[0] ?? dcterms?.created?.[0] ?? atom?.published,
    modified: dcterms?.modified?.[0] ?? atom?.updated,
    ...(language && { language }),
    ...(xml?.base && { textBase: xml.base }),
    images: [
      ...mediaImages(media),
      ...enclosures.filter(isPicture).map(({ url = '' }) => ({ url })),
      ...(item.itunes?.image ? [{ url: item.itunes.image }] : []),
    ],
    tags: [...(categories ?? []).map(({ name }) => name), ...(dc?.subjects ?? [])],
    authors: own.some(Boolean) ? own : authorsOfFeed,
    attachments: [...filesOf(enclosures), ...mediaFiles(media, enclosures)],
  };
}

/** A text that is written in base64, which no text is by chance. */
export function decodeBase64(text: string | undefined): string | undefined {
  const packed = text?.replace(/\s+/g, '') ?? '';
  if (packed.length < 24 || packed.length % 4 || !/^[A-Za-z\d+/]+={0,2}$/.test(packed)) return text;
  // A long word is none: it has capitals and small letters mixed, and digits.
  if (!/[a-z]/.test(packed) || !/[A-Z]/.test(packed) || /\s\S{1,30}\s/.test(text!.trim())) return text;
  try {
    const decoded = new TextDecoder('utf-8', { fatal: true }).decode(Buffer.from(packed, 'base64'));
    return /^[\P{C}\s]+$/u.test(decoded) ? decoded : text;
  } catch {
    return text;
  }
}
