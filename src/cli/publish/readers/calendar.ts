import { escapeValue, foldLine } from '../../../feed/parts/content-line.js';
import type { Channel } from './channel.js';
import type { Entry } from './entry.js';

/**
 * A calendar that readers subscribe to (RFC 5545). All times are in UTC: what names a time zone without describing it is
 * understood by some and shown at another hour by others.
 */
export function toCalendar({ title, description }: Channel, events: readonly string[]): string {
  const opening = lines([
    ['BEGIN', 'VCALENDAR'],
    ['VERSION', '2.0'],
    ['PRODID', '-//iom-widgets//iom-feed//EN'],
    ['NAME', escapeValue(title)],
    ['X-WR-CALNAME', escapeValue(title)],
    ['X-WR-CALDESC', description && escapeValue(description)],
    ['REFRESH-INTERVAL;VALUE=DURATION', 'PT1H'],
    ['X-PUBLISHED-TTL', 'PT1H'],
  ]);
  return `${opening}${events.join('')}${lines([['END', 'VCALENDAR']])}`;
}

export function toCalendarEvent(entry: Entry): string {
  const { id, title, summary, link, language, updated, tags, event } = entry;
  const { start, end, location } = event!;
  const about = [summary, link].filter(Boolean).join('\n\n');
  const spoken = language ? `;LANGUAGE=${language}` : '';
  return lines([
    ['BEGIN', 'VEVENT'],
    ['UID', escapeValue(id)],
    ['DTSTAMP', instant(updated)],
    ['LAST-MODIFIED', instant(updated)],
    ['DTSTART', instant(start)],
    ['DTEND', end && end > start ? instant(end) : undefined],
    [`SUMMARY${spoken}`, escapeValue(title ?? summary ?? '')],
    [`DESCRIPTION${spoken}`, escapeValue(about)],
    [`LOCATION${spoken}`, location && escapeValue(location)],
    // Not escaped, as it is no text; some readers take a comma for the end of it all the same.
    ['URL', link?.replace(/[,;]/g, encodeURIComponent)],
    ['CATEGORIES', tags.map(escapeValue).join()],
    ['END', 'VEVENT'],
  ]);
}

const instant = (iso: string) => iso.replace(/[-:]|\.\d+/g, '');

const lines = (properties: [name: string, value: string | undefined][]): string =>
  properties.map(([name, value]) => (value ? `${foldLine(`${name}:${value}`)}\r\n` : '')).join('');
