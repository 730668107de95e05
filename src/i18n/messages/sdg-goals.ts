import { catalogue } from './load.js';
import en from './sdg-goals/en.js';

/**
 * The short names of the 17 Sustainable Development Goals as the United Nations writes them in its six languages
 * (https://www.un.org/sustainabledevelopment/).
 */
export const loadGoalNames = catalogue<readonly string[]>(en, {
  ar: () => import('./sdg-goals/ar.js'),
  es: () => import('./sdg-goals/es.js'),
  fr: () => import('./sdg-goals/fr.js'),
  ru: () => import('./sdg-goals/ru.js'),
  zh: () => import('./sdg-goals/zh.js'),
});
