import en from './goals/en.js';
import { primary } from './language.js';

/** English is at hand; the other UN languages are fetched when they are needed. */
const names: Record<string, () => Promise<{ default: readonly string[] }>> = {
  ar: () => import('./goals/ar.js'),
  es: () => import('./goals/es.js'),
  fr: () => import('./goals/fr.js'),
  ru: () => import('./goals/ru.js'),
  zh: () => import('./goals/zh.js'),
};

/**
 * The short names of the 17 Sustainable Development Goals as the United Nations writes them in its six languages
 * (https://www.un.org/sustainabledevelopment/); in English for any other language, and when the script can't be fetched.
 */
export async function fetchGoalNames(tag: string): Promise<readonly string[]> {
  const language = primary(tag);
  if (!Object.hasOwn(names, language)) return en;
  return names[language]().then(
    (module) => module.default,
    () => en,
  );
}
