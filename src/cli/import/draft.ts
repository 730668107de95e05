import type { Feed, FeedExtension, Item } from '../../feed/model.js';

/** What one source gives to the feed. */
export type Draft = Omit<Partial<Feed>, 'items' | '_iom'> & { items: Item[]; _iom: Omit<FeedExtension, 'about'> };

/** What the user knows about the sources and they don't say. */
export interface ImportOptions {
  /** BCP 47 tag of the texts that name no language. */
  lang?: string;
  /** URL that relative links lead from. */
  base?: string;
  /** ISO 3166-1 alpha-2 code of the telephone numbers without a country code. */
  country?: string;
}
