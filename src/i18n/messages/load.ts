import { primarySubtag } from '../locale.js';
import type { Language } from './languages.js';

/** The words that stand in for those of a language that there are none in. */
const standIns = new WeakSet<object>();

/**
 * The language that words are in, where that is not the one they were asked for: then they stand in for it. Chinese words
 * are in simplified characters, whatever the page is written in.
 */
export function standInLanguage(words: object | undefined, tag: string): 'en' | 'zh-Hans' | undefined {
  const language = primarySubtag(tag);
  if (!words || language === 'en') return undefined;
  if (standIns.has(words)) return 'en';
  return language === 'zh' && new Intl.Locale(tag).maximize().script === 'Hant' ? 'zh-Hans' : undefined;
}

/**
 * Words in many languages: English is at hand, the others are fetched when they are needed.
 *
 * @param part Where a page’s own words for these are, among all that it brings; see own.ts.
 * @returns The words in a language; in English for one that there are none in, and when the script can't be fetched. What
 * the page says in their place wins.
 */
export function catalogue<Words extends object>(
  english: Words,
  others: Record<Language, () => Promise<{ default: Words }>>,
  part?: string,
): (tag: string) => Promise<Words> {
  standIns.add(english);
  return async (tag) => {
    const language = primarySubtag(tag);
    const words = Object.hasOwn(others, language)
      ? await others[language as Language]().then(
          (module) => module.default,
          () => english,
        )
      : english;
    if (!(globalThis as Partial<typeof globalThis>).document?.querySelector('[data-iom-messages]')) return words;
    const { withOwn } = await import('./own.js');
    return withOwn(words, tag, part, words === english && language !== 'en');
  };
}
