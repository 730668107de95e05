/** Classes and types, without registering anything. */
export { NewsFeed } from './elements/news-feed/news-feed.js';
export { OrgChart } from './elements/org-chart/org-chart.js';
export { PressContact } from './elements/press-contact/press-contact.js';
export { PressRelease } from './elements/press-release/press-release.js';
export { LoadEvent, NavigateEvent } from './elements/events.js';
export { SelectEvent } from './elements/select-event.js';
export { LoadErrorEvent } from './elements/load-error-event.js';
export { IomElement } from './elements/iom-element.js';
export type { ConsentEvent } from './embed/consent.js';
export { FeedError, type FeedErrorCode } from './feed/errors.js';
export type * from './feed/model.js';
