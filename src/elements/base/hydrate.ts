/**
 * Takes over what a server has drawn (src/ssr/), node by node: define-element.ts loads this for pages that hold such elements,
 * and only for those.
 *
 * An element starts from what the page holds of its feed, which is what it was drawn from. Until all it needs is there
 * nothing changes. Then it is as if it had drawn everything itself, and what the feed says by now is updated in place.
 */
import { hydrate } from '@lit-labs/ssr-client';
import { ReactiveElement, render, type CSSResult, type PropertyValues } from 'lit';
import type { FeedAnswer } from '../../controllers/feed-controller.js';
import { rememberParsed } from '../../controllers/inline-feed.js';
import type { Feed } from '../../feed/schema/model.generated.js';
import type { ParsedFeed } from '../../feed/parse/parse-strict.js';
import { translatable } from '../../html/translatable.js';
import { addressIn } from '../../i18n/locale.js';
import { startNoting } from '../../i18n/noted.js';
import { correct, explain, isWhole } from './compare-with-page.js';
import { IomElement, type HydrationHooks } from './iom-element.js';

/** What the page holds of feeds, by the script that holds it, and by the elements that were drawn from it. */
const excerpts = new WeakMap<Element, ParsedFeed>();

/** The last that was heard of its feed by an element which shows what the page holds of it. */
const answers = new WeakMap<IomElement, FeedAnswer>();

/** Elements that have learned what there is to learn. */
const prepared = new WeakSet<Element>();

/** Whether what stands in the page is what the browser would draw, by element. */
const compared = new WeakMap<Element, boolean>();

/** Elements that wear the styles a server has written. */
const dressed = new WeakSet<Element>();

/** Tags that the page's owner was told of. */
const reported = new Set<string>();
const changed =
  'its HTML was changed, or another version rendered it. Prerender the page again, and serve it unchanged.';
const page = 'https://www.npmjs.com/package/iom-widgets#without-script';

const hooks: HydrationHooks = {
  shouldUpdate(element, changed) {
    // One inside another waits until that one has handed on what it shows.
    if (element.hasAttribute('defer-hydration')) return false;
    if (element.prerendered && !excerpts.has(element)) loadExcerpt(element);
    if (!element.prerendered || prepared.has(element)) return true;
    prepared.add(element);
    Object.assign(element.renderOptions, translatable);
    laterUpdate(element, changed);
    return false;
  },

  update(element, changed) {
    if (element.prerendered) {
      const content = element.render();
      // What is on screen is better than nothing.
      if (element.state === 'loading') element.state = 'ready';
      else if (element.state === 'error') element.state = 'stale';
      else {
        if (!compared.has(element)) compared.set(element, compare(element, content));
        else {
          const isTaken = hydrateElement(element, content);
          if (!isTaken) clear(element);
          finish(element);
          if (!isTaken) return false;
        }
        laterUpdate(element);
      }
      // Nothing is drawn: only the properties that have changed are done with.
      ReactiveElement.prototype['update'].call(element, changed);
      return true;
    }
    undress(element);
    return false;
  },
};

function install() {
  startNoting();
  // A root that is there is not made.
  IomElement.addInitializer((made) => {
    const element = made as IomElement;
    const { shadowRoot } = element;
    if (!isFilled(shadowRoot)) return;
    Object.assign<IomElement, Partial<IomElement>>(element, { renderRoot: shadowRoot, prerendered: true });
    dressed.add(element);
  });
  IomElement.hydration = hooks;
}

/**
 * Resolves when elements may be registered: what the page holds of their feed may stand below them. Not awaited here, since
 * Parcel doesn't support `await` outside of functions.
 */
export const ready = new Promise<unknown>((done) => {
  if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', done, { once: true });
  else done(undefined);
}).then(install);

/** Whether a server has put content into a root: there are also those that only keep a place. */
const isFilled = (root: ShadowRoot | null): root is ShadowRoot =>
  !!root && [...root.children].some(({ localName }) => localName !== 'slot');

/**
 * In a task of its own: to learn, to compare, to take over and to draw what is new are one each, which a phone has no more
 * time for.
 */
const laterUpdate = (element: IomElement, changed?: PropertyValues) =>
  setTimeout(() => {
    changed?.forEach((before, name) => element.requestUpdate(name, before));
    element.requestUpdate();
  });

