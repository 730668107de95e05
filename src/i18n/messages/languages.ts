/**
 * The languages that there are words in, beside English, which is at hand everywhere. Each has a file of its name in
 * common/, org-chart/, sdg-goals/ and embed/: the compiler and test/i18n/languages.node.test.ts name what is missing.
 */
export type Language =
  | ('am' | 'ar' | 'bn' | 'de' | 'es' | 'fa' | 'fr' | 'hi' | 'ht' | 'it' | 'my' | 'ne')
  | ('ps' | 'pt' | 'ru' | 'so' | 'sw' | 'ti' | 'tr' | 'uk' | 'ur' | 'vi' | 'zh');

/** The same, as short as a page can have it. */
export const languages = 'am ar bn de es fa fr hi ht it my ne ps pt ru so sw ti tr uk ur vi zh'.split(
  ' ',
) as Language[];
