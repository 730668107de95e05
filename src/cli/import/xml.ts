import { XMLValidator } from 'fast-xml-parser';
import { parseFeed, type Atom, type Rdf, type Rss } from 'feedsmith';
import type { Draft, ImportOptions } from './draft.js';
import { escapeHtml, plainText, refuseDepth, resolved } from './html.js';
import type { Source } from './source.js';
import { toItem, type Story as AnyStory } from './story.js';

type RssItem = NonNullable<Rss.Feed<string>['items']>[number];
type RdfItem = NonNullable<Rdf.Feed<string>['items']>[number];
type Story = Omit<AnyStory, 'lineOf'>;
type AtomEntry = NonNullable<Atom.Feed<string>['entries']>[number];

/** Reads RSS 0.9x, 1.0 and 2.0, and Atom. */
export function readXml(source: Source, options: ImportOptions): Draft {
  const { text, lines, notes } = source;
  const nothing: Draft = { items: [], _iom: {} };
  const entity = text.search(/<!ENTITY/i);
  if (entity >= 0) {
    notes.add(
      'error',
      lines.at(entity).line,
      'it declares entities of its own, which may grow without end',
      'take the DOCTYPE out; a feed needs none',
    );
    return nothing;
  }
  refuseDepth(text);
  const sound = XMLValidator.validate(text, { allowBooleanAttributes: true });
  if (sound !== true) {
    const { msg, line } = sound.err;
    notes.add('error', line, `the XML is broken: ${msg.replace(/\.$/, '')}`, 'mend that line, or what writes the feed');
    return nothing;
  }
  let parsed;
  try {
    parsed = parseFeed(text);
  } catch (error) {
    const [, root] = /<([\w:-]+)[\s>]/.exec(text.replace(/<\?.*?\?>|<!--.*?-->|<!DOCTYPE.*?>/gs, '')) ?? [];
    const { message } = error as Error;
    const what = /unrecognized|invalid/i.test(message)
      ? `<${root}> is neither RSS nor Atom`
      : `it can't be read: ${message}`;
    notes.add('error', undefined, what, 'give the address of a feed');
    return nothing;
  }
  const { head, stories } = parsed.format === 'atom' ? readAtom(parsed.feed) : readRss(parsed.feed);
  const base =
    resolved(head.base ?? head.home_page_url ?? '', options.base ?? source.url) ?? options.base ?? source.url;
  const starts = [...text.matchAll(/<(?:[\w-]+:)?(?:item|entry)[\s>]/g)].map(({ index }) => index);
  // Empty items are left out by the parser; then only their titles tell where the others stand.
  const startOf = (story: Story, index: number) =>
    starts.length === stories.length ? starts[index] : Math.max(0, text.indexOf(story.title || story.url || '</'));
  const lineOf = (start: number) => (piece?: string) => lines.find(piece ?? '', start) ?? lines.at(start).line;
  if (!stories.length) notes.add('warning', undefined, 'there are no items in it', 'check whether that is meant');
  const language = head.language ?? undefined;
  const made = stories.map((story, index) =>
    toItem({ language, ...story, lineOf: lineOf(startOf(story, index)) }, source, options, base),
  );
  const { title, home_page_url, description } = head;
  return {
    ...(title && { title: plainText(title) }),
    ...(home_page_url && { home_page_url: resolved(home_page_url, base) ?? home_page_url }),
    ...(description && { description: plainText(description) }),
    ...(made[0]?.item.language && language && { language: made[0].item.language }),
    items: made.map(({ item }) => item),
    _iom: { contacts: made.flatMap(({ contacts }) => contacts) },
  };
}

interface Head {
  title?: string;
  home_page_url?: string;
  description?: string;
  language?: string;
  base?: string;
}

function readRss({ title, link, description, language, items = [], dc, xml }: Rss.Feed<string> & Rdf.Feed<string>): {
  head: Head;
  stories: Story[];
} {
  const head = {
    title,
    home_page_url: link,
    description,
    language: language ?? dc?.languages?.[0] ?? xml?.lang,
    base: xml?.base,
  };
  return { head, stories: items.map((item) => rssStory(item as RssItem & RdfItem)) };
}

