const days: Record<string, Intl.DateTimeFormat> = {};

/**
 * A day in words, such as "10 juillet 2023": the day as it was written, whatever the reader's time zone, so that a
 * release of 10 July is not one of 9 July in Montevideo.
 *
 * @param date RFC 3339.
 * @param tag BCP 47; a tag that is none gives the browser's own language.
 */
export function formatDay(date: string, tag: string): string {
  const options: Intl.DateTimeFormatOptions = { dateStyle: 'long', timeZone: 'UTC' };
  days[tag] ??= new Intl.DateTimeFormat(valid(tag), options);
  return days[tag].format(Date.parse(date.slice(0, 10)));
}

/** The name of a language in that language, such as "español". */
export const nameOfLanguage = (tag: string): string | undefined =>
  new Intl.DisplayNames(valid(tag), { type: 'language' }).of(tag);

/** A tag that `Intl` does not refuse. */
export function valid(tag: string): string | undefined {
  try {
    return Intl.getCanonicalLocales(tag)[0];
  } catch {
    return undefined;
  }
}
