import { hash } from 'node:crypto';
import { primarySubtag } from '../../../i18n/locale.js';
import type { FeedExtension } from '../../../feed/schema/model.generated.js';
import { readLanguage, textIn, type StoredItem } from '../item-facts.js';
import { itemName } from '../names.js';
import { isRewritten, textOf, type PublicationContext } from '../page.js';
import type { Shard } from '../shards.js';
import { listPage } from './list-page.js';
import { releasePage } from './release-page.js';
import { between } from './source.js';

/** Folder of the pages in a publication. */
export const textFolder = 'text';
/** Of how pages are made; with another one all are made anew. */
const version = 1;

/** A page, before it is written. */
export interface TextPage {
  path: string;
  /** Says in a few letters what it holds. */
  key: string;
  content: () => Promise<Buffer>;
}

/** The list in one language. */
export interface ListPage {
  path: string;
  /** BCP 47; undefined where nothing says it. */
  language?: string;
  /** Newest first. */
  items: StoredItem[];
}

/** Where the pages of a publication are. */
export class TextPages {
  /** BCP 47: of the feed as a whole, where it says one. */
  readonly language: string | undefined;
  /** That of the feed’s own language first. */
  readonly lists: ListPage[] = [];
  readonly #releases = new Map<StoredItem, string>();
  readonly #lists = new Map<string, ListPage>();
  readonly #byUrl = new Map<string, string>();

  constructor(
    { items }: Shard,
    readonly setting: PublicationContext,
  ) {
    this.language = readLanguage(setting.head.language);
    const own = this.language ?? items[0]?.language;
    this.#add(primaryOf(own), own);
    const taken = new Set<string>();
    for (const item of items) {
      const { id } = item.facts;
      const name = itemName(/^(?:string|number)$/.test(typeof id) ? textIn(`${id as string}`) : item.hash);
      // Of two with one id the newer one is shown.
      if (taken.has(name)) continue;
      taken.add(name);
      this.#releases.set(item, `${textFolder}/item/${name}.html`);
      this.#add(primaryOf(item.language), item.language).items.push(item);
    }
    // With one language there is nothing to lead to.
    if (this.lists.length > 1) this.#readUrls();
  }

  #add(primary: string, language: string | undefined): ListPage {
    let list = this.#lists.get(primary);
    if (!list) {
      const path = this.lists.length ? `${textFolder}/language/${primary || 'und'}.html` : `${textFolder}/index.html`;
      list = { path, language, items: [] };
      this.#lists.set(primary, list);
      this.lists.push(list);
    }
    return list;
  }

  #readUrls(): void {
    for (const [item, path] of this.#releases) {
      const { url } = JSON.parse(this.setting.source(item).toString()) as { url?: unknown };
      if (typeof url === 'string') this.#byUrl.set(url, path);
    }
  }

  /** Path of the page of an item; undefined for one that has the `id` of a newer one. */
  pathOf(item: StoredItem): string | undefined {
    return this.#releases.get(item);
  }

  /** The list that an item is in. */
  listOf(item: StoredItem): ListPage {
    return this.#lists.get(primaryOf(item.language))!;
  }

  /** Address of the page of ours about what is at an address of the site; undefined where there is none. */
  atUrl(url: string, from: string): string | undefined {
    const path = this.#byUrl.get(url);
    return path && between(from, path);
  }

  /** What the feed calls kinds, for pages in its language. */
  labelsFor(language: string | undefined): FeedExtension['labels'] {
    const { head } = this.setting;
    return primaryOf(language) === primaryOf(this.lists[0].language) ? head._iom?.labels : undefined;
  }

  /** All of them, each with what says whether it is the one from before. */
  async all(): Promise<TextPage[]> {
    const { setting, lists } = this;
    const made: TextPage[] = [];
    for (const list of lists) {
      const content = await listPage(list, this, setting);
      made.push({ path: list.path, key: keyOf(content), content: () => Promise.resolve(content) });
    }
    const { title, home_page_url, language, _iom } = setting.head;
    const { attachments, withheld } = setting;
    const shared = keyOf(
      JSON.stringify([
        ...[version, title, home_page_url, language, _iom?.labels, _iom?.contacts, [...withheld]],
        ...[
          lists.map((list) => [list.path, list.language]),
          [...this.#byUrl],
          Array.from(attachments, ([address, file]) => [address, file.path]),
        ],
      ]),
    );
    for (const [item, path] of this.#releases) {
      const source = isRewritten(item, setting) ? textOf(item, path, { ...setting, url: undefined }) : item.hash;
      const key = keyOf(`${shared} ${item.language} ${keyOf(source)}`);
      made.push({ path, key, content: () => releasePage(item, path, this, setting) });
    }
    return made;
  }
}

const primaryOf = (language: string | undefined): string => (language ? primarySubtag(language) : '');

const keyOf = (content: string | Buffer): string => hash('sha256', content, 'base64url').slice(0, 22);
