import { namingTag } from './calendar.js';
import { noted } from './noted.js';

/**
 * The name of a language, such as "espagnol". Tags that are right but say more than a name can (`ar-u-nu-arab`, `x-a`) are
 * their own name. In English where the browser has no data for the language to name it in, but for a language in itself.
 *
 * @param language BCP 47 tag.
 * @param tag BCP 47 tag of the language to name it in; by default it is named in itself, such as "español".
 */
export function nameOfLanguage(language: string, tag = language): string {
  try {
    // Without a name there is none: `und` would be called “root”.
    const names = new Intl.DisplayNames(tag === language ? tag : namingTag(tag), {
      type: 'language',
      fallback: 'none',
    });
    return noted(names.of(language) ?? language);
  } catch {
    return language;
  }
}
