import { drawOnServer } from '../helpers/present.js';

await drawOnServer();
await import('../elements/press-contact.test.js');
