import { key, type PendingElement } from './protocol.js';
import { beforePaper } from './print.js';
import { savesData } from './saves-data.js';

/** What the embed script does with an element whose time has come. */
export type Load = (element: PendingElement) => void;

/** Weak, because a page may take an element out that nobody has come near to. */
const waiting = new WeakMap<Element, Load>();
/** Where elements have waited: the document, and shadow roots that the page has told of. They may go, too. */
const roots: WeakRef<Node>[] = [];
const known = new WeakSet<Node>();
/** One height of the window ahead: time enough for a feed to arrive before it is scrolled to. */
const nearby = new IntersectionObserver(
  (entries) => {
    for (const { isIntersecting, boundingClientRect, target } of entries) {
      // Of one that comes near, goes and comes back while the page is busy there are several entries.
      if (!waiting.has(target)) continue;
      // A carousel shows one slide and clips the others, which are as near. What the page has taken out is nowhere.
      if (target.isConnected && (isIntersecting || boundingClientRect.top < 2 * innerHeight))
        activate(target as PendingElement);
    }
  },
  // Named, because in a frame there is no margin around the window of the page outside.
  { root: document, rootMargin: '100%' },
);

// The place that it keeps would be blank; what has to be asked for is still asked for.
beforePaper(() => {
  for (const root of roots) {
    for (const element of (root.deref() as ParentNode | undefined)?.querySelectorAll<PendingElement>('*') ?? []) {
      if (!waiting.has(element)) continue;
      release(element);
      if (!needsConsent(element)) activate(element);
    }
  }
});

/**
 * What the embed script does on some pages only, and therefore not itself: it waits for what is far from what the visitor
 * sees, puts the element where a `div` stands for it, asks a visitor who has to be asked, keeps pictures back where one saves
 * data, and takes the rest of a page out of an element that nobody has closed.
 */
export async function defer(element: PendingElement, load: Load, elements: object): Promise<void> {
  const name = element.dataset.iom;
  if (name != null && !Object.keys(elements).includes(name)) {
    release(element);
    console.warn(`iom-widgets: data-iom="${name}" is unknown; use one of ${Object.keys(elements).join(', ')}.`);
    return;
  }
  // A link may be open as well, and hold the rest of the page.
  if (element.querySelector(':not(a,script)') || [...element.childNodes].some(({ nodeValue }) => nodeValue?.trim()))
    (await import('./unclosed-element.js')).takeOut(element, Object.keys(elements));
  waiting.set(element, savesData() ? withoutPictures(load) : load);
  const root = element.getRootNode();
  if (element.isConnected && !known.has(root)) {
    known.add(root);
    roots.push(new WeakRef(root));
  }
  if ((element.dataset.loading ?? element.getAttribute('loading')) === 'eager') activate(element);
  else nearby.observe(element);
}

/** What keeps pictures back, on its way or there: a list, since engines of 2020 don't know `??=`. */
const savers: Promise<unknown>[] = [];

/** What keeps pictures back has to be there before any element is. */
function withoutPictures(load: Load): Load {
  window[key]!.savesData = true;
  if (!savers.length) {
    const loaded = import('../elements/base/data-saver.js').then(({ keepPicturesBack }) => keepPicturesBack());
    savers.push(loaded.catch(console.warn));
  }
  return (element) => void savers[0].then(() => load(element));
}

function activate(element: PendingElement) {
  const load = waiting.get(element)!;
  waiting.delete(element);
  nearby.unobserve(element);
  if (element.dataset.iom) upgradePlaceholder(element, `iom-${element.dataset.iom}`);
  else if (!needsConsent(element)) load(element);
  else {
    import('./consent.js')
      .then(({ requestConsent }) => requestConsent(element, load))
      .catch((error) => {
        release(element);
        element[key] = true;
        // One of the same kind that need not ask may have brought its script.
        element.requestUpdate?.();
        console.warn(error);
      });
  }
}

const release = (element: PendingElement) => {
  if (typeof element[key] === 'function') element[key]();
};

const needsConsent = (element: Element) => element.hasAttribute('consent') || element.hasAttribute('data-consent');

/** Where an editor strips tags it doesn't know, a `div` stands for the element: attributes and children move over. */
function upgradePlaceholder(div: Element, tag: string) {
  const element = document.createElement(tag);
  for (const { name, value } of div.attributes) {
    if (!/^(on|style$|data-iom$)/.test(name)) element.setAttribute(name, value);
  }
  element.append(...div.childNodes);
  div.replaceWith(element);
}
