/**
 * The embed script: finds the elements of a page, now and later, and loads just those. Until an element is there its
 * place is kept free, so that nothing below it moves, and its feed is asked for while its script is still on its way.
 *
 *     <script type="module" blocking="render" src="https://cdn.example.org/iom-widgets@0.1/autoload.js"></script>
 */
import { loadElement } from './embed/load-element.js';
import type { key as sharedKey, PendingElement } from './embed/protocol.js';
import { placeholderHeights } from './elements.js';

const key: typeof sharedKey = Symbol.for('iom-widgets') as typeof sharedKey;

const names = Object.keys(placeholderHeights);
const selector = `${names.map((name) => `iom-${name}`)},[data-iom]`;
const attributeOf = (element: HTMLElement, name: string) =>
  element.dataset[name] ?? (element.attributes as unknown as Record<string, Attr | undefined>)[name]?.value;

/** Looks after the inside of a shadow root, which no script sees by itself, as it does after the document. */
export function watch(root: Document | ShadowRoot): void {
  const observer = new MutationObserver((records) => new Set(records.map(({ target }) => target)).forEach(discover));
  observer.observe(root, { childList: true, subtree: true });
  discover(root);
}

function discover(root: Node) {
  const matches = [...(root as Document).querySelectorAll<PendingElement>(selector)].filter(
    (element) => element[key] == null,
  );
  if (!matches[0]) return;
  const places = matches.map(reserveSpace);
  // All are asked before any is given its height, so that the page is laid out for the answers once.
  const widths = matches.map(({ clientWidth, clientHeight }) => clientWidth / clientHeight);
  // Where the first one stands is plain already. For the others the page is laid out again, in a task of its own.
  schedule([matches.shift()!]);
  places.forEach((reserve, index) => reserve(widths[index]));
  setTimeout(schedule, 0, matches);
}

interface Saving extends Navigator {
  connection?: { saveData?: boolean };
}

/** With more inside than a link, be it words alone, an element may hold the rest of the page, because nobody has closed it. */
const isSpecial = (element: PendingElement) =>
  element.matches('[data-iom],[consent],[data-consent]') ||
  element.innerHTML.replace(/<a\b[^>]*>[^<]*<\/a>|<script\b[^]*?<\/script>/g, '').trim() ||
  // As saves-data.ts says, which is not at hand.
  (navigator as Saving).connection?.saveData ||
  matchMedia('(prefers-reduced-data)').matches;

function schedule(elements: PendingElement[]) {
  for (const element of elements) {
    const near = element.getBoundingClientRect().top < 2 * innerHeight;
    if (near && !isSpecial(element)) load(element);
    else {
      import('./embed/deferred.js')
        .then(({ defer }) => defer(element, load, placeholderHeights))
        .catch(() => (isSpecial(element) ? giveUp : load)(element));
    }
  }
}

/**
 * Makes an element a line high; gives what makes it as high as it is going to be, once one knows how many `em` wide it is.
 * All that is in a shadow root, where no copy of the page takes it along and every rule of the page wins. The element draws
 * itself into the same root.
 */
function reserveSpace(element: PendingElement) {
  let sheet: CSSStyleSheet | undefined;
  const reserve = (width?: number) => {
    try {
      // What a server has drawn has its size.
      if (!element.shadowRoot) {
        const root = element.attachShadow({ mode: 'open' });
        root.append(document.createElement('slot'));
        root.adoptedStyleSheets = [(sheet = new CSSStyleSheet())];
      }
      const height =
        width == null
          ? 1
          : placeholderHeights[element.dataset.iom ?? element.localName.slice(4)](
              width,
              // Reckoning with it makes a number of it.
              attributeOf(element, 'limit') as unknown as number,
              attributeOf(element, 'layout'),
            );
      sheet?.replaceSync(`:host(:not([hidden])){display:block;height:${height}em;overflow:clip}`);
    } catch {
      // Not this element, or not in this browser: the page may move.
    }
  };
  // It asks for nothing before its time, though another one may bring its script.
  element[key] = () => sheet?.replaceSync('');
  reserve();
  return reserve;
}

/** What has to be asked for, or holds more than a link, is not shown without the script that looks into that. */
function giveUp(element: PendingElement) {
  (element[key] as () => void)();
  element[key] = true;
  // Another one of its kind may have brought its script.
  element.requestUpdate?.();
}

function load(element: PendingElement) {
  const release = element[key] as () => void;
  element[key] = false;
  element.requestUpdate?.();
  let own = '';
  try {
    own = new Intl.Locale(element.closest<HTMLElement>('[lang]')!.lang).language;
    // Asks for the feed, once for all that share it, where it is plain which one that will be; feed/load/fetch.ts takes it.
    const src = element.src ?? attributeOf(element, 'src')!;
    // A published list has its dates in words. Elsewhere, what a browser needs for its first date takes 60 ms on a phone: in
    // two tasks of half as much, and while the answers are on their way.
    if (!/news\.json/.test(src)) {
      setTimeout(Intl.Collator);
      setTimeout(Intl.DateTimeFormat);
    }
    // As addressIn says, which is not at hand.
    const all = attributeOf(element, 'languages') || 'en ar es fr ru zh';
    const url = new URL(src.replaceAll('{lang}', all.includes(own) ? own : all.split(/\W/)[0]), document.baseURI).href;
    const { feeds } = window[key]!;
    if (!(url in feeds || element.feed || element.querySelector('script')))
      (feeds[url] = fetch(url, { credentials: 'omit', signal: AbortSignal.timeout(1e4) })).catch(String);
  } catch {
    // No language, or no address: the element asks for itself.
  }
  const name = element.localName.slice(4);
  loadElement(name, own, names.indexOf(name)).catch(console.warn).finally(release);
}

if (window[key]) console.warn('iom-widgets: loaded twice.');
else {
  window[key] = { feeds: {}, watch };
  // What a server has drawn, and what nobody has closed, is plain when the whole page is there.
  if (document.readyState === 'loading') addEventListener('DOMContentLoaded', () => watch(document));
  else watch(document);
}
