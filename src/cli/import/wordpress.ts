import { plainText } from './html.js';
import type { Story } from './story.js';

interface Rendered {
  rendered?: string;
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
  title: Rendered;
  content?: Rendered & { protected?: boolean };
  excerpt?: Rendered;
  featured_media?: number;
  /** Of Polylang and others. */
  lang?: string;
  _embedded?: {
    author?: { name?: string }[];
    'wp:featuredmedia'?: {
      source_url?: string;
      alt_text?: string;
      caption?: Rendered;
      media_details?: { width?: number; height?: number };
    }[];
    'wp:term'?: { name?: string; taxonomy?: string }[][];
  };
}

/** What a post tells. */
export function wordpressStory(post: WordPressPost, lineOf: Story['lineOf']): Story {
  const { guid, link, title, content, excerpt, lang, _embedded: embedded = {} } = post;
  const html = content?.rendered;
  return {
    id: guid?.rendered ? plainText(guid.rendered) : link,
    url: link,
    title: title.rendered,
    html,
    summary: excerpt?.rendered,
    published: moment(post.date, post.date_gmt),
    modified: moment(post.modified, post.modified_gmt),
    language: lang,
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
    tags: (embedded['wp:term'] ?? []).flat().map(({ name }) => (name === 'Uncategorized' ? undefined : name)),
    authors: (embedded.author ?? []).map(({ name }) => name),
    lineOf,
  };
}

/** The site's own time with the offset that it differs by from UTC. */
function moment(local: string | undefined, utc: string | undefined): string | undefined {
  if (!utc) return local;
  const minutes = Math.round((Date.parse(`${local ?? utc}Z`) - Date.parse(`${utc}Z`)) / 60_000);
  if (!minutes || Math.abs(minutes) > 14 * 60) return `${utc}Z`;
  const clock = [Math.trunc(Math.abs(minutes) / 60), Math.abs(minutes) % 60].map((each) => `${each}`.padStart(2, '0'));
  return `${local}${minutes < 0 ? '-' : '+'}${clock.join(':')}`;
}
