/** An element as a page gets it. */
export interface Entry {
  /** Fetches the script and registers the element. */
  load: () => Promise<unknown>;
  /** How high it stands before its feed is there, in `em`; with a `limit`, this is one row. */
  height: number;
}

/** Every tag: the only list of them. */
export const registry: Record<string, Entry> = {
  'iom-news-feed': { load: () => import('./elements/news-feed/define.js'), height: 10 },
  'iom-press-release': { load: () => import('./elements/press-release/define.js'), height: 60 },
  'iom-press-contact': { load: () => import('./elements/press-contact/define.js'), height: 20 },
};
