import type { FeedError } from '../../feed/load/errors.js';
import { init } from './events.js';

/** `iom-error`: the feed could not be loaded. Older content, if there is any, stays on screen. */
export class LoadErrorEvent extends Event {
  constructor(readonly error: FeedError) {
    super('iom-error', init);
  }
}

declare global {
  interface HTMLElementEventMap {
    'iom-error': LoadErrorEvent;
  }
}
