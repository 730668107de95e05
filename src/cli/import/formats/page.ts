import { Readability } from '@mozilla/readability';
import { parseHTML } from 'linkedom';
import type { Draft, ImportOptions } from '../draft.js';
import { excerpt } from '../../diagnostics.js';
import { errorTitleOf } from '../lexicon/error-pages.js';
import { plainText, refuseDepth, resolved } from '../clean/html.js';
import type { Source } from '../source.js';
import { authorIn } from '../extract/byline.js';
import { toItem, type Story } from '../extract/story.js';

/** Letters that make an article; less is a menu or a notice. */
const minLength = 100;
/** Letters beside the fields of a page to sign in. */
const longestForm = 600;

/** Reads a page that was saved or fetched: the article in it, and what its head says about it. */
export function parsePage(source: Source, options: ImportOptions): Draft {
  const { text, notes, lines } = source;
  refuseDepth(text);
  const { document } = parseHTML(text);
  const meta = (...names: string[]) =>
    names
      .map((name) =>
        document
          .querySelector(`meta[property="${name}"], meta[name="${name}"], meta[itemprop="${name}"]`)
          ?.getAttribute('content')
          ?.trim(),
      )
      .find(Boolean);
  const attribute = (selector: string, name: string) =>
    document.querySelector(selector)?.getAttribute(name)?.trim() || undefined;

  const written = attribute('link[rel="canonical"]', 'href') ?? meta('og:url');
  const base =
    resolved(attribute('base[href]', 'href') ?? written ?? '', options.base ?? source.url) ??
    options.base ??
    source.url;
  const described = describedIn(document);
  const translations = [...document.querySelectorAll('link[rel="alternate"][hreflang]')].flatMap((link) => {
    const [language, url] = [link.getAttribute('hreflang') ?? '', resolved(link.getAttribute('href') ?? '', base)];
    return url && language !== 'x-default' && url !== resolved(written ?? '', base) ? [{ language, url }] : [];
  });
  const tags = [...document.querySelectorAll('meta[property="article:tag"]')].map(
    (tag) => tag.getAttribute('content') ?? '',
  );
  const heading = document.querySelector('article h1, main h1, h1')?.innerHTML;
  const pageTitle = document.title;
  const feed = attribute(
    'link[rel="alternate"][type="application/rss+xml"], link[rel="alternate"][type="application/atom+xml"], link[rel="alternate"][type="application/feed+json"]',
    'href',
  );
  const language = attribute('html', 'lang');
  const image = meta('og:image', 'twitter:image') ?? described.image;
  const [width, height] = [Number(meta('og:image:width')), Number(meta('og:image:height'))];
  const alt = meta('og:image:alt', 'twitter:image:alt');

  const head: Omit<Story, 'lineOf'> = {
    url: written ?? source.url,
    title: described.title ?? heading ?? meta('og:title', 'twitter:title') ?? pageTitle,
    summary: meta('og:description', 'description') ?? described.summary,
    published:
      described.published ??
      meta('article:published_time', 'datePublished', 'dcterms.created', 'DC.date') ??
      attribute('time[datetime]', 'datetime'),
    modified: described.modified ?? meta('article:modified_time', 'dateModified'),
    language,
    tags: tags.length ? tags : described.tags,
    images: image ? [{ url: image, ...(alt && { alt }), ...(width && { width }), ...(height && { height }) }] : [],
    translations,
    authors: described.authors ?? [authorIn(meta('author', 'article:author', 'dcterms.creator', 'DC.creator') ?? '')],
  };
  const site = meta('og:site_name');
  // Readability takes the document apart, so it comes last.
  const asksForPassword = !!document.querySelector('input[type="password"]');
  const headings = [pageTitle, ...[...document.querySelectorAll('h1, h2')].map(({ textContent }) => textContent ?? '')];
  const article = new Readability(document, { charThreshold: minLength }).parse();
  const said = plainText(article?.content ?? '');
  const error = errorTitleOf(headings.slice(0, 3), said);
  if (error) {
    const fix = source.url ? 'open the address in a browser; if it is right, try again later' : 'save the page again';
    notes.add('error', undefined, `it is a page that says ${excerpt(error)}, not what was asked for`, fix);
    return { items: [], _iom: {} };
  }
  if (asksForPassword && said.length < longestForm) {
    notes.add('error', undefined, 'it asks for a password', 'give an address that may be read without signing in');
    return { items: [], _iom: {} };
  }
  if (!article?.content || said.length < minLength) {
    const fix = feed
      ? `import its feed instead: ${resolved(feed, base) ?? feed}`
      : 'save the page of one article, or give its text';
    notes.add('error', undefined, 'there is no article on this page', fix);
    return { items: [], _iom: {} };
  }
  const lineOf: Story['lineOf'] = (piece) => lines.find(piece ?? plainText(head.title ?? ''));
  const { item, contacts } = toItem(
    {
      ...head,
      authors: head.authors?.some(Boolean) ? head.authors : [authorIn(article.byline ?? '')],
      html: withoutHeading(article.content, plainText(head.title ?? '')),
      lineOf,
    },
    source,
    options,
    base,
  );
  return { ...(site && { title: site }), items: [item], _iom: { contacts } };
}

/** The article without the boxes around it and without its title, which stands in the item. */
function withoutHeading(html: string, title: string): string {
  const { document } = parseHTML(`<!doctype html><html><body>${html}</body></html>`);
  let root: Element = document.body;
  while (root.children.length === 1 && /^(?:div|article|section|main)$/.test(root.children[0].localName))
    [root] = root.children;
  const [first] = root.querySelectorAll('h1, h2');
  if (first && plainText(first.innerHTML) === title) first.remove();
  return root.innerHTML;
}

interface Described {
  title?: string;
  summary?: string;
  published?: string;
  modified?: string;
  image?: string;
  tags?: string[];
  authors?: string[];
}

/** What JSON-LD says of a NewsArticle, Article or the like (https://schema.org/Article). */
function describedIn(document: { querySelectorAll(selector: string): Iterable<Element> }): Described {
  for (const script of document.querySelectorAll('script[type="application/ld+json"]')) {
    let value: unknown;
    try {
      value = JSON.parse(script.textContent ?? '');
    } catch {
      continue; // Broken ones are common, and the rest of the head says the same.
    }
    const graph = (Object(value) as { '@graph'?: unknown })['@graph'];
    for (const entry of [graph ?? value].flat() as Record<string, unknown>[]) {
      if (!/Article|Posting|Report/.test(String(entry?.['@type']))) continue;
      const picture = [entry.image].flat()[0];
      const words = entry.keywords;
      const authors = [entry.author].flat().flatMap((author) => nameOf(author) ?? []);
      return {
        title: textOf(entry.headline),
        summary: textOf(entry.description),
        published: textOf(entry.datePublished),
        modified: textOf(entry.dateModified),
        image: textOf(picture) ?? textOf((Object(picture) as { url?: unknown }).url),
        tags: (typeof words === 'string' ? words.split(',') : [words].flat()).flatMap((word) => textOf(word) ?? []),
        ...(authors.length && { authors }),
      };
    }
  }
  return {};
}

/** The name of a person; that of the site itself is no author. */
function nameOf(value: unknown): string | undefined {
  const { name, '@type': type } = Object(value) as { name?: unknown; '@type'?: unknown };
  return textOf(value) ?? (/Organi[sz]ation/.test(String(type)) ? undefined : textOf(name));
}

const textOf = (value: unknown) => (typeof value === 'string' && value.trim() ? value.trim() : undefined);
