import { date as readDate } from '../../../feed/parse/parsers.js';
import { normalizeForSearch } from '../../../i18n/search-text.js';
import { primarySubtag } from '../../../i18n/locale.js';
import { monthNamed, weekdayIn } from '../lexicon/months.js';
import { offsetOf, zonePattern } from '../lexicon/zones.js';

/** What came of reading a date. */
export interface Moment {
  /** RFC 3339; undefined where it can't be told. */
  date?: string;
  /** Whether it stands for "no date" in the system that wrote it. */
  isBlank?: boolean;
  /** A name of a time zone that isn't known: the time was taken for UTC. */
  unknownZone?: string;
}

/**
 * Reads a date as feeds and sites write it: RFC 3339 and ISO 8601, RFC 822 with its two-digit years and zone names,
 * asctime, Unix time, and days written in words of many languages.
 *
 * @param language BCP 47 tag of the text: `03/04/2026` is a day only where that says which number comes first.
 */
export function parseMoment(written: string, language = ''): Moment {
  const text = written.trim();
  if (!text || /^[+-]?0{3,4}\d?[-/.]/.test(text)) return { isBlank: true };
  const usual = /[T ]24:/.test(text) ? undefined : readDate(text);
  const moment = usual ? { date: usual } : parseOther(text, language);
  const year = Number(moment.date?.slice(0, 4));
  // What systems write where they have no date: the first year of all, and the beginning of Unix time.
  if (year < 1000 || year === 1970 || moment.date?.startsWith('1969-12-31')) return { isBlank: true };
  return moment;
}

function parseOther(written: string, language: string): Moment {
  const text = normalized(written);
  if (/^\d{10}$|^\d{13}$/.test(text)) return { date: readDate(Number(text)) };
  const { rest, time, zone } = takeTime(text);
  const day = dayInWords(normalizeForSearch(rest)) ?? dayInNumbers(rest, language);
  if (!day || !time) return {};
  const offset = zone && offsetOf(zone, day, time);
  const unknownZone = zone && !offset ? (zone.name ?? zone.iana ?? zone.offset) : undefined;
  const moment = time.startsWith('24') ? `${dayAfter(day)}T00:00:00` : `${day}T${time}`;
  return { date: readDate(`${moment}${offset ?? 'Z'}`), ...(unknownZone && { unknownZone }) };
}

const chineseDigits = '〇一二三四五六七八九';

/** A number of a date: a year by its digits, a day as tens and ones, as in 二十一. */
function chineseNumber(written: string): string {
  const digits = written.replace(/零/g, '〇');
  const digitOf = (sign: string) => `${chineseDigits.indexOf(sign)}`;
  const [tens, ones] = digits.split('十');
  if (ones === undefined) return [...digits].map(digitOf).join('');
  return `${Number(tens ? digitOf(tens) : 1) * 10 + Number(ones ? digitOf(ones) : 0)}`;
}

/** One kind of digits and blanks, no signs that only turn the direction, and no second name of the time zone. */
const normalized = (text: string) =>
  text
    .normalize('NFKC')
    .replace(/[\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069]/g, '')
    .replace(/[٠-٩۰-۹]/g, (digit) => `${digit.charCodeAt(0) & 0xf}`)
    .replace(/[〇零一二三四五六七八九十]+(?=[年月日])/g, chineseNumber)
    .replace(/[년월일]/g, (sign) => ({ 년: '年', 월: '月', 일: '日' })[sign]!)
    .replace(/오전|上午/g, ' AM ')
    .replace(/오후|下午/g, ' PM ')
    .replace(/\[[^\]]*\]$/, '')
    // Without signs between its numbers, or those of the time: ISO 8601, basic format.
    .replace(/^(\d{4})(-?)(\d\d)\2(\d\d)[T ]?(\d\d)(\d\d)(\d\d)?(?=$|[Z+-])/i, '$1-$3-$4 $5:$6:$7')
    .replace(/:(?=$|[Z+-])/i, ':00')
    .replace(/[\s\u00a0]+/g, ' ')
    .trim();

