/**
 * Registers an element. The first one wins: a page with two copies of the library keeps working, and its owner is told.
 * What a server has drawn is taken over by a script that only such pages load.
 */
export async function define(tag: string, type: CustomElementConstructor): Promise<void> {
  if (globalThis.document?.querySelector('[data-prerendered]')) await import('./hydration.js');
  if (customElements.get(tag)) console.warn(`<${tag}>: already defined.`);
  else customElements.define(tag, type);
}
