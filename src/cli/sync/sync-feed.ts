import { mkdir, readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Feed, Item } from '../../feed/schema/model.generated.js';
import { CommandError } from '../command.js';
import { publish, type PublishOptions } from '../commands/publish.js';
import type { Diagnostic } from '../diagnostics.js';
import type { SourceLimits } from '../import/fetch-source.js';
import { merge } from '../import/merge/merge.js';
import { explainFailure } from '../publish/explain-failure.js';
import { lock } from '../publish/lock.js';
import { claim, publishedItems, servedIn } from '../publish/publication.js';
import { writeFileAtomic } from '../write-file-atomic.js';
import { changesBetween, isMuchLess, type Changes } from './compare.js';
import type { FeedConfig } from './config.js';
import { readContent, writeContent } from './content.js';
import { purge } from './purge.js';
import { count, refresh, type Refreshed } from './refresh.js';
import { lasting, readState, writeState, type FeedState, type Trouble } from './state.js';

export interface SyncOptions {
  /** Language whose sources are believed, however much is gone. */
  accept?: string;
  /** Milliseconds since 1970. Default: now. */
  now?: number;
  /** What servers may do. For tests, whose servers are on this machine. */
  limits?: Partial<SourceLimits>;
  pictureLimits?: PublishOptions['limits'];
}

/** What became of the feed of a language. */
export interface FeedReport {
  lang: string;
  /**
   * `published`: readers have something new; `unchanged`: there was nothing new; `kept`: what is new isn't believed, and
   * readers have what they had; `failed`: there is nothing to publish, or it could not be published.
   */
  outcome: 'published' | 'unchanged' | 'kept' | 'failed';
  /** Folder that a server serves. */
  served: string;
  changes: Changes;
  state: FeedState;
  /** What is to be told of sources that have changed, but for what was told before. */
  notes: Diagnostic[];
  /** What is wrong, as it is to be told now. */
  messages: string[];
  withdrawn: Item[];
}

/** Milliseconds after which a feed is published anew though it is the same: pictures of other sites may have changed. */
const day = 86_400_000;
const noChanges: Changes = { added: 0, changed: 0, removed: 0, any: false };

/**
 * Brings the feed of a language up to date: asks its sources, makes one feed of what they give and gave, and publishes it.
 *
 * @throws {CommandError} When its folder can't be used, or another run is at work there.
 */
export async function syncFeed(config: FeedConfig, options: SyncOptions = {}): Promise<FeedReport> {
  const folder = join(config.out, 'sync');
  try {
    claim(config.out);
    await mkdir(folder, { recursive: true });
    const unlock = lock(folder);
    try {
      await removeHalves(folder);
      return await run(config, folder, options);
    } finally {
      unlock();
    }
  } catch (error) {
    throw explainFailure(error, config.out, servedIn(config.out) !== undefined);
  }
}

/** Removes the files that a run which was killed had not written to their end. */
async function removeHalves(folder: string): Promise<void> {
  for (const name of await readdir(folder, { recursive: true }))
    if (/\.\d+\.part$/.test(name)) await rm(join(folder, name), { force: true });
}

async function run(config: FeedConfig, folder: string, options: SyncOptions): Promise<FeedReport> {
  const { lang, out } = config;
  const { now = Date.now() } = options;
  const accept = options.accept === lang;
  const before = await readState(folder, now);
  const known = await readFeedFile(join(folder, 'feed.json'));
  const refreshed = await Promise.all(
    config.sources.map(async (source) => {
      const content =
        (await readContent(folder, source.from)) ?? (source.formerly && (await readContent(folder, source.formerly)));
      const state = before?.sources.find(({ from }) => from === source.from);
      return refresh(source, state, content || undefined, { lang, folder, accept, now, limits: options.limits });
    }),
  );
  const state: FeedState = {
    ...before,
    ran: new Date(now).toISOString(),
    sources: refreshed.map((entry) => entry.state),
    items: known?.items.length ?? 0,
    problems: before?.problems ?? [],
  };
  delete state.trouble;
  const report: FeedReport = {
    lang,
    outcome: 'unchanged',
    served: join(out, 'current'),
    changes: noChanges,
    state,
    notes: [],
    messages: refreshed.flatMap(({ message }) => message ?? []),
    withdrawn: refreshed.flatMap((entry) => entry.withdrawn),
  };
  const troubleOf = (found: Pick<Trouble, 'kind' | 'what'>, last?: Trouble): Trouble => {
    const { trouble, isNews } = lasting(found, last, now);
    if (isNews) report.messages.push(trouble.what);
    return trouble;
  };

  const feed = feedOf(refreshed, config);
  report.notes = refreshed.flatMap(newNotes);
  const doubt = accept ? undefined : doubtAbout(feed, known, config);
  if (doubt) {
    state.trouble = troubleOf(doubt, before?.trouble);
    report.outcome = servedIn(out) ? 'kept' : 'failed';
    await writeState(folder, state);
    return report;
  }
  const changes = changesBetween(known, feed!);
  if (changes.any) {
    // Were this run killed before it has published, the next one would see no change, and wait for one.
    if (before?.setting) await writeState(folder, { ...before, setting: undefined });
    await writeFileAtomic(join(folder, 'feed.json'), `${JSON.stringify(feed, null, 2)}\n`);
  }
  report.changes = changes;
  state.items = feed!.items.length;
  state.newest = feed!.items.at(0)?.date_published;
  if (!state.newest) delete state.newest;
  const isDue = changes.any || isDueAgain(config, state, now);
  try {
    if (isDue) await publishFeed(config, folder, report, options);
    for (const [index, { content, isChanged }] of refreshed.entries()) {
      if (content && isChanged) await writeContent(folder, config.sources[index].from, content);
    }
    // Perhaps a run was killed when it had published.
    const isOpen = before && (before.purge || !before.setting);
    if (config.purge && (report.outcome === 'published' || isOpen)) {
      delete state.purge;
      await purge(config.purge).catch((error: unknown) => {
        if (!(error instanceof CommandError)) throw error;
        state.purge = troubleOf({ kind: 'failed', what: error.message }, before?.purge);
      });
    }
  } catch (error) {
    if (!(error instanceof CommandError)) throw error;
    // What was written is published the next time.
    delete state.setting;
    state.trouble = troubleOf({ kind: 'failed', what: error.message }, before?.trouble);
    report.outcome = 'failed';
  }
  await writeState(folder, state);
  return report;
}

