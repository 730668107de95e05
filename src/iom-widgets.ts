/** Every element, registered: the library in one file. */
// <elements> of src/elements.ts, written by npm run elements
import './elements/news-feed/define.js';
import './elements/press-release/define.js';
import './elements/press-contact/define.js';
import './elements/org-chart/define.js';
import './elements/link-cards/define.js';
import './elements/sdg-grid/define.js';
import './elements/site-menu/define.js';
import './elements/about/define.js';
import './elements/key-figures/define.js';
import './elements/office-map/define.js';
// </elements>
export * from './index.js';
