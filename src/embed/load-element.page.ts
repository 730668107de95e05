/**
 * Loads an element by its tag without `iom-`: from the file beside the embed script that has its name. What all elements
 * need is asked for with it, and would otherwise be known only when the element is there.
 */
export const loadElement = (name: string): Promise<unknown> =>
  Promise.all([import(/* @vite-ignore */ `./elements/${name}.js`), import('iom:core')]);
