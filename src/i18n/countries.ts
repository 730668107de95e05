import { namingTag } from './calendar.js';
import { primarySubtag } from './locale.js';
import { noted } from './noted.js';

/** Names by ISO 3166-1 alpha-2 code. */
export type CountryTable = Readonly<Record<string, string>>;

/**
 * What the United Nations calls countries in its six languages, where `Intl` in some browser calls them otherwise: from its
 * M49 standard (https://unstats.un.org/unsd/methodology/m49/), as of May 2026. What M49 doesn't list is called as `Intl`
 * calls it; but for Kosovo, which the United Nations names with resolution 1244 (1999) of its Security Council
 * (https://docs.un.org/en/S/RES/1244(1999)).
 */
const tables: Record<string, () => Promise<{ default: CountryTable }>> = {
  ar: () => import('./countries/ar.js'),
  en: () => import('./countries/en.js'),
  es: () => import('./countries/es.js'),
  fr: () => import('./countries/fr.js'),
  ru: () => import('./countries/ru.js'),
  zh: () => import('./countries/zh.js'),
};

const none: CountryTable = {};

/** The table for a language; an empty one where `Intl` has to do, and when it can't be fetched. */
export async function loadCountryTable(tag: string): Promise<CountryTable> {
  const language = primarySubtag(namingTag(tag));
  if (!Object.hasOwn(tables, language)) return none;
  // The table is in simplified characters.
  if (language === 'zh' && new Intl.Locale(tag).maximize().script === 'Hant') return none;
  return tables[language]().then(
    (module) => module.default,
    () => none,
  );
}

/**
 * The name of a country; in English where the browser has no data for the language.
 *
 * @param code ISO 3166-1 alpha-2; anything else is its own name.
 * @param table See `loadCountryTable`.
 * @param own What the feed calls countries: `_iom.labels`.
 */
export function nameOfCountry(code: string, tag: string, table: CountryTable = none, own?: object): string {
  const given = (own as Record<string, unknown> | undefined)?.[code];
  if (typeof given === 'string' && given) return given;
  if (!/^[A-Z]{2}$/.test(code)) return code;
  return noted((Object.hasOwn(table, code) ? table[code] : regionsIn(tag)?.of(code)) ?? code);
}

const regions: Record<string, Intl.DisplayNames | undefined> = {};

function regionsIn(tag: string) {
  try {
    return (regions[tag] ??= new Intl.DisplayNames(namingTag(tag), { type: 'region' }));
  } catch {
    return undefined;
  }
}
