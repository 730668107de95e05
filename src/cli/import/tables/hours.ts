import type { Hours } from '../../../feed/schema/model.generated.js';
import { normalizeForSearch } from '../../../i18n/search-text.js';
import { latinDigits } from '../clean/digits.js';
import { weekdayIn } from '../lexicon/months.js';

/** Days as some people shorten them, beside the names that `Intl` knows; from 1 for Monday. */
const short: Record<string, number> = {
  ...{ lu: 1, ma: 2, me: 3, je: 4, ve: 5, sa: 6, di: 7 },
  ...{ mo: 1, tu: 2, we: 3, th: 4, fr: 5, su: 7, tues: 2, thur: 4, thurs: 4 },
  ...{ mi: 3, ju: 4, vi: 5, do: 7 },
  ...{ 周一: 1, 周二: 2, 周三: 3, 周四: 4, 周五: 5, 周六: 6, 周日: 7, 周天: 7 },
  ...{ 星期一: 1, 星期二: 2, 星期三: 3, 星期四: 4, 星期五: 5, 星期六: 6, 星期日: 7, 星期天: 7 },
};

const everyDay = /^(?:daily|every day|tous les jours|todos los dias|7 ?j(?:ours)?|ежедневно|يوميا|每天|每日)$/;
const workdays =
  /^(?:weekdays|working days|jours ouvrables|jours ouvres|dias laborables|будни|будние дни|по будням|工作日)$/;

/** Beginnings of Russian days, whose ends change with the words before them. */
const russian = ['понедельник', 'вторник', 'сред', 'четверг', 'пятниц', 'суббот', 'воскресень'];

/** The day that a word names, from 1 for Monday; undefined for other words. */
function dayNamed(word: string): number | undefined {
  const name = normalizeForSearch(word).replace(/\.$/, '');
  if (name in short) return short[name];
  // Plurals, as in `lundis`.
  const day = weekdayIn(name) ?? weekdayIn(name.replace(/s$/, ''));
  if (day !== undefined) return day || 7;
  return russian.findIndex((start) => name.startsWith(start)) + 1 || undefined;
}

/** A piece of the text that says something: days, a time, a sign or word for "to", or what parts one from the next. */
type Token = { days: number[] } | { time: string } | 'to' | 'and';

const time =
  /^(\d{1,2})(?: ?[:.h点时] ?(\d{2})分?| ?h(?:eures|rs?)?|点|时)?(?: ?([ap])\.?m\.?)?(?!\d|(?!\p{Script=Han})\p{L})/iu;
const to = /^(?:[-–—~〜至到]|(?:to|until|through|a|à|au|al|hasta|по|до|إلى|الى|حتى)(?!\p{L}))/iu;
const and = /^(?:[,;،؛、/&+|()：:.]|(?:and|et|y|de|from|des|du|desde|las|и|с|от|من|و)(?!\p{L})|و(?=\p{L})|[从和])/iu;
const word = /^(?:周[一二三四五六日天]|星期[一二三四五六日天]|\p{L}[\p{L}\p{M}]*\.?)/u;

/** The days that the first words name, and how long those words are. */
function leadingDays(text: string): { days: number[]; length: number } | undefined {
  for (const count of [3, 2, 1]) {
    const [phrase] = new RegExp(`^(?:[^ ]+ ){${count - 1}}[^ ,;:：]+`).exec(text) ?? [''];
    const name = normalizeForSearch(phrase);
    if (everyDay.test(name)) return { days: [1, 2, 3, 4, 5, 6, 7], length: phrase.length };
    if (workdays.test(name)) return { days: [1, 2, 3, 4, 5], length: phrase.length };
  }
  const [name] = word.exec(text) ?? [''];
  const day = name ? dayNamed(name) : undefined;
  return day === undefined ? undefined : { days: [day], length: name.length };
}

/** @returns Undefined where a word is neither a day nor a time. */
function tokensOf(text: string): Token[] | undefined {
  const tokens: Token[] = [];
  let rest = text.trim();
  while (rest) {
    const clock = time.exec(rest);
    const days = clock ? undefined : leadingDays(rest);
    const joint = (to.exec(rest) ?? and.exec(rest))?.[0];
    const moment = clock && clockOf(clock);
    if (clock && !moment) return undefined;
    if (clock) tokens.push({ time: moment! });
    else if (days) tokens.push(days);
    else if (joint) tokens.push(to.test(rest) ? 'to' : 'and');
    else return undefined;
    rest = rest.slice(clock?.[0].length ?? days?.length ?? joint!.length).trim();
  }
  return tokens;
}

/** `HH:MM`; undefined for a time that no clock shows. */
function clockOf([, hour, minute = '00', half]: RegExpExecArray): string | undefined {
  let hours = Number(hour);
  if (half && (hours < 1 || hours > 12)) return undefined;
  if (half) hours = (hours % 12) + (half.toLowerCase() === 'p' ? 12 : 0);
  if (hours > 24 || Number(minute) > 59) return undefined;
  return hours === 24 ? '00:00' : `${`${hours}`.padStart(2, '0')}:${minute}`;
}

/**
 * Reads opening hours as people write them: `Lu–Ve 9h–17h`, `Mon-Fri 09:00-12:30, 14:00-18:00; Sat 9-12`,
 * `周一至周五 9:00-17:00`.
 *
 * @returns Undefined where something in it is neither a day nor a time.
 */
export function parseHours(written: string): Hours[] | undefined {
  const tokens = tokensOf(latinDigits(written).replace(/\s+/g, ' '));
  if (!tokens) return undefined;
  const result: Hours[] = [];
  let days: number[] = [];
  /** Whether the days have hours: then the next day begins a new list. */
  let isComplete = true;
  for (let index = 0; index < tokens.length; index++) {
    const token = tokens[index];
    if (token === 'and') continue;
    const last = tokens[index + 1] === 'to' ? tokens[index + 2] : undefined;
    if (token === 'to' || last === 'to' || last === 'and') return undefined;
    if ('days' in token) {
      if (last && !('days' in last)) return undefined;
      if (isComplete) days = [];
      days.push(...(last ? daysFrom(token.days[0], last.days[0]) : token.days));
      isComplete = false;
    } else {
      if (!last || !('time' in last) || !days.length || last.time === token.time) return undefined;
      result.push({ days: [...new Set(days)].sort(), opens: token.time, closes: last.time });
      isComplete = true;
    }
    if (last) index += 2;
  }
  return result.length && isComplete ? result : undefined;
}

/** Sunday to Thursday goes over the end of the week. */
function daysFrom(first: number, last: number): number[] {
  const days = [first];
  for (let day = first; day !== last;) days.push((day = (day % 7) + 1));
  return days;
}
