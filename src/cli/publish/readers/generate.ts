/** What is loaded only when there is a feed to be written: feedsmith is a sixth of all modules of publish. */
export { toAtom, toAtomEntry } from './atom.js';
export { toRss, toRssItem } from './rss.js';
