/** Links that lead to another place of the same text, such as a footnote and back. */
import { toHttpUrl } from './http-url.js';

/** Attribute of a place that is led to. */
const place = 'data-place';
/** Attribute of a link to it. */
const leadsTo = 'data-to';

/** Where in these a place can be marked: by an element in their first cell or entry. */
const lists = 'ul, ol, dl, table, thead, tbody, tfoot, tr';
const closed = 'img, br, hr';

/**
 * Marks the places of a text that its own links lead to. `id`s are not kept: a page could find them.
 *
 * @param page URL of the page that the text is from: links that name it, in full or not, are meant, too.
 * @returns The links, each with the place it leads to.
 */
export function markPlaces(root: ParentNode, page?: string): Map<Element, string> {
  const targets = new Map<string, Element>();
  for (const element of root.querySelectorAll('[id], a[name]')) {
    for (const name of [element.getAttribute('id'), element.localName === 'a' && element.getAttribute('name')]) {
      if (name && !targets.has(name)) targets.set(name, element);
    }
  }
  const links = new Map<Element, string>();
  const marked = new Set<string>();
  for (const link of root.querySelectorAll('a[href]')) {
    const name = placeIn(link.getAttribute('href')!.trim(), page);
    const target = targets.get(name);
    if (!target) continue;
    links.set(link, name);
    if (marked.has(name)) continue;
    marked.add(name);
    const mark = link.ownerDocument.createElement('span');
    mark.setAttribute(place, name);
    if (target.matches(closed)) target.before(mark);
    else
      (target.matches(lists) ? (target.querySelector('li, dt, dd, td, th, caption') ?? target) : target).prepend(mark);
  }
  return links;
}

/** The name of a place behind `#` in an address on the same page; empty where it leads elsewhere. */
function placeIn(href: string, page?: string): string {
  const [before, ...name] = href.split('#');
  if (before && (!page || toHttpUrl(before, page) !== toHttpUrl(page.split('#')[0], page))) return '';
  try {
    return decodeURIComponent(name.join('#'));
  } catch {
    return name.join('#');
  }
}

/** Makes a link lead to a place; without script it leads to that place of the page the text is from. */
export function linkTo(link: Element, name: string, page?: string): void {
  link.setAttribute('href', page ? `${page.split('#')[0]}#${encodeURIComponent(name)}` : '#');
  link.setAttribute(leadsTo, name);
}

/** The marks of places in an element that goes. */
export const placesIn = (element: Element): Element[] => [...element.querySelectorAll(`[${place}]`)];

/**
 * Follows the click on such a link: browsers look for places in the page only, and not inside of elements. The address of
 * the page stays what it is, as do links that a visitor opens elsewhere.
 */
export function follow(event: MouseEvent): void {
  const link = (event.target as Element).closest(`[${leadsTo}]`);
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
  event.preventDefault();
  const name = link.getAttribute(leadsTo);
  // Beside the text there are notes, which may have a place of the same name.
  const marks = link.closest('.body')!.querySelectorAll<HTMLElement>(`[${place}]`);
  const mark = [...marks].find((entry) => entry.getAttribute(place) === name);
  const target =
    mark?.closest<HTMLElement>('p, li, dt, dd, td, th, figure, blockquote, pre, h1, h2, h3, h4, h5, h6') ?? mark;
  if (!target) return;
  // Who reads by ear or by keys goes on from there.
  target.tabIndex = -1;
  target.focus({ preventScroll: true });
  target.scrollIntoView();
}
