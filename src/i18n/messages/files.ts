import type { Messages } from './common.js';
import type { EmbedMessages } from './embed.js';
import type { Language } from './languages.js';
import type { ChartMessages } from './org-chart.js';

/** What the files of each folder hold. */
export interface Parts {
  common: Messages;
  'org-chart': ChartMessages;
  'sdg-goals': readonly string[];
  embed: EmbedMessages;
}

/** The files of all languages; one that is missing does not compile. */
const files: { [Part in keyof Parts]: Record<Language, () => Promise<{ default: Parts[Part] }>> } = {
  common: {
    am: () => import('./common/am.js'),
    ar: () => import('./common/ar.js'),
    bn: () => import('./common/bn.js'),
    de: () => import('./common/de.js'),
    es: () => import('./common/es.js'),
    fa: () => import('./common/fa.js'),
    fr: () => import('./common/fr.js'),
    hi: () => import('./common/hi.js'),
    ht: () => import('./common/ht.js'),
    it: () => import('./common/it.js'),
    my: () => import('./common/my.js'),
    ne: () => import('./common/ne.js'),
    ps: () => import('./common/ps.js'),
    pt: () => import('./common/pt.js'),
    ru: () => import('./common/ru.js'),
    so: () => import('./common/so.js'),
    sw: () => import('./common/sw.js'),
    ti: () => import('./common/ti.js'),
    tr: () => import('./common/tr.js'),
    uk: () => import('./common/uk.js'),
    ur: () => import('./common/ur.js'),
    vi: () => import('./common/vi.js'),
    zh: () => import('./common/zh.js'),
  },
  'org-chart': {
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
  'sdg-goals': {
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
  embed: {
    am: () => import('./embed/am.js'),
    ar: () => import('./embed/ar.js'),
    bn: () => import('./embed/bn.js'),
    de: () => import('./embed/de.js'),
    es: () => import('./embed/es.js'),
    fa: () => import('./embed/fa.js'),
    fr: () => import('./embed/fr.js'),
    hi: () => import('./embed/hi.js'),
    ht: () => import('./embed/ht.js'),
    it: () => import('./embed/it.js'),
    my: () => import('./embed/my.js'),
    ne: () => import('./embed/ne.js'),
    ps: () => import('./embed/ps.js'),
    pt: () => import('./embed/pt.js'),
    ru: () => import('./embed/ru.js'),
    so: () => import('./embed/so.js'),
    sw: () => import('./embed/sw.js'),
    ti: () => import('./embed/ti.js'),
    tr: () => import('./embed/tr.js'),
    uk: () => import('./embed/uk.js'),
    ur: () => import('./embed/ur.js'),
    vi: () => import('./embed/vi.js'),
    zh: () => import('./embed/zh.js'),
  },
};

/** Fetches the words of a language. On pages files.page.ts stands for this. */
export const loadFile = <Part extends keyof Parts>(part: Part, language: Language): Promise<{ default: Parts[Part] }> =>
  files[part][language]();
