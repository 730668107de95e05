/** Every element, registered: the library in one file. */
import './elements/news-feed/define.js';
import './elements/press-release/define.js';
import './elements/press-contact/define.js';
import './elements/org-chart/define.js';
import './elements/office-map/define.js';
export * from './index.js';
