import type { ParsedCard } from './sections.js';
import { utcOffset } from '../../i18n/time-zone.js';

const day = 86_400_000;

/**
 * When what a card offers is over: the end of its last day, by the clocks of its own zone.
 *
 * @returns Milliseconds since 1970; undefined for what doesn't close.
 */
export function deadlineOf({ closes, time_zone: zone = 'UTC' }: ParsedCard): number | undefined {
  const offset = utcOffset(zone);
  if (!closes || !offset) return undefined;
  // What a clock in UTC says when the clocks of the zone say midnight.
  const midnight = Date.parse(closes) + day;
  // Clocks may be set that very night, so that midnight comes twice or not at all: the first moment that isn't before it.
  const moments = [midnight - day, midnight + day].map((near) => midnight - offset(near));
  return Math.min(...moments.filter((moment) => moment + offset(moment) >= midnight));
}

/**
 * Whether one may still apply.
 *
 * @param now Milliseconds since 1970.
 */
export function isOpen(card: ParsedCard, now: number): boolean {
  if (!card.closes) return true;
  const midnight = Date.parse(card.closes) + day;
  // No clock is a day away from UTC: only near the end the zone matters, which costs a thousand times more to ask.
  if (Math.abs(now - midnight) > day) return now < midnight;
  return now < (deadlineOf(card) ?? midnight);
}
