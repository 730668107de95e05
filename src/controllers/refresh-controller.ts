import type { ReactiveController } from 'lit';
import { key as embedKey } from '../embed/protocol.js';
import { reload } from '../feed/load/store.js';
import type { FeedController, FeedHost } from './feed-controller.js';

/** When each URL was last asked for again, in milliseconds since 1970: elements that share a feed share the request. */
const asked = new Map<string, number>();

/**
 * Asks for a feed again every `refresh` seconds, though never more often than every 30, and not while the page is
 * hidden; then as soon as it is looked at. Where a visitor saves data, never.
 */
export class RefreshController implements ReactiveController {
  #since = Date.now();
  #timer?: ReturnType<typeof setInterval>;

  constructor(
    private host: FeedHost,
    private feed: FeedController,
  ) {
    host.addController(this);
  }

  hostConnected() {
    this.#timer = setInterval(this.#tick, 1000);
    document.addEventListener('visibilitychange', this.#tick);
  }

  hostDisconnected() {
    clearInterval(this.#timer);
    document.removeEventListener('visibilitychange', this.#tick);
  }

  #tick = () => {
    const { refresh } = this.host;
    const { key } = this.feed;
    const interval = Math.max(refresh, 30) * 1000;
    if (typeof key !== 'string' || !(refresh > 0) || document.hidden || window[embedKey]?.savesData) return;
    if (Date.now() - (asked.get(key) ?? this.#since) < interval) return;
    asked.set(key, Date.now());
    reload(key);
  };
}
