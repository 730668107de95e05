/** Registers an element. The first one wins: a page with two copies of the library keeps working, and its owner is told. */
export function define(tag: string, type: CustomElementConstructor): void {
  if (customElements.get(tag)) console.warn(`<${tag}>: already defined.`);
  else customElements.define(tag, type);
}
