import { primary } from './language.js';

/**
 * Words in the six UN languages: English is at hand, the others are fetched when they are needed.
 *
 * @returns The words in a language; in English for one that is not among the six, and when the script can't be fetched.
 */
export const catalogue =
  <Words>(english: Words, others: Record<string, () => Promise<{ default: Words }>>) =>
  async (tag: string): Promise<Words> => {
    const language = primary(tag);
    if (!Object.hasOwn(others, language)) return english;
    return others[language]().then(
      (module) => module.default,
      () => english,
    );
  };
