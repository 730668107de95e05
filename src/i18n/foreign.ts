import { primarySubtag } from './locale.js';
import { canonicalLocale } from './canonical-locale.js';

/**
 * The language of something, where that is another one than the page's: for `lang`, `hreflang` and its name.
 *
 * @param language What a feed says.
 * @param tag BCP 47 tag of the page's.
 */
export function foreign(language: string | undefined, tag: string): string | undefined {
  const known = canonicalLocale(language);
  return known && primarySubtag(known) !== primarySubtag(tag) ? known : undefined;
}
