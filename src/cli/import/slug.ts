import { normalizeForSearch } from '../../i18n/search-text.js';

/**
 * An `id` made of words: lower case, without accents, letters and digits of any script joined by hyphens. What has no
 * letter is written by the numbers of its signs, so that only an empty text has an empty `id`.
 */
export function slug(text: string): string {
  const words = normalizeForSearch(text)
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 80)
    .replace(/-$/, '');
  return words || Array.from(text.trim().slice(0, 16), (sign) => `u${sign.codePointAt(0)!.toString(16)}`).join('-');
}
