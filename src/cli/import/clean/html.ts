import { parseHTML } from 'linkedom';
import { parseFragment as parseMarkup, serialize, type DefaultTreeAdapterTypes } from 'parse5';

/** Blocks that hold no other block are the paragraphs of a text. */
const blocks = new Set(
  'p,li,dt,dd,h1,h2,h3,h4,h5,h6,blockquote,pre,address,figure,figcaption,td,th,div,section,article,aside,header,footer,main,center,ul,ol,dl,table,tbody,thead,tr'.split(
    ',',
  ),
);

const [ELEMENT, COMMENT] = [1, 8]; // Node.ELEMENT_NODE, Node.COMMENT_NODE

const unnested =
  /^(?:area|base|br|col|embed|hr|img|input|link|meta|param|source|track|wbr|p|li|dt|dd|td|th|tr|option|thead|tbody|tfoot|colgroup)$/i;
/** How deep tags may be nested. Pages stay below 60; what reads them takes minutes for some hundreds. */
const deepest = 200;

/** @throws {Error} Where tags are nested deeper than any page has them. */
export function refuseDepth(markup: string): void {
  const open: string[] = [];
  const tags = markup
    .replace(/<!--.*?-->|<(script|style)[\s>].*?<\/\1\s*>/gis, '')
    .matchAll(/<(\/?)([a-z][\w:-]*)(?:[^<>]*[^<>/])?>/gi);
  for (const [, closing, name] of tags) {
    if (unnested.test(name)) continue;
    if (!closing) open.push(name);
    else if (open.includes(name)) open.length = open.lastIndexOf(name);
    if (open.length > deepest) throw new Error(`its tags are nested more than ${deepest} deep`);
  }
}

/** All pieces belong to one document: to make one takes longer than to parse most texts. */
const { document } = parseHTML('<!doctype html><html><head></head><body></body></html>');

/** Parses a piece of HTML into a body of its own. Nothing in it runs, nothing is fetched. */
export function parseFragment(html: string): HTMLElement {
  refuseDepth(html);
  const body = document.createElement('body');
  // The parser fails where a document begins inside of another.
  body.innerHTML = html.replace(/<!doctype[^>]*>/gi, '');
  return body;
}

/** All elements below one, in the order of the document. Faster than a selector, which is parsed each time. */
export function elementsIn(root: Element): Element[] {
  const matches: Element[] = [];
  const visit = (parent: Element) => {
    for (let entry = parent.firstElementChild; entry; entry = entry.nextElementSibling) {
      matches.push(entry);
      visit(entry);
    }
  };
  visit(root);
  return matches;
}

/** HTML as browsers read it: every tag closed, none where it can't be. */
export function wellFormed(html: string): string {
  const once = serialize(parseMarkup(html));
  // What is taken out of a table or of a link may stand otherwise the second time.
  return once === html ? html : serialize(parseMarkup(once));
}

/** Text of what may hold tags and entities, as titles do; white space is joined. */
export const plainText = (html: string): string =>
  (/[<&]/.test(html) ? textOf(parseMarkup(html)) : html).replace(/\s+/g, ' ').trim();

function textOf(node: DefaultTreeAdapterTypes.Node): string {
  if ('value' in node) return node.value;
  return 'childNodes' in node ? node.childNodes.map(textOf).join('') : '';
}

