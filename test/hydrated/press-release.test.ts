import { drawOnServer } from '../helpers/present.js';

await drawOnServer();
await import('../elements/press-release.test.js');
