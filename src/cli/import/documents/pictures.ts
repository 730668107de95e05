import type { Item } from '../../../feed/schema/model.generated.js';
import type { ImportOptions } from '../draft.js';
import type { Source } from '../source.js';

/** Stands for the folder of the feed while a text is read: its links are resolved, and those of pictures are not to be. */
const placeholder = 'https://embedded.invalid/';

/** The pictures inside of a document or a message. */
export class EmbeddedPictures {
  #lost = 0;

  constructor(
    readonly source: Source,
    readonly options: ImportOptions,
  ) {}

  /** Whether there is a place for them. */
  get isKept(): boolean {
    return !!this.options.pictures;
  }

  /**
   * Keeps a picture beside the feed.
   *
   * @param type Media type, such as `image/png`.
   * @returns An address for the text; undefined where it can't be kept, which is counted.
   */
  keep(bytes: Uint8Array, type: string, name = ''): string | undefined {
    const address = this.options.pictures?.(bytes, type, name);
    if (address === undefined) this.#lost++;
    return address && placeholder + address;
  }

  /** Counts a picture that isn't there. */
  miss(): void {
    this.#lost++;
  }

  /** HTML whose pictures that stand in the text itself are kept. */
  fromData(html: string): string {
    return html.replace(
      /(<img\b[^>]*?\ssrc\s*=\s*["']?)data:(image\/[\w+.-]+);base64,([\w+/=\s]+)/gi,
      (whole, before: string, type: string, data: string) => {
        const address = this.isKept ? this.keep(Buffer.from(data, 'base64'), type) : undefined;
        return address ? before + address : whole;
      },
    );
  }

  /** Tells of those that were left out. */
  report(): void {
    const number = this.#lost;
    if (!number) return;
    const what = number === 1 ? 'there is a picture in it' : `there are ${number} pictures in it`;
    const why = this.isKept ? 'in a form that browsers don’t show' : 'as --out names no place for them';
    this.source.notes.add(
      'warning',
      undefined,
      what,
      `left out, ${why}; publish what is needed, and add its address to the feed`,
    );
  }
}

/** An item with the addresses of its pictures as they are in the feed. */
export const withPictures = (item: Item): Item => JSON.parse(JSON.stringify(item).replaceAll(placeholder, '')) as Item;
