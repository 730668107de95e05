/**
 * Takes over what a server has drawn (src/ssr/), node by node: define.ts loads this for pages that hold such elements,
 * and only for those.
 *
 * An element starts from what the page holds of its feed, which is what it was drawn from. Until all it needs is there
 * nothing changes. Then it is as if it had drawn everything itself, and what the feed says by now is updated in place.
 */
import { hydrate } from '@lit-labs/ssr-client';
import { LitElement, render, type CSSResult, type PropertyValues, type ReactiveElement } from 'lit';
import { handOn } from '../controllers/inline-feed.js';
import type { Feed } from '../feed/model.js';
import type { Reading } from '../feed/read.js';
import { primary } from '../i18n/language.js';
import { IomElement } from './iom-element.js';

type Open = 'language' | 'prerendered' | 'renderOptions' | 'renderRoot' | 'requestUpdate' | 'source' | 'src' | 'state';

/** An element with the methods that are its own affair otherwise. */
interface Prerendered extends HTMLElement, Pick<IomElement, Open> {
  createRenderRoot: () => HTMLElement | DocumentFragment;
  render: () => unknown;
  shouldUpdate: (changed: PropertyValues) => boolean;
  update: (changed: PropertyValues) => void;
}

const prototype = IomElement.prototype as unknown as Prerendered;
const { createRenderRoot, shouldUpdate, update } = prototype;
const markUpdated = (Object.getPrototypeOf(LitElement.prototype) as Prerendered).update;

/** What the page holds of feeds, by the script that holds it, and by the elements that were drawn from it. */
const excerpts = new WeakMap<Element, Reading>();

/** Elements that have learned what there is to learn. */
const known = new WeakSet<Element>();

// That may stand below the elements.
if (document.readyState === 'loading') {
  await new Promise((done) => document.addEventListener('DOMContentLoaded', done, { once: true }));
}

prototype.createRenderRoot = function () {
  if (!this.shadowRoot) return createRenderRoot.call(this);
  this.prerendered = true;
  return this.shadowRoot;
};

prototype.shouldUpdate = function (changed) {
  // One inside another waits until that one has handed on what it shows.
  if (this.hasAttribute('defer-hydration')) return false;
  if (this.prerendered && !excerpts.has(this)) learn(this);
  if (!this.prerendered || known.has(this)) return shouldUpdate.call(this, changed);
  known.add(this);
  laterUpdate(this, changed);
  return false;
};

prototype.update = function (changed) {
  if (!this.prerendered) return update.call(this, changed);
  const content = this.render();
  markUpdated.call(this, changed);
  // What is on screen is better than nothing.
  if (this.state === 'loading') this.state = 'ready';
  else if (this.state === 'error') this.state = 'stale';
  else {
    takeOver(this, content, !this.src || excerpts.has(this));
    // Now it may know the time and the page.
    this.prerendered = false;
    laterUpdate(this);
  }
};

/** In a task of its own: to learn, to take over and to draw what is new are one each, which a phone has no more time for. */
const laterUpdate = (element: Prerendered, changed?: PropertyValues) =>
  setTimeout(() => {
    changed?.forEach((before, name) => element.requestUpdate(name, before));
    element.requestUpdate();
  });

const sourceOf = ({ src, language }: Prerendered) => src.replaceAll('{lang}', primary(language.tag));

/** What the page holds of its feed is what an element knows, until it has taken over and the feed has answered. */
function learn(element: Prerendered) {
  const src = sourceOf(element);
  const page = element.getRootNode() as ParentNode;
  const script = src && page.querySelector<HTMLScriptElement>(`script[data-prerendered="${CSS.escape(src)}"]`);
  const excerpt = script && (excerpts.get(script) ?? readExcerpt(script.text, src));
  if (!excerpt) return;
  excerpts.set(script, excerpt).set(element, excerpt);
  const { source } = element;
  let current = source.reading;
  let isFresh = false;
  Object.defineProperty(source, 'reading', {
    get() {
      // A copy that the browser has kept may be older than the page.
      isFresh ||= !element.prerendered && !source.pending && !source.error;
      return isFresh || sourceOf(element) !== src ? current : excerpt;
    },
    set(reading: Reading | undefined) {
      current = reading;
    },
  });
}

function readExcerpt(text: string, src: string): Reading | undefined {
  try {
    const reading = {
      feed: JSON.parse(text) as Feed,
      base: new URL(src, document.baseURI).href,
      problems: [],
      whole: true,
    };
    handOn(reading);
    return reading;
  } catch {
    // Cut off: the elements draw themselves anew when their feed is there.
    return undefined;
  }
}

/** @param isSame Is this what the server has drawn? */
function takeOver(element: Prerendered, content: unknown, isSame: boolean) {
  const root = element.renderRoot as ShadowRoot;
  const { elementStyles } = element.constructor as typeof ReactiveElement;
  const sheets = elementStyles.map((style) => (style as CSSResult).styleSheet!);
  root.adoptedStyleSheets = [...sheets, ...root.adoptedStyleSheets];
  for (const child of [...root.children]) if (child.matches('style, link')) child.remove();
  element.renderOptions.isConnected = element.isConnected;
  try {
    if (!isSame) throw new Error('Drawn from a feed that the page does not hold.');
    hydrate(content, root, element.renderOptions);
  } catch {
    // Drawn by another version of the library, or changed on the way.
    root.replaceChildren();
    render(content, root, element.renderOptions);
  }
}