const sourceOf = ({ src, language, languages }: IomElement) => addressIn(src, language.tag, languages);

/** What the page holds of its feed is what an element knows, until it has taken over and the feed has answered. */
function loadExcerpt(element: IomElement) {
  const src = sourceOf(element);
  const page = element.getRootNode() as ParentNode;
  const script = src && page.querySelector<HTMLScriptElement>(`script[data-prerendered="${CSS.escape(src)}"]`);
  const excerpt = script && (excerpts.get(script) ?? readExcerpt(script.text, src));
  if (!excerpt) return;
  excerpts.set(script, excerpt).set(element, excerpt);
  const { feedController } = element;
  feedController.parsed = excerpt;
  feedController.heldExcerpt = (answer) => {
    answers.set(element, answer);
    const isOver = !element.prerendered && isFinal(answer);
    if (isOver) feedController.heldExcerpt = undefined;
    return isOver || sourceOf(element) !== src ? undefined : { parsed: excerpt };
  };
}

/** Whether a feed is there. A copy that the browser has kept, while it is asked for, may be older than the page. */
const isFinal = ({ pending, error }: FeedAnswer) => !pending && !error;

/** From now on an element is one like any other: what its feed has answered meanwhile is what it shows next. */
function finish(element: IomElement) {
  element.prerendered = false;
  const { feedController } = element;
  const answer = answers.get(element);
  if (!answer || !isFinal(answer)) return;
  feedController.heldExcerpt = undefined;
  feedController.parsed = answer.parsed;
}

function readExcerpt(text: string, src: string): ParsedFeed | undefined {
  try {
    const parsed = {
      feed: JSON.parse(text) as Feed,
      baseUrl: new URL(src, document.baseURI).href,
      problems: [],
      isComplete: true,
    };
    rememberParsed(parsed);
    return parsed;
  } catch {
    // Cut off: the elements draw themselves anew when their feed is there.
    return undefined;
  }
}

/** Whether an element can be taken over: where texts or attributes differ, those are corrected. */
function compare(element: IomElement, content: unknown): boolean {
  const root = element.renderRoot as ShadowRoot;
  if (element.src && !excerpts.has(element)) {
    report(element, 'the page has lost its part of the feed. Serve this page unchanged.');
    return false;
  }
  const reason = explain(root);
  const expected = document.createDocumentFragment();
  render(content, expected, { ...element.renderOptions, isConnected: false });
  const isSame = hasParts(root) && correct(root, expected);
  if (reason || !isSame) report(element, reason);
  return isSame;
}

/** Makes what a server has drawn Lit's own; false where it is something else by now. */
function hydrateElement(element: IomElement, content: unknown): boolean {
  if (!compared.get(element)) return false;
  element.renderOptions.isConnected = element.isConnected;
  try {
    const root: Rendered = element.renderRoot as ShadowRoot;
    hydrate(content, root, element.renderOptions);
    if (isWhole(root._$litPart$)) return true;
  } catch {
    // Drawn by another version of the library, or without some of its comments.
  }
  report(element);
  return false;
}

/** Takes away what a server has drawn: the browser draws it anew, as it may know the time and the page. */
function clear(element: IomElement) {
  const root: Rendered = element.renderRoot as ShadowRoot;
  root.replaceChildren();
  delete root._$litPart$;
  undress(element);
}

const hasParts = (root: ShadowRoot) =>
  [...root.childNodes].some((node) => node instanceof Comment && node.data.startsWith('lit-part'));

/** Where Lit keeps what it knows of a root. */
type Rendered = ShadowRoot & { _$litPart$?: object };

/** Exchanges the styles that a server has written for those of the browser: with the content that they are for. */
function undress(element: IomElement) {
  if (!dressed.delete(element)) return;
  const root = element.renderRoot as ShadowRoot;
  const { elementStyles } = element.constructor as typeof ReactiveElement;
  const sheets = elementStyles.map((style) => (style as CSSResult).styleSheet!);
  root.adoptedStyleSheets = [...sheets, ...root.adoptedStyleSheets];
  for (const child of [...root.children]) if (child.matches('style, link')) child.remove();
}

/** Tells what has happened: once for all elements of a kind, which come from the same page. */
function report({ localName }: Element, what = changed) {
  if (reported.has(localName)) return;
  reported.add(localName);
  console.warn(`<${localName}>: between the server and the browser, ${what}\n${page}`);
}
