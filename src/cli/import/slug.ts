import { fold } from '../../i18n/fold.js';

/** An `id` made of words: lower case, without accents, letters and digits of any script joined by hyphens. */
export const slug = (text: string): string =>
  fold(text)
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 80)
    .replace(/-$/, '');
