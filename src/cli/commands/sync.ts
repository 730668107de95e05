import { InvalidArgumentError, type Command } from 'commander';
import { CommandError, exitCode } from '../command.js';
import { excerpt } from '../diagnostics.js';
import { printDiagnostics } from '../import/print-diagnostics.js';
import { durationOf, statusOf, type FeedStatus } from '../sync/check.js';
import { defaultConfig, readConfig, type FeedConfig } from '../sync/config.js';
import { count } from '../sync/refresh.js';
import { every } from '../sync/schedule.js';
import { syncFeed, type FeedReport } from '../sync/sync-feed.js';

interface Options {
  every?: number;
  check?: boolean;
  accept?: string;
  json?: boolean;
}

/** Stories that are named when their source has taken them back. */
const maxNamed = 10;

const help = `
The configuration (its schema: node_modules/iom-feed/dist/sync.schema.json):
  {
    "out": "feeds/{lang}",
    "url": "https://feeds.example.org/{lang}/",
    "pictures": true,
    "purge": "https://cdn.example.org/purge/{lang}",
    "feeds": {
      "fr": {
        "title": "OIM – Actualités",
        "sources": ["https://www.example.org/fr/feed", { "from": "offices.fr.json", "take": ["offices"] }]
      },
      "en": { "sources": ["https://www.example.org/feed"] }
    }
  }

Sources are what iom-feed import reads, and are asked whether they have changed
(If-None-Match, If-Modified-Since). What has left the newest page of one stays.
A source that fails, is empty, has lost more than half of its entries (three or
more), was a feed and is a page, or leads to another site leaves what it gave
before, and is told of; one that shows an older state is believed after a day.
--accept takes all of that at once. A trouble that lasts is told once a day.

Exit code:
  ${exitCode.done}  all is as the sources say it
  ${exitCode.warnings}  there is something to look at: a source, a picture, the CDN; the rest is published
  ${exitCode.failed}  a feed could not be published; readers have what they had. With --check: there was
     no run in twice the time between two (--every N) and 5 minutes, or in a day

Examples:
  iom-feed sync iom-feed.config.json
  iom-feed sync /etc/iom-feed/iom-feed.config.json --every 15
  iom-feed sync --check --every 15
  iom-feed sync --accept fr`;

/** Gives `iom-feed sync` its arguments. */
export function define(command: Command): void {
  command
    .description(
      'Keeps feeds up to date: asks their sources, makes feeds of them, publishes what is new, and says in a line what that is.',
    )
    .argument('[config]', 'the configuration', defaultConfig)
    .option('--every <minutes>', 'go on, and do it again every so many minutes', readMinutes)
    .option('--accept <language>', 'believe the sources of this language, however much is gone')
    .option('--check', 'only say how things stand, by what the last run has left: for monitoring')
    .option('--json', 'print what was done, or how things stand, as JSON')
    .addHelpText('after', help)
    .action(run);
}

function readMinutes(written: string): number {
  const minutes = Number(written);
  if (/^\d+$/.test(written) && minutes >= 1 && minutes <= 10_080) return minutes;
  throw new InvalidArgumentError('Write whole minutes, from 1 to 10080, which is a week.');
}

async function run(file: string, { every: minutes, check, ...options }: Options): Promise<void> {
  if (check) process.exitCode = await printStatus(await readConfig(file), minutes, options.json);
  else if (minutes === undefined) process.exitCode = await round(await readConfig(file), options);
  else {
    const stop = new AbortController();
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stop.abort());
    // Read anew each time: what is changed in it holds from the next round on.
    const oneRound = async () => {
      try {
        await round(await readConfig(file), options, `${new Date().toISOString().slice(0, 19)}Z `);
      } catch (error) {
        if (!(error instanceof CommandError)) throw error;
        console.error(`iom-feed: ${error.message}`);
      }
    };
    await every(minutes, oneRound, stop.signal);
  }
}

/** @returns The exit code. */
async function round(feeds: FeedConfig[], { accept, json }: Options, stamp = ''): Promise<number> {
  if (accept && !feeds.some(({ lang }) => lang === accept)) {
    const known = feeds.map(({ lang }) => lang).join(', ');
    throw new CommandError(`--accept ${accept}: there is no feed of that language; there is ${known}`);
  }
  const reports: FeedReport[] = [];
  let code: number = exitCode.done;
  for (const config of feeds) {
    try {
      const report = await syncFeed(config, { accept });
      reports.push(report);
      code = Math.max(code, codeOf(report));
      printProblems(report);
      if (!json) console.log(`${stamp}${lineOf(report)}`);
    } catch (error) {
      if (!(error instanceof CommandError)) throw error;
      console.error(`iom-feed: ${config.lang}: ${error.message}`);
      code = exitCode.failed;
    }
  }
  if (json) console.log(JSON.stringify(reports.map(toJson), null, 2));
  return code;
}

function codeOf({ outcome, state }: FeedReport): number {
  if (outcome === 'failed') return exitCode.failed;
  const isWell =
    outcome !== 'kept' && !state.purge && !state.problems.length && state.sources.every(({ trouble }) => !trouble);
  return isWell ? exitCode.done : exitCode.warnings;
}

function printProblems({ lang, notes, messages, withdrawn }: FeedReport): void {
  printDiagnostics(notes);
  for (const { title, url, id } of withdrawn.slice(0, maxNamed)) {
    console.error(`${lang}: ${excerpt(title ?? url ?? id)} was taken back by its source`);
  }
  if (withdrawn.length > maxNamed) console.error(`${lang}: … and ${withdrawn.length - maxNamed} more like that`);
  for (const message of messages) console.error(message);
}

/** What has changed, in a line. */
function lineOf({ lang, outcome, served, changes, state }: FeedReport): string {
  const items = count(state.items, 'item');
  const { added, changed, removed, any } = changes;
  const parts = [added && `${added} new`, changed && `${changed} changed`, removed && `${removed} taken out`];
  const what = parts.filter(Boolean).join(', ') || (any ? 'other parts changed' : 'published anew');
  const inTrouble = state.sources.filter(({ trouble }) => trouble).length;
  const kept = inTrouble ? `; ${inTrouble} of ${count(state.sources.length, 'source')} as it was before` : '';
  const said = {
    published: `${what}: ${items} in ${served}`,
    unchanged: `nothing new: ${items}`,
    kept: `not published: readers have what they had`,
    failed: state.published ? 'not published: readers have what they had' : 'not published',
  };
  return `${lang}: ${said[outcome]}${kept}`;
}

const toJson = (report: FeedReport) => {
  const { notes, withdrawn, state, ...rest } = report;
  const stories = withdrawn.map(({ id, url, title }) => ({ id, url, title }));
  return { ...rest, code: codeOf(report), withdrawn: stories, notes, ...state };
};

/** @returns The exit code. */
async function printStatus(feeds: FeedConfig[], minutes?: number, json = false): Promise<number> {
  const all: FeedStatus[] = [];
  for (const config of feeds) all.push(await statusOf(config, minutes));
  if (json) console.log(JSON.stringify(all, null, 2));
  else {
    for (const { lang, state, troubles } of all) {
      if (state) {
        const age = durationOf(Math.max(0, Date.now() - Date.parse(state.ran)) / 60_000);
        const newest = state.newest ? `, the newest of ${state.newest.slice(0, 10)}` : '';
        console.log(`${lang}: ${count(state.items, 'item')}${newest}; last run ${age} ago`);
      }
      for (const trouble of troubles) console.log(`${lang}: ${trouble}`);
    }
  }
  return Math.max(...all.map(({ code }) => code));
}
