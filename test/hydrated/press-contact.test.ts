import { drawOnServer } from '../helpers/render.js';

await drawOnServer();
await import('../elements/press-contact.test.js');
