import { parseHTML } from 'linkedom';

/** Blocks that hold no other block are the paragraphs of a text. */
const blockNames =
  'p,li,dt,dd,h1,h2,h3,h4,h5,h6,blockquote,pre,address,figure,figcaption,td,th,div,section,article,aside,header,footer,main,center,ul,ol,dl,table,tbody,thead,tr';
const blocks = new Set(blockNames.split(','));

const [ELEMENT, TEXT] = [1, 3]; // Node.ELEMENT_NODE, Node.TEXT_NODE

/** Parses a piece of HTML into the body of a document of its own. Nothing in it runs, nothing is fetched. */
export function parseFragment(html: string): HTMLElement {
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

/** The text of a block, with a line end for each `<br>`, of which stretches can be taken out of the block. */
export class BlockText {
  text = '';
  /** Where each character comes from: a text, a line break, or the address of a link. */
  readonly #nodes: (Node | undefined)[] = [];
  readonly #offsets: number[] = [];

  constructor(readonly block: Element) {
    this.#read(block);
  }

  /** Takes out a stretch. Elements that are left empty go, the block itself too. */
  delete(start: number, end: number): void {
    const stretches = new Map<Node, Set<number>>();
    for (let index = start; index < end; index++) {
      const node = this.#nodes[index];
      if (node) stretches.set(node, (stretches.get(node) ?? new Set()).add(this.#offsets[index]));
    }
    for (const [node, gone] of stretches) {
      if (node.nodeType !== TEXT) (node as Element).remove();
      else
        node.textContent = node
          .textContent!.split('')
          .filter((_, index) => !gone.has(index))
          .join('');
    }
    for (const element of [...this.block.querySelectorAll('*')].reverse()) if (isEmpty(element)) element.remove();
    if (isEmpty(this.block)) this.block.remove();
  }

  #read(node: Node): void {
    for (const child of node.childNodes) {
      if (child.nodeType === TEXT) this.#readText(child as Text);
      else if ((child as Element).localName === 'br') this.#add('\n', child);
      else if (child.nodeType === ELEMENT) {
        this.#read(child);
        this.#addAddress(child as Element);
      }
    }
  }

  #readText(node: Text): void {
    for (let index = 0; index < node.data.length; index++) {
      const sign = /\s/.test(node.data[index]) ? ' ' : node.data[index];
      if (sign !== ' ' || !/[ \n]$/.test(this.text)) this.#add(sign, node, index);
    }
  }

  /** The address that a link leads to, where its text says something else. */
  #addAddress(link: Element): void {
    const [, address] = /^mailto:([^?]+)/i.exec(link.getAttribute('href') ?? '') ?? [];
    if (address && !link.textContent?.includes(address)) for (const sign of ` ${address} `) this.#add(sign);
  }

  #add(sign: string, node?: Node, offset = 0): void {
    this.text += sign;
    this.#nodes.push(node);
    this.#offsets.push(offset);
  }
}

const isEmpty = (element: Element) =>
  !element.textContent?.trim() && !/^(?:br|img|hr)$/.test(element.localName) && !element.querySelector('img');
