import { elementsIn, parseFragment, plainText, refuseDepth } from '../clean/html.js';
import { withKnownElements } from '../../../html/allowed-elements.js';
import { EmbeddedPictures } from '../documents/pictures.js';
import { releaseOf } from '../documents/release.js';
import type { Draft, ImportOptions } from '../draft.js';
import type { Story } from '../extract/story.js';
import type { Source } from '../source.js';

/**
 * Reads a release that Word saved as a page, filtered or not: its styles say what is a title, a heading, a list.
 *
 * @param about What is known beside the page.
 */
export function parseWordHtml(source: Source, options: ImportOptions, about: Partial<Story> = {}): Draft {
  refuseDepth(source.text);
  const [, language] = /<(?:html|body)\b[^>]*\slang\s*=\s*["']?([\w-]+)/i.exec(source.text) ?? [];
  const pictures = new EmbeddedPictures(source, options);
  const body = parseFragment(withKnownElements(withoutOffice(pictures.fromData(source.text))));
  removeLost(body, pictures);
  pictures.report();
  const hidden = removeHidden(body);
  if (hidden)
    source.notes.count(
      ['piece of hidden text', 'pieces of hidden text'],
      'left out: it was not meant for readers',
      () => undefined,
    );
  const title = takeTitle(body);
  makeLists(body);
  unwrapSections(body);
  return releaseOf(
    body,
    { language: options.lang ?? language, ...about, title: about.title ?? title },
    source,
    options,
  );
}

/** Takes out pictures that are nowhere but in the file they came in. */
export function removeLost(body: HTMLElement, pictures: EmbeddedPictures): void {
  for (const element of elementsIn(body)) {
    if (element.localName !== 'img' || !/^(?:cid|data|file):/i.test(element.getAttribute('src') ?? '')) continue;
    pictures.miss();
    element.remove();
  }
}

/** Without what only Word reads: its own sections, settings, and empty tags for what it might put there. */
const withoutOffice = (html: string): string =>
  html
    .replace(/<head\b[^>]*>[^]*?<\/head\s*>/i, '')
    // What other readers see instead of the bullets and numbers of lists.
    .replace(/<!--\[if[^\]]*\]>[^]*?<!\[endif\]-->|<!--[^]*?-->/gi, '')
    .replace(/<!\[if !supportLists\]>([^]*?)<!\[endif\]>/gi, '<span class="mso-bullet">$1</span>')
    .replace(/<!\[(?:if[^\]]*|endif)\]>/gi, '')
    .replace(/<\/?(?:o|w|m|v):[^>]*>/gi, '')
    .replace(/<xml\b[^>]*>[^]*?<\/xml>|<style\b[^>]*>[^]*?<\/style>|<\?xml[^>]*>/gi, '');

function removeHidden(body: HTMLElement): boolean {
  let isAny = false;
  for (const element of elementsIn(body)) {
    if (!/(?:^|;)\s*(?:display\s*:\s*none|mso-hide\s*:\s*all)/i.test(element.getAttribute('style') ?? '')) continue;
    isAny ||= !!element.textContent?.trim();
    element.remove();
  }
  return isAny;
}

function takeTitle(body: HTMLElement): string | undefined {
  const title = elementsIn(body).find(({ className }) => /(?:^|\s)MsoTitle/i.test(className));
  const text = title && plainText(title.innerHTML);
  if (text) title.remove();
  return text || undefined;
}

/** Bullets and numbers that Word writes as text. */
const bullet = /^[\s\u00a0]*(?:[·•●o§\-–▪■◦‣]|\d{1,3}[.)]|[a-z][.)]|[ivx]{1,4}[.)])[\s\u00a0]+/i;

/** Paragraphs that stand for the entries of a list become one. */
function makeLists(body: HTMLElement): void {
  let list: Element | undefined;
  let last: Element | undefined;
  for (const paragraph of elementsIn(body)) {
    if (paragraph.localName !== 'p' || !/(?:^|\s)MsoListParagraph/i.test(paragraph.className)) continue;
    const mark = elementsIn(paragraph).find(({ className }) => className === 'mso-bullet');
    const written = mark?.textContent ?? bullet.exec(paragraph.textContent ?? '')?.[0];
    if (written === undefined) continue;
    const number = Number(/\d+/.exec(written)?.[0]) || undefined;
    const name = number ? 'ol' : 'ul';
    if (mark) mark.remove();
    else removeStart(paragraph, written.length);
    if (!list || list.localName !== name || last?.nextElementSibling !== paragraph) {
      list = paragraph.ownerDocument.createElement(name);
      if (number && number !== 1) list.setAttribute('start', `${number}`);
      paragraph.before(list);
    }
    const item = paragraph.ownerDocument.createElement('li');
    item.append(...paragraph.childNodes);
    list.append(item);
    paragraph.remove();
    last = list;
  }
}

/** Takes the first letters out of a paragraph, through whatever elements they stand in. */
function removeStart(node: Node, count: number): number {
  let left = count;
  for (const child of [...node.childNodes]) {
    if (!left) break;
    if (child.nodeType === 3) {
      const text = child.textContent ?? '';
      child.textContent = text.slice(left);
      left = Math.max(0, left - text.length);
    } else left = removeStart(child, left);
  }
  return left;
}

/** Word puts each section of a document into a box. */
function unwrapSections(body: HTMLElement): void {
  const firstBox = () => [...body.children].find(({ localName }) => localName === 'div');
  for (let box = firstBox(); box; box = firstBox()) box.replaceWith(...box.childNodes);
}
