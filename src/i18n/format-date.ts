const formats: Record<string, Intl.DateTimeFormat> = {};
/** Days in words, by language and day: `Intl` takes longer for one than a list does for a row. */
const days: Record<string, string> = {};

/**
 * A day in words, such as "10 juillet 2023": the day as it was written, whatever the reader's time zone, so that a
 * release of 10 July is not one of 9 July in Montevideo.
 *
 * @param date RFC 3339.
 * @param tag BCP 47.
 */
export function formatDay(date: string, tag: string): string {
  const day = date.slice(0, 10);
  return (days[tag + day] ??= (formats[tag] ??= new Intl.DateTimeFormat(tag, {
    dateStyle: 'long',
    timeZone: 'UTC',
  })).format(Date.parse(day)));
}
