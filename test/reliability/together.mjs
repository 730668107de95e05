// Two and five runs at once in one folder, half of them with the lock of a run that is gone.
import { mkdirSync, utimesSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { scratchFolder, writeFeed } from '../helpers/publications.ts';
import { iomFeed, publisher, seeded } from './command.mjs';
import { entries, faultsAtRest, faultsOfEnd, servedIds, validate } from './whole.mjs';

const refused = /another iom-feed is running there/;

/** Leaves a lock as a process that was killed does, or a machine that was switched off. */
function leaveLock(folder, isOurs) {
  const path = join(folder, '.lock');
  mkdirSync(folder, { recursive: true });
  writeFileSync(path, JSON.stringify(isOurs ? { host: hostname(), pid: 2 ** 30 } : { host: 'elsewhere', pid: 1 }));
  const time = new Date(Date.now() - 120_000);
  if (!isOurs) utimesSync(path, time, time);
}

async function several(name, number, rounds, { seed, print }) {
  const random = seeded(seed + number);
  const folder = scratchFolder();
  const feed = join(folder, 'feed.json');
  const { args, out } = publisher(name, feed, folder);
  writeFeed(feed, entries(40));
  const faults = faultsOfEnd(await iomFeed(args));
  let done = 0;
  let stale = 0;
  for (let round = 1; round <= rounds; round++) {
    writeFeed(feed, entries(40 + round));
    if (random() < 0.5) {
      leaveLock(name === 'sync' && random() < 0.5 ? join(out, 'sync') : out, random() < 0.5);
      stale++;
    }
    const ends = await Promise.all(Array.from({ length: number }, () => iomFeed(args)));
    for (const end of ends) faults.push(...faultsOfEnd(end, refused));
    done += ends.filter(({ code }) => code === 0).length;
    if (servedIds(out).length !== 40 + round) faults.push(`round ${round}: what is new is not published`);
    faults.push(...faultsAtRest(out).map((fault) => `round ${round}: ${fault}`));
  }
  faults.push(...validate(out));
  print(`  ${number} × ${name}: ${done} of ${rounds * number} worked`);
  const said = `${rounds} times, ${stale} with a lock that was left: ${done} of ${rounds * number} runs worked, the others were told that one is running; what is new was published each time`;
  return { what: `\`${name}\`, ${number === 2 ? 'two' : 'five'} at once`, said, faults };
}

export async function together({ seed, print, times = 10 }) {
  const rows = [];
  for (const name of ['publish', 'sync']) {
    for (const number of [2, 5]) rows.push(await several(name, number, times, { seed, print }));
  }
  return rows;
}
