/** Classes and types, without registering anything. */
export { NewsFeed } from './elements/news-feed/news-feed.js';
export { LoadEvent, NavigateEvent } from './elements/events.js';
export { LoadErrorEvent } from './elements/load-error-event.js';
export { FeedError, type FeedErrorCode } from './feed/errors.js';
export type * from './feed/model.js';
