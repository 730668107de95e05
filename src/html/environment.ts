/** Where HTML of a feed is taken apart and put together. */
interface Environment {
  document: Document;
  /** Cleans HTML, by the names of the elements and attributes that stay. Without it the browser does. */
  sanitize?: (html: string, names: readonly string[], attributes: readonly string[]) => DocumentFragment;
  /** Makes of an element what a template can hold; without it, that is the element. */
  toTemplateValue?: (box: Element) => unknown;
}

/** The page itself. A server has none: src/ssr/ brings what it takes. */
export const environment: Environment = { document: globalThis.document };
