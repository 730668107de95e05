/** Registers an element. The first one wins: a page with two copies of the library keeps working and is told. */
export function define(tag: string, type: CustomElementConstructor): void {
  const there = customElements.get(tag);
  if (!there) customElements.define(tag, type);
  else if (there !== type) console.warn(`<${tag}>: already defined; load iom-widgets once.`);
}
