import { iso31661 } from 'iso-3166';
import { normalizeForSearch } from '../../../i18n/search-text.js';
import { timeZone } from '../../../feed/parse/parsers.js';
import { canonicalLocale } from '../../../i18n/canonical-locale.js';
import { countriesIn, countryNamed } from './countries.js';

/** Names that the United Nations uses and `Intl` does not, folded; what stands in brackets is left out before. */
const countries: Record<string, string> = Object.fromEntries(
  Object.entries({
    BN: 'brunei darussalam|brunei darussalam',
    CD: 'democratic republic of the congo|dr congo|drc|rdc|rd congo|republique democratique du congo|republica democratica del congo|демократическая республика конго|جمهورية الكونغو الديمقراطية|刚果民主共和国',
    CG: 'congo|republic of the congo|republique du congo|republica del congo|конго|الكونغو|刚果',
    CI: "cote d'ivoire|ivory coast|кот-д'ивуар",
    CV: 'cabo verde|cape verde',
    CZ: 'czechia|czech republic|republique tcheque',
    FM: 'micronesia|federated states of micronesia',
    GB: 'united kingdom of great britain and northern ireland|uk',
    GM: 'the gambia|gambie',
    KP: "democratic people's republic of korea|republique populaire democratique de coree",
    KR: 'republic of korea|south korea|republique de coree|coree du sud|republica de corea|республика корея|جمهورية كوريا|大韩民国',
    LA: "lao people's democratic republic|lao pdr|republique democratique populaire lao|republica democratica popular lao",
    LY: 'libya|libye|state of libya',
    MD: 'republic of moldova|republique de moldova|republica de moldova|республика молдова|جمهورية مولدوفا|摩尔多瓦共和国',
    MK: 'north macedonia|macedoine du nord',
    NL: 'the netherlands|kingdom of the netherlands|netherlands',
    PS: 'state of palestine|palestine|etat de palestine|estado de palestina|palestina|государство палестина|دولة فلسطين|巴勒斯坦国',
    RU: 'russian federation|federation de russie|federacion de rusia|российская федерация|الاتحاد الروسي|俄罗斯联邦',
    SY: 'syrian arab republic|republique arabe syrienne|republica arabe siria|сирийская арабская республика|الجمهورية العربية السورية|阿拉伯叙利亚共和国',
    SZ: 'eswatini|swaziland',
    TL: 'timor-leste|east timor|timor oriental',
    TR: 'turkiye|turkey',
    TZ: 'united republic of tanzania|republique-unie de tanzanie|republica unida de tanzania|объединенная республика танзания|جمهورية تنزانيا المتحدة|坦桑尼亚联合共和国',
    US: 'united states of america|usa|us|u.s.a.',
    VA: 'holy see|saint-siege|santa sede',
    VN: 'viet nam|vietnam',
  }).flatMap(([code, names]) => names.split('|').map((name) => [normalizeForSearch(name), code])),
);

/** Remembers what a function says of a text: tables say the same in many rows. */
function memoized<T>(read: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    if (!known.has(text)) known.set(text, read(text));
    return known.get(text)!;
  };
}

/** Codes of three letters, which the United Nations uses in its data, with those of two. */
const alpha3 = new Map(iso31661.map((country) => [country.alpha3, country.alpha2]));

/** The code of a country by its name in one of the six languages, or by a code itself; ISO 3166-1 alpha-2. */
export const countryOf = memoized(readCountry);

function readCountry(text: string): string | undefined {
  const written = text.replace(/\s+/g, ' ').trim();
  const bare = written.replace(/ ?[(（].*[)）]$/, '');
  const name = normalizeForSearch(bare).replace(/^(?:the|la|le|les|el|los|l')(?: |(?<='))/, '');
  const short = /^[A-Z]{3}$/.test(written) ? alpha3.get(written) : undefined;
  if (short) return short;
  if (/^[A-Z]{2}$/.test(written)) return isCountry(written) ? written : countries[name];
  return countries[normalizeForSearch(bare)] ?? countries[name] ?? countryNamed(bare) ?? countryNamed(name);
}

const regions = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' });
const isCountry = (code: string) => !/^(?:EU|EZ|UN|QO|XA|XB|ZZ)$/.test(code) && regions.of(code) !== undefined;

