// A machine whose clock is set back and forth by up to three years between runs, some of which are killed.
import { readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { scratchFolder, timesOf, writeFeed } from '../helpers/publications.ts';
import { iomFeed, publisher, seeded, startFeed } from './command.mjs';
import { entries, faultsAtRest, faultsOfEnd, servedIds, validate } from './whole.mjs';

const day = 86_400_000;
const preload = `--import=${resolve('test/reliability/shift-clock.mjs')}`;

async function jump(name, { seed, print, times }) {
  const random = seeded(seed);
  const folder = scratchFolder();
  const feed = join(folder, 'feed.json');
  const { args, out } = publisher(name, feed, folder);
  const faults = [];
  const run = (shift) => iomFeed(args, { env: { NODE_OPTIONS: preload, SHIFT: String(shift) } });
  writeFeed(feed, entries(60));
  faults.push(...faultsOfEnd(await run(0)));
  let back = 0;
  let before = 0;
  for (let number = 1; number <= times; number++) {
    // Mostly hours, at times years.
    const shift = Math.round((random() * 2 - 1) * day * (random() < 0.3 ? 1000 : 1));
    if (shift < before) back++;
    before = shift;
    const [name] = readdirSync(join(out, 'releases')).sort().slice(-1);
    const times = timesOf(out);
    writeFeed(feed, entries(60 + number));
    if (random() < 0.3) {
      const { child, end } = startFeed(args, { env: { NODE_OPTIONS: preload, SHIFT: String(shift + day) } });
      setTimeout(() => child.kill('SIGKILL'), random() * 1000);
      await end;
    }
    faults.push(...faultsOfEnd(await run(shift)).map((fault) => `${number}: ${fault}`));
    if (servedIds(out).length !== 60 + number) faults.push(`${number}: what is new is not published`);
    if (!(readdirSync(join(out, 'releases')).sort().slice(-1)[0] > name)) faults.push(`${number}: no newer name`);
    // Servers make an ETag of it.
    if (timesOf(out)['feed.json'].split(' ')[0] === times['feed.json'].split(' ')[0])
      faults.push(`${number}: feed.json has the same time as before`);
    faults.push(...faultsAtRest(out).map((fault) => `${number}: ${fault}`));
  }
  faults.push(...validate(out));
  print(`  ${name}: ${back} times back`);
  const said = `${times} runs, the clock set by up to three years between them, ${back} times back: what was new was published each time, under a later name and time`;
  return { what: `\`${name}\` while the clock is set back`, said, faults };
}

export async function clock({ seed, print, times = 20 }) {
  const rows = [];
  for (const name of ['publish', 'sync']) rows.push(await jump(name, { seed, print, times }));
  return rows;
}
