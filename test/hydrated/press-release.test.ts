import { drawOnServer } from '../helpers/render.js';

await drawOnServer();
await import('../elements/press-release.test.js');
