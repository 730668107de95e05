import { keep, recall } from './cache.js';
import type { FeedError } from './errors.js';
import { fetchText } from './fetch.js';
import { readFeed, type Reading } from './read.js';

/** What is known of a feed at a moment. */
export interface Snapshot {
  /** The newest good copy; from the cache until the network has answered. */
  reading?: Reading;
  /** Why the last request brought nothing. With a `reading` beside it, that one is stale. */
  error?: FeedError;
  /** Something while a request is under way. */
  pending?: unknown;
}

export type Listener = (snapshot: Snapshot) => void;

interface Entry extends Snapshot {
  listeners: Set<Listener>;
  /** Ends the request that is under way. */
  pending?: AbortController;
  /** What `reading` was read from, to leave it alone when nothing changed. */
  text?: string;
  /** True while `reading` is the copy that the browser has kept, and the network has not answered. */
  isKept?: boolean;
}

/** Milliseconds that elements may draw themselves for before the page has its turn: ten of them keep a phone busy. */
const slice = 8;

const entries = new Map<string, Entry>();

/**
 * Listens to a feed. The first listener causes the request, the others share it; whoever comes later is told at once
 * what is known. The request ends when the last listener leaves.
 *
 * @param url Absolute URL.
 * @returns Ends listening.
 */
export function subscribe(url: string, listener: Listener): () => void {
  const entry = entries.get(url) ?? { listeners: new Set() };
  entries.set(url, entry);
  entry.listeners.add(listener);
  if (!entry.pending && !entry.reading) void load(url, entry);
  else listener(entry);
  return () => {
    // Whoever has left already must not take the feed from those who came since.
    if (!entry.listeners.delete(listener)) return;
    // An element that is moved in the page leaves and comes back within one task.
    queueMicrotask(() => {
      if (entry.listeners.size) return;
      entry.pending?.abort();
      entry.pending = undefined;
      // Twenty feeds stay in memory though nobody listens.
      if (!entry.reading || entry.isKept || entries.size > 20) entries.delete(url);
    });
  };
}

/** Asks again for a feed that somebody listens to; while a request is under way there is no second one. */
export function reload(url: string): void {
  const entry = entries.get(url);
  if (entry && !entry.pending) void load(url, entry);
}

async function load(url: string, entry: Entry): Promise<void> {
  const { signal } = (entry.pending = new AbortController());
  const tell = async (change: Partial<Entry>) => {
    Object.assign(entry, change);
    let end = performance.now() + slice;
    for (const listener of [...entry.listeners]) {
      if (performance.now() > end) {
        await new Promise((next) => setTimeout(next));
        end = performance.now() + slice;
      }
      // Some may have left meanwhile.
      if (entry.listeners.has(listener)) listener(entry);
      // It draws itself before the clock is looked at again.
      await Promise.resolve();
    }
  };
  /** Takes a text for the feed, unless it is what is there already. */
  const take = async (text: string, change: Partial<Entry>) => {
    const reading = text === entry.text ? entry.reading : await readFeed(text, url);
    // What the network has brought meanwhile is newer than what was kept.
    if (!signal.aborted && !(change.isKept && entry.reading)) void tell({ ...change, reading, text });
  };

  // That a request is under way.
  void tell({});
  if (!entry.reading) {
    recall(url)
      .then((text) => {
        if (text && !entry.reading) return take(text, { isKept: true });
      })
      .catch(String);
  }
  try {
    const text = await fetchText(url, signal).catch(async (cause) => {
      signal.throwIfAborted();
      const { retry } = await import('./retry.js');
      return retry(url, cause, () => fetchText(url, signal), signal);
    });
    await take(text, { error: undefined, pending: undefined, isKept: false });
    // Not before what was asked for is on screen: it takes 2 ms.
    setTimeout(() => void keep(url, text).catch(String));
  } catch (error) {
    if (!signal.aborted) void tell({ error: error as FeedError, pending: undefined });
  }
}
