import { isKnown } from './calendar.js';
import { formatDay } from './format-date.js';

const units: [Intl.RelativeTimeFormatUnit, number][] = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
];

/**
 * How long ago, such as "il y a 3 heures"; the day itself when that is more than a month, and in languages whose data in
 * the browser says the same of the past and the future (days in Tigrinya: findings/intl-relative-direction.sh), or that it
 * has no data for.
 */
export function formatRelative(date: string, tag: string, now = Date.now()): string {
  if (!isKnown(tag)) return formatDay(date, tag);
  const passed = Date.parse(date) - now;
  const [unit, length] = units.find(([, entry]) => Math.abs(passed) >= entry) ?? units[2];
  const amount = Math.trunc(passed / length);
  if (unit === 'day' && Math.abs(amount) > 30) return formatDay(date, tag);
  const format = new Intl.RelativeTimeFormat(tag, { numeric: 'auto' });
  const relative = format.format(amount, unit);
  return amount && relative === format.format(-amount, unit) ? formatDay(date, tag) : relative;
}
