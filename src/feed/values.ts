import { webUrl } from '../html/url.js';
import type { Image } from './model.js';

/**
 * The small readers that a feed is read with. Each takes what stands in the JSON and gives back what was meant, or
 * undefined. They never throw.
 */

/** Where a value stands, and where to say that it could not be read. */
export interface Place {
  /** URL of the feed, that relative ones of files are resolved against. */
  base: string;
  /** URL of the site, that relative ones of pages are resolved against; by default that of the feed. */
  site?: () => string | undefined;
  /** Such as `items[3]._iom.images[0]`. */
  path: string;
  problems: string[];
}

export type Read<T> = (value: unknown, at: Place) => T | undefined;

/** Text without blanks around it; numbers count as text, so that a numeric `id` is one. */
export const text = (value: unknown): string | undefined =>
  typeof value === 'string' || typeof value === 'number' ? `${value}`.trim() || undefined : undefined;

const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: '\u00a0' };

/** Text where markup has no place: tags are dropped, common entities decoded, lines joined, directions ended. */
export const plain = (value: unknown): string | undefined => {
  const written = text(value)
    ?.replace(/<(\/?[a-z]|!--)[^>]*>/gi, '\n')
    .replace(/&(#?)(\w+);/g, (whole, numeric, name: string) =>
      numeric ? character(name) : Object.hasOwn(entities, name) ? entities[name] : whole,
    )
    .replace(/\s*[\t\r\n]\s*/g, ' ')
    .trim();
  return written && endDirections(written);
};

const [endOfEmbedding, endOfIsolate] = ['\u202c', '\u2069'];

/**
 * Ends what a text begins of controls that turn its direction around (https://www.unicode.org/reports/tr9/, 2), and leaves
 * out ends of what it didn't begin: what follows on the page reads as if the text weren't there.
 */
function endDirections(text: string): string {
  const ends: string[] = [];
  const kept = text.replace(/[\u202a-\u202e\u2066-\u2069]/g, (control) => {
    if (control !== endOfEmbedding && control !== endOfIsolate) {
      ends.push(control < endOfIsolate && control > '\u2065' ? endOfIsolate : endOfEmbedding);
      return control;
    }
    const last = ends.lastIndexOf(control);
    // An embedding ends within its isolate; an isolate ends with all that is in it.
    if (last < 0 || (control === endOfEmbedding && last < ends.length - 1)) return '';
    ends.length = last;
    return control;
  });
  return kept + ends.reverse().join('');
}

/** The character of a numeric reference; a replacement character where there is none. */
function character(reference: string): string {
  const code = Number(reference.replace(/^x/i, '0x'));
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '\ufffd';
}

/** A BCP 47 tag in the shape `Intl` accepts; `en_US` counts as `en-US`. */
export const languageTag: Read<string> = (value) => {
  try {
    return Intl.getCanonicalLocales(text(value)?.replaceAll('_', '-'))[0];
  } catch {
    return undefined;
  }
};

/** URL of a file that belongs to the feed, such as a picture; a relative one counts from the feed's own. */
export const file: Read<string> = (value, at) => webUrl(value, at.base);

/** URL of a page; a relative one counts from the site's, since a feed is often elsewhere: on a CDN. */
export const link: Read<string> = (value, at) =>
  webUrl(value, (typeof value === 'string' && !/^\s*[a-z][a-z0-9+.-]*:/i.test(value) && at.site?.()) || at.base);

/** One of a few words, however its letters and blanks were written: `Press Release` counts as `press-release`. */
export const oneOf =
  <T extends string>(...words: T[]): Read<T> =>
  (value) => {
    const written = text(value)
      ?.toLowerCase()
      .replace(/[\s_]+/g, '-');
    return words.find((word) => word === written);
  };

/** An IANA name that `Intl` knows. */
export const timeZone: Read<string> = (value) => {
  try {
    return text(value) && new Intl.DateTimeFormat('en', { timeZone: text(value) }) && text(value);
  } catch {
    return undefined;
  }
};

const months = 'janfebmaraprmayjunjulaugsepoctnovdec';
const time = '(?:[T ]+(\\d\\d:\\d\\d)(:\\d\\d(?:\\.\\d+)?)?(?:[.,]\\d+)?)? *(Z|GMT|UTC?|[+-]\\d\\d:?\\d\\d)?$';
const rfc3339 = new RegExp('^(\\d{4})-(\\d\\d)-(\\d\\d)' + time, 'i');
const rfc5322 = new RegExp('^(?:\\w+,? +)?(\\d\\d?) ([a-z]{3})[a-z]* (\\d{4})' + time, 'i');

/**
 * A date, as RFC 3339 with the offset it was written with. Read are RFC 3339, also with a blank for the `T`, without
 * seconds, colon or offset (then UTC), the form of e-mail and RSS (RFC 5322), and Unix time in seconds or milliseconds.
 */
export const date: Read<string> = (value) => {
  if (typeof value === 'number') value = isoOf(value < 1e11 ? value * 1000 : value);
  const source = text(value) ?? '';
  let [, year, month, day, clock = '00:00', seconds = ':00', zone = 'Z'] = rfc3339.exec(source) ?? [];
  const mail = rfc5322.exec(source);
  if (mail) {
    [, day, month, year, clock = '00:00', seconds = ':00', zone = 'Z'] = mail;
    const index = months.indexOf(month.toLowerCase());
    month = `${index / 3 + 1}`.padStart(2, '0');
  }
  const offset = /\d/.test(zone) ? zone.replace(/(\d\d):?(\d\d)$/, '$1:$2') : 'Z';
  const result = `${year}-${month}-${day?.padStart(2, '0')}T${clock}${seconds}${offset}`;
  // The day is compared because engines disagree on 30 February.
  const parsed = new Date(`${result.slice(0, 10)}T00:00:00Z`);
  return isNaN(Date.parse(result)) || parsed.getUTCDate() !== +day ? undefined : result;
};

const isoOf = (milliseconds: number) => (Math.abs(milliseconds) < 8.64e15 ? new Date(milliseconds).toISOString() : '');

/** Reads each entry of an array; one that cannot be read is named and left out. */
export const list =
  <T>(read: Read<T>): Read<T[]> =>
  (value, at) =>
    Array.isArray(value)
      ? value.flatMap((entry, index) => named(read, entry, { ...at, path: `${at.path}[${index}]` }) ?? [])
      : undefined;

/** Reads an object field by field; a field that cannot be read is named and left out. Blanks around keys are ignored. */
export const shape =
  <T>(fields: { [K in keyof T]-?: Read<NonNullable<T[K]>> }): Read<T> =>
  (value, at) => {
    if (!value || typeof value !== 'object' || Array.isArray(value)) return undefined;
    const found: Partial<T> = {};
    for (const [written, entry] of Object.entries(value)) {
      const key = written.trim() as keyof T & string;
      if (entry == null || entry === '' || !Object.hasOwn(fields, key)) continue;
      found[key] = named(fields[key], entry, { ...at, path: at.path ? `${at.path}.${key}` : key });
    }
    return found as T;
  };

function named<T>(read: Read<T>, value: unknown, at: Place): T | undefined {
  const result = read(value, at);
  if (result === undefined) at.problems.push(`${at.path}: ${print(value)}`);
  return result;
}

/** The beginning of a value as JSON; its type where it is none, as in a `feed` property that a script made. */
export function print(value: unknown): string {
  try {
    return `${JSON.stringify(value)}`.slice(0, 80);
  } catch {
    return typeof value;
  }
}

const pixels: Read<number> = (value) => (Number(value) > 0 ? Number(value) : undefined);

/** A picture with what is said about it; its other `sizes` are for other readers. */
export const image = shape<Omit<Image, 'sizes'>>({
  url: file,
  alt: plain,
  caption: plain,
  credit: plain,
  width: pixels,
  height: pixels,
});
