import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { key } from '../embed/protocol.js';
import type { FeedError } from '../feed/errors.js';
import type { Reading } from '../feed/read.js';
import { reload, subscribe, type Snapshot } from '../feed/store.js';
import { webUrl } from '../html/url.js';
import { addressIn } from '../i18n/language.js';
import type { takeInlineFeed } from './inline-feed.js';
import type { LanguageController } from './language.js';
import { lazy } from './lazy.js';

/** What an element says about the feed it wants. */
export interface FeedHost extends ReactiveControllerHost, HTMLElement {
  /** URL; `{lang}` stands for a language, as `addressIn` says. */
  src: string;
  /** The languages there are feeds in. */
  languages?: string;
  /** The feed itself, instead of a URL. */
  feed?: object;
  /** Seconds between requests; 0 asks once. */
  refresh: number;
}

/** Once it is there: asking for a script again takes as long as all else that a changed item does. */
let read: typeof takeInlineFeed | undefined;

/** Gets an element its feed: from the `feed` property, a script element inside it, or the URL in `src`. */
export class FeedController implements ReactiveController, Omit<Snapshot, 'error'> {
  /** The newest good copy. */
  reading?: Reading;
  /** Why there is none, or why it is not fresh; `no-source` when there is no URL to ask. */
  error?: FeedError | 'no-source';
  pending: unknown = true;

  /** What the feed comes from: a URL, or the feed itself. */
  origin?: object | string;
  #leave?: () => void;
  #refresh;

  /** @param language Says what `{lang}` stands for. */
  constructor(
    private host: FeedHost,
    private language: LanguageController,
  ) {
    host.addController(this);
    this.#refresh = lazy(host, () =>
      import('./rare.js').then(({ RefreshController }) => new RefreshController(host, this)),
    );
  }

  hostUpdate() {
    const { host } = this;
    // What never gets its turn has nothing to wait for.
    if (host[key] === true) this.pending = false;
    if (!host.isConnected || host[key]) return;
    const inline = host.feed ?? host.querySelector(':scope > script[type*=feed]')?.textContent;
    const url = host.src && webUrl(addressIn(host.src, this.language.tag, host.languages), document.baseURI);
    const origin = inline || url || '';
    if (origin !== this.origin) this.#follow(origin, !!inline);
    if (host.refresh) this.#refresh();
  }

  hostDisconnected() {
    this.#leave?.();
    this.origin = undefined;
  }

  /** Asks again. */
  retry() {
    reload(this.origin as string);
  }

  #follow(origin: object | string, inline: boolean) {
    this.#leave?.();
    this.#leave = undefined;
    this.origin = origin;
    const take = (snapshot: Partial<Snapshot> | { error: 'no-source' }) => {
      if (origin !== this.origin) return; // Too late: the element wants another feed now.
      Object.assign(this, { reading: undefined, error: undefined, pending: false }, snapshot);
      this.host.requestUpdate();
    };
    if (inline) {
      // What the page gave before stays until what it gives now is read.
      take({ pending: true, reading: this.reading });
      if (read) read(origin, take);
      else {
        import('./inline-feed.js')
          .then(({ takeInlineFeed }) => (read = takeInlineFeed)(origin, take))
          .catch((error: FeedError) => take({ error }));
      }
    } else if (origin) {
      this.#leave = subscribe(origin as string, (snapshot) => {
        if (snapshot.reading || snapshot.pending || !this.host.src.includes('{')) take(snapshot);
        else {
          // Perhaps there is one in another language.
          import('./rare.js')
            .then(({ findOther }) => findOther(this.host, this.language.tag, snapshot, take))
            .catch(() => take(snapshot));
        }
      });
    } else take({ error: 'no-source' });
  }
}
