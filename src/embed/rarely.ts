import type { Found } from '../autoload.js';

/** What the embed script does with an element whose time has come. */
export type Load = (element: Found) => void;

const waiting = new Map<Found, Load>();
/** One height of the window ahead: time enough for a feed to arrive before it is scrolled to. */
const nearby = new IntersectionObserver(
  (entries) => {
    for (const { isIntersecting, target } of entries) if (isIntersecting) approach(target as Found);
    // What the page has taken out again comes back as another mutation, and is waited for anew.
    for (const element of waiting.keys()) if (!element.isConnected) forget(element);
  },
  // Named, because in a frame there is no margin around the window of the page outside.
  { root: document, rootMargin: '100%' },
);

/**
 * What the embed script does on some pages only, and therefore not itself: it waits for what is far from what the visitor
 * sees, puts the element where a `div` stands for it, and asks a visitor who has to be asked.
 *
 * @param known The names that a `div` may stand for.
 */
export function meet(element: Found, load: Load, known: object): void {
  const name = element.dataset.iom;
  if (name != null && !Object.hasOwn(known, name)) {
    element.settle?.();
    console.warn(`iom-widgets: data-iom="${name}" names no element; there are ${Object.keys(known).join(', ')}.`);
    return;
  }
  waiting.set(element, load);
  if ((element.dataset.loading ?? element.getAttribute('loading')) === 'eager') approach(element);
  else nearby.observe(element);
}

function approach(element: Found) {
  const load = leave(element);
  if (element.dataset.iom) replace(element, `iom-${element.dataset.iom}`);
  else if (!asksFirst(element)) load(element);
  else import('./consent.js').then(({ ask }) => ask(element, load), console.warn);
}

/** As if it had never been found. */
function forget(element: Found) {
  leave(element);
  element.settle?.();
  element.far = undefined;
}

function leave(element: Found): Load {
  const load = waiting.get(element)!;
  waiting.delete(element);
  nearby.unobserve(element);
  return load;
}

const asksFirst = (element: Element) => element.hasAttribute('consent') || element.hasAttribute('data-consent');

/** Where an editor strips tags it doesn't know, a `div` stands for the element: attributes and children move over. */
function replace(div: Element, tag: string) {
  const element = document.createElement(tag);
  for (const { name, value } of div.attributes) {
    if (!/^(on|style$|data-iom$)/.test(name)) element.setAttribute(name, value);
  }
  element.append(...div.childNodes);
  div.replaceWith(element);
}
