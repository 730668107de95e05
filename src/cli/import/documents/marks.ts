import { elementsIn } from '../clean/html.js';
import type { ListItem } from './numbering.js';

/** What is known of a paragraph of a document, and its converter would not hand on. */
export interface Mark {
  item?: ListItem;
  dir?: 'rtl';
  lang?: string;
  /** Whether it is the title of the document. */
  title?: boolean;
  /** 1 to 6. */
  heading?: number;
  /** Whether all of it is in bold, as headings are that have no style. */
  bold?: boolean;
}

/** Signs for private use: what stands between them at the start of a paragraph is a mark. */
const [start, end] = ['\uE0FE', '\uE0FF'];
const pattern = new RegExp(`${start}([^${end}]*)${end}`);

/** Writes a mark into a paragraph of WordprocessingML, so that it gets through the conversion as text. */
export function mark(paragraph: Element, about: Mark): void {
  if (!Object.keys(about).length || !paragraph.textContent?.trim()) return;
  const { ownerDocument } = paragraph;
  const run = ownerDocument.createElement('w:r');
  const text = ownerDocument.createElement('w:t');
  text.textContent = `${start}${JSON.stringify(about)}${end}`;
  run.append(text);
  const properties = [...paragraph.children].find(({ nodeName }) => nodeName === 'w:pPr');
  if (properties) properties.after(run);
  else paragraph.prepend(run);
}

/** Signs for private use around words in another direction: before `bdi rtl`, behind it, and where the words end. */
const [opening, opened, closing] = ['\uE0FA', '\uE0FB', '\uE0FC'];

/** Writes where words in another direction begin and end into a paragraph, as text. */
export function surround(words: Element, name: 'bdi' | 'bdo', direction: 'rtl' | 'ltr'): void {
  const { ownerDocument } = words;
  const runOf = (content: string) => {
    const run = ownerDocument.createElement('w:r');
    const text = ownerDocument.createElement('w:t');
    text.textContent = content;
    run.append(text);
    return run;
  };
  words.prepend(runOf(`${opening}${name} ${direction}${opened}`));
  words.append(runOf(closing));
}

/** Makes elements of those signs in the converted text. */
export function withDirections(html: string): string {
  const names: string[] = [];
  return html.replace(
    new RegExp(`${opening}(bd[io]) (rtl|ltr)${opened}|${closing}`, 'g'),
    (_, name: string | undefined, direction: string) => {
      if (name) names.push(name);
      return name ? `<${name} dir="${direction}">` : `</${names.pop()}>`;
    },
  );
}

const blocks = /^(?:p|h[1-6]|li|td|th|div|body)$/;

/** Takes the marks out of the converted text. @returns Those that there are, with their blocks. */
export function takeMarks(body: HTMLElement): Map<Element, Mark> {
  const marks = new Map<Element, Mark>();
  const visit = (node: Node, block: Element) => {
    for (const child of [...node.childNodes]) {
      if (child.nodeType === 3) {
        const [whole, json] = pattern.exec(child.textContent ?? '') ?? [];
        if (whole === undefined) continue;
        child.textContent = (child.textContent ?? '').replace(whole, '');
        marks.set(block, JSON.parse(json) as Mark);
      } else visit(child, blocks.test((child as Element).localName ?? '') ? (child as Element) : block);
    }
  };
  visit(body, body);
  return marks;
}

/** Makes headings, lists, languages and directions of the marks. @returns The text of the title, where there is one. */
export function applyMarks(body: HTMLElement, marks: ReadonlyMap<Element, Mark>): string | undefined {
  let title: string | undefined;
  const hasHeadings = [...marks.values()].some((about) => about.heading);
  for (const [block, about] of marks) {
    if (about.dir) block.setAttribute('dir', about.dir);
    if (about.lang) block.setAttribute('lang', about.lang);
    const level = about.heading ?? (about.bold && !hasHeadings ? 3 : undefined);
    if (about.title && title === undefined) {
      title = block.textContent?.trim();
      block.remove();
    } else if (level && /^(?:p|h\d)$/.test(block.localName)) rename(block, `h${level}`);
  }
  numberLists(body, marks);
  return title;
}

function rename(block: Element, name: string): void {
  const heading = block.ownerDocument.createElement(name);
  for (const { name: key, value } of [...block.attributes]) heading.setAttribute(key, value);
  // All of it is in bold: that is what the heading says.
  const [only] = block.children;
  const inner =
    block.children.length === 1 && only.localName === 'strong' && only.textContent?.trim() === block.textContent?.trim()
      ? only
      : block;
  heading.append(...inner.childNodes);
  block.replaceWith(heading);
}

/** Gives lists the numbers that the document shows. Two that stand together are parted. */
function numberLists(body: HTMLElement, marks: ReadonlyMap<Element, Mark>): void {
  for (const list of elementsIn(body)) {
    if (list.localName !== 'ol') continue;
    let [current, previous, name]: [Element, number | undefined, string | undefined] = [list, undefined, undefined];
    for (const entry of [...list.children]) {
      const item = itemOf(entry, marks);
      if (!item) continue;
      if (previous !== undefined && item.list !== name && item.number === 1) {
        const next = list.ownerDocument.createElement('ol');
        current.after(next);
        for (let rest: Element | null = entry; rest;) {
          const following: Element | null = rest.nextElementSibling;
          next.append(rest);
          rest = following;
        }
        [current, previous] = [next, undefined];
      }
      if (previous === undefined) {
        if (item.number !== 1) current.setAttribute('start', `${item.number}`);
        if (item.type && item.type !== '1') current.setAttribute('type', item.type);
      } else if (item.number !== previous + 1) entry.setAttribute('value', `${item.number}`);
      [previous, name] = [item.number, item.list];
    }
  }
}

const itemOf = (entry: Element, marks: ReadonlyMap<Element, Mark>): ListItem | undefined =>
  [entry, ...entry.children].map((element) => marks.get(element)?.item).find(Boolean);
