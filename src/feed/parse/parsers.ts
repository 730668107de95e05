import { toHttpUrl } from '../../html/http-url.js';
import type { Image, ImageSize, Attachment, AttachmentExtension } from '../schema/model.generated.js';

/**
 * The small readers that a feed is read with. Each takes what stands in the JSON and gives back what was meant, or
 * undefined. They never throw.
 */

/** Where a value stands, and where to say that it could not be read. */
export interface ParseContext {
  /** URL of the feed, that relative ones of files are resolved against. */
  baseUrl: string;
  /** URL of the site, that relative ones of pages are resolved against; that of the feed where there is none. */
  site: () => string;
  /** Such as `items[3]._iom.images[0]`. */
  path: string;
  problems: string[];
}

export type Parser<T> = (value: unknown, context: ParseContext) => T | undefined;

/** Text without blanks around it; numbers count as text, so that a numeric `id` is one. */
export const string = (value: unknown): string | undefined =>
  typeof value === 'string' || typeof value === 'number' ? `${value}`.trim() || undefined : undefined;

const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: '\u00a0' };

/** Text where markup has no place: tags are dropped, common entities decoded, lines joined, directions ended. */
export const plainText = (value: unknown): string | undefined => {
  const written = string(value)
    ?.replace(/<(\/?[a-z]|!--)[^>]*>/gi, '\n')
    .replace(/&(#?)(\w+);/g, (whole, numeric, name: string) =>
      numeric ? character(name) : Object.hasOwn(entities, name) ? entities[name] : whole,
    )
    .replace(/\s*[\t\r\n]\s*/g, ' ')
    .trim();
  // Tags with nothing between them are no text.
  return written ? endDirections(written) : undefined;
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
      ends.push(control >= '\u2066' ? endOfIsolate : endOfEmbedding);
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
export const languageTag = (value: unknown): string | undefined => {
  try {
    return Intl.getCanonicalLocales(string(value)?.replaceAll('_', '-'))[0];
  } catch {
    return undefined;
  }
};

/** URL of a file that belongs to the feed, such as a picture or an attachment; a relative one counts from the feed's own. */
export const file: Parser<string> = (value, context) => toHttpUrl(value, context.baseUrl);

/** URL of a page; a relative one counts from the site's, since a feed is often elsewhere: on a CDN. */
export const httpUrl: Parser<string> = (value, { site }) => toHttpUrl(value, site());

/** One of a few words, however its letters and blanks were written: `Press Release` counts as `press-release`. */
export const picklist =
  <T extends string>(...words: T[]): Parser<T> =>
  (value) => {
    const written = string(value)
      ?.toLowerCase()
      .replace(/[\s_]+/g, '-');
    return words.find((word) => word === written);
  };

/** An IANA name that `Intl` knows. */
export const timeZone: Parser<string> = (value) => {
  try {
    return string(value) && new Intl.DateTimeFormat('en', { timeZone: string(value) }) && string(value);
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
export const date = (value: unknown): string | undefined => {
  if (typeof value === 'number') value = isoOf(value < 1e11 ? value * 1000 : value);
  const source = string(value) ?? '';
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
export const array =
  <T>(read: Parser<T>): Parser<T[]> =>
  (value, context) =>
    Array.isArray(value)
      ? value.flatMap((entry, index) => named(read, entry, { ...context, path: `${context.path}[${index}]` }) ?? [])
      : undefined;

/** Reads an object field by field; a field that cannot be read is named and left out. Blanks around keys are ignored. */
export const object =
  <T>(fields: { [K in keyof T]-?: Parser<NonNullable<T[K]>> }): Parser<T> =>
  (value, context) => {
    if (!value || typeof value !== 'object' || Array.isArray(value)) return undefined;
    const match: Partial<T> = {};
    for (const [written, entry] of Object.entries(value)) {
      const key = written.trim() as keyof T & string;
      if (entry == null || entry === '' || !Object.hasOwn(fields, key)) continue;
      match[key] = named(fields[key], entry, { ...context, path: context.path ? `${context.path}.${key}` : key });
    }
    return match as T;
  };

function named<T>(read: Parser<T>, value: unknown, context: ParseContext): T | undefined {
  const result = read(value, context);
  if (result === undefined) context.problems.push(`${context.path}: ${preview(value)}`);
  return result;
}

/** The beginning of a value as JSON; its type where it is none, as in a `feed` property that a script made. */
export function preview(value: unknown): string {
  try {
    return `${JSON.stringify(value)}`.slice(0, 80);
  } catch {
    return typeof value;
  }
}

const pixels: Parser<number> = (value) => (Number(value) > 0 ? Number(value) : undefined);

const sizeFields = object<ImageSize>({ url: file, width: pixels, height: pixels });

/** A picture in one of its sizes; what doesn't say its width can't be chosen. */
export const imageSize: Parser<ImageSize> = (value, context) => {
  const match = sizeFields(value, context);
  return match?.url && match.width ? match : undefined;
};

/** A picture with what is said about it. */
export const image = object<Image>({
  url: file,
  alt: plainText,
  caption: plainText,
  credit: plainText,
  width: pixels,
  height: pixels,
  sizes: array(imageSize),
});

const count: Parser<number> = (value) => (Number(value) > 0 ? Math.round(Number(value)) : undefined);
const attachmentFields = object<Attachment>({
  url: file,
  mime_type: string,
  title: plainText,
  size_in_bytes: count,
  duration_in_seconds: count,
  _iom: object<AttachmentExtension>({ language: languageTag }),
});

/** A file that belongs to an item; without an address there is none. */
export const attachment: Parser<Attachment> = (value, context) => {
  const match = attachmentFields(value, context);
  return match?.url ? match : undefined;
};
