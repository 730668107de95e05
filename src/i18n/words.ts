import { primary } from './language.js';
import en from './messages/en.js';

/** The words of the library, by element. */
export type Messages = typeof en;

/** English is at hand; the other UN languages are fetched when they are needed. */
const catalogues: Record<string, () => Promise<{ default: Messages }>> = {
  ar: () => import('./messages/ar.js'),
  es: () => import('./messages/es.js'),
  fr: () => import('./messages/fr.js'),
  ru: () => import('./messages/ru.js'),
  zh: () => import('./messages/zh.js'),
};

/** The words in a language; in English for one that is not among the six, and when the script can't be fetched. */
export async function fetchWords(tag: string): Promise<Messages> {
  const language = primary(tag);
  if (!Object.hasOwn(catalogues, language)) return en;
  return catalogues[language]().then(
    (module) => module.default,
    () => en,
  );
}