function rssStory(item: RssItem & RdfItem): Story {
  const {
    title,
    link,
    description,
    content,
    guid,
    pubDate,
    dc,
    dcterms,
    categories,
    authors,
    enclosures = [],
    xml,
  } = item;
  const encoded = content?.encoded;
  const permanent = guid?.isPermaLink !== false && /^https?:/.test(guid?.value ?? '') ? guid?.value : undefined;
  const files = enclosures.filter(({ type = '' }) => !type.startsWith('image/'));
  return {
    id: guid?.value ?? item.rdf?.about,
    url: link ?? permanent,
    title: title ?? dc?.titles?.[0],
    html: encoded ?? description ?? dc?.descriptions?.[0],
    summary: encoded && description && plainText(description).length < 400 ? description : undefined,
    published: pubDate ?? dc?.dates?.[0] ?? dcterms?.issued?.[0] ?? dcterms?.created?.[0],
    modified: dcterms?.modified?.[0],
    ...optional('language', dc?.languages?.[0] ?? xml?.lang),
    images: [
      ...mediaImages(item.media),
      ...enclosures.flatMap(({ url, type }) => (url && type?.startsWith('image/') ? [{ url }] : [])),
    ],
    tags: [...(categories ?? []).map(({ name }) => name), ...(dc?.subjects ?? [])],
    authors: [...(authors ?? []).map(({ name, email }) => name ?? email), ...(dc?.creators ?? [])],
    attachments: files.flatMap(({ url, type, length }) =>
      url ? { url, mime_type: type ?? 'application/octet-stream', ...(length && { size_in_bytes: length }) } : [],
    ),
  };
}

function readAtom({ title, subtitle, links, entries = [], xml }: Atom.Feed<string>): { head: Head; stories: Story[] } {
  const head = {
    title: title?.value,
    home_page_url: linkTo(links, 'alternate'),
    description: subtitle?.value,
    language: xml?.lang,
    base: xml?.base,
  };
  return { head, stories: entries.map(atomStory) };
}

function atomStory({
  id,
  title,
  links,
  content,
  summary,
  published,
  updated,
  categories,
  authors,
  media,
  xml,
}: AtomEntry): Story {
  const body = content?.value ?? summary?.value;
  return {
    id,
    url: linkTo(links, 'alternate'),
    title: title?.type === 'text' || !title?.type ? escapeHtml(title?.value ?? '') : title.value,
    html: (content?.type ?? (content ? 'text' : summary?.type)) === 'text' ? escapeHtml(body ?? '') : body,
    summary: content ? summary?.value : undefined,
    published: published ?? updated,
    modified: updated,
    ...optional('language', xml?.lang),
    images: mediaImages(media),
    tags: (categories ?? []).map(({ label, term }) => label ?? term),
    authors: (authors ?? []).map(({ name }) => name),
    attachments: (links ?? []).flatMap(({ rel, href, type, length, title }) =>
      rel === 'enclosure' && href
        ? {
            url: href,
            mime_type: type ?? 'application/octet-stream',
            ...(title && { title }),
            ...(length && { size_in_bytes: length }),
          }
        : [],
    ),
    translations: (links ?? []).flatMap(({ rel, href, hreflang }) =>
      rel === 'alternate' && href && hreflang && hreflang !== xml?.lang && links!.length > 1
        ? { language: hreflang, url: href }
        : [],
    ),
  };
}

/** The first link of that kind; a link that names none is an alternate, one without a language comes first. */
function linkTo(links: Atom.Link<string>[] | undefined, wanted: string): string | undefined {
  const found = (links ?? []).filter(({ rel = 'alternate' }) => rel === wanted);
  return (found.find(({ hreflang }) => !hreflang) ?? found[0])?.href;
}

function mediaImages(media: RssItem['media']): NonNullable<Story['images']> {
  const all = [...(media?.contents ?? []), ...(media?.groups ?? []).flatMap(({ contents = [] }) => contents)];
  const pictures = all.filter(
    ({ type, medium, url }) => url && (medium === 'image' || type?.startsWith('image/') || (!type && !medium)),
  );
  if (!pictures.length)
    return (media?.thumbnails ?? [])
      .slice(0, 1)
      .flatMap(({ url, width, height }) =>
        url ? { url, ...optional('width', width), ...optional('height', height) } : [],
      );
  return pictures.map(({ url, width, height, description, title, credits }) => ({
    url: url!,
    ...optional('width', width),
    ...optional('height', height),
    ...optional('alt', description?.value && plainText(description.value)),
    ...optional('caption', title?.value && plainText(title.value)),
    ...optional('credit', credits?.[0]?.value && plainText(credits[0].value)),
  }));
}

const optional = <K extends string, V>(key: K, value: V | undefined) =>
  value ? ({ [key]: value } as Record<K, V>) : {};
