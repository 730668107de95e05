import { normalizeForSearch } from '../../../i18n/search-text.js';
import { fullDate } from './parse-date.js';
import { monthCalled } from '../lexicon/months.js';

/** The place, and perhaps the day, that opens a release. */
export interface Dateline {
  /** As printed, without the dash: `Lima, 15 de julio de 2016`. */
  text: string;
  /** The place alone; two may be joined. */
  place: string;
  /** RFC 3339 full-date, where the day is written with its year. */
  date?: string;
  /** How many characters it takes, with the dash and the blanks around it. */
  length: number;
}

const capital = "\\p{Lu}[\\p{L}\\p{M}'’.]*(?:(?:-\\p{Ll}+)*-\\p{Lu}[\\p{L}\\p{M}'’]*)*";
const particle = "(?:(?:de|del|des|du|da|do|la|las|le|les|los|el|al|of|the|and the|upon|sur|na|на)\\s+|[dl]['’])*";
const place = `(?:${capital}(?:\\s+${particle}${capital}){0,3}|[\\p{Script=Arabic}]+(?:\\s[\\p{Script=Arabic}]+){0,2}|[\\p{Script=Han}]{2,8})`;
const places = `${place}(?:(?:\\s*[/,،、&]\\s*|\\s+(?:and|et|y|e|и|و)\\s+)${place}){0,2}`;
const day = '\\d{1,2}(?:st|nd|rd|th|er|º|°|\\.)?';
const date = [
  `(?:\\p{L}+,?\\s)?(?:le\\s|el\\s|den\\s)?${day}\\s(?:de\\s|of\\s)?\\p{L}+\\.?(?:,?\\s(?:de\\s|del\\s)?\\d{4}(?:\\s?г\\.?)?)?`,
  `\\p{L}+\\s${day}(?:,?\\s\\d{4})?`,
  '\\d{1,2}[./-]\\d{1,2}[./-]\\d{4}|\\d{4}[./-]\\d{1,2}[./-]\\d{1,2}',
  '\\d{4}年\\d{1,2}月\\d{1,2}日',
].join('|');
const agency = '(?:\\s*\\((?:IOM|OIM|МОМ|المنظمة الدولية للهجرة)\\))?';
const dash = '(?:\\s+[-–—]{1,2}\\s+|\\.?[-–—]{1,2}\\s+|\\.\\s?[-–—]\\s*)';
const pattern = new RegExp(
  `^\\s*(?<text>(?<place>${places})(?:[,،]?\\s+(?<date>${date}))?)${agency}${dash}(?=["'«“„‘(¿¡\\d\\p{Lu}\\p{Lo}])`,
  'u',
);
const acronym = /^(?:IOM|OIM|UN|ONU|МОМ|ООН)$/;

/** The dateline at the start of a text; undefined where there is none. */
export function parseDateline(source: string): Dateline | undefined {
  const match = pattern.exec(source);
  if (!match?.groups || acronym.test(match.groups.place)) return undefined;
  const { text, place, date } = match.groups;
  return {
    text: text.replace(/\s+/g, ' '),
    place: place.replace(/\s+/g, ' '),
    date: date && dayOf(date),
    length: match[0].length,
  };
}

/**
 * A day written in words or digits, as RFC 3339 full-date.
 *
 * @returns Undefined where it can't be told: without a year, or `03/04/2016`.
 */
export function dayOf(text: string): string | undefined {
  const numbers = [...text.matchAll(/\d+/g)].map(([digits]) => digits);
  const year = numbers.find((entry) => entry.length === 4);
  const others = numbers.filter((entry) => entry !== year).map(Number);
  const month = normalizeForSearch(text)
    .split(/[^\p{L}]/u)
    .flatMap((entry) => monthCalled(entry) ?? [])[0];
  if (!year) return undefined;
  if (month) return fullDate(year, month, others[0]);
  if (others.length !== 2) return undefined;
  const [first, second] = others;
  if (text.trim().startsWith(year)) return fullDate(year, first, second);
  if (first > 12) return fullDate(year, second, first);
  return second > 12 || first === second ? fullDate(year, first, second) : undefined;
}
