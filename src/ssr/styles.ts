import { createHash } from 'node:crypto';
import { attributeValue } from '../html/markup.js';
import { scope } from './scope.js';

/** Writes the styles of elements into a page: as style elements, or as links to files that the page's author serves. */
export class Styles {
  /** Content of the files, by name. */
  readonly sheets = new Map<string, string>();
  /** Hashes of the style elements, as `style-src` names them: https://www.w3.org/TR/CSP3/#grammardef-hash-source. */
  readonly hashes = new Set<string>();
  #known = new Map<string, string>();

  /** @param folder URL of the folder that the files will be in; without it there are style elements. */
  constructor(private folder?: string) {}

  /** Markup for the styles of an element. */
  markup = (css: string, tag: string): string => {
    let markup = this.#known.get(css);
    if (markup === undefined) this.#known.set(css, (markup = this.#write(css, tag)));
    return markup;
  };

  #write(whole: string, tag: string): string {
    const css = scope(whole);
    const hash = createHash('sha256').update(css);
    if (this.folder === undefined) {
      this.hashes.add(`'sha256-${hash.digest('base64')}'`);
      return `<style>${css}</style>`;
    }
    // A page that was filled by another version keeps its own file.
    const name = `${tag}-${hash.digest('hex').slice(0, 8)}.css`;
    this.sheets.set(name, css);
    return `<link rel="stylesheet" href=${attributeValue(`${this.folder}/${name}`)}>`;
  }
}
