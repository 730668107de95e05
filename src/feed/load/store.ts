import { writeCache, readCache } from './cache.js';
import type { FeedError } from './errors.js';
import { fetchText } from './fetch.js';
import { parseFeed, type ParsedFeed } from '../parse/parse-strict.js';

/** What is known of a feed at a moment. */
export interface FeedState {
  /** The newest good copy; from the cache until the network has answered. */
  parsed?: ParsedFeed;
  /** Why the last request brought nothing. With `parsed` beside it, that one is stale. */
  error?: FeedError;
  /** Something while a request is under way. */
  pending?: unknown;
  /** True while `parsed` is the copy that the browser has kept, and the network has not answered. */
  isFromCache?: boolean;
}

export type Listener = (snapshot: FeedState) => void;

interface Entry extends FeedState {
  listeners: Set<Listener>;
  /** Ends the request that is under way. */
  pending?: AbortController;
  /** What `parsed` was parsed from, to leave it alone when nothing changed. */
  text?: string;
}

/** Milliseconds that elements may draw themselves for before the page has its turn: ten of them keep a phone busy. */
const frameBudget = 8;

const entries: Record<string, Entry | undefined> = {};

/**
 * Listens to a feed. The first listener causes the request, the others share it; whoever comes later is told at once
 * what is known. The request ends when the last listener leaves.
 *
 * @param url Absolute URL.
 * @returns Ends listening.
 */
export function subscribe(url: string, listener: Listener): () => void {
  const entry = (entries[url] ??= { listeners: new Set() });
  entry.listeners.add(listener);
  if (!entry.pending && !entry.parsed) void load(url, entry);
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
      if (!entry.parsed || entry.isFromCache || Object.keys(entries).length > 20) delete entries[url];
    });
  };
}

/** Asks again for a feed that somebody listens to; while a request is under way there is no second one. */
export function reload(url: string): void {
  const entry = entries[url];
  if (entry && !entry.pending) void load(url, entry);
}

async function load(url: string, entry: Entry): Promise<void> {
  const { signal } = (entry.pending = new AbortController());
  const report = async (change: Partial<Entry>) => {
    Object.assign(entry, change);
    let end = performance.now() + frameBudget;
    for (const listener of [...entry.listeners]) {
      if (performance.now() > end) {
        await new Promise((next) => setTimeout(next));
        end = performance.now() + frameBudget;
      }
      // Some may have left meanwhile.
      if (entry.listeners.has(listener)) listener(entry);
      // It draws itself before the clock is looked at again.
      await Promise.resolve();
    }
  };
  /** Takes a text for the feed, unless it is what is there already. */
  const take = async (text: string, change: Partial<Entry>) => {
    const parsed = text === entry.text ? entry.parsed : await parseFeed(text, url);
    // What the network has brought meanwhile is newer than what was kept.
    if (!signal.aborted && !(change.isFromCache && entry.parsed)) void report({ ...change, parsed, text });
  };

  // That a request is under way.
  void report({});
  if (!entry.parsed) {
    readCache(url)
      .then((text): unknown => text && take(text, { isFromCache: true }))
      .catch(String);
  }
  try {
    const text = await fetchText(url, signal).catch(async (cause) => {
      signal.throwIfAborted();
      return (await import('./retry.js')).retry(url, cause, signal);
    });
    await take(text, { error: undefined, pending: undefined, isFromCache: false });
    // Not before what was asked for is on screen: it takes 2 ms.
    setTimeout(() => void writeCache(url, text).catch(String));
  } catch (error) {
    if (!signal.aborted) void report({ error: error as FeedError, pending: undefined });
  }
}