/** Text in which signs may be written as references; an `&` of an address, as in `?a=1&copy=2`, begins none. */
export const decodeReferences = (text: string): string =>
  text.replace(/&#?\w+;/g, (reference) => textOf(parseMarkup(reference)));

/** Text in which entities are left: they were encoded twice. */
export const isEncodedTwice = (text: string): boolean =>
  /&(?:amp|lt|gt|quot|nbsp|#\d{2,6}|#x[\da-f]{2,5}|[a-z]{2,8});/i.test(text);

/** Takes out what no reader gets to see: scripts, styles, comments, and attributes that belong to the page it came from. */
export function tidy(body: HTMLElement): void {
  const comments: Node[] = [];
  const visit = (parent: Node) => {
    for (let entry = parent.firstChild; entry; entry = entry.nextSibling) {
      if (entry.nodeType === COMMENT) comments.push(entry);
      else if (entry.nodeType === ELEMENT) visit(entry);
    }
  };
  visit(body);
  for (const entry of comments) entry.parentNode!.removeChild(entry);
  for (const element of elementsIn(body)) {
    if (/^(?:script|style|link|meta|noscript|template)$/.test(element.localName)) element.remove();
    else if (element.attributes.length) {
      for (const { name } of [...element.attributes]) if (ofPage.test(name)) element.removeAttribute(name);
    }
  }
}

const ofPage =
  /^(?:on|data-|aria-|xml|style$|class$|id$|srcset$|sizes$|loading$|decoding$|fetchpriority$|role$)|[^a-z\d-]/i;

/** Makes relative links absolute. @returns Those that stay relative because there is no base. */
export function resolveLinks(body: HTMLElement, base: string | undefined): string[] {
  const left: string[] = [];
  for (const element of elementsIn(body)) {
    for (const name of ['href', 'src']) {
      const written = element.getAttribute(name);
      if (written === null || written.startsWith('#')) continue;
      const url = resolved(written, base);
      if (url) element.setAttribute(name, url);
      else if (!/^[a-z][a-z\d+.-]*:/i.test(written.trim())) left.push(written);
    }
  }
  return left;
}

/**
 * An address of the web as it may stand in a feed: absolute, or relative where there is no base.
 *
 * @returns Undefined for what is none.
 */
export function webAddress(written: string | undefined, base: string | undefined): string | undefined {
  const text = written?.trim();
  if (!text) return undefined;
  const url = resolved(text, base);
  if (url) return /^https?:/.test(url) ? url : undefined;
  const within = resolved(text, nowhere);
  if (!within?.startsWith(nowhere)) return within && /^https?:/.test(within) ? within : undefined;
  // A URL can't lead above its base: a file beside others can.
  const [above] = /^(?:\.\.?\/)*/.exec(text)!;
  const folders = above.split('/').filter((step) => step === '..');
  return text.startsWith('/')
    ? within.slice(nowhere.length - 1)
    : folders.map((step) => `${step}/`).join('') + within.slice(nowhere.length);
}

/** Stands for a base that isn't known. */
const nowhere = 'https://base.invalid/';

/** An absolute URL; undefined where there is no base to make it one. */
export function resolved(url: string, base: string | undefined): string | undefined {
  try {
    return new URL(url.trim(), base).href;
  } catch {
    return undefined;
  }
}

/** Puts text that stands loose between blocks, parted by two line breaks, into paragraphs of its own. */
export function wrapLooseText(container: Element): void {
  const { ownerDocument } = container;
  let run: Node[] = [];
  const close = () => {
    const filled = run.some((node) => node.textContent?.trim() || (node as Element).localName === 'img');
    if (filled) {
      const paragraph = ownerDocument.createElement('p');
      run[0].parentNode!.insertBefore(paragraph, run[0]);
      paragraph.append(...run);
    } else for (const node of run) node.parentNode!.removeChild(node);
    run = [];
  };
  for (const node of [...container.childNodes]) {
    const name = (node as Element).localName ?? '';
    const last = run.filter((entry) => entry.nodeType === ELEMENT || entry.textContent?.trim()).at(-1) as
      Element | undefined;
    if (blocks.has(name)) {
      close();
      if (/^(?:div|section|article|main|center)$/.test(name)) wrapLooseText(node as Element);
    } else if (name === 'br' && last?.localName === 'br') {
      close();
      (node as Element).remove();
    } else run.push(node);
  }
  // A block that holds nothing but text is a paragraph already.
  if (container.localName === 'body' || [...container.children].some(({ localName }) => blocks.has(localName))) close();
}

/** The paragraphs of a text, in its order: blocks that hold no other. */
export function paragraphsIn(body: Element): Element[] {
  const matches: Element[] = [];
  const visit = (parent: Element): boolean => {
    let holdsBlocks = false;
    for (let entry = parent.firstElementChild; entry; entry = entry.nextElementSibling) {
      const isBlock = blocks.has(entry.localName);
      const inside = visit(entry);
      if (isBlock && !inside) matches.push(entry);
      if (isBlock || inside) holdsBlocks = true;
    }
    return holdsBlocks;
  };
  visit(body);
  return matches;
}
