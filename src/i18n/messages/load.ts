import { primarySubtag } from '../locale.js';

/** The words that stand in for those of a language that there are none in. */
const standIns = new WeakSet<object>();

/** The language that words are in, where that is not the one they were asked for: then they stand in for it. */
export const standInLanguage = (words: object | undefined, tag: string): 'en' | undefined =>
  words && standIns.has(words) && primarySubtag(tag) !== 'en' ? 'en' : undefined;

/**
 * Words in the six UN languages: English is at hand, the others are fetched when they are needed.
 *
 * @returns The words in a language; in English for one that is not among the six, and when the script can't be fetched.
 */
export function catalogue<Words extends object>(
  english: Words,
  others: Record<string, () => Promise<{ default: Words }>>,
): (tag: string) => Promise<Words> {
  standIns.add(english);
  return async (tag) => {
    const language = primarySubtag(tag);
    if (!Object.hasOwn(others, language)) return english;
    return others[language]().then(
      (module) => module.default,
      () => english,
    );
  };
}
