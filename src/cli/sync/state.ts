import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { writeFileAtomic } from '../write-file-atomic.js';

/** Why what a source says now is not taken, and what it gave before stays. */
export interface Trouble {
  /**
   * `failed`: it can't be had, or read; `busy`: it asked us to come back later; `other`: a page in the place of data;
   * `empty`, `smaller`: more is gone than one believes; `older`: it shows a state from before.
   */
  kind: 'failed' | 'busy' | 'other' | 'empty' | 'smaller' | 'older';
  /** What happened, where, and what to do. */
  what: string;
  /** RFC 3339: since when. */
  since: string;
  /** RFC 3339: when it was told last. */
  reported: string;
}

/** What is known of a source beside its content. */
export interface SourceState {
  from: string;
  /** RFC 3339: when it last answered as it should. */
  succeeded?: string;
  trouble?: Trouble;
  /** RFC 3339: it wants not to be asked before. */
  retryAfter?: string;
  /** What we have of it. */
  items: number;
}

/** What is known of the feed of a language: `sync/state.json` in the folder of its publications. */
export interface FeedState {
  /** RFC 3339: the last run, whatever came of it. */
  ran: string;
  sources: SourceState[];
  items: number;
  /** RFC 3339: of the newest item. */
  newest?: string;
  /** RFC 3339: when it was last published, or seen that nothing had changed. */
  published?: string;
  /** What it was published with; with something else, it is published anew. */
  setting?: string;
  /** What was left out of it; then it is tried again. */
  problems: string[];
  /** RFC 3339: when the next embargo ends. */
  embargo?: string;
  /** Why the feed as a whole is as it was, or what the CDN answered when it was to forget the feed. */
  trouble?: Trouble;
  purge?: Trouble;
}

const fileOf = (folder: string) => join(folder, 'state.json');

/**
 * Undefined where there is none, or somebody has changed it so that it can't be read.
 *
 * @param now Milliseconds since 1970.
 */
export async function readState(folder: string, now: number): Promise<FeedState | undefined> {
  try {
    const state = JSON.parse(await readFile(fileOf(folder), 'utf8')) as Partial<FeedState>;
    return state.ran && state.sources && state.problems ? withoutFuture(state as FeedState, now) : undefined;
  } catch {
    return undefined;
  }
}

/** Milliseconds by which the last run is ahead, where the clock was set back since; 0 where it wasn't. */
export function aheadBy({ ran }: FeedState, now: number): number {
  const ahead = Date.parse(ran) - now;
  return ahead > longestAhead ? ahead : 0;
}

/** Clocks are corrected by less than that all the time. */
const longestAhead = 60_000;

/** A clock that was wrong leaves moments that are still to come: until then, nothing would be due, told or believed. */
function withoutFuture(state: FeedState, now: number): FeedState {
  if (!aheadBy(state, now)) return state;
  const time = new Date(now).toISOString();
  const past = (moment: string) => (Date.parse(moment) > now ? time : moment);
  const shifted = (trouble: Trouble): Trouble => ({
    ...trouble,
    since: past(trouble.since),
    reported: past(trouble.reported),
  });
  const sources = state.sources.map((source) => ({
    ...source,
    ...(source.succeeded && { succeeded: past(source.succeeded) }),
    ...(source.trouble && { trouble: shifted(source.trouble) }),
    retryAfter: undefined,
  }));
  const { published, trouble, purge } = state;
  return {
    ...state,
    sources,
    ...(published && { published: past(published) }),
    ...(trouble && { trouble: shifted(trouble) }),
    ...(purge && { purge: shifted(purge) }),
  };
}

export const writeState = (folder: string, state: FeedState): Promise<void> =>
  writeFileAtomic(fileOf(folder), `${JSON.stringify(state, null, 2)}\n`);

/** Milliseconds after which a trouble that lasts is told again. */
const day = 86_400_000;

/**
 * A trouble with the times of the one that was there before, where it is the same.
 *
 * @returns Also whether it is to be told: when it is new, and once a day.
 */
export function lasting(
  { kind, what }: Pick<Trouble, 'kind' | 'what'>,
  before: Trouble | undefined,
  now: number,
): { trouble: Trouble; isNews: boolean } {
  const time = new Date(now).toISOString();
  const isSame = before?.kind === kind;
  // A busy server names another moment each time.
  const isOther = kind !== 'busy' && before?.what !== what;
  const isNews = !isSame || isOther || now - Date.parse(before.reported) >= day;
  return {
    trouble: { kind, what, since: isSame ? before.since : time, reported: isNews ? time : before.reported },
    isNews,
  };
}
