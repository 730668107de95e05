/** Loads an element by its tag without `iom-`. In the build for pages load-element.page.ts stands for this. */
export const loadElement: (name: string, language: string, index: number) => Promise<unknown> = (name) =>
  import(`../elements/${name}/define.ts`);
