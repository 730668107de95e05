import { memoizeParser } from '../parse/memoize-parser.js';
import { array, httpUrl, languageTag, object, plainText } from '../parse/parsers.js';
import type { SiteSearch, Translation } from '../schema/model.generated.js';

/** What a site has beside its sections. */
export interface ParsedSite {
  /** Where it is searched; its `parameter` is `q` where the feed names none. */
  search?: Required<SiteSearch>;
  /** The site in other languages, each once. */
  translations: readonly Translation[];
}

const fields = object<{ search: Partial<SiteSearch>; translations: Partial<Translation>[] }>({
  search: object<Partial<SiteSearch>>({ url: httpUrl, parameter: plainText }),
  translations: array(object<Partial<Translation>>({ language: languageTag, url: httpUrl })),
});

/** Reads where a site is searched and which languages it has. */
export const parseSite = memoizeParser<ParsedSite>(({ _iom }, context) => {
  const { search, translations = [] } = (_iom && fields(_iom, context)) ?? {};
  const byLanguage = new Map(
    translations.flatMap(({ language, url }) => (language && url ? [[language, { language, url }]] : [])),
  );
  return {
    search: search?.url ? { url: search.url, parameter: search.parameter ?? 'q' } : undefined,
    translations: [...byLanguage.values()],
  };
});