/** Hours with minutes, or with a word that says what they are. */
const clock =
  /(?:(?<first>[ap])\.?m\.? ?)?(?<![\d.])(?<hour>\d{1,2})(?:(?::| ?h ?)(?<minute>\d{1,2})(?::(?<second>\d{1,2})(?:[.,:]\d+)?)?(?: ?(?<last>[ap]\.?m\.?|[صم])(?!\p{L}))?| ?(?<only>[ap])\.?m\.?(?!\p{L}| ?\d)| ?(?:h|Uhr)(?![\p{L}\d]))/iu;

interface Timed {
  /** What is left: the day. */
  rest: string;
  /** `hh:mm:ss`; undefined where there is no such time. */
  time?: string;
  zone?: Record<string, string | undefined>;
}

function takeTime(text: string): Timed {
  const match = clock.exec(text);
  if (!match?.groups) return { rest: text.replace(/\(.*\)$/, ''), time: '00:00:00' };
  const { hour, minute = '00', second = '00', first, last, only } = match.groups;
  const after = text.slice(match.index + match[0].length);
  const zone = zonePattern.exec(after);
  const comment = zone ? undefined : /\(([^()]*)\)\s*$/.exec(after)?.[1];
  const before = text.slice(0, match.index).replace(/[T,]$/, ' ');
  const half = (first ?? last ?? only)?.toLowerCase();
  let hours = Number(hour);
  if (half && hours <= 12) hours = (hours % 12) + (/[pم]/.test(half) ? 12 : 0);
  const possible = hours < 25 && (hours < 24 || Number(minute) + Number(second) === 0) && Number(minute) < 60;
  // A leap second is the last of its minute to everybody else.
  const time = [`${hours}`, minute, Number(second) === 60 ? '59' : second]
    .map((entry) => entry.padStart(2, '0'))
    .join(':');
  return {
    rest: `${before} ${after.slice(zone?.[0].length ?? 0).replace(/\(.*\)\s*$/, '')}`.trim(),
    ...(possible && Number(second) <= 60 && { time }),
    zone: (zone ?? zonePattern.exec(comment ?? ''))?.groups,
  };
}

/** Some months have two words in Arabic, and some sites write both names of them. */
const month = "(?<month>\\p{L}[\\p{L}']*(?: ال\\p{L}+)?)(?:/\\p{L}+)?\\.?";
const year = "(?<year>\\d{4}|'?\\d{2})(?!\\d)";
const wordy = [
  `(?<!\\d)(?<day>\\d{1,2})(?:st|nd|rd|th|er|º|°|\\.)?[ ./-]*(?:de |of |d')?${month},?[ ./،-]*(?:de |del |do )?${year}`,
  `(?<!\\p{L})${month}[ ./-]*(?<day>\\d{1,2})(?:st|nd|rd|th|\\.)?,?[ /-]+(?:de |del )?${year}`,
  `(?<!\\d)(?<year>\\d{4})[ .,/-]*${month}[ ./-]*(?<day>\\d{1,2})(?!\\d)`,
].map((pattern) => new RegExp(pattern, 'gu'));

/** `24 de septiembre de 2018`, `September 24, 2018`, `2018-szeptember-24`; a day of the week before it is passed over. */
function dayInWords(text: string): string | undefined {
  for (const pattern of wordy) {
    for (const { groups = {} } of text.matchAll(pattern)) {
      const number = monthNamed(groups.month);
      if (number) return fullDate(fullYear(groups.year), number, Number(groups.day));
    }
  }
  return undefined;
}

