import type { ReactiveController } from 'lit';
import { isEmbargoed } from '../../feed/parts/embargo.js';
import { completeFeed } from '../../feed/parse/parse-lenient.js';
import type { Item } from '../../feed/schema/model.generated.js';
import type { ParsedFeed } from '../../feed/parse/parse-strict.js';
import { reload, subscribe, type FeedState } from '../../feed/load/store.js';
import type { IomElement } from '../base/iom-element.js';

/** An item with the feed that holds it. */
export interface WholeItem {
  item: Item;
  parsed: ParsedFeed;
}

/** What was said already: once for all elements that show an item. */
const said = new Set<string>();

/** Fetches what a light list only has an excerpt of. Loaded only for an element that shows one. */
export class WholeItems implements ReactiveController {
  #url?: string;
  /** The excerpt as text: another one means that the item is another, too. */
  #excerpt = '';
  #state: FeedState = {};
  #unsubscribe?: () => void;

  constructor(private host: IomElement) {
    host.addController(this);
  }

  hostDisconnected() {
    this.#unsubscribe?.();
    this.#url = undefined;
  }

  /** The item whose excerpt this is; undefined while it is on its way, null where it can't be had. */
  find(excerpt: Item): WholeItem | null | undefined {
    const url = excerpt._iom!.excerpt_of!;
    const text = JSON.stringify(excerpt);
    if (url !== this.#url) this.#subscribe(url);
    else if (text !== this.#excerpt) reload(url);
    this.#excerpt = text;
    const { parsed, error, pending } = this.#state;
    const whole = parsed && completeFeed(parsed);
    const item = whole?.feed.items.find(
      (entry) => entry.id === excerpt.id && !entry._iom?.excerpt_of && !isEmbargoed(entry),
    );
    if (item) return { item, parsed: parsed! };
    if (pending) return undefined;
    this.#report(excerpt.id, url, error ? error.message : 'there is no item with this id');
    return null;
  }

  #subscribe(url: string) {
    this.#unsubscribe?.();
    this.#url = url;
    this.#state = { pending: true };
    this.#unsubscribe = subscribe(url, (state) => {
      if (url !== this.#url) return;
      this.#state = { ...state };
      this.host.requestUpdate();
    });
  }

  #report(id: string, url: string, reason: string) {
    if (said.has(url)) return;
    said.add(url);
    console.warn(
      `<${this.host.localName}>: Only an excerpt of “${id}” is shown, with a link to its page: the full item could not be loaded from ${url} (${reason}).\n` +
        'Serve all files of a publication together; if one is missing, publish again.',
    );
  }
}
