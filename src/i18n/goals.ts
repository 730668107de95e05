import { catalogue } from './catalogue.js';
import en from './goals/en.js';

/**
 * The short names of the 17 Sustainable Development Goals as the United Nations writes them in its six languages
 * (https://www.un.org/sustainabledevelopment/).
 */
export const loadGoalNames = catalogue<readonly string[]>(en, {
  ar: () => import('./goals/ar.js'),
  es: () => import('./goals/es.js'),
  fr: () => import('./goals/fr.js'),
  ru: () => import('./goals/ru.js'),
  zh: () => import('./goals/zh.js'),
});
