import ar from '../../i18n/countries/ar.js';
import en from '../../i18n/countries/en.js';
import es from '../../i18n/countries/es.js';
import fr from '../../i18n/countries/fr.js';
import ru from '../../i18n/countries/ru.js';
import zh from '../../i18n/countries/zh.js';
import { nameOfCountry, type CountryTable } from '../../i18n/countries.js';
import { primarySubtag } from '../../i18n/locale.js';

const tables: Record<string, CountryTable | undefined> = { ar, en, es, fr, ru, zh };

/**
 * The name of a country in a published feed: what the feed calls it, else what the United Nations calls it.
 *
 * @param language BCP 47.
 * @param own `_iom.labels` of the feed.
 */
export const countryNamed = (code: string, language: string, own?: object): string =>
  nameOfCountry(code, language, tables[primarySubtag(language)], own);
