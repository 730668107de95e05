/**
 * Registers an element. On a page that a server has filled, that is after the script which takes over what is there: no
 * other page loads it.
 */
export function define(tag: string, type: CustomElementConstructor): void {
  const page = globalThis.document as Document | undefined;
  // Firefox up to 100 and Safari up to 16.3 have no sheets to draw it with: what the page has in it stays.
  if (page && !('replaceSync' in CSSStyleSheet.prototype)) return;
  if (page?.querySelector('[data-prerendered]')) {
    import('./hydrate.js').then(({ ready }) => ready).then(() => register(tag, type), console.warn);
  } else register(tag, type);
}

/** The first one wins: a page with two copies of the library keeps working, and its owner is told. */
function register(tag: string, type: CustomElementConstructor) {
  if (customElements.get(tag)) console.warn(`<${tag}>: already defined.`);
  else customElements.define(tag, type);
}
