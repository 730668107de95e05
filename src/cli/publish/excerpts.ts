import { dateTextOf } from '../../i18n/date-text.js';
import { sizeForList, sizesForCards } from '../../feed/parts/image-sizes.js';
import { parseLenient } from '../../feed/parse/parse-lenient.js';
import type { ImageSize, Item } from '../../feed/schema/model.generated.js';
import { addressFrom } from './addresses.js';
import { itemName } from './names.js';
import { isRewritten, pathOf, textOf, type PublicationContext } from './page.js';
import type { StoredItem } from './item-facts.js';
import type { Shard } from './shards.js';

/** Items that have a file of their own: who opens one of the newest need not download what stands beside it. */
const ownFiles = 100;

/** Where the items of a feed are, whole, and what stands for them elsewhere. */
export class Excerpts {
  /** The newest items with a text, each with the name of the file that it has to itself. */
  readonly own = new Map<StoredItem, string>();
  /** Those that stand in all files alike: some are in many. */
  readonly #parsed = new Map<StoredItem, Item>();

  constructor(
    readonly feed: Shard,
    readonly setting: PublicationContext,
  ) {
    const taken = new Set<string>();
    for (const item of feed.items.slice(0, ownFiles)) {
      const { id, content_html, content_text } = this.read(item, pathOf('feed'));
      const name = (typeof id === 'string' && id) || typeof id === 'number' ? `item/${itemName(`${id}`)}` : '';
      // Of two with one id the newer one is shown.
      if (!name || taken.has(name) || !(content_html || content_text)) continue;
      taken.add(name);
      this.own.set(item, name);
    }
  }

  /** An item as it stands in a file of the publication: not to be changed. */
  read(item: StoredItem, file: string): Item {
    if (isRewritten(item, this.setting)) return JSON.parse(textOf(item, file, this.setting).toString()) as Item;
    const parsed = this.#parsed.get(item) ?? (JSON.parse(this.setting.source(item).toString()) as Item);
    this.#parsed.set(item, parsed);
    return parsed;
  }

  /**
   * What a list shows of an item; nothing where that is nothing.
   *
   * @param file The file of the publication that it goes into.
   * @param isAll Whether there are no other items: then filters have what they need, and nothing is to be fetched for them.
   */
  listed(item: StoredItem, file: string, isAll: boolean): object | undefined {
    const whole = this.read(item, file);
    const { id, url, external_url, summary, image, date_published, tags, _iom } = whole;
    const title = titleOf(whole);
    if (!title) return undefined;
    const sizes = sizesOf(_iom);
    return {
      id,
      url,
      external_url,
      title,
      summary,
      content_text: typeof summary === 'string' ? summary : '',
      image: sizeForList(sizes)?.url ?? image,
      language: this.#language(whole),
      date_published,
      tags: isAll ? tags : undefined,
      _iom: {
        kind: _iom?.kind,
        dateline: _iom?.dateline,
        countries: isAll ? _iom?.countries : undefined,
        image_sizes: sizes && sizesForCards(sizes),
        date_text: dateTextOf(whole, this.setting.head.language),
        ...this.#mark(item, file),
      },
    };
  }

  /** What another item shows of one that it leads to: nothing where there is no page to lead to. */
  related(item: StoredItem, file: string): object | undefined {
    const whole = this.read(item, file);
    const title = titleOf(whole);
    return whole.url && title ? this.#named(item, whole, title, file) : undefined;
  }

  /** What there must be of an item to know whom it names. */
  withContacts(item: StoredItem, file: string): object {
    const whole = this.read(item, file);
    const { contacts } = Object(whole._iom) as NonNullable<Item['_iom']>;
    return this.#named(item, { ...whole, url: undefined }, titleOf(whole) ?? '', file, contacts);
  }

  #named(item: StoredItem, whole: Item, title: string, file: string, contacts?: string[]): object {
    const { id, url } = whole;
    const language = this.#language(whole);
    return { id, url, title, content_text: title, language, _iom: { contacts, ...this.#mark(item, file) } };
  }

  /** What is said of the feed need not be said of each item. */
  #language({ language }: Item) {
    return language === this.setting.head.language ? undefined : language;
  }

  #mark(item: StoredItem, file: string) {
    const name = this.own.get(item) ?? this.feed.pages.find(({ items }) => items.includes(item))?.name ?? 'feed';
    return { excerpt_of: addressFrom(file, pathOf(name), this.setting.url) };
  }
}

function sizesOf(extension: Item['_iom']): ImageSize[] | undefined {
  const { image_sizes: sizes } = Object(extension) as NonNullable<Item['_iom']>;
  return Array.isArray(sizes) ? sizes.filter((size) => size?.url && size.width > 0) : undefined;
}

/** What elements call an item by. */
function titleOf(whole: Item): string | undefined {
  const { title } = whole;
  if (typeof title === 'string' && title.trim()) return title;
  return parseLenient({ items: [whole] }, 'https://feed.invalid/').feed.items[0]?.title;
}
