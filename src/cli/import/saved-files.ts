import { hash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { writeFileAtomic } from '../write-file-atomic.js';
import { slug } from './slug.js';

/** Pictures that browsers show, by their media types. */
const endings: Record<string, string> = {
  'image/png': 'png',
  'image/jpeg': 'jpg',
  'image/jpg': 'jpg',
  'image/gif': 'gif',
  'image/webp': 'webp',
  'image/avif': 'avif',
};

/**
 * Files from inside of documents and messages, which are written beside the feed once it is known that there will be one:
 * pictures of texts, and what was attached.
 */
export class SavedFiles {
  readonly #files = new Map<string, Uint8Array>();
  readonly #prefix: string;

  /** @param feed Name of the feed, which its folders begin with. Default: they are `pictures` and `attachments`. */
  constructor(feed = '') {
    this.#prefix = feed && `${feed.replace(/[^\w.-]+/g, '-')}-`;
  }

  /**
   * Takes a picture.
   *
   * @param type Media type.
   * @param name As it is called in its document.
   * @returns Its address from the feed, the same for the same picture; undefined for what browsers don't show.
   */
  readonly takePicture = (bytes: Uint8Array, type: string, name: string): string | undefined => {
    const ending = endings[type.toLowerCase()];
    return ending && bytes.length ? this.#take('picture', bytes, name, ending) : undefined;
  };

  /**
   * Takes a file that was attached.
   *
   * @param name As its message calls it, with an ending.
   * @returns Its address from the feed, the same for the same file.
   */
  readonly takeAttachment = (bytes: Uint8Array, name: string): string =>
    this.#take('attachment', bytes, name, /\.(\w+)$/.exec(name)![1].toLowerCase());

  #take(kind: 'picture' | 'attachment', bytes: Uint8Array, name: string, ending: string): string {
    const readable =
      slug(name.replace(/\.\w+$/, ''))
        .replace(/[^a-z\d-]/g, '')
        .slice(0, 40) || kind;
    const address = `${this.#prefix}${kind}s/${readable}-${hash('sha256', bytes, 'hex').slice(0, 8)}.${ending}`;
    this.#files.set(address, bytes);
    return address;
  }

  has(address: string): boolean {
    return this.#files.has(address);
  }

  /**
   * Writes them all.
   *
   * @param base Folder of the feed.
   * @throws {CommandError} When one can't be written.
   */
  async write(base: string): Promise<void> {
    for (const [address, bytes] of this.#files) {
      const file = join(base, address);
      // Its name says what is in it.
      if (existsSync(file)) continue;
      await mkdir(dirname(file), { recursive: true });
      await writeFileAtomic(file, bytes);
    }
  }
}
