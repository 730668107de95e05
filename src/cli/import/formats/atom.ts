import type { Atom } from 'feedsmith';
import { escapeText } from '../../../html/markup.js';
import { resolved } from '../clean/html.js';
import { filesOf, isPicture, mediaFiles, mediaImages, mediaText } from '../extract/media.js';
import { decodeBase64 } from './rss.js';
import type { Story } from '../extract/story.js';
import type { FeedReading } from './xml.js';

type Entry = NonNullable<Atom.Feed<string>['entries']>[number];
type Text = NonNullable<Entry['content']>;

/** Atom 1.0 and 0.3. */
export function parseAtom({ title, subtitle, links, entries = [], authors, xml }: Atom.Feed<string>): FeedReading {
  const head = {
    title: title?.value,
    home_page_url: linkTo(links, 'alternate'),
    description: subtitle?.value,
    language: xml?.lang,
    base: xml?.base,
  };
  const base = resolved(xml?.base ?? '', linkTo(links, 'self')) ?? xml?.base;
  return { head, stories: entries.map((entry) => storyOf(entry, base, authors)) };
}

function storyOf(entry: Entry, base: string | undefined, authorsOfFeed: Entry['authors']): Omit<Story, 'lineOf'> {
  const { id, title, links = [], content, summary, published, updated, categories, source, media, xml } = entry;
  const own = (xml?.base && resolved(xml.base, base)) ?? base;
  const at = (url: string | undefined) => (url ? (resolved(url, own) ?? url) : undefined);
  const said = mediaText(media);
  const body = content?.value ? content : summary;
  const language = content?.xml?.lang ?? xml?.lang;
  const url = at(linkTo(links, 'alternate') ?? content?.src);
  const textBase = resolved(body?.xml?.base ?? '', own) ?? own;
  const authors = [entry.authors, source?.authors, authorsOfFeed].find((entry) => entry?.length) ?? [];
  const enclosures = links
    .filter(({ rel }) => rel === 'enclosure')
    .map(({ href, type, length, title: name, hreflang }) => ({
      ...{ url: at(href), type, length },
      title: name,
      language: hreflang,
    }));
  return {
    id,
    url,
    title: titleOf(title) ?? said.title,
    html: htmlOf(body) ?? said.description,
    // A summary is none of the whole text (RFC 4287, 4.2.13), unless there is nowhere else to go.
    isExcerpt: !content?.value && !!summary?.value && !!url,
    summary: content?.value ? htmlOf(summary) : undefined,
    published: published ?? updated,
    modified: updated,
    ...(language && { language }),
    ...(textBase && { textBase }),
    images: [...mediaImages(media), ...enclosures.filter(isPicture).map((entry) => ({ url: entry.url! }))],
    tags: (categories ?? []).map(({ label, term }) => label ?? term),
    authors: authors.map(({ name, email }) => name ?? email),
    attachments: [...filesOf(enclosures), ...mediaFiles(media, enclosures)],
    translations: links.flatMap(({ rel, href, hreflang }) =>
      rel === 'alternate' && href && hreflang && hreflang !== xml?.lang && links.length > 1
        ? { language: hreflang, url: at(href)! }
        : [],
    ),
  };
}

const titleOf = (title: Entry['title'] | undefined) =>
  title?.value && (isPlain(title.type) ? escapeText(title.value) : title.value);

const isPlain = (type: string | undefined) => !type || type === 'text' || type === 'text/plain';

/** The text as HTML; other media types are in base64 (RFC 4287, 4.1.3.3), and pictures among them are no text. */
function htmlOf(text: Text | undefined): string | undefined {
  const { value, type } = text ?? {};
  if (!value || /^(?:image|audio|video)\//.test(type ?? '')) return undefined;
  const decoded = decodeBase64(value)!;
  return isPlain(type) && decoded === value ? paragraphsOf(value) : decoded;
}

const paragraphsOf = (text: string) =>
  text
    .split(/\n\s*\n/)
    .map((part) => `<p>${escapeText(part.trim())}</p>`)
    .join('\n');

/** The first link of that kind; a link that names none is an alternate, one without a language comes first. */
function linkTo(links: Atom.Link<string>[] | undefined, wanted: string): string | undefined {
  const matches = (links ?? []).filter(({ rel = 'alternate' }) => rel === wanted);
  // A page is what a story leads to, not another form of the feed.
  const pages = matches.filter(({ type }) => !type || /html|^text\//.test(type));
  return (pages.find(({ hreflang }) => !hreflang) ?? pages[0] ?? matches[0])?.href;
}
