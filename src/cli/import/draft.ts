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

/** An `id` that somebody wrote into a table or the head of a file: nothing else may have it. */
export interface WrittenId {
  /** File and line, or sheet and cell. */
  where: string;
  /** Tells what is wrong with it, as an error. */
  report: (what: string, fix: string) => void;
}

/** Such `id`s by their entries, beside them. */
export const writtenIds = new WeakMap<object, WrittenId>();

/**
 * Entries that refer to contacts and units by what somebody wrote, with what tells of references that lead nowhere, as a
 * warning.
 */
export const referrers = new WeakMap<object, (kind: 'contact' | 'unit', what: string, fix: string) => void>();

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
  /**
   * Keeps a picture from inside of a document beside the feed, and says its address from there; undefined for what browsers
   * don't show. Without it such pictures are left out.
   */
  pictures?: (bytes: Uint8Array, type: string, name: string) => string | undefined;
  /** Keeps an attachment of a message there, too, and says its address. Without it attachments are left out. */
  attachments?: (bytes: Uint8Array, name: string) => string;
}
