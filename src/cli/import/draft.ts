import type { Feed, FeedExtension, Item } from '../../feed/schema/model.generated.js';
import type { Diagnostics } from '../diagnostics.js';

/** What one source gives to the feed. */
export type Draft = Omit<Partial<Feed>, 'items' | '_iom'> & { items: Item[]; _iom: Omit<FeedExtension, 'about'> };

/** Where an item came from, and what is known of it that the feed doesn't say. */
export interface Origin {
  notes: Diagnostics;
  lineOf: () => number | undefined;
  /** What all translations of a story have in common. */
  story?: string;
}

/** Origins of items, beside them: nothing of it gets into the feed. */
export const origins = new WeakMap<Item, Origin>();

/** Where the next page of a source is. */
export const nextPages = new WeakMap<Draft, string>();

/** What the user knows about the sources and they don't say. */
export interface ImportOptions {
  /** BCP 47 tag of the texts that name no language. */
  lang?: string;
  /** URL that relative links lead from. */
  base?: string;
  /** ISO 3166-1 alpha-2 code of the telephone numbers without a country code. */
  country?: string;
  /** Whether to take what is planned, under embargo until its day. */
  planned?: boolean;
}
