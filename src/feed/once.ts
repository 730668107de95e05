import type { Reading } from './read.js';
import { webUrl } from '../html/url.js';
import type { Place } from './values.js';

/**
 * Makes a reader of a part of feeds that reads each feed once. What it could not read is added to the `problems` of the
 * feed, from where it reaches the developer.
 */
export function once<T>(read: (feed: Reading['feed'], at: Place) => T): (reading: Reading) => T {
  const known = new WeakMap<Reading, T>();
  return (reading) => {
    if (!known.has(reading)) {
      const problems: string[] = [];
      const { feed, base } = reading;
      known.set(reading, read(feed, { base, path: '_iom', problems, site: () => webUrl(feed.home_page_url, base) }));
      // Not by spreading: there may be more of them than a call takes.
      const told = new Set(reading.problems);
      for (const problem of problems) if (!told.has(problem)) reading.problems.push(problem);
    }
    return known.get(reading)!;
  };
}
