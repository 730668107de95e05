/** By language; calendar.ts adds what a browser lacks. */
export const dayFormats: Record<string, Pick<Intl.DateTimeFormat, 'format'> | undefined> = {};
/** Days in words, by language and day: `Intl` takes longer for one than a list does for a row. */
const days: Record<string, string> = {};

/**
 * A day in words, such as "10 juillet 2023": the day as it was written, whatever the reader's time zone, so that a
 * release of 10 July is not one of 9 July in Montevideo. In figures, such as 2023-07-10, in a language that the browser has
 * no data for: it would use the words of its own.
 *
 * @param date RFC 3339.
 * @param tag BCP 47.
 */
export function formatDay(date: string, tag: string): string {
  const day = date.slice(0, 10);
  return (days[tag + day] ??=
    (dayFormats[tag] ??= (Intl.DateTimeFormat.supportedLocalesOf(tag)[0] &&
      new Intl.DateTimeFormat(tag, { dateStyle: 'long', timeZone: 'UTC' })) as Intl.DateTimeFormat | undefined)?.format(
      Date.parse(day),
    ) ?? day);
}
