/**
 * The languages that there are words in, beside English, which is at hand everywhere. Each has a file of its name in
 * common/, org-chart/, sdg-goals/ and embed/: the compiler and test/i18n/messages.node.test.ts name what is missing.
 */
export const languages = [
  ...(['am', 'ar', 'bn', 'de', 'es', 'fa', 'fr', 'hi', 'ht', 'it', 'my', 'ne'] as const),
  ...(['ps', 'pt', 'ru', 'so', 'sw', 'ti', 'tr', 'uk', 'ur', 'vi', 'zh'] as const),
];

export type Language = (typeof languages)[number];