/** What is told of a source is known from then on. */
function newNotes({ content, isChanged, notes, reported }: Refreshed): Diagnostic[] {
  if (!content || !isChanged) return [];
  const before = new Set(reported);
  const all = notes.flatMap((entry) => entry.all);
  const textOf = ({ what, fix }: Diagnostic) => `${what}; ${fix}`;
  content.reported = all.map(textOf);
  return all.filter((note) => !before.has(textOf(note)));
}

async function readFeedFile(file: string): Promise<Feed | undefined> {
  try {
    return JSON.parse(await readFile(file, 'utf8')) as Feed;
  } catch {
    return undefined;
  }
}

/** One feed of all that there is; undefined where no source has given anything yet. */
function feedOf(refreshed: readonly Refreshed[], { lang, title }: FeedConfig): Feed | undefined {
  const drafts = refreshed.flatMap(({ content }) => content?.drafts ?? []);
  return drafts.length ? { ...merge(drafts, title), language: lang } : undefined;
}

/** Why a feed can't take the place of the one that there is. */
function doubtAbout(
  feed: Feed | undefined,
  known: Feed | undefined,
  { lang, out }: FeedConfig,
): Pick<Trouble, 'kind' | 'what'> | undefined {
  const before = known?.items.length ?? publishedItems(out);
  const after = feed?.items.length ?? 0;
  const isEmpty = !after && Object.keys(feed?._iom ?? {}).every((part) => part === 'about');
  const accepting = `iom-feed sync --accept ${lang} publishes it all the same`;
  if (!feed)
    return { kind: 'failed', what: `${lang}: no source could be read, so there is nothing to publish yet; see above` };
  if (isEmpty) {
    return {
      kind: 'empty',
      what: `${lang}: there is nothing in any source, so nothing was published; look at the sources`,
    };
  }
  if (!isMuchLess(before, after) && (after || !before)) return undefined;
  const fix = `to keep what came from a source that is no longer named, name it again; if it is meant, ${accepting}`;
  return {
    kind: after ? 'smaller' : 'empty',
    what: `${lang}: the feed would have ${count(after, 'item')} instead of ${before}, so it was not published; ${fix}`,
  };
}

const settingOf = ({ url, pictures, text }: FeedConfig) => JSON.stringify([url, pictures, text]);

/** Whether a feed that is the same is to be published all the same. */
function isDueAgain(config: FeedConfig, { published, setting, problems, embargo }: FeedState, now: number): boolean {
  return (
    !published ||
    !servedIn(config.out) ||
    setting !== settingOf(config) ||
    problems.length > 0 ||
    (embargo !== undefined && Date.parse(embargo) <= now) ||
    now - Date.parse(published) >= day
  );
}

async function publishFeed(
  config: FeedConfig,
  folder: string,
  report: FeedReport,
  { now = Date.now(), pictureLimits }: SyncOptions,
): Promise<void> {
  const { out, url, pictures, text, home } = config;
  const { state } = report;
  const { release, withheld, problems } = await publish(join(folder, 'feed.json'), {
    out,
    url,
    pictures,
    text,
    home,
    limits: pictureLimits,
  });
  if (release) report.outcome = 'published';
  report.messages.push(...problems.filter((problem) => !state.problems.includes(problem)));
  const ends = withheld.flatMap(({ until }) => (Date.parse(until) > now ? [Date.parse(until)] : []));
  Object.assign(state, { published: new Date(now).toISOString(), setting: settingOf(config), problems });
  delete state.embargo;
  if (ends.length) state.embargo = new Date(Math.min(...ends)).toISOString();
}
