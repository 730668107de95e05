import { drawOnServer } from '../helpers/present.js';

await drawOnServer();
await import('../elements/link-cards.test.js');
