import { catalogue } from './catalogue.js';
import en from './messages/en.js';

/** The words of the library, by element; those of the organization chart are apart, in chart.ts. */
export type Messages = typeof en;

export const loadMessages = catalogue<Messages>(en, {
  ar: () => import('./messages/ar.js'),
  es: () => import('./messages/es.js'),
  fr: () => import('./messages/fr.js'),
  ru: () => import('./messages/ru.js'),
  zh: () => import('./messages/zh.js'),
});
