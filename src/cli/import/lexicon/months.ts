import { normalizeForSearch } from '../../../i18n/search-text.js';

/** Languages whose names of months and days are known; of Arabic those of Egypt, the Levant, Algeria and Morocco. */
const languages = 'en fr es ar ar-LB ar-DZ ar-MA ru zh pt pt-PT it de nl el hu pl tr uk ca ro sv id vi'.split(' ');

/** Names by folded form, without points: the number of each counts from 1. */
function namesOf(count: number, momentOf: (index: number) => number, part: 'month' | 'weekday'): Map<string, number> {
  const names = new Map<string, number>();
  for (const language of languages) {
    for (const style of ['long', 'short'] as const) {
      const alone = new Intl.DateTimeFormat(language, { [part]: style, timeZone: 'UTC' });
      // Russian has other forms of its months in dates.
      const inDate = new Intl.DateTimeFormat(language, { day: 'numeric', [part]: style, timeZone: 'UTC' });
      for (let index = 0; index < count; index++) {
        const moment = momentOf(index);
        const declined = inDate.formatToParts(moment).find(({ type }) => type === part)?.value ?? '';
        for (const name of [alone.format(moment), declined]) {
          const key = normalizeForSearch(name).replace(/\.$/, '');
          if (key && !/^\d+$/.test(key) && !names.has(key)) names.set(key, index + 1);
        }
      }
    }
  }
  return names;
}

let months: Map<string, number> | undefined;
let weekdays: Map<string, number> | undefined;

/** Numbers of the months by their names; made when the first is asked for. */
const allMonths = () => (months ??= namesOf(12, (index) => Date.UTC(2000, index, 15), 'month'));
// 2 January 2000 was a Sunday.
const allWeekdays = () => (weekdays ??= namesOf(7, (index) => Date.UTC(2000, 0, 2 + index), 'weekday'));

/** The number of a month by its whole name, folded. */
export const monthCalled = (name: string): number | undefined => allMonths().get(name);

/** The number of a month by its name, or by a beginning of three letters and more that is that of no other month. */
export function monthNamed(word: string): number | undefined {
  const name = normalizeForSearch(word).replace(/\.$/, '');
  const exact = monthCalled(name);
  if (exact || name.length < 3) return exact;
  const matches = new Set([...allMonths()].filter(([known]) => known.startsWith(name)).map(([, month]) => month));
  return matches.size === 1 ? [...matches][0] : undefined;
}

/** The day of the week that a text names, from 0 for Sunday. */
export function weekdayIn(text: string): number | undefined {
  const [number] = normalizeForSearch(text)
    .split(/[^\p{L}]+/u)
    .flatMap((word) => allWeekdays().get(word) ?? []);
  return number && number - 1;
}
