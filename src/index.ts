/** Classes and types, without registering anything. */
// <elements> of src/elements.ts, written by npm run elements
export { NewsFeed } from './elements/news-feed/news-feed.js';
export { PressRelease } from './elements/press-release/press-release.js';
export { PressContact } from './elements/press-contact/press-contact.js';
export { OrgChart } from './elements/org-chart/org-chart.js';
export { LinkCards } from './elements/link-cards/link-cards.js';
export { SdgGrid } from './elements/sdg-grid/sdg-grid.js';
export { SiteMenu } from './elements/site-menu/site-menu.js';
export { About } from './elements/about/about.js';
export { KeyFigures } from './elements/key-figures/key-figures.js';
export { OfficeMap } from './elements/office-map/office-map.js';
// </elements>
export { LoadEvent, NavigateEvent } from './elements/base/events.js';
export { SelectEvent } from './elements/base/select-event.js';
export { LoadErrorEvent } from './elements/base/load-error-event.js';
export { IomElement } from './elements/base/iom-element.js';
export type { ConsentEvent } from './embed/consent.js';
export { FeedError, type FeedErrorCode } from './feed/load/errors.js';
export type * from './feed/schema/model.generated.js';
