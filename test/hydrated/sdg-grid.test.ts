import { drawOnServer } from '../helpers/render.js';

await drawOnServer();
await import('../elements/sdg-grid.test.js');
