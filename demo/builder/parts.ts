// A publication has a feed for each part: the lines name the smallest one that holds what the element shows.
import { fetchText } from '../../src/feed/load/fetch.js';
import { primarySubtag } from '../../src/i18n/locale.js';
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

/** A page of plain HTML with the news of a language, as `index.json` says it. */
export interface TextPage {
  url: string;
  /** BCP 47. */
  language?: string;
}

/** What a publication has beside the whole feed. */
export interface Publication {
  parts: readonly Part[];
  texts: readonly TextPage[];
}

const nothing: Publication = { parts: [], texts: [] };

const whole = /(^|\/)feed\.json$/;

/**
 * What there is in the publication that a feed is the whole of; nothing where it is no publication, or an older one.
 *
 * @param url Absolute address of the feed.
 */
export async function fetchPublication(url: string, signal: AbortSignal): Promise<Publication> {
  if (!whole.test(url)) return nothing;
  try {
    const folder = new URL('.', url).href;
    const index = JSON.parse(await fetchText(`${folder}index.json`, signal)) as Publication;
    const parts = index.parts.flatMap((part) => {
      const { href } = new URL(part.url, folder);
      return href.startsWith(folder) ? { ...part, url: href.slice(folder.length) } : [];
    });
    const texts = (index.texts ?? []).flatMap((page) => {
      const { href } = new URL(page.url, folder);
      return href.startsWith(folder) ? { ...page, url: href } : [];
    });
    return { parts, texts };
  } catch {
    signal.throwIfAborted();
    return nothing;
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

/** Elements of which the pages of plain HTML have all there is. */
const inText = ['news-feed', 'press-release', 'press-contact'];

/** What the link to a page of plain HTML is called. */
const textNames: Record<string, string> = {
  ar: 'نسخة نصية',
  en: 'Text version',
  es: 'Versión de solo texto',
  fr: 'Version texte',
  ru: 'Текстовая версия',
  zh: '纯文本版',
};

/** The link to the page of plain HTML in a language, for weak lines and browsers without script. */
export function textLink({ element }: Choice, texts: readonly TextPage[], language: string) {
  const own = primarySubtag(language);
  const page = texts.find((text) => text.language && primarySubtag(text.language) === own) ?? texts[0];
  if (!page || !inText.includes(element)) return undefined;
  return textNames[own] ? { href: page.url, text: textNames[own] } : { href: page.url, text: textNames.en, lang: 'en' };
}

const parts: Record<string, string> = {
  'org-chart': 'organization',
  'site-menu': 'menu',
  about: 'about',
  'key-figures': 'figures',
  'office-map': 'offices',
  'sdg-grid': 'goals',
};
