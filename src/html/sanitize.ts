import { allowed, attributes, blocks, names, unwrappedElements, withKnownElements } from './allowed-elements.js';
import { mailUrl } from './contact-url.js';
import { environment } from './environment.js';
import { linkTo, markPlaces, placesIn } from './same-page.js';
import { applyTypography } from './typography.js';
import { toHttpUrl } from './http-url.js';
import { isTrackingPixel } from './tracking-pixel.js';

/** How a piece of HTML is to be shown. */
export interface SanitizeOptions {
  /** URL that relative ones are resolved against. */
  base: string;
  /** URL of the feed: pictures that `iom-feed publish` has put beside it count from there. */
  feed?: string;
  /** URL of the page that the HTML is from. */
  page?: string;
  /** Level of the heading above it: headings inside go below. */
  headingLevel: number;
  /** BCP 47 tag of its text. */
  language?: string;
}

/**
 * Cleans HTML of a feed with the browser's own sanitizer, or with DOMPurify where there is none; a server brings its own.
 * All get the same list of what may stay. What is nothing to read goes, with its content.
 *
 * @param purify Cleans without the browser's sanitizer; for tests.
 * @returns Nodes that hold no script, no style, no id and no URL but of the web, mail and telephone.
 */
export async function cleanHtml(html: string, setting: SanitizeOptions, purify?: boolean): Promise<DocumentFragment> {
  const { document, sanitize = (purify ?? !cleansItself()) ? purifyHtml : sanitizeHtml } = environment;
  const root = await sanitize(withKnownElements(html), names, attributes);
  normalize(root, setting);
  return document.importNode(root, true);
}

let cleans: boolean | undefined;

/**
 * Whether the browser cleans as it is told. Some have another function of that name: that of Chromium 105 to 118 throws,
 * and one that takes no notice of our list would leave what must go.
 */
function cleansItself(): boolean {
  try {
    cleans ??= contentOf(sanitizeHtml('<p class="a" lang="b">c<button>d</button></p>')) === '<p lang="b">c</p>';
  } catch {
    cleans = false;
  }
  return cleans;
}

const contentOf = (fragment: DocumentFragment) => [...fragment.children].map(({ outerHTML }) => outerHTML).join();

/** In a document of its own, where pictures don't load before they are made to wait. */
function sanitizeHtml(html: string): DocumentFragment {
  const inert = document.implementation.createHTMLDocument('');
  const sanitizer = { elements: names, attributes };
  const body = inert.body as HTMLElement & { setHTML(html: string, options: object): void };
  body.setHTML(hideFromPolicy(html), { sanitizer });
  const fragment = inert.createDocumentFragment();
  fragment.append(...inert.body.childNodes);
  return restoreHidden(fragment);
}

/** Stands before what is hidden, until it is written as it was. */
const hidden = 'data-\ue000';

/**
 * Browsers report handlers, styles and bases to the policy of the page before a sanitizer drops them. Under another name,
 * a base as another element without content, they go in silence. Nothing depends on whether all are found: what is
 * written here is cleaned afterwards.
 */
