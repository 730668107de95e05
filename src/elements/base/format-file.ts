/** What elements say about a file, in the language of the page. */
import { formatUnit } from '../../i18n/calendar.js';

/** What is known of a file. */
interface FileFacts {
  /** Such as `application/pdf`. */
  mime_type?: string;
  url?: string;
}

/** Media types whose name is not what people call the format (https://www.iana.org/assignments/media-types/). */
const formats: Record<string, string> = {
  'vnd.openxmlformats-officedocument.spreadsheetml.sheet': 'XLSX',
  'vnd.openxmlformats-officedocument.wordprocessingml.document': 'DOCX',
  'vnd.openxmlformats-officedocument.presentationml.presentation': 'PPTX',
  'vnd.ms-excel': 'XLS',
  msword: 'DOC',
  'geo+json': 'GeoJSON',
  plain: 'TXT',
};

/** Web pages, bytes of any kind, and what is MP3 or a film: nothing to say of a file. */
const unsaid = /^(octet-stream|mpeg|html?|php|aspx)$/i;

/** The format, such as "PDF": by its media type, else by the end of its address; undefined where neither says it. */
export function formatOf({ mime_type: type = '', url = '' }: FileFacts): string | undefined {
  const subtype = type.slice(type.indexOf('/') + 1);
  const [, extension] = /^\w+:\/\/[^?#]+\/[^?#/]*\.(\w{2,7})(?=[?#]|$)/.exec(url) ?? [];
  const short = [subtype, extension].find((name) => name && /^\w{2,8}$/.test(name) && !unsaid.test(name));
  return Object.hasOwn(formats, subtype) ? formats[subtype] : short?.toUpperCase();
}

const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const;

/** A size, such as "2,4 Mo": two digits at least, thousands as `Intl` counts them. */
export function formatSize(bytes: number, tag: string): string {
  let step = 0;
  for (; bytes >= 999.5 && step < units.length - 1; step++) bytes /= 1000;
  return formatUnit(bytes, units[step], tag, bytes < 9.95 ? 1 : 0);
}

/** How long a recording is, such as "3 min": whole minutes, or seconds below one. */
export function formatDuration(seconds: number, tag: string): string {
  return seconds < 60 ? formatUnit(seconds, 'second', tag) : formatUnit(seconds / 60, 'minute', tag);
}
