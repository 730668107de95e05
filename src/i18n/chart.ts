import { catalogue } from './catalogue.js';
import en from './chart/en.js';

/** The words of the organization chart: a file of their own, for it has many and needs no others. */
export type ChartMessages = typeof en;

export const loadChartMessages = catalogue<ChartMessages>(en, {
  ar: () => import('./chart/ar.js'),
  es: () => import('./chart/es.js'),
  fr: () => import('./chart/fr.js'),
  ru: () => import('./chart/ru.js'),
  zh: () => import('./chart/zh.js'),
});
