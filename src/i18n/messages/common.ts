import { catalogue } from './load.js';
import en from './common/en.js';

/** The words of the library, by element; those of the organization chart are apart, in org-chart.ts. */
export type Messages = typeof en;

export const loadMessages = catalogue<Messages>(en, {
  ar: () => import('./common/ar.js'),
  es: () => import('./common/es.js'),
  fr: () => import('./common/fr.js'),
  ru: () => import('./common/ru.js'),
  zh: () => import('./common/zh.js'),
});
