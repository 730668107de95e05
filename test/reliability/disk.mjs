// A disk that fills up while publish and sync write; a limit for the size of files where nobody may mount a small disk.
import { execFileSync } from 'node:child_process';
import { mkdirSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { scratchFolder, servedFiles, writeFeed } from '../helpers/publications.ts';
import { iomFeed, publisher, seeded } from './command.mjs';
import { entries, faultsAtRest, faultsOf, faultsOfEnd, servedIds, validate } from './whole.mjs';

const full = /the disk is full; free some space/;

const bytesFree = (folder) => {
  const { bavail, bsize } = statfsSync(folder);
  return bavail * bsize;
};

async function fill(name, disk, { seed, print, times }) {
  const random = seeded(seed);
  const home = join(disk, name);
  mkdirSync(home);
  const folder = scratchFolder();
  const feed = join(folder, 'feed.json');
  const { args, out } = publisher(name, feed, home);
  const filler = join(disk, 'filler');
  const faults = [];
  let count = 60;
  writeFeed(feed, entries(count));
  const begin = bytesFree(disk);
  faults.push(...faultsOfEnd(await iomFeed(args)));
  const needed = begin - bytesFree(disk);
  let failed = 0;
  for (let number = 1; number <= times; number++) {
    const old = servedFiles(out);
    writeFeed(feed, entries(++count));
    // Room for some of it, or for all.
    const room = random() * needed;
    writeFileSync(filler, Buffer.alloc(Math.max(0, bytesFree(disk) - room)));
    const end = await iomFeed(args);
    rmSync(filler);
    faults.push(...faultsOfEnd(end, full).map((fault) => `${number}: ${fault}`));
    faults.push(...faultsOf(join(out, 'current')).map((fault) => `${number}: ${fault}`));
    if (end.code) {
      failed++;
      if (JSON.stringify(servedFiles(out)) !== JSON.stringify(old) && servedIds(out).length !== count)
        faults.push(`${number}: readers have something else`);
    }
    faults.push(...faultsOfEnd(await iomFeed(args)).map((fault) => `after ${number}: ${fault}`));
    if (servedIds(out).length !== count) faults.push(`after ${number}: what is new is not published`);
    faults.push(...faultsAtRest(out).map((fault) => `after ${number}: ${fault}`));
  }
  faults.push(...validate(out));
  print(`  ${name}: ${failed} of ${times} did not fit, ${Math.round(needed / 1000)} kB are needed`);
  const said = `${times} runs with room for some of it: ${failed} said that the disk is full, and readers kept the publication before; each next run, with room, published`;
  return { what: `\`${name}\` on a full disk`, said, faults };
}

export async function disk({ seed, print, times = 20 }) {
  const folder = join(scratchFolder(), 'disk');
  mkdirSync(folder);
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=24m', 'tmpfs', folder], { stdio: 'ignore' });
  } catch {
    const said = 'not tried: only root may mount a small disk';
    return [{ what: '`publish` and `sync` on a full disk', said, faults: [] }];
  }
  try {
    const rows = [];
    for (const name of ['publish', 'sync']) rows.push(await fill(name, folder, { seed, print, times }));
    return rows;
  } finally {
    execFileSync('umount', ['-l', folder]);
  }
}
