import { plainText } from '../clean/html.js';
import type { Story } from '../extract/story.js';

interface Rendered {
  rendered?: string;
  protected?: boolean;
}

/**
 * A post of WordPress' REST API, `/wp-json/wp/v2/posts?_embed`, as far as it is read
 * (https://developer.wordpress.org/rest-api/reference/posts/).
 */
export interface WordPressPost {
  id?: number;
  /** In the site's own time, without saying which. */
  date?: string;
  date_gmt?: string;
  modified?: string;
  modified_gmt?: string;
  guid?: Rendered;
  link?: string;
  /** Other than `publish` only for those who signed in. */
  status?: string;
  /** For those who signed in as editors. */
  password?: string;
  title: Rendered;
  content?: Rendered;
  excerpt?: Rendered;
  featured_media?: number;
  /** Of Polylang and others. */
  lang?: string;
  /** Of Polylang: numbers of posts by language. */
  translations?: Record<string, number | string>;
  /** Of WPML. */
  wpml_current_locale?: string;
  wpml_translations?: { locale?: string; id?: number; href?: string }[];
  _embedded?: {
    author?: { name?: string }[];
    'wp:featuredmedia'?: {
      source_url?: string;
      alt_text?: string;
      caption?: Rendered;
      media_details?: { width?: number; height?: number };
    }[];
    'wp:term'?: { name?: string; slug?: string; taxonomy?: string }[][];
  };
}

/** What a post tells. */
export function wordpressStory(post: WordPressPost, lineOf: Story['lineOf']): Story {
  const { guid, link, title, content, excerpt, _embedded: embedded = {} } = post;
  const hasPassword = content?.protected || excerpt?.protected || post.password;
  const html = content?.rendered;
  return {
    id: guid?.rendered ? plainText(guid.rendered) : link,
    url: link,
    title: title.rendered,
    html: html?.trim() ? html : excerpt?.rendered,
    isExcerpt: !html?.trim(),
    summary: excerpt?.rendered,
    status: hasPassword && post.status !== 'private' ? 'password' : post.status,
    published: siteTime(post.date, post.date_gmt),
    modified: siteTime(post.modified, post.modified_gmt),
    ...translated(post),
    images: (embedded['wp:featuredmedia'] ?? []).flatMap(
      ({ source_url: url, alt_text: alt, caption, media_details }) => {
        if (!url) return [];
        const { width, height } = media_details ?? {};
        const text = plainText(caption?.rendered ?? '');
        return [
          {
            url,
            ...(alt && { alt }),
            ...(text && { caption: text }),
            ...(width && { width }),
            ...(height && { height }),
          },
        ];
      },
    ),
    tags: (embedded['wp:term'] ?? []).flat().map(({ name, slug }) => (slug === 'uncategorized' ? undefined : name)),
    authors: (embedded.author ?? []).map(({ name }) => name),
    lineOf,
  };
}

/** The language, and what the translations have in common: the numbers of all. */
function translated({ id, link, lang, translations, ...post }: WordPressPost): Partial<Story> {
  const { wpml_current_locale: locale, wpml_translations: others = [] } = post;
  const numbers = [
    ...Object.values(translations ?? {}),
    ...(Array.isArray(others) ? others : []).map((entry) => entry.id),
  ];
  const all = [...new Set([id, ...numbers].map(Number))].filter(Boolean).sort((one, other) => one - other);
  const language = lang ?? locale;
  return {
    ...(language && { language }),
    ...(all.length > 1 && { version: `${link && URL.canParse(link) ? new URL(link).host : ''} ${all.join(' ')}` }),
  };
}

/** The site's own time with the offset that it differs by from UTC. */
export function siteTime(local: string | undefined, utc: string | undefined): string | undefined {
  // Drafts have no time of UTC yet.
  if (!utc || utc.startsWith('0000')) return local?.startsWith('0000') ? undefined : local;
  const [own, universal] = [local ?? utc, utc].map((entry) => entry.trim().replace(' ', 'T'));
  const minutes = Math.round((Date.parse(`${own}Z`) - Date.parse(`${universal}Z`)) / 60_000);
  if (!minutes || Math.abs(minutes) > 14 * 60) return `${universal}Z`;
  const clock = [Math.trunc(Math.abs(minutes) / 60), Math.abs(minutes) % 60].map((entry) =>
    `${entry}`.padStart(2, '0'),
  );
  return `${own}${minutes < 0 ? '-' : '+'}${clock.join(':')}`;
}
