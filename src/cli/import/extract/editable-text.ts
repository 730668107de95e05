import { elementsIn } from '../clean/html.js';
import { classify } from './classify-contact.js';

const [ELEMENT, TEXT] = [1, 3]; // Node.ELEMENT_NODE, Node.TEXT_NODE

/** The text of a block, with a line end for each `<br>`, of which stretches can be taken out of the block. */
export class EditableText {
  text = '';
  /** Where each character comes from: a text, a line break, or a link that stands for its address. */
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
    if (start === 0) trimStart(this.block);
    for (const element of elementsIn(this.block).reverse()) if (isEmpty(element)) element.remove();
    if (isEmpty(this.block)) this.block.remove();
  }

  #read(node: Node): void {
    for (const child of node.childNodes) {
      if (child.nodeType === TEXT) this.#readText(child as Text);
      else if ((child as Element).localName === 'br') this.#add('\n', child);
      else if (child.nodeType === ELEMENT) {
        this.#readElement(child as Element);
      }
    }
  }

  #readText(node: Text): void {
    for (let index = 0; index < node.data.length; index++) {
      const sign = /\s/.test(node.data[index]) ? ' ' : node.data[index];
      if (sign !== ' ' || !/[ \n]$/.test(this.text)) this.#add(sign, node, index);
    }
  }

  /** A link to an address counts for the address: alone, where its text is but an invitation such as `write to us`. */
  #readElement(element: Element): void {
    const [, address] = /^mailto:([^?]+)/i.exec(element.getAttribute('href') ?? '') ?? [];
    const text = element.textContent?.trim() ?? '';
    if (!address || classify(text) || text.includes(address)) this.#read(element);
    if (address && !text.includes(address)) for (const sign of ` ${address} `) this.#add(sign, element);
  }

  #add(sign: string, node?: Node, offset = 0): void {
    this.text += sign;
    this.#nodes.push(node);
    this.#offsets.push(offset);
  }
}

/** Takes out blanks before the first word. */
function trimStart(node: Node): boolean {
  if (node.nodeType === TEXT) node.textContent = node.textContent!.trimStart();
  return node.nodeType === TEXT ? node.textContent !== '' : [...node.childNodes].some(trimStart);
}

const isEmpty = (element: Element) =>
  !element.textContent?.trim() &&
  !/^(?:br|img|hr)$/.test(element.localName) &&
  !elementsIn(element).some(({ localName }) => localName === 'img');
