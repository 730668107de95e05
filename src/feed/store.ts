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
  /** True while a request is under way. */
  pending: boolean;
}

export type Listener = (snapshot: Snapshot) => void;

interface Entry {
  snapshot: Snapshot;
  listeners: Set<Listener>;
  request?: AbortController;
  /** What `snapshot.reading` was read from, to leave it alone when nothing changed. */
  text?: string;
}

const entries = new Map<string, Entry>();
/** Feeds kept in memory with nobody listening. */
const most = 20;

/** Answers asked for before this module was there: see autoload.ts. */
const early = (globalThis as { iomEarlyFeeds?: Map<string, Promise<Response>> }).iomEarlyFeeds;

/**
 * Listens to a feed. The first listener causes the request, the others share it; whoever comes later is told at once
 * what is known. The request ends when the last listener leaves.
 *
 * @param url Absolute URL.
 * @returns Ends listening.
 */
export function subscribe(url: string, listener: Listener): () => void {
  const entry = entries.get(url) ?? { snapshot: { pending: false }, listeners: new Set() };
  entries.set(url, entry);
  entry.listeners.add(listener);
  if (!entry.request && !entry.snapshot.reading) void load(url, entry);
  else listener(entry.snapshot);
  return () => {
    entry.listeners.delete(listener);
    // An element that is moved in the page leaves and comes back within one task.
    queueMicrotask(() => {
      if (entry.listeners.size) return;
      entry.request?.abort();
      if (!entry.snapshot.reading || entries.size > most) entries.delete(url);
    });
  };
}

/** Asks for a feed again and tells its listeners; while a request is under way there is no second one. */
export function reload(url: string): void {
  const entry = entries.get(url);
  if (entry && !entry.request) void load(url, entry);
}

async function load(url: string, entry: Entry): Promise<void> {
  const request = (entry.request = new AbortController());
  const { signal } = request;
  const tell = (change: Partial<Snapshot>) => {
    if (signal.aborted) return;
    entry.snapshot = { ...entry.snapshot, ...change };
    entry.listeners.forEach((listener) => listener(entry.snapshot));
  };
  const read = async (text: string) => (text === entry.text ? entry.snapshot.reading : readFeed(text, url));

  tell({ pending: true });
  if (!entry.snapshot.reading) {
    recall(url).then(async (text) => {
      const reading = text && (await read(text));
      if (reading && !entry.snapshot.reading) tell({ reading });
    }, String);
  }
  try {
    const answer = early?.get(url);
    early?.delete(url);
    const text = await fetchText(url, signal, {}, answer).catch(async (cause) => {
      signal.throwIfAborted();
      const { retry } = await import('./retry.js');
      return retry(url, cause, () => fetchText(url, signal), signal);
    });
    const reading = await read(text);
    entry.text = text;
    tell({ reading, error: undefined, pending: false });
    keep(url, text).catch(String);
  } catch (error) {
    tell({ error: error as FeedError, pending: false });
  }
  if (entry.request === request) entry.request = undefined;
}
