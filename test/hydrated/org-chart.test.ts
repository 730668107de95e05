import { drawOnServer } from '../helpers/render.js';

await drawOnServer();
await import('../elements/org-chart.test.js');