const hideFromPolicy = (html: string): string =>
  html.replace(/<[a-z][^<]*/gi, (tag) =>
    tag.replace(/^<base(?=[\s/>])/i, '<wbr').replace(/([\s/"'])(on\w+|style)(?=\s*=)/gi, `$1${hidden}$2`),
  );

/** Writes text and values that only read like an attribute as they were. */
function restoreHidden(root: DocumentFragment): DocumentFragment {
  for (const element of root.querySelectorAll('*')) {
    for (const { name, value } of element.attributes) {
      if (value.includes(hidden)) element.setAttribute(name, value.replaceAll(hidden, ''));
    }
  }
  const texts = environment.document.createTreeWalker(root, 4 /* NodeFilter.SHOW_TEXT */);
  for (let text = texts.nextNode() as Text | null; text; text = texts.nextNode() as Text | null) {
    if (text.data.includes(hidden)) text.data = text.data.replaceAll(hidden, '');
  }
  return root;
}

async function purifyHtml(html: string): Promise<DocumentFragment> {
  const { default: DOMPurify } = await import('dompurify');
  const cleaned = DOMPurify.sanitize(hideFromPolicy(html), {
    ALLOWED_TAGS: [...names, '#text'],
    ALLOWED_ATTR: attributes,
    ALLOW_DATA_ATTR: false,
    ALLOW_ARIA_ATTR: false,
    KEEP_CONTENT: false,
    // Else what a text begins with may be taken for the head of a page.
    FORCE_BODY: true,
    RETURN_DOM_FRAGMENT: true,
  }) as DocumentFragment | null;
  // A frameset leaves no body to clean.
  return restoreHidden(cleaned ?? document.createDocumentFragment());
}

/** What the sanitizers leave to us: links, headings, pictures, tables, type. */
function normalize(root: DocumentFragment, setting: SanitizeOptions): void {
  const elements = [...root.querySelectorAll('*')];
  const links = markPlaces(root, setting.page);
  for (const element of elements) normalizeElement(element, setting, links);
  // What is unwrapped, and an entity on a server, parts a text.
  root.normalize();
  const texts = environment.document.createTreeWalker(root, 4 /* NodeFilter.SHOW_TEXT */);
  for (let text = texts.nextNode() as Text | null; text; text = texts.nextNode() as Text | null) {
    if (!text.parentElement?.closest('pre')) text.data = applyTypography(text.data, setting.language);
  }
  for (const paragraph of root.querySelectorAll('p, li, figure, h1, h2, h3, h4, h5, h6')) {
    if (!paragraph.textContent.trim() && !paragraph.querySelector('img, hr')) {
      paragraph.replaceWith(...placesIn(paragraph));
    }
  }
}

function normalizeElement(element: Element, setting: SanitizeOptions, links: ReadonlyMap<Element, string>): void {
  const { base, feed, page, headingLevel } = setting;
  const name = element.localName;
  if (unwrappedElements.includes(name)) {
    element.replaceWith(...element.childNodes);
    return;
  }
  if (blocks.includes(name)) {
    // What can be unfolded is open: on paper nobody can.
    if (name === 'summary') element.replaceChildren(emphasize(element));
    if (
      element.querySelector(`p, ul, ol, dl, table, figure, blockquote, pre, h1, h2, h3, h4, h5, h6, ${blocks.join()}`)
    ) {
      element.replaceWith(...element.childNodes);
    } else rename(element, 'p');
    return;
  }
  for (const { name: attribute } of [...element.attributes]) {
    if (!allowed[name]?.includes(attribute) && !['lang', 'dir'].includes(attribute)) element.removeAttribute(attribute);
  }
  const place = links.get(element);
  if (place !== undefined) linkTo(element, place, page);
  else if (name === 'a') normalizeLink(element, base);
  else if (name === 'img') normalizePicture(element, base, feed);
  else if (name === 'table') {
    const scroller = element.ownerDocument.createElement('div');
    scroller.className = 'scroller';
    scroller.tabIndex = 0;
    element.replaceWith(scroller);
    scroller.append(element);
  } else if (/^h[1-6]$/.test(name)) {
    rename(element, `h${Math.min(6, headingLevel + Math.max(1, Number(name[1]) - 1))}`);
  }
}

function normalizeLink(link: Element, base: string) {
  const href = link.getAttribute('href')?.trim() ?? '';
  const url = /^mailto:/i.test(href) ? mailOf(href) : /^tel:/i.test(href) ? telOf(href) : toHttpUrl(href, base);
  // What leads to another place of the same page, but to none of this text, leads nowhere.
  if (url && href && !href.startsWith('#')) {
    link.setAttribute('href', url);
    nameHost(link, url);
  } else link.replaceWith(...link.childNodes);
}

/** One address, with a subject and a text if need be; nothing that sends it to others. */
function mailOf(href: string): string | undefined {
  const [, address, query = ''] = /^mailto:([^?]*)(?:\?(.*))?$/is.exec(href) ?? [];
  const url = address && mailUrl(decode(address));
  const fields = query.split('&').filter(Boolean);
  const kept = fields.flatMap((field) => {
    const [, name, value] = /^(subject|body)=(.*)$/is.exec(field.replace(/^amp;/, '')) ?? [];
    return name && decode(value) ? `${name.toLowerCase()}=${encodeURIComponent(decode(value))}` : [];
  });
  return url && kept.length === fields.length ? [url, kept.join('&')].filter(Boolean).join('?') : undefined;
}

/** A number as people write it, with blanks in it. */
function telOf(href: string): string | undefined {
  const number = decode(href.slice(4)).replace(/[\s\u00a0]/g, '');
  return /^\+?[\d.()/-]+(;ext=\d+)?$/.test(number) ? `tel:${number.replaceAll('/', '')}` : undefined;
}

/** A text that reads like an address of the web: with its beginning, or with an end that no file has. */
const address =
  /^(?:https?:\/\/|(?=www\.)|(?=[^\s/]+\.(?:int|org|com|net|gov|edu|info|[a-z]{2})(?:[/?#]|$)))([^\s/?#@:]+\.[^\s/?#@:]+)/i;

/**
 * Where the text of a link reads like another host than the link leads to, or the host has letters that look like others,
 * the host stands behind it, as browsers write it: `іom.example (xn--om-yla.example)`.
 */
function nameHost(link: Element, url: string) {
  const { hostname } = new URL(url);
  const [, read] = address.exec(link.textContent.trim()) ?? [];
  const isOther = hostname && read && toHttpUrl(`https://${bare(read)}`, url) !== `https://${bare(hostname)}/`;
  if (!isOther && !/(^|\.)xn--/.test(hostname)) return;
  const host = link.ownerDocument.createElement('bdi');
  host.textContent = `(${hostname})`;
  link.append(' ', host);
}

const bare = (host: string) => host.replace(/^www\./i, '');

/** The names that `iom-feed publish` gives to pictures; in a feed without an address of its own they are relative to it. */
const published = /^(\.\.\/)*images\/[a-z0-9-]+-[0-9a-f]{8}(-\d+\.webp|\.svg)$/;

function normalizePicture(picture: Element, base: string, feed = base) {
  const source = picture.getAttribute('src') ?? '';
  const url = source && toHttpUrl(source, published.test(source) ? feed : base);
  if (!url || isTrackingPixel(url, picture.getAttribute('width'), picture.getAttribute('height'))) {
    picture.remove();
    return;
  }
  picture.setAttribute('src', url);
  picture.setAttribute('alt', picture.getAttribute('alt') ?? '');
  picture.setAttribute('loading', 'lazy');
  picture.setAttribute('decoding', 'async');
}

function rename(element: Element, name: string): void {
  const other = element.ownerDocument.createElement(name);
  for (const { name: attribute, value } of element.attributes) {
    if (['lang', 'dir'].includes(attribute)) other.setAttribute(attribute, value);
  }
  other.append(...element.childNodes);
  element.replaceWith(other);
}

function emphasize(element: Element): Element {
  const strong = element.ownerDocument.createElement('strong');
  strong.append(...element.childNodes);
  return strong;
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return '';
  }
}
