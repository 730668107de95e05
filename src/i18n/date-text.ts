import { formatDay } from './format-date.js';
import { canonical } from './locale.js';

/**
 * The day of an item in words, for its `_iom.date_text`; undefined without a date or a language that `Intl` knows.
 *
 * @param item As a feed has it: what isn't read yet may be anything.
 * @param language The feed's, for items that say none.
 */
export function dateTextOf(
  { date_published: date, language: tag }: { date_published?: string; language?: string },
  language?: string,
): string | undefined {
  tag ??= language;
  if (!tag || !date) return undefined;
  try {
    const isKnown = canonical(tag) === tag && Intl.DateTimeFormat.supportedLocalesOf(tag).length;
    return isKnown ? formatDay(date, tag) : undefined;
  } catch {
    // No date, or no language.
    return undefined;
  }
}
