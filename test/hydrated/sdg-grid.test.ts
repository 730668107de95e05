import { drawOnServer } from '../helpers/present.js';

await drawOnServer();
await import('../elements/sdg-grid.test.js');
