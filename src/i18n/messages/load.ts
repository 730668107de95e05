import { primarySubtag } from '../locale.js';
import { loadFile, type Parts } from './files.js';
import { languages, type Language } from './languages.js';

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
  return /^zh-(Hant|TW|HK|MO)/.test(tag) ? 'zh-Hans' : undefined;
}

/**
 * Words in many languages: English is at hand, the others are fetched when they are needed.
 *
 * @param part The folder that they are in.
 * @returns The words in a language; in English for one that there are none in, and when the script can't be fetched. What
 * the page says in their place wins; see own.ts.
 */
export function catalogue<Part extends keyof Parts>(
  part: Part,
  english: Parts[Part],
): (tag: string) => Promise<Parts[Part]> {
  standIns.add(english);
  return async (tag) => {
    const language = primarySubtag(tag) as Language;
    const words = languages.includes(language)
      ? await loadFile(part, language).then(
          (module) => module.default,
          () => english,
        )
      : english;
    if (!(globalThis as Partial<typeof globalThis>).document?.querySelector('[data-iom-messages]')) return words;
    return (await import('./own.js')).withOwn(words, tag, part, standInLanguage(words, tag));
  };
}
