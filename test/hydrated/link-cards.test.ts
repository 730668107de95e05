import { drawOnServer } from '../helpers/render.js';

await drawOnServer();
await import('../elements/link-cards.test.js');
