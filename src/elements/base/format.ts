/** What a contact says in words, by `Intl`, in the language of the page. */
import type { Hours } from '../../feed/schema/model.generated.js';
import { nameOfLanguage } from '../../i18n/language-name.js';

const formats: Record<string, Intl.DateTimeFormat> = {};

const format = (tag: string, options: Intl.DateTimeFormatOptions) =>
  (formats[tag + JSON.stringify(options)] ??= new Intl.DateTimeFormat(tag, options));

const listFormat = (tag: string) => new Intl.ListFormat(tag);

/** Names of languages in another one, such as "espagnol, anglais et français". */
export const nameLanguages = (languages: readonly string[], tag: string): string =>
  listFormat(tag).format(languages.map((language) => nameOfLanguage(language, tag)));

/** Several things in a row, such as "traite, frontières et asile". */
export const joinList = (messages: readonly string[], tag: string): string => listFormat(tag).format(messages);

/** Weekdays, such as "lundi – vendredi": three or more in a row as a range, also over the end of the week. */
export function describeDays(days: readonly number[], tag: string): string {
  const names = weekdayIn('UTC', tag);
  const runs = runsOf(days).flatMap(([first, last]) => {
    if (last - first > 1) return names.formatRange(dateOf(first), dateOf(last));
    return last > first ? [first, last].map((day) => names.format(dateOf(day))) : names.format(dateOf(first));
  });
  return listFormat(tag).format(runs);
}

/** From when to when, such as "9:00 – 17:00"; undefined when that is all day. */
export function describeTimes({ opens, closes }: Hours, tag: string): string | undefined {
  const [from, to] = [opens, closes].map((time) => timeIn('UTC', tag).format(Date.parse(`2024-01-01T${time}Z`)));
  return opens === closes ? undefined : `${from} – ${to}`;
}

/** Days that are open from and to the same times. */
export interface HoursGroup {
  days: readonly number[];
  ranges: readonly Hours[];
}

/** Hours by day, as they are said: what is the same on several days once, and all times of a day together. */
export function groupHours(hours: readonly Hours[]): HoursGroup[] {
  const byDay = new Map<number, Hours[]>();
  for (const range of hours) for (const day of range.days) byDay.set(day, [...(byDay.get(day) ?? []), range]);
  const groups = new Map<string, { days: number[]; ranges: Hours[] }>();
  for (const [day, ranges] of byDay) {
    const key = ranges.map(({ opens, closes }) => opens + closes).join();
    const group = groups.get(key);
    if (group) group.days.push(day);
    else groups.set(key, { days: [day], ranges });
  }
  return [...groups.values()];
}

/** Weekday and time at an office, such as "lundi 9:00". */
export const describeMoment = (instant: number, zone: string, tag: string): string =>
  `${weekdayIn(zone, tag).format(instant)} ${timeIn(zone, tag).format(instant)}`;

const weekdayIn = (timeZone: string, tag: string) => format(tag, { weekday: 'long', timeZone });
const timeIn = (timeZone: string, tag: string) => format(tag, { hour: 'numeric', minute: '2-digit', timeZone });

/** The city that a time zone is named after: "Buenos Aires" of `America/Argentina/Buenos_Aires`. */
export const cityOf = (zone: string): string => zone.slice(zone.lastIndexOf('/') + 1).replaceAll('_', ' ');

/** First and last of each row of days; the last is more than 7 where the row goes over Sunday. */
function runsOf(days: readonly number[]): [number, number][] {
  const open = new Set(days);
  if (open.size === 7) return [[1, 7]];
  return [1, 2, 3, 4, 5, 6, 7].flatMap((first): [number, number][] => {
    if (!open.has(first) || open.has(((first + 5) % 7) + 1)) return [];
    let last = first;
    while (open.has((last % 7) + 1)) last++;
    return [[first, last]];
  });
}

/** A date with this weekday; 1 January 2024 was a Monday. */
const dateOf = (day: number) => Date.UTC(2024, 0, day);
