// A publication has a feed for each part: the lines name the smallest one that holds what the element shows.
import { fetchText } from '../../src/feed/load/fetch.js';
import type { Choice } from './choice.js';

/** One feed of a publication, as its `index.json` says it. */
export interface Part {
  /** From the folder of the publication. */
  url: string;
  /** What it holds, such as `contacts`. */
  part: string;
  /** `id` of the section, or of the item. */
  value?: string;
  /** How many items a light list has. */
  items?: number;
}

const whole = /(^|\/)feed\.json$/;

/**
 * The parts of the publication that a feed is the whole of; none where it is no publication, or one without parts.
 *
 * @param url Absolute address of the feed.
 */
export async function fetchParts(url: string, signal: AbortSignal): Promise<Part[]> {
  if (!whole.test(url)) return [];
  try {
    const folder = new URL('.', url).href;
    const { parts } = JSON.parse(await fetchText(`${folder}index.json`, signal)) as { parts: Part[] };
    return parts.flatMap((part) => {
      const { href } = new URL(part.url, folder);
      return href.startsWith(folder) ? { ...part, url: href.slice(folder.length) } : [];
    });
  } catch {
    signal.throwIfAborted();
    return [];
  }
}

/** The address to write for an element: of a part where that is enough, else of the whole feed. */
export function smallestSrc({ element, src, attributes }: Choice, parts: readonly Part[]): string {
  const [part, value] = wanted(element, attributes);
  const match = parts.find((entry) => entry.part === part && (value === undefined || entry.value === value));
  const isEnough = match && !(Number(attributes.limit) > (match.items ?? Infinity));
  return isEnough ? src.replace(whole, `$1${match.url.replaceAll('$', '$$$$')}`) : src;
}

/** Which part an element shows, and of which section or item; an empty one for what needs all items. */
function wanted(element: string, attributes: Choice['attributes']): [part: string, value?: string] {
  const item = attributes['item-id'];
  switch (element) {
    case 'news-feed':
      return [['tags', 'countries', 'kind', 'search', 'controls'].some((name) => attributes[name]) ? '' : 'news'];
    case 'press-release':
      return item ? ['item', item] : ['release'];
    case 'press-contact':
      return item ? ['item', item] : ['contacts'];
    case 'link-cards':
      return attributes.section ? ['section', attributes.section] : ['sections'];
    default:
      return [parts[element] ?? ''];
  }
}

const parts: Record<string, string> = {
  'org-chart': 'organization',
  'site-menu': 'menu',
  about: 'about',
  'key-figures': 'figures',
  'office-map': 'offices',
  'sdg-grid': 'goals',
};
