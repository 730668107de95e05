/** What a figure says, by `Intl`, in the language of the page. */
import type { ParsedFigure } from '../../feed/parts/figures.js';
import { formattingTag, inDigits, isKnown, joinList } from '../../i18n/calendar.js';
import { noted } from '../../i18n/noted.js';
import type { Messages } from '../../i18n/messages/common.js';

/** A number in three pieces, such as `USD `, `30` and ` million`. */
export interface FormattedNumber {
  before: string;
  digits: string;
  after: string;
  /** The number that the digits say: 30 of `30 million`. */
  amount: number;
}

type Words = Messages['figures'];

const formats: Record<string, Intl.NumberFormat> = {};

const numberFormat = (tag: string, options: Intl.NumberFormatOptions) =>
  (formats[tag + JSON.stringify(options)] ??= new Intl.NumberFormat(tag, options));

/**
 * The word for millions is the browser's own: in a language that it doesn't know it would be another language's, so the
 * number stands in full. Where the long form has another number before its word than the short one, it is not trusted:
 * Nepali writes ten times too much in ICU 78 (findings/intl-compact-scale.sh).
 */
function compactOptions(value: number, tag: string): Intl.NumberFormatOptions | undefined {
  if (!isKnown(tag)) return undefined;
  const [long, short] = (['long', 'short'] as const).map((compactDisplay): Intl.NumberFormatOptions => ({
    notation: 'compact',
    compactDisplay,
    maximumFractionDigits: 1,
  }));
  const [full, brief] = [long, short].map(
    (options) => partsOf(value, tag, { ...options, numberingSystem: 'latn', useGrouping: false }).digits,
  );
  return full === brief ? long : short;
}

/**
 * A number as the reader's language writes it.
 *
 * @param tag BCP 47.
 * @param compact Whether millions are shortened, such as `31.1 million`.
 */
export function writeNumber(figure: ParsedFigure, tag: string, compact = false): FormattedNumber {
  const { value, kind, currency, unit } = figure;
  const short = compact && kind !== 'year' && Math.abs(value) >= 1e6 ? compactOptions(value, tag) : undefined;
  const options: Intl.NumberFormatOptions =
    kind === 'year' ? { useGrouping: false } : { minimumFractionDigits: kind === 'money' && value % 1 ? 2 : 0 };
  const written = short ? tag : formattingTag(tag);
  const latin = partsOf(value, written, { ...(short ?? options), numberingSystem: 'latn', useGrouping: false });
  const plain = partsOf(value, written, short ?? options);
  // The sign stands where the language puts it around the number in full; the word of the compact form stays beside it.
  const sign =
    kind === 'percent'
      ? partsOf(value, formattingTag(tag), { style: 'unit', unit: 'percent' })
      : kind === 'money' && currency
        ? partsOf(value, formattingTag(tag), { style: 'currency', currency, currencyDisplay: 'code' })
        : { before: '', after: '' };
  return {
    before: noted(sign.before + plain.before),
    digits: noted(plain.digits),
    after: noted(plain.after + sign.after + (unit ? `\u00a0${unit}` : '')),
    amount: Number(latin.digits.replace(/[^\d.-]/g, (mark) => (mark === ',' ? '.' : mark === '−' ? '-' : ''))),
  };
}

const digitParts = ['integer', 'group', 'decimal', 'fraction', 'minusSign', 'infinity'];

/** The digits of a number, and what stands around them. */
function partsOf(value: number, tag: string, options: Intl.NumberFormatOptions) {
  const parts = numberFormat(tag, options).formatToParts(value);
  const first = parts.findIndex(({ type }) => digitParts.includes(type));
  const last = parts.findLastIndex(({ type }) => digitParts.includes(type));
  const [before, digits, after] = [parts.slice(0, first), parts.slice(first, last + 1), parts.slice(last + 1)].map(
    (some) => some.map((part) => part.value).join(''),
  );
  return { before, digits, after };
}

/** A number in one piece. */
export function spell(figure: ParsedFigure, tag: string): string {
  const { before, digits, after } = writeNumber(figure, tag);
  return noted(before + digits + after);
}

/** A day, a month or a year, as precise as it is known; in figures where the browser has no words for them. */
export function describeDate(date: string, tag: string): string {
  if (!isKnown(tag)) return inDigits(date, tag);
  const [, month, day] = date.split('-');
  return new Intl.DateTimeFormat(tag, {
    year: 'numeric',
    month: month && 'long',
    day: day && 'numeric',
    timeZone: 'UTC',
  } as Intl.DateTimeFormatOptions).format(Date.parse(date));
}

/** How a figure has changed since its last earlier value, such as "Up from 165 (2016)". */
export interface Trend {
  text: string;
  path: 'up' | 'down' | 'same';
}

export function describeTrend(figure: ParsedFigure, messages: Words, tag: string): Trend | undefined {
  const earlier = figure.history?.at(-1);
  if (!earlier) return undefined;
  const path = figure.value > earlier.value ? 'up' : figure.value < earlier.value ? 'down' : 'same';
  const value = spell({ ...figure, value: earlier.value }, tag);
  const text = messages[path].replace('{value}', value).replace('{date}', describeDate(earlier.as_of, tag));
  return { path, text: noted(text) };
}

/** All earlier values, for those who can't see the line: "67 (1998), 157 (2014) and 165 (2016)". */
export const describeHistory = (figure: ParsedFigure, tag: string): string =>
  joinList(
    (figure.history ?? []).map(
      ({ as_of, value }) => `${spell({ ...figure, value }, tag)} (${describeDate(as_of, tag)})`,
    ),
    tag,
  );
