import { normalizeForSearch, matchesAny } from '../../i18n/search-text.js';
import type { Item } from '../schema/model.generated.js';

/** What a list of items is narrowed to; an empty or missing part lets everything through. */
export interface ItemFilter {
  tags?: readonly string[];
  /** ISO 3166-1 alpha-2 codes. */
  countries?: readonly string[];
  kinds?: readonly string[];
  /** Words that must all occur in title, summary or tags. */
  search?: string;
}

/** The items of a selection, in their order. Case and accents don't matter. */
export function filterItems(items: readonly Item[], { tags, countries, kinds, search = '' }: ItemFilter): Item[] {
  const words = normalizeForSearch(search).split(/\s/);
  return items.filter(({ _iom, tags: own = [], title = '', summary = '' }) => {
    const text = search && normalizeForSearch([title, summary, ...own].join(' '));
    return (
      matchesAny(tags, own) &&
      matchesAny(countries, _iom?.countries ?? []) &&
      matchesAny(kinds, [_iom?.kind ?? '']) &&
      words.every((word) => text.includes(word))
    );
  });
}
