import { primarySubtag } from '../../../i18n/locale.js';

/** What systems wrote texts in before UTF-8, and Excel still writes CSV in, by language; Windows-1252 for all others. */
const encodings: Record<string, string> = Object.fromEntries(
  Object.entries({
    'windows-1250': 'bs cs hr hu pl ro sk sl sq',
    'windows-1251': 'be bg kk ky mk mn ru sr tg uk',
    'windows-1253': 'el',
    'windows-1254': 'az tr',
    'windows-1255': 'he yi',
    'windows-1256': 'ar fa ku ps ur',
    'windows-1257': 'et lt lv',
    'windows-1258': 'vi',
    'windows-874': 'th',
    gb18030: 'zh',
    shift_jis: 'ja',
    'euc-kr': 'ko',
  }).flatMap(([encoding, languages]) => languages.split(' ').map((language) => [language, encoding])),
);

/**
 * The encoding of a text that is not UTF-8 and names none.
 *
 * @param language BCP 47 tag of the text, where it is known.
 */
export const legacyEncoding = (language = ''): string =>
  /^zh\b.*-(?:hant|tw|hk|mo)\b/i.test(language) ? 'big5' : (encodings[primarySubtag(language)] ?? 'windows-1252');