const yearFirst = /(?<!\d)(\d{4}) ?[-/.年] ?(\d{1,2}) ?[-/.月] ?(\d{1,2})日?(?!\d)/;
const yearLast = /(?<!\d)(\d{1,2}) ?([./-]) ?(\d{1,2}) ?\2 ?(\d{4}|\d{2})(?!\d)/;
/** Forms of ISO 8601 with less than a whole date, or with the day of the year. What they don't say is the first. */
const short: [RegExp, (...numbers: string[]) => string | undefined][] = [
  [/^(\d{4})(\d\d)(\d\d)$/, (year, month, day) => fullDate(year, Number(month), Number(day))],
  [/^(\d{4})-?(\d{3})$/, (year, day) => dayOfYear(year, day)],
  [/^(\d{4})-(\d\d)$/, (year, month) => fullDate(year, Number(month), 1)],
  [/^([12]\d{3})$/, (year) => fullDate(year, 1, 1)],
  [/^-(\d\d)-?(\d\d)$/, (year, month) => fullDate(fullYear(year), Number(month), 1)],
  [/^(\d\d)(\d\d)(\d\d)$/, (year, month, day) => fullDate(fullYear(year), Number(month), Number(day))],
  [/^(\d\d)-?(\d{3})$/, (year, day) => dayOfYear(fullYear(year), day)],
  [/^(\d{4})-?W(\d\d)-?([1-7])$/, (year, week, day) => dayOfWeek(Number(year), Number(week), Number(day))],
];

function dayInNumbers(text: string, language: string): string | undefined {
  const [, year, month, day] = yearFirst.exec(text) ?? [];
  if (year) return fullDate(year, Number(month), Number(day));
  const last = yearLast.exec(text);
  if (last) return dayOfThree(Number(last[1]), Number(last[3]), last[4], { sign: last[2], text, language });
  for (const [pattern, read] of short) {
    const match = pattern.exec(text.replace(/[ .,]+$/, ''));
    if (match) return read(...match.slice(1));
  }
  return undefined;
}

interface Around {
  sign: string;
  text: string;
  language: string;
}

/** Which number is the day: what is above 12, what fits the day of the week, the first one in most languages. */
function dayOfThree(first: number, second: number, year: string, { sign, text, language }: Around) {
  const full = fullYear(year);
  const [dayFirst, monthFirst] = [fullDate(full, second, first), fullDate(full, first, second)];
  if (!dayFirst || !monthFirst || first === second) return dayFirst ?? monthFirst;
  const weekday = weekdayIn(text);
  const fits = [dayFirst, monthFirst].filter((day) => new Date(`${day}T00:00:00Z`).getUTCDay() === weekday);
  if (fits.length === 1) return fits[0];
  return sign === '.' || !['', 'en', 'zh'].includes(primarySubtag(language)) ? dayFirst : undefined;
}

/** RFC 2822, 4.3. */
const fullYear = (year: string) => {
  const digits = year.replace("'", '');
  return digits.length === 2 ? `${Number(digits) < 50 ? 20 : 19}${digits}` : digits;
};

function dayOfYear(year: string, day: string): string | undefined {
  const moment = new Date(Date.UTC(Number(year), 0, Number(day)));
  return Number(day) > 0 && moment.getUTCFullYear() === Number(year) ? moment.toISOString().slice(0, 10) : undefined;
}

/** The first week of a year is that of 4 January. */
function dayOfWeek(year: number, week: number, day: number): string {
  const fourth = new Date(Date.UTC(year, 0, 4));
  const monday = 4 - ((fourth.getUTCDay() + 6) % 7);
  return new Date(Date.UTC(year, 0, monday + (week - 1) * 7 + day - 1)).toISOString().slice(0, 10);
}

const dayAfter = (day: string) => new Date(Date.parse(`${day}T00:00:00Z`) + 864e5).toISOString().slice(0, 10);

/** RFC 3339 full-date; undefined for a day that no calendar has. */
export function fullDate(year: string, month: number, day: number): string | undefined {
  const text = `${year}-${`${month}`.padStart(2, '0')}-${`${day}`.padStart(2, '0')}`;
  const moment = new Date(`${text}T00:00:00Z`);
  return moment.getUTCDate() === day && moment.getUTCMonth() === month - 1 ? text : undefined;
}
