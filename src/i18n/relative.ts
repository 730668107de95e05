import { formatDay } from './format.js';

const units: [Intl.RelativeTimeFormatUnit, number][] = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
];

/** How long ago, such as "il y a 3 heures"; the day itself when that is more than a month. */
export function formatRelative(date: string, tag: string, now = Date.now()): string {
  const passed = Date.parse(date) - now;
  const [unit, length] = units.find(([, each]) => Math.abs(passed) >= each) ?? units[2];
  const amount = Math.trunc(passed / length);
  return unit === 'day' && Math.abs(amount) > 30
    ? formatDay(date, tag)
    : new Intl.RelativeTimeFormat(tag, { numeric: 'auto' }).format(amount, unit);
}
