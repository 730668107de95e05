import { utcOffset } from '../../i18n/time-zone.js';
import type { Hours } from '../schema/model.generated.js';

const minute = 60_000;
const day = 1440 * minute;
const week = 7 * day;
/** Monday, 5 January 1970, 00:00. */
const firstMonday = 4 * day;

/** Whether an office is open, and when that changes. */
export interface OpenStatus {
  open: boolean;
  /** Milliseconds since 1970: when it closes or opens next; undefined for what never closes. */
  changes?: number;
}

/**
 * Whether an office is open at a moment, by its own clock.
 *
 * @param zone IANA name. Without one, or with one that is unknown, nothing is claimed.
 * @param now Milliseconds since 1970.
 */
export function openStatusAt(
  hours: readonly Hours[] = [],
  zone: string | undefined,
  now: number,
): OpenStatus | undefined {
  const offset = zone && utcOffset(zone);
  if (!offset || !hours.length) return undefined;
  const spans = hours.flatMap(({ days, opens, closes }) =>
    days.map((entry) => ({
      from: (entry - 1) * day + timeOf(opens),
      // What closes when it opens or before does so on the next day.
      length: modulo(timeOf(closes) - timeOf(opens), day) || day,
    })),
  );
  const clock = modulo(now + offset(now) - firstMonday, week);
  const left = (moment: number) =>
    Math.max(...spans.map(({ from, length }) => length - modulo(moment - from, week)), 0);

  const open = left(clock) > 0;
  let wait = open ? 0 : Math.min(...spans.map(({ from }) => modulo(from - clock, week)));
  // One stretch may go over into another one.
  for (let rest; open && wait < week && (rest = left(modulo(clock + wait, week)));) wait += rest;
  return { open, changes: wait < week ? instantAfter(now, wait, offset) : undefined };
}

/** The moment when so much has passed on a clock that may be set forward or back meanwhile. */
function instantAfter(now: number, wait: number, offset: (instant: number) => number): number {
  const guess = now + wait - offset(now + wait) + offset(now);
  return now + wait - offset(guess) + offset(now);
}

const timeOf = (clock: string) => (Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3))) * minute;

const modulo = (value: number, by: number) => ((value % by) + by) % by;
