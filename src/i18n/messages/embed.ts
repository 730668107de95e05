import { canonical, directionOf, primarySubtag } from '../locale.js';
import { catalogue, standInLanguage } from './load.js';
import en from './embed/en.js';

/** What is said around an element: the question for consent, and what the page around a frame may forbid. */
export type EmbedMessages = typeof en;

const load = catalogue<EmbedMessages>(
  en,
  {
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
  'embed',
);

/**
 * @param said What a `lang` of the page says.
 * @returns The words, with their own language and direction: English where there are none in that language.
 */
export async function loadEmbedMessages(said: string): Promise<EmbedMessages & { lang: string; dir: 'ltr' | 'rtl' }> {
  let tag = 'en';
  try {
    tag = canonical(said);
  } catch {
    // Not a language.
  }
  const messages = await load(tag);
  const lang = standInLanguage(messages, tag) ?? primarySubtag(tag);
  return { ...messages, lang, dir: directionOf(lang) };
}
