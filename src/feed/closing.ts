import type { ReadCard } from './sections.js';
import { offsets } from '../i18n/zone.js';

const day = 86_400_000;

/**
 * When what a card offers is over: the end of its last day, by the clocks of its own zone.
 *
 * @returns Milliseconds since 1970; undefined for what doesn't close.
 */
export function closingOf({ closes, time_zone: zone = 'UTC' }: ReadCard): number | undefined {
  const offset = offsets(zone);
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
export function isOpen(card: ReadCard, now: number): boolean {
  if (!card.closes) return true;
  const midnight = Date.parse(card.closes) + day;
  // No clock is a day away from UTC: only near the end the zone matters, which costs a thousand times more to ask.
  if (Math.abs(now - midnight) > day) return now < midnight;
  return now < (closingOf(card) ?? midnight);
}
