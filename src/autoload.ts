/**
 * The embed script: finds the elements of a page, now and later, and loads just those. Until an element is there its
 * place is kept free, so that nothing below it moves, and its feed is asked for while its script is still on its way.
 *
 *     <script type="module" blocking="render" src="https://cdn.example.org/iom-widgets@1/autoload.js"></script>
 */
import { heights } from './registry.js';

/** An element of ours, what is going to be one, or a `div` that stands for one. */
export interface Found extends HTMLElement {
  /** False when its time has come; see controllers/feed.ts. */
  far?: boolean;
  feed?: object;
  src?: string;
  requestUpdate?: () => void;
  /** Gives its place free. */
  settle?: () => void;
}

const selector = `${Object.keys(heights).map((name) => `iom-${name}`)},[data-iom]`;
const read = (element: HTMLElement, name: string) => element.dataset[name] ?? element.getAttribute(name);

/** Looks after the inside of a shadow root, which no script sees by itself, as it does after the document. */
export function watch(root: Document | ShadowRoot): void {
  const observer = new MutationObserver((records) => new Set(records.map(({ target }) => target)).forEach(find));
  observer.observe(root, { childList: true, subtree: true });
  find(root);
}

function find(root: Node) {
  const found = [...(root as Document).querySelectorAll<Found>(selector)].filter(({ far }) => far == null);
  if (!found[0]) return;
  const places = found.map(keepPlace);
  // All are asked before any is given its height, so that the page is laid out for the answers once.
  const widths = found.map(({ clientWidth, clientHeight }) => clientWidth / clientHeight);
  // Where the first one stands is plain already. For the others the page is laid out again, in a task of its own.
  begin(found.splice(0, 1));
  places.forEach((reserve, index) => reserve(widths[index]));
  setTimeout(begin, 0, found);
  // What a browser needs for its first date takes 60 ms on a phone: in two tasks, and while the answers are on their way.
  setTimeout(() => (Intl as Partial<typeof Intl>).Segmenter?.supportedLocalesOf('en'));
  setTimeout(Intl.DateTimeFormat);
}

function begin(elements: Found[]) {
  for (const element of elements) {
    const near = element.getBoundingClientRect().top < 2 * innerHeight;
    if (near && !element.matches('[data-iom],[consent],[data-consent]')) load(element);
    else import('./embed/rarely.js').then(({ meet }) => meet(element, load, heights), console.warn);
  }
}

/** Makes an element a line high; gives what makes it as high as it is going to be, once one knows how many `em` wide it is. */
function keepPlace(element: Found) {
  // It asks for nothing before its time, though another one may bring its script.
  element.far = true;
  const { style } = element;
  const { cssText } = style;
  const reserve = (width?: number) => {
    const height =
      width == null
        ? 1
        : heights[element.dataset.iom ?? element.localName.slice(4)]?.(
            width,
            // Reckoning with it makes a number of it.
            (read(element, 'limit') ?? undefined) as unknown as number,
          ) * (read(element, 'layout') === 'compact' ? 0.58 : 1);
    // What a server has drawn has its size.
    if (!element.shadowRoot) style.cssText = `display:block;height:${height}em;overflow:clip;${cssText}`;
  };
  element.settle = () => (style.cssText = cssText);
  reserve();
  return reserve;
}

function load(element: Found) {
  element.far = false;
  element.requestUpdate?.();
  import(`./elements/${element.localName.slice(4)}/define.ts`).catch(console.warn).finally(element.settle);
  try {
    // Asks for the feed, once for all that share it, where it is plain which one that will be; feed/fetch.ts takes it.
    const [tag] = Intl.getCanonicalLocales(element.closest<HTMLElement>('[lang]')!.lang);
    const src = element.src ?? read(element, 'src')!;
    const url = new URL(src.replaceAll('{lang}', tag.split('-')[0]), document.baseURI).href;
    const feeds = globalThis.iomFeeds!;
    if (url in feeds || element.feed || element.querySelector('script')) return;
    (feeds[url] = fetch(url, { credentials: 'omit', signal: AbortSignal.timeout(1e4) })).catch(String);
  } catch {
    // No language, or no address: the element asks for itself.
  }
}

if (globalThis.iomFeeds) console.warn('iom-widgets: loaded twice.');
else {
  globalThis.iomFeeds = {};
  watch(document);
}
