import { dayFormats } from './format-date.js';
import { primarySubtag } from './locale.js';
import { noted } from './noted.js';

/** What `Intl` lacks for a language in some browsers, and is therefore ours in all of them, and on servers. */
export interface Calendar {
  /** A locale that every browser knows and that writes numbers as this language does. */
  locale: string;
  /** From Monday on. */
  weekdays: readonly string[];
  /** Between the entries of a list. */
  comma: string;
}

const calendars: Record<string, Calendar | undefined> = {};

/** Comes with the words of a language. */
export function addCalendar(tag: string, calendar: Calendar): void {
  calendars[primarySubtag(tag)] = calendar;
  // A day in figures is in those of the language.
  if (!isKnown(tag))
    dayFormats[tag] = { format: (day) => inDigits(new Date(Number(day)).toISOString().slice(0, 10), tag) };
}

/** What is ours for a language; undefined where `Intl` is right, and for languages that nobody has anything for. */
export const calendarOf = (tag: string): Calendar | undefined => calendars[primarySubtag(tag)];

/** Whether the browser has data for a language: where it has none, it would use those of its own language. */
export const isKnown = (tag: string): boolean => Intl.DateTimeFormat.supportedLocalesOf(tag).length > 0;

/** The language that names of days, languages and countries come in: English for one that the browser doesn't know. */
export const namingTag = (tag: string): string => (isKnown(tag) ? tag : 'en');

/** What `Intl` is asked with for numbers and times: the language itself, or one that writes them alike. */
export const formattingTag = (tag: string): string => calendarOf(tag)?.locale ?? namingTag(tag);

/** Several things in a row, such as "traite, frontières et asile"; without a word for "and" where there is none. */
export const joinList = (entries: readonly string[], tag: string): string =>
  noted(
    calendarOf(tag) || !isKnown(tag)
      ? entries.join(calendarOf(tag)?.comma ?? ', ')
      : new Intl.ListFormat(tag).format(entries),
  );

/** A text with its digits as a language writes them. */
export function inDigits(text: string, tag: string): string {
  const numbers = new Intl.NumberFormat(formattingTag(tag));
  return text.replace(/\d/g, (digit) => numbers.format(Number(digit)));
}

const symbols = {
  ...{ byte: 'B', kilobyte: 'kB', megabyte: 'MB', gigabyte: 'GB' },
  ...{ second: 's', minute: 'min', kilometer: 'km' },
};

/** A number with its unit, such as "2,4 Mo": its international symbol where the browser has none in the language. */
export function formatUnit(value: number, unit: keyof typeof symbols, tag: string, maximumFractionDigits = 0): string {
  return noted(
    isKnown(tag) && !calendarOf(tag)
      ? new Intl.NumberFormat(tag, { style: 'unit', unit, unitDisplay: 'short', maximumFractionDigits }).format(value)
      : `${new Intl.NumberFormat(formattingTag(tag), { maximumFractionDigits }).format(value)}\u00a0${symbols[unit]}`,
  );
}
