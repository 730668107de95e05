import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { key as embedKey } from '../embed/protocol.js';
import type { FeedError } from '../feed/load/errors.js';
import type { ParsedFeed } from '../feed/parse/parse-strict.js';
import { subscribe, type FeedState } from '../feed/load/store.js';
import { toHttpUrl } from '../html/http-url.js';
import { addressIn } from '../i18n/locale.js';
import type { loadInlineFeed } from './inline-feed.js';
import type { LanguageController } from './language-controller.js';

/** What is known of a feed when something has changed. */
export type FeedAnswer = Omit<FeedState, 'error'> & { error?: FeedError | 'no-source' };

/** What an element says about the feed it wants. */
export interface FeedHost extends ReactiveControllerHost, HTMLElement {
  /** URL; `{lang}` stands for a language, as `addressIn` says. */
  src: string;
  /** The languages there are feeds in. */
  languages?: string;
  /** Says what `{lang}` stands for. */
  readonly language: LanguageController;
  /** The feed itself, instead of a URL. */
  feed?: object;
  /** Seconds between requests; 0 asks once. */
  refresh: number;
}

/**
 * Reads feeds that stand in the page; set by inline-feed.ts once it is there. Asking for that script again takes as long as
 * all else that a changed item does.
 */
export const inline: { load?: typeof loadInlineFeed } = {};

/** Gets an element its feed: from the `feed` property, a script element inside it, or the URL in `src`. */
export class FeedController implements ReactiveController, Omit<FeedState, 'error'> {
  /** The newest good copy. */
  parsed?: ParsedFeed;
  /** Why there is none, or why it is not fresh; `no-source` when there is no URL to ask. */
  error?: FeedError | 'no-source';
  pending: unknown = true;
  /** True for whoever comes back, until the network has answered. */
  declare isFromCache?: boolean;

  /** What the feed comes from: a URL, or the feed itself. */
  key?: object | string;
  /**
   * What counts as known instead of an answer, where there is something: what a page that a server has filled holds of its
   * feed, until the feed has answered. Asked for each answer; set by elements/base/hydrate.ts.
   */
  heldExcerpt?: (answer: FeedAnswer) => { parsed: ParsedFeed } | undefined;
  /** On its way, or there, where a feed is asked for again and again. */
  refresher?: Promise<unknown>;
  #unsubscribe?: () => void;

  constructor(private host: FeedHost) {
    host.addController(this);
  }

  hostUpdate() {
    const { host } = this;
    const waits = host[embedKey];
    // What never gets its turn has nothing to wait for.
    if (waits === true) this.pending = false;
    if (!host.isConnected || waits) return;
    const ownFeed = host.feed ?? host.querySelector<HTMLScriptElement>(':scope > script[type*=feed]')?.text;
    const url = host.src && toHttpUrl(addressIn(host.src, host.language.tag, host.languages), document.baseURI);
    const key = ownFeed || url || '';
    if (key !== this.key) this.#load(key, !!ownFeed);
    if (host.refresh) {
      this.refresher ??= import('./rare.js').then(
        ({ RefreshController }) => new RefreshController(host, this),
        console.warn,
      );
    }
  }

  hostDisconnected() {
    this.#unsubscribe?.();
    this.key = undefined;
  }

  #load(key: object | string, isInline: boolean) {
    // Twice does no harm.
    this.#unsubscribe?.();
    this.key = key;
    const take = (snapshot: FeedAnswer) => {
      if (key !== this.key) return; // Too late: the element wants another feed now.
      Object.assign(
        this,
        { parsed: undefined, error: undefined, pending: false },
        snapshot,
        this.heldExcerpt?.(snapshot),
      );
      this.host.requestUpdate();
    };
    if (isInline) {
      // What the page gave before stays until what it gives now is read.
      take({ pending: true, parsed: this.parsed });
      if (inline.load) inline.load(key, take);
      else {
        import('./inline-feed.js')
          .then(({ loadInlineFeed }) => loadInlineFeed(key, take))
          .catch((error: FeedError) => take({ error }));
      }
    } else if (key) {
      this.#unsubscribe = subscribe(key as string, (snapshot) => {
        if (snapshot.parsed || snapshot.pending || !this.host.src.includes('{')) take(snapshot);
        else {
          // Perhaps there is one in another language.
          import('./rare.js').then(({ findOther }) => findOther(this.host, snapshot, take)).catch(() => take(snapshot));
        }
      });
    } else take({ error: 'no-source' });
  }
}