/** The countries that a text lists: names or codes, parted by commas and the like. */
export function countriesListed(text: string): { codes: string[]; unknown: string[] } {
  const codes: string[] = [];
  const unknown: string[] = [];
  for (const name of splitList(text)) {
    const code = countryOf(name);
    // A comma or an "and" may belong to the name.
    const several = code ? [code] : name.length > 3 ? countriesIn(name) : [];
    if (several.length) codes.push(...several);
    else unknown.push(name);
  }
  return { codes: [...new Set(codes)], unknown };
}

/** The entries of a list in a cell. */
export const splitList = (text: string): string[] =>
  text
    .split(/\s*[,;،؛、，；/|\n•]\s*|\s+(?:and|et|y|и|و|和)\s+|和/u)
    .map((entry) => entry.trim())
    .filter(Boolean);

const letters = Array.from('abcdefghijklmnopqrstuvwxyz');
const others = [
  'fil',
  'prs',
  'zh-Hans',
  'zh-Hant',
  'pt-BR',
  'kea',
  'ckb',
  'kmr',
  'quc',
  'zgh',
  'kab',
  'rif',
  'shi',
  'din',
  'nus',
];
let languageNames: Map<string, string> | undefined;

/** Names of languages in themselves and in the six of the United Nations, folded; made when the first is asked for. */
function allLanguages(): Map<string, string> {
  const names = new Map<string, string>();
  const codes = [...letters.flatMap((one) => letters.map((two) => one + two)), ...others];
  for (const tag of ['en', 'fr', 'es', 'ar', 'ru', 'zh']) {
    const display = new Intl.DisplayNames(tag, { type: 'language', fallback: 'none' });
    for (const code of codes) {
      const name = display.of(code);
      if (name && !names.has(normalizeForSearch(name))) names.set(normalizeForSearch(name), code);
    }
  }
  for (const code of codes) {
    const own = Intl.DisplayNames.supportedLocalesOf(code).length
      ? new Intl.DisplayNames(code, { type: 'language', fallback: 'none' }).of(code)
      : undefined;
    if (own && !names.has(normalizeForSearch(own))) names.set(normalizeForSearch(own), code);
  }
  for (const [name, code] of [
    ['mandarin', 'zh'],
    ['castellano', 'es'],
    ['farsi', 'fa'],
    ['汉语', 'zh'],
    ['普通话', 'zh'],
    ['creole', 'ht'],
  ])
    if (!names.has(name)) names.set(name, code);
  return names;
}

/** The BCP 47 tag of a language by its name, or by the tag itself. */
export function languageOf(text: string): string | undefined {
  languageNames ??= allLanguages();
  const name = normalizeForSearch(text.trim());
  const known =
    languageNames.get(name) ?? languageNames.get(name.replace(/^(?:اللغة |langue |язык )|(?: язык|语)$/u, ''));
  if (known) return known;
  const tag = /^[a-z]{2,3}(?:[-_][a-z\d]{2,8})*$/i.test(text) ? canonicalLocale(text.replaceAll('_', '-')) : undefined;
  return tag && new Intl.DisplayNames('en', { type: 'language', fallback: 'none' }).of(tag) ? tag : undefined;
}

const nowhere = { baseUrl: '', site: () => '', path: '', problems: [] };

/** An IANA time zone by its name, or by the city in it where no other has that, such as `Montevideo`. */
export const timeZoneOf = memoized(readTimeZone);

function readTimeZone(text: string): string | undefined {
  const wanted = text.trim().toLowerCase().replace(/\s+/g, '_');
  const zones = Intl.supportedValuesOf('timeZone');
  const whole = zones.find((zone) => zone.toLowerCase() === wanted);
  if (whole) return whole;
  const cities = zones.filter((zone) => zone.toLowerCase().split('/').at(-1) === wanted);
  if (cities.length === 1) return cities[0];
  // Older names, which `Intl` knows but doesn't list.
  if (!/^[a-z]+\/[\w/+-]+$|^utc$/i.test(wanted)) return undefined;
  return timeZone(text.trim().replace(/\s+/g, '_'), nowhere);
}
