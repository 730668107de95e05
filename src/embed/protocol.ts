/**
 * Under this symbol is what the embed script and the elements agree on: any name of a global may be the page's own, be it by
 * an `id`. The embed script takes only types from here and makes the symbol itself, because a file that it shared with the
 * elements would have to be there before it.
 */
export const key: unique symbol = Symbol.for('iom-widgets');

declare global {
  interface Element {
    /**
     * Gives the place of an element back. It is there as long as the embed script keeps the element waiting, far from what
     * the visitor sees or not agreed to; false when its time has come, true when it never will.
     */
    [key]?: boolean | (() => void);
  }
  interface Window {
    [key]?: Embed;
  }
}

/** The embed script of a page. */
export interface Embed {
  /** Answers to feeds that were asked for ahead, by absolute URL; undefined for those that were taken. */
  feeds: Record<string, Promise<Response> | undefined>;
  watch: (root: Document | ShadowRoot) => void;
  /** Whether the visitor saves data: set by deferred.ts. */
  savesData?: boolean;
}

/** An element of ours, what is going to be one, or a `div` that stands for one. */
export interface PendingElement extends HTMLElement {
  feed?: object;
  src?: string;
  requestUpdate?: () => void;
}
