import { exitCode } from '../command.js';
import { servedIn } from '../publish/publication.js';
import { join } from 'node:path';
import type { FeedConfig } from './config.js';
import { aheadBy, readState, type FeedState } from './state.js';

/** How the feed of a language stands. */
export interface FeedStatus {
  lang: string;
  /** An exit code: 0 well, 1 something is to be looked at, 2 readers get nothing new, or nothing at all. */
  code: number;
  /** What is wrong, each with what to do. */
  troubles: string[];
  /** What is known of it; undefined before the first run. */
  state?: FeedState;
}

/** Minutes that a run may take and be late, beside twice the time between two. */
const grace = 5;
/** Minutes without a run that are too many where nobody says how often there is one. */
const longest = 1440;

/**
 * How the feed of a language stands, by what the last runs have left: no source is asked.
 *
 * @param minutes Time between two runs, if it is known.
 * @param now Milliseconds since 1970.
 */
export async function statusOf({ lang, out }: FeedConfig, minutes?: number, now = Date.now()): Promise<FeedStatus> {
  const state = await readState(join(out, 'sync'), now);
  const served = servedIn(out);
  if (!state || !served) {
    const what = `nothing is published in ${out} yet; run iom-feed sync and see what it says`;
    return { lang, code: exitCode.failed, troubles: [what], ...(state && { state }) };
  }
  const age = (now - Date.parse(state.ran)) / 60_000;
  const allowed = minutes === undefined ? longest : 2 * minutes + grace;
  const isLate = age > allowed;
  const late = `the last run was ${durationOf(age)} ago; look at the timer, and whether iom-feed sync still runs`;
  const ahead = aheadBy(state, now) / 60_000;
  const early = `the last run was at ${state.ran.slice(0, 16)}Z, which is still to come; set the clock right, then run iom-feed sync`;
  const troubles = [
    ...(isLate ? [late] : []),
    ...(ahead ? [early] : []),
    ...[state.trouble, state.purge, ...state.sources.map(({ trouble }) => trouble)].flatMap((trouble) =>
      trouble ? `${trouble.what} (since ${trouble.since.slice(0, 16)}Z)` : [],
    ),
    ...state.problems,
  ];
  const code = isLate ? exitCode.failed : troubles.length ? exitCode.warnings : exitCode.done;
  return { lang, code, troubles, state };
}

/** Minutes in words. */
export function durationOf(minutes: number): string {
  const [number, unit] =
    minutes < 120 ? [minutes, 'minute'] : minutes < 2880 ? [minutes / 60, 'hour'] : [minutes / 1440, 'day'];
  const whole = Math.floor(number);
  return `${whole} ${unit}${whole === 1 ? '' : 's'}`;
}
