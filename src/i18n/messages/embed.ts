import { canonical, directionOf, primarySubtag } from '../locale.js';
import { catalogue, standInLanguage } from './load.js';
import en from './embed/en.js';

/** What is said around an element: the question for consent, and what the page around a frame may forbid. */
export type EmbedMessages = typeof en;

const load = catalogue('embed', en);

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
