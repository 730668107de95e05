import { drawOnServer } from '../helpers/present.js';

await drawOnServer();
await import('../elements/news-feed.test.js');
