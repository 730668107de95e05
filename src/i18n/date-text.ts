import { formatDay } from './format-date.js';
import { canonical } from './locale.js';

/** Whether `Intl` has words for a language, by tag: asking takes longer than a day does. */
const known: Record<string, boolean | undefined> = {};

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
    known[tag] ??= canonical(tag) === tag && Intl.DateTimeFormat.supportedLocalesOf(tag).length > 0;
    return known[tag] ? formatDay(date, tag) : undefined;
  } catch {
    // No date, or no language.
    return undefined;
  }
}
