import { catalogue } from './load.js';
import en from './sdg-goals/en.js';

/**
 * The short names of the 17 Sustainable Development Goals: as the United Nations writes them in its six languages
 * (https://www.un.org/sustainabledevelopment/), in the others as its offices in the countries do.
 */
export const loadGoalNames = catalogue<readonly string[]>(
  en,
  {
    am: () => import('./sdg-goals/am.js'),
    ar: () => import('./sdg-goals/ar.js'),
    bn: () => import('./sdg-goals/bn.js'),
    de: () => import('./sdg-goals/de.js'),
    es: () => import('./sdg-goals/es.js'),
    fa: () => import('./sdg-goals/fa.js'),
    fr: () => import('./sdg-goals/fr.js'),
    hi: () => import('./sdg-goals/hi.js'),
    ht: () => import('./sdg-goals/ht.js'),
    it: () => import('./sdg-goals/it.js'),
    my: () => import('./sdg-goals/my.js'),
    ne: () => import('./sdg-goals/ne.js'),
    ps: () => import('./sdg-goals/ps.js'),
    pt: () => import('./sdg-goals/pt.js'),
    ru: () => import('./sdg-goals/ru.js'),
    so: () => import('./sdg-goals/so.js'),
    sw: () => import('./sdg-goals/sw.js'),
    ti: () => import('./sdg-goals/ti.js'),
    tr: () => import('./sdg-goals/tr.js'),
    uk: () => import('./sdg-goals/uk.js'),
    ur: () => import('./sdg-goals/ur.js'),
    vi: () => import('./sdg-goals/vi.js'),
    zh: () => import('./sdg-goals/zh.js'),
  },
  'goalNames',
);
