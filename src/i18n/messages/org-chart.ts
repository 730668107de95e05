import { catalogue } from './load.js';
import en from './org-chart/en.js';

/** The words of the organization chart: a file of their own, for it has many and needs no others. */
export type ChartMessages = typeof en;

export const loadChartMessages = catalogue<ChartMessages>(
  en,
  {
    am: () => import('./org-chart/am.js'),
    ar: () => import('./org-chart/ar.js'),
    bn: () => import('./org-chart/bn.js'),
    de: () => import('./org-chart/de.js'),
    es: () => import('./org-chart/es.js'),
    fa: () => import('./org-chart/fa.js'),
    fr: () => import('./org-chart/fr.js'),
    hi: () => import('./org-chart/hi.js'),
    ht: () => import('./org-chart/ht.js'),
    it: () => import('./org-chart/it.js'),
    my: () => import('./org-chart/my.js'),
    ne: () => import('./org-chart/ne.js'),
    ps: () => import('./org-chart/ps.js'),
    pt: () => import('./org-chart/pt.js'),
    ru: () => import('./org-chart/ru.js'),
    so: () => import('./org-chart/so.js'),
    sw: () => import('./org-chart/sw.js'),
    ti: () => import('./org-chart/ti.js'),
    tr: () => import('./org-chart/tr.js'),
    uk: () => import('./org-chart/uk.js'),
    ur: () => import('./org-chart/ur.js'),
    vi: () => import('./org-chart/vi.js'),
    zh: () => import('./org-chart/zh.js'),
  },
  'chart',
);
