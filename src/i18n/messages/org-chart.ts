import { catalogue } from './load.js';
import en from './org-chart/en.js';

/** The words of the organization chart: a file of their own, for it has many and needs no others. */
export type ChartMessages = typeof en;

export const loadChartMessages = catalogue('org-chart', en);
