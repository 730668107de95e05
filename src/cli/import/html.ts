import { parseHTML } from 'linkedom';

/** Blocks that hold no other block are the paragraphs of a text. */
const blockNames =
  'p,li,dt,dd,h1,h2,h3,h4,h5,h6,blockquote,pre,address,figure,figcaption,td,th,div,section,article,aside,header,footer,main,center,ul,ol,dl,table,tbody,thead,tr';
const blocks = new Set(blockNames.split(','));

const ELEMENT = 1; // Node.ELEMENT_NODE

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

/** Parses a piece of HTML into the body of a document of its own. Nothing in it runs, nothing is fetched. */
export function parseFragment(html: string): HTMLElement {
  refuseDepth(html);
  const { document } = parseHTML('<!doctype html><html><head></head><body></body></html>');
  document.body.innerHTML = html;
  return document.body;
}

/** Text of what may hold tags and entities, as titles do; white space is joined. */
export const plainText = (html: string): string =>
  (/[<&]/.test(html) ? (parseFragment(html).textContent ?? '') : html).replace(/\s+/g, ' ').trim();

/** Text in which entities are left: they were encoded twice. */
export const isEncodedTwice = (text: string): boolean =>
  /&(?:amp|lt|gt|quot|nbsp|#\d{2,6}|#x[\da-f]{2,5}|[a-z]{2,8});/i.test(text);

export const escapeHtml = (text: string): string =>
  text.replace(/[&<>]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;' })[sign]!);

/** Takes out what no reader gets to see: scripts, styles, comments, and attributes that belong to the page it came from. */
export function tidy(body: HTMLElement): void {
  for (const element of [...body.querySelectorAll('script,style,link,meta,noscript,template')]) element.remove();
  const walker = body.ownerDocument.createTreeWalker(body, 128 /* NodeFilter.SHOW_COMMENT */);
  const comments: Node[] = [];
  for (let each = walker.nextNode(); each; each = walker.nextNode()) comments.push(each);
  for (const each of comments) each.parentNode!.removeChild(each);
  for (const element of [...body.querySelectorAll('*')]) {
    for (const { name } of [...element.attributes]) {
      if (/^(?:on|data-|aria-|style$|class$|id$|srcset$|sizes$|loading$|decoding$|fetchpriority$|role$)/i.test(name)) {
        element.removeAttribute(name);
      }
    }
  }
}

/** Makes relative links absolute. @returns Those that stay relative because there is no base. */
export function resolveLinks(body: HTMLElement, base: string | undefined): string[] {
  const left: string[] = [];
  for (const [selector, name] of [
    ['[href]', 'href'],
    ['[src]', 'src'],
  ] as const) {
    for (const element of [...body.querySelectorAll(selector)]) {
      const written = element.getAttribute(name)!;
      const url = resolved(written, base);
      if (url) element.setAttribute(name, url);
      else if (!/^(?:#|[a-z][a-z\d+.-]*:)/i.test(written.trim())) left.push(written);
    }
  }
  return left;
}

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
    const last = run.filter((each) => each.nodeType === ELEMENT || each.textContent?.trim()).at(-1) as
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

/** The paragraphs of a text, in its order. */
export const paragraphsIn = (body: Element): Element[] =>
  [...body.querySelectorAll(blockNames)].filter((block) => !block.querySelector(blockNames));
