import { getCountries } from 'libphonenumber-js/max';
import { normalizeForSearch } from '../../../i18n/search-text.js';

const languages = ['en', 'fr', 'es', 'ar', 'ru', 'zh', 'it', 'pt', 'de'];

/**
 * Names of countries in nine languages, folded, each with its code; longer names first, `Guinea-Bissau` before `Guinea`.
 * Without `US` and `UK`, which are words elsewhere.
 */
const names: readonly (readonly [string, string])[] = languages
  .flatMap((language) =>
    (['long', 'short'] as const).flatMap((style) => {
      const name = new Intl.DisplayNames(language, { type: 'region', style });
      return getCountries().map((code) => [normalizeForSearch(name.of(code) ?? code), code] as const);
    }),
  )
  .filter(([name]) => !/^[a-z]{1,3}$/.test(name))
  .sort(([one], [other]) => other.length - one.length);

/** The country whose name this is, as an ISO 3166-1 alpha-2 code. */
export const countryNamed = (text: string): string | undefined => {
  const name = normalizeForSearch(text).trim();
  return names.find(([entry]) => entry === name)?.[1];
};

/** The countries named in a text, as ISO 3166-1 alpha-2 codes, in the order of the text. */
export function countriesIn(text: string): string[] {
  let rest = normalizeForSearch(text);
  const matches: [number, string][] = [];
  for (const [name, code] of names) {
    const index = rest.indexOf(name);
    if (index < 0) continue;
    const whole = !/\p{L}/u.test(`${rest[index - 1] ?? ''}${rest[index + name.length] ?? ''}`);
    if (!whole && !/\p{Script=Han}/u.test(name)) continue;
    matches.push([index, code]);
    rest = rest.slice(0, index) + ' '.repeat(name.length) + rest.slice(index + name.length);
  }
  return [...new Set(matches.sort(([one], [other]) => one - other).map(([, code]) => code))];
}
