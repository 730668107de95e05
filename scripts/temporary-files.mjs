// Where tests put files for a moment: in memory where there is room, since a disk may take milliseconds for each of the tens
// of thousands of small files, profiles of browsers and databases that are written and removed again.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { freemem } from 'node:os';

const folder = '/dev/shm';
/** What the tests take at most, with as much again for the browsers themselves. */
const enough = 6 * 1024 ** 3;

/** Whether programs may be started in it, which containers often forbid. */
function runsPrograms() {
  const place = mkdtempSync(`${folder}/tests-`);
  try {
    writeFileSync(`${place}/program`, '#!/bin/sh\n', { mode: 0o755 });
    execFileSync(`${place}/program`);
    return true;
  } finally {
    rmSync(place, { recursive: true });
  }
}

try {
  const { bavail, bsize } = statfsSync(folder);
  if (!process.env.TMPDIR && Math.min(bavail * bsize, freemem()) >= enough && runsPrograms())
    process.env.TMPDIR = folder;
} catch {
  // Not on this system, or not for us: the disk does, too.
}
