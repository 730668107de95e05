import { XMLParser } from 'fast-xml-parser';
import type { Draft, ImportOptions } from '../draft.js';
import { plainText } from '../clean/html.js';
import type { Source } from '../source.js';
import { toDraft } from '../merge/stories.js';
import type { Story } from '../extract/story.js';
import { siteTime } from './wordpress.js';

/** Whether a feed is an export of WordPress (WXR), made under Tools, Export. */
export const isWxr = (text: string): boolean =>
  /xmlns:wp=["']https?:\/\/wordpress\.org\/export\//.test(text.slice(0, 4000));

/** A post, page, picture or entry of a menu. */
type Entry = Record<string, string | undefined> & {
  category?: ({ '@domain'?: string; '@nicename'?: string; '#text'?: string } | string)[];
  'wp:postmeta'?: Record<string, string | undefined>[];
};
interface Channel {
  title?: string;
  link?: string;
  description?: string;
  language?: string;
  'wp:author'?: Record<string, string | undefined>[];
  item?: Entry[];
}

/** Taxonomies that say nothing about the content. */
const technical = /^(?:post_format|language|post_translations|term_\w+|nav_menu|wp_\w+|author|translation_priority)$/;
/** What WordPress keeps beside the stories. A type of its own, such as `press-release`, is a story. */
const noStory =
  /^(?:page|attachment|nav_menu_item|revision|custom_css|customize_changeset|oembed_cache|user_request|wp_\w+|acf-\w+|elementor_\w+|wpcf7_\w+|mc4wp-form|amp_\w+|shop_\w+|polylang_mo)$/;

const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: '@',
  parseTagValue: false,
  trimValues: false,
  isArray: (name) => ['item', 'category', 'wp:postmeta', 'wp:author'].includes(name),
});

/** Reads an export of WordPress, in which drafts, private posts and those with a password stand beside the others. */
export function parseWxr(
  text: string,
  lineAt: (offset: number) => number,
  source: Source,
  options: ImportOptions,
): Draft {
  const { rss } = parser.parse(text) as { rss?: { channel?: Channel } };
  const { title, link, description, language, item: entries = [], ...channel } = rss?.channel ?? {};
  const starts = [...text.matchAll(/<item[\s>]/g)].map(({ index }) => index);
  const people = new Map(
    (channel['wp:author'] ?? []).map((entry) => [entry['wp:author_login'], entry['wp:author_display_name']]),
  );
  const files = new Map(entries.map((entry) => [entry['wp:post_id'], entry]));
  const stories = entries.flatMap((entry, index): Story[] => {
    const type = entry['wp:post_type'] ?? 'post';
    const lineOf = () => (starts[index] === undefined ? undefined : lineAt(starts[index]));
    if (!noStory.test(type)) return [storyOf(entry, files, people, { language, lineOf })];
    if (type === 'page') source.notes.count(['page', 'pages'], 'left out: only posts are news', lineOf);
    return [];
  });
  if (!stories.length)
    source.notes.add('warning', undefined, 'there are no posts in it', 'export all content, or posts');
  const name = plainText(title ?? '');
  return {
    ...(name && { title: name }),
    ...(link?.trim() && { home_page_url: link.trim() }),
    ...(description?.trim() && { description: plainText(description) }),
    ...toDraft(stories, source, options, options.base ?? (link?.trim() || undefined)),
  };
}

interface Around {
  language?: string;
  lineOf: Story['lineOf'];
}

function storyOf(
  entry: Entry,
  files: Map<string | undefined, Entry>,
  people: Map<string | undefined, string | undefined>,
  { language, lineOf }: Around,
): Story {
  const field = (name: string) => entry[name]?.trim() || undefined;
  const terms = (entry.category ?? []).flatMap((entry) => (typeof entry === 'string' ? { '#text': entry } : entry));
  const term = (domain: string) => terms.find((entry) => entry['@domain'] === domain)?.['@nicename'];
  const thumbnail = files.get(metaOf(entry, '_thumbnail_id'));
  const url = thumbnail?.['wp:attachment_url']?.trim();
  const alt = thumbnail && metaOf(thumbnail, '_wp_attachment_image_alt');
  const guid = (entry.guid as unknown as { '#text'?: string } | undefined)?.['#text'] ?? entry.guid;
  const creator = field('dc:creator');
  return {
    id: typeof guid === 'string' ? guid.trim() || undefined : undefined,
    url: field('link'),
    title: field('title'),
    html: paragraphs(withFigures(entry['content:encoded'] ?? '')),
    summary: field('excerpt:encoded'),
    status: field('wp:post_password') ? 'password' : field('wp:status'),
    published: siteTime(field('wp:post_date'), field('wp:post_date_gmt')) ?? field('pubDate'),
    modified: siteTime(field('wp:post_modified'), field('wp:post_modified_gmt')),
    language: term('language') ?? language,
    version: term('post_translations'),
    images: url ? [{ url, ...(alt && { alt: plainText(alt) }) }] : [],
    tags: terms
      .filter((entry) => !technical.test(entry['@domain'] ?? '') && entry['@nicename'] !== 'uncategorized')
      .map((entry) => entry['#text']),
    authors: creator ? [people.get(creator) ?? creator] : [],
    lineOf,
  };
}

const metaOf = (entry: Entry, key: string) =>
  entry['wp:postmeta']?.find((meta) => meta['wp:meta_key'] === key)?.['wp:meta_value'];

/** The oldest shortcode of WordPress itself: a picture with what stands below it. */
const withFigures = (text: string) =>
  text.replace(
    /\[(?:wp_)?caption(?:\s[^\]]*)?\]\s*((?:<a [^>]*>)?<img[^>]*>(?:<\/a>)?)\s*(.*?)\[\/(?:wp_)?caption\]/gs,
    '\n\n<figure>$1<figcaption>$2</figcaption></figure>\n\n',
  );

/** WordPress makes paragraphs of blank lines when it shows a text. */
function paragraphs(text: string): string {
  if (/<!-- wp:|<p[\s>]/.test(text)) return text;
  return text
    .split(/\n\s*\n/)
    .map((part) => part.trim())
    .filter(Boolean)
    .map((part) =>
      /^<(?:div|h\d|ul|ol|table|blockquote|figure|pre|hr|form|section)/i.test(part)
        ? part
        : `<p>${part.replace(/\n/g, '<br>')}</p>`,
    )
    .join('\n');
}
