/** What few pages need, in one file: the name of each is a dozen bytes for all the others. */
export { follow } from './new-language.js';
export { findOther } from './other-feed.js';
export { RefreshController } from './refresh-controller.js';
