import type { DefaultTreeAdapterTypes } from 'parse5';
import { excerpt } from '../diagnostics.js';
import { isPlaceholder } from './check-address.js';
import { checkAttributes, meantBy } from './check-attributes.js';
import { elements } from './elements.js';
import { attributeOf, placeOf, startOf, type Element, type PageText, type Report } from './page-text.js';
import { nearest } from './suggest.js';

/** An element of the library in a page. */
export interface Widget {
  element: Element;
  /** Such as `iom-news-feed`. */
  tag: string;
}

/**
 * Finds the elements of the library, and what is wrong with each. What was meant to be one is told.
 */
export function checkElements(page: PageText): Widget[] {
  const { report } = page;
  const widgets: Widget[] = [];
  for (const element of page.elements) {
    const tag = tagOf(element, report);
    if (!tag) continue;
    widgets.push({ element, tag });
    const isClosed = checkEnd(element, tag, page);
    checkAttributes(element, tag, report);
    checkSource(element, tag, report);
    if (isClosed) checkFallback(element, tag, report);
    checkSlots(element, tag, report);
  }
  return widgets;
}

/** The tag of what an element is, or is made into (`data-iom`). */
function tagOf(element: Element, report: Report): string | undefined {
  const { tagName } = element;
  const named = attributeOf(element, 'data-iom');
  const names = [...elements.keys()];
  const short = (tag: string) => tag.replace(/^iom-/, '');
  if (elements.has(tagName)) return tagName;
  if (named !== undefined) {
    const tag = `iom-${named}`;
    if (elements.has(tag)) return tag;
    const match = nearest(named, names.map(short));
    const fix = match ? `write data-iom="${match}"` : `use one of ${names.map(short).join(', ')}`;
    report(placeOf(element, 'data-iom'), 'element', 'error', `there is no element ${excerpt(named)}`, fix);
    return undefined;
  }
  const isOurs = /^iom[-_]?[a-z]/.test(tagName) || (tagName.includes('-') && elements.has(`iom-${tagName}`));
  if (!isOurs) return undefined;
  const match = nearest(short(tagName), names.map(short));
  const fix = match ? `write <iom-${match}>` : `use one of ${names.join(', ')}`;
  report(startOf(element), 'element', 'error', `there is no element <${tagName}>`, fix);
  return undefined;
}

/** HTML knows no `<iom-news-feed … />`, and no element that ends by itself. */
function checkEnd(element: Element, tag: string, { text, report }: PageText): boolean {
  const { startTag, endTag, startOffset } = element.sourceCodeLocation!;
  const { tagName } = element;
  if (startTag && text.slice(startTag.startOffset, startTag.endOffset).endsWith('/>') && !endTag) {
    const what = `<${tag} … /> is not closed: HTML has no />, and what follows is inside`;
    report(startOffset, 'unclosed', 'error', what, `write <${tagName} …></${tagName}>, with a link inside`);
    return false;
  }
  if (endTag) return true;
  const what = `<${tagName}> is not closed, and what follows is inside`;
  report(startOffset, 'unclosed', 'error', what, `write </${tagName}> behind the link inside`);
  return false;
}

const isElement = (node: DefaultTreeAdapterTypes.ChildNode): node is Element => 'attrs' in node;

/** The feed that stands inside an element. */
export const inlineFeed = (element: Element): Element | undefined =>
  element.childNodes
    .filter(isElement)
    .find((child) => child.tagName === 'script' && /feed/.test(attributeOf(child, 'type') ?? ''));

/** The address of the feed, whichever way it is written. */
export const sourceOf = (element: Element): string | undefined =>
  attributeOf(element, 'src') ?? attributeOf(element, 'data-src');

/** In templates of other systems, the address may be an expression. */
const isBound = ({ attrs }: Element) => attrs.some(({ name }) => /^(?:[:.[]|v-bind:)+(?:src|feed)\]?$/.test(name));

function checkSource(element: Element, tag: string, report: Report): void {
  if (sourceOf(element) !== undefined || isBound(element) || inlineFeed(element)) return;
  // It was told what it is called.
  if (element.attrs.some(({ name }) => meantBy(name.replace(/^data-/, ''), ['src']) === 'src')) return;
  report(startOf(element), 'address', 'error', `<${tag}> has no src`, 'add src="…" with the address of the feed');
}

function checkFallback(element: Element, tag: string, report: Report): void {
  const children = element.childNodes.filter(
    (child) => !(isElement(child) && /^(?:script|template|style)$/.test(child.tagName)),
  );
  const at = startOf(element);
  const links: Element[] = [];
  const visit = (node: DefaultTreeAdapterTypes.ChildNode): string => {
    if (!isElement(node)) return 'value' in node ? node.value : '';
    if (node.tagName === 'a') links.push(node);
    return node.childNodes.map(visit).join('');
  };
  const text = children.map(visit).join('').trim();
  if (!text && !children.some(isElement)) {
    const what = `<${tag}> has nothing inside: without script, or if the feed fails, there is nothing to see`;
    report(at, 'fallback', 'warning', what, 'put a link to the same content inside');
    return;
  }
  if (!links.length) {
    report(at, 'fallback', 'warning', `<${tag}> has no link inside`, 'put a link to the same content inside');
  }
  for (const link of links) {
    const href = attributeOf(link, 'href') ?? '';
    if (href.trim() && !isPlaceholder(href)) continue;
    const what = href.trim() ? `the link inside is an example: ${excerpt(href)}` : 'the link inside leads nowhere';
    report(placeOf(link, 'href'), 'placeholder', 'warning', what, 'write the address of a page with the same content');
  }
}

/** What names a slot that the element hasn't is never shown. */
function checkSlots(element: Element, tag: string, report: Report): void {
  const { slots } = elements.get(tag)!;
  for (const child of element.childNodes.filter(isElement)) {
    const slot = attributeOf(child, 'slot');
    if (!slot || slots.some((name) => (name.endsWith('…') ? slot.startsWith(name.slice(0, -1)) : slot === name)))
      continue;
    const match = nearest(slot, slots);
    const fix = match ? `write slot="${match}"` : 'remove the attribute';
    report(placeOf(child, 'slot'), 'slot', 'error', `<${tag}> has no slot ${excerpt(slot)}, so this is not shown`, fix);
  }
}
