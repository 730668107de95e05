import { drawOnServer } from '../helpers/render.js';

await drawOnServer();
await import('../elements/news-feed.test.js');
