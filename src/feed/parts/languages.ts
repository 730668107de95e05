import { primarySubtag } from '../../i18n/locale.js';
import type { Feed, Item } from '../schema/model.generated.js';

/**
 * The language to show items of a feed in: the page's where there is anything in it; else, for a page should not stay
 * empty, the feed's own, or that of its first item.
 *
 * @param items Those that may be shown; one without a language is in any.
 * @param tag The page's, as BCP 47.
 * @returns BCP 47 tag.
 */
export function languageToShow({ language }: Pick<Feed, 'language'>, items: readonly Item[], tag: string): string {
  // What a feed says may not be read yet.
  const languages = items.map((item) => text(item.language) ?? tag);
  const holds = (wanted?: string) =>
    !!wanted && languages.some((entry) => primarySubtag(entry) === primarySubtag(wanted));
  return [tag, text(language)].find(holds) ?? languages[0] ?? tag;
}

const text = (value: unknown) => (typeof value === 'string' && value ? value : undefined);
