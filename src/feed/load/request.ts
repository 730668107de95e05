import { subscribe, type FeedState } from './store.js';

/**
 * Asks for a feed once: its first copy, or why there is none. The request goes on after a copy that the browser has kept,
 * so that the feed is in memory for whoever wants it next.
 */
export const request = (url: string): Promise<FeedState> =>
  new Promise((done) => {
    const leave = subscribe(url, (snapshot) => {
      if (snapshot.parsed || !snapshot.pending) done({ ...snapshot });
      // Whoever asked listens by then, so that there is one request.
      if (!snapshot.pending) setTimeout(() => leave());
    });
  });
