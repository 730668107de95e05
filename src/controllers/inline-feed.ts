import { readFeed, type Reading } from '../feed/read.js';

/** What was read, by the feed. */
export const readings = new WeakMap<object, Promise<Reading>>();

/**
 * Reads a feed that stands in the page, as an object or as the text of a script element. The same object is read once,
 * however many elements get it.
 */
export function readInlineFeed(feed: object | string): Promise<Reading> {
  if (typeof feed === 'string') return readFeed(feed, document.baseURI);
  const reading = readings.get(feed) ?? readFeed(feed, document.baseURI);
  readings.set(feed, reading);
  // What an element hands on to another one inside it is the feed as it was read.
  reading.then((result) => readings.set(result.feed, reading), String);
  return reading;
}
