/**
 * Whether what stands in a page is what the browser would draw. Minifiers, caches and CDNs change HTML between a server
 * and its readers: they take comments away, hide addresses, exchange pictures, add attributes.
 */

import { isNoted } from '../../i18n/noted.js';

/** Attributes that are a reader's, or that elements set for themselves by script. */
const others = new Set(['open', 'style']);

/**
 * Compares, and corrects attributes and texts that are not as they should be.
 *
 * @param actual What came with the page.
 * @param expected What the browser has drawn aside.
 * @returns False where other elements or texts stand there: then only drawing anew helps.
 */
export function correct(actual: Node, expected: Node): boolean {
  const [there, wanted] = [sort(actual), sort(expected)];
  if (there.elements.length !== wanted.elements.length) return false;
  const isSame = wanted.elements.every((element, index) => {
    const other = there.elements[index];
    if (other.nodeName !== element.nodeName) return false;
    correctAttributes(other, element);
    // What a browser does not draw itself is the server's, and so are days in words, which browsers write differently.
    return isForeign(element) || element.matches('time,[data-kept]') || correct(other, element);
  });
  return isSame && wanted.runs.every((run, index) => correctTexts(there.runs[index], run, there.elements[index - 1]));
}

/** Elements inside a node, and the texts before, between and after them. */
function sort({ childNodes }: Node): { elements: Element[]; runs: Text[][] } {
  const elements: Element[] = [];
  const runs: Text[][] = [[]];
  for (const node of childNodes) {
    if (node instanceof Element) {
      if (!node.matches('style, link')) runs[elements.push(node)] = [];
    } else if (node instanceof Text) runs.at(-1)!.push(node);
  }
  return { elements, runs };
}

function correctAttributes(actual: Element, expected: Element) {
  // A name that the server has written stays, and so does its language: the browser may have had to write it in English.
  const isName = isNoted(expected.textContent);
  for (const { name, value } of expected.attributes) {
    if (others.has(name) || (isName && name === 'lang')) continue;
    if (actual.getAttribute(name) !== value) actual.setAttribute(name, value);
  }
  // A server adds some of its own to an element that has a feed handed on.
  if (isForeign(expected)) return;
  for (const { name } of [...actual.attributes]) {
    if (name !== 'open' && !expected.hasAttribute(name)) actual.removeAttribute(name);
  }
}

/** @param before The element that the texts follow. */
function correctTexts(actual: Text[], expected: Text[], before?: Element): boolean {
  const [there, wanted] = [actual, expected].map((texts) => texts.filter(isWord));
  if (there.length !== wanted.length) return false;
  wanted.forEach(({ data }, index) => {
    if (squeeze(there[index].data) !== squeeze(data) && !isNoted(data)) there[index].data = data;
  });
  // Blanks part words that elements stand around.
  for (const place of gaps(expected)) {
    if (!gaps(actual).has(place)) (place ? there[place - 1] : before)?.after(' ');
  }
  return true;
}

/** After how many words there are blanks. */
function gaps(texts: readonly Text[]): Set<number> {
  let words = 0;
  return new Set(texts.flatMap((text) => (isWord(text) ? (words++, []) : text.data ? words : [])));
}

const isForeign = ({ localName }: Element) => localName.includes('-');
const isWord = ({ data }: Text) => /\S/.test(data);
/** A no-break space is not one of the blanks that a minifier may put in place of others. */
const squeeze = (text: string) => text.replace(/[ \t\n\r\f]+/g, ' ');

/** What Lit keeps of what it has drawn, by the names that its packages share. */
interface Part {
  _$AH?: unknown;
}
interface Instance {
  _$AV: Part[];
  _$AD: { parts: unknown[] };
}

/** Whether Lit has found all places in a page that it is going to change: without comments it doesn't. */
export function isWhole(part: Part | undefined): boolean {
  const content = part?._$AH;
  if (Array.isArray(content)) return content.every(isWhole);
  const { _$AV: parts, _$AD: template } = Object(content) as Partial<Instance>;
  return !parts || (parts.length === template!.parts.length && parts.every(isWhole));
}

/** What an optimizer has done, and where that is switched off; undefined where it is not known. */
export function explain(root: ParentNode): string | undefined {
  if (root.querySelector('[data-cfemail],[href*="/cdn-cgi/l/email-protection"]')) {
    return 'a CDN has hidden e-mail addresses in it. Turn that off for this page (Cloudflare: Email Address Obfuscation).';
  }
  if (root.querySelector('img:is([data-src],[data-lazy-src],[data-srcset]),picture,noscript')) {
    return 'a plugin has replaced its pictures. Exclude this element from lazy loading and from WebP conversion.';
  }
  const comments = document.createTreeWalker(root, NodeFilter.SHOW_COMMENT);
  return comments.nextNode()
    ? undefined
    : 'a minifier or a cache has removed its comments. Make it keep HTML comments (Autoptimize: “Keep HTML comments?”), or exclude this page.';
}
