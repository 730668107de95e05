/** An element as a page gets it: what fetches its script and registers it, and how high it stands before its feed is there, in `em`. */
export type Entry = [load: () => Promise<unknown>, height: number];

/** Every tag: the only list of them. The height of a news feed is that of one row. */
export const registry: Record<string, Entry> = {
  'iom-news-feed': [() => import('./elements/news-feed/define.js'), 10],
  'iom-press-release': [() => import('./elements/press-release/define.js'), 60],
  'iom-press-contact': [() => import('./elements/press-contact/define.js'), 26.5],
};
