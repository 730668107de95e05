import type { Card, Feed, Item } from '../../feed/schema/model.generated.js';
import type { ParsedFeed } from '../../feed/parse/parse-strict.js';
import { problemsOf } from '../../feed/parse/problems.js';

export const init = { bubbles: true, composed: true };

/** `iom-load`: a feed, or a newer copy of it, is on screen. */
export class LoadEvent extends Event {
  /** The parsed feed. */
  readonly feed: Feed;
  /** One line for each value of the feed that could not be read. */
  readonly problems: readonly string[];

  constructor(parsed: ParsedFeed) {
    super('iom-load', init);
    this.feed = parsed.feed;
    this.problems = problemsOf(parsed);
  }
}

/** `iom-navigate`: a visitor follows a link to an item or from a card. Cancel it to open the link your own way. */
export class NavigateEvent extends Event {
  constructor(
    readonly item: Item | Card,
    /** The click behind it; canceled together with this event. */
    readonly cause: Event,
  ) {
    super('iom-navigate', { ...init, cancelable: true });
  }
}

declare global {
  interface HTMLElementEventMap {
    'iom-load': LoadEvent;
    'iom-navigate': NavigateEvent;
  }
}
