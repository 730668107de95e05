// A site, a configuration that names it, and what becomes of both.
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { syncFeed, type FeedReport, type SyncOptions } from '../../src/cli/sync/sync-feed.js';
import { readConfig } from '../../src/cli/sync/config.js';
import type { SyncConfig } from '../../src/cli/sync/config.generated.js';
import type { Feed } from '../../src/feed/schema/model.generated.js';
import { rss } from './feeds.js';
import { readFeedFile, scratchFolder } from './publications.js';

/** A moment that a test begins at; it goes on when the test says so. */
export const start = Date.parse('2026-11-20T10:00:00Z');
export const minute = 60_000;
export const hour = 60 * minute;

/** The story of a day: the higher the number, the newer. */
export const story = (n: number, more: Partial<Parameters<typeof rss>[0][number]> = {}) => ({
  title: `Story ${n}`,
  link: `https://office.example.org/${n}`,
  date: new Date(Date.UTC(2026, 0, n, 10)).toUTCString(),
  html: `<p>What story ${n} has to say, which is enough for a text.</p>`,
  ...more,
});

/** Stories from one to another, newest first. */
export const stories = (from: number, to = 1) =>
  rss(Array.from({ length: from - to + 1 }, (_, index) => story(from - index)));

export interface Workshop {
  folder: string;
  config: string;
  /** Changes the configuration. */
  configure: (config: Partial<SyncConfig>) => void;
  /** Synchronizes the feed of a language, by default the first one. */
  sync: (options?: SyncOptions, lang?: string) => Promise<FeedReport>;
  /** The numbers of the stories that readers have; undefined where nothing is published. */
  served: (lang?: string) => number[] | undefined;
  feed: (lang?: string) => Feed;
}

/** A folder of its own, with a configuration that takes French from these sources. */
export function workshop(...sources: SyncConfig['feeds'][string]['sources'][number][]): Workshop {
  const folder = scratchFolder();
  const config = join(folder, 'iom-feed.config.json');
  const configure = (more: Partial<SyncConfig>) =>
    writeFileSync(config, JSON.stringify({ out: 'feeds/{lang}', feeds: { fr: { sources } }, ...more }));
  configure({});
  const sync = async (options?: SyncOptions, lang?: string) => {
    const all = await readConfig(config);
    return syncFeed(all.find((entry) => entry.lang === lang) ?? all[0], { now: start, ...options });
  };
  const feed = (lang = 'fr') => readFeedFile(join(folder, 'feeds', lang), 'feed.json');
  const served = (lang = 'fr') =>
    existsSync(join(folder, 'feeds', lang, 'current'))
      ? feed(lang).items.map(({ title = '' }) => Number(title.split(' ')[1]))
      : undefined;
  return { folder, config, configure, sync, served, feed };
}
