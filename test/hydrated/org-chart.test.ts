import { drawOnServer } from '../helpers/present.js';

await drawOnServer();
await import('../elements/org-chart.test.js');
