// Runs iom-feed as it is built.
import { spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

export const main = resolve('build/iom-feed/dist/main.js');

/**
 * Starts iom-feed.
 *
 * @param {string[]} args
 * @param {{ env?: Record<string, string>, cwd?: string }} [options]
 */
export function startFeed(args, { env = {}, cwd } = {}) {
  const child = spawn(process.execPath, [main, ...args], { cwd, env: { ...process.env, ...env } });
  const ended = { stdout: '', stderr: '' };
  for (const name of ['stdout', 'stderr']) child[name].setEncoding('utf8').on('data', (part) => (ended[name] += part));
  /** @type {Promise<{ code: number | null, signal: string | null, stdout: string, stderr: string }>} */
  const end = new Promise((done) => child.once('close', (code, signal) => done({ code, signal, ...ended })));
  return { child, end };
}

export const iomFeed = (args, options) => startFeed(args, options).end;

/**
 * How a command brings readers a feed.
 *
 * @param {'publish' | 'sync'} name
 * @param {string} feed A file; for `sync` also an address.
 * @param {string} home The folder to publish in.
 * @returns {{ args: string[], out: string }} What to run, and the folder of the publication.
 */
export function publisher(name, feed, home) {
  const out = join(home, 'feeds/en');
  if (name === 'publish') return { args: ['publish', feed, '--out', out], out };
  const config = join(home, 'iom-feed.config.json');
  writeFileSync(config, JSON.stringify({ out: 'feeds/{lang}', feeds: { en: { sources: [feed] } } }));
  return { args: ['sync', config], out };
}

/** Numbers from 0 to 1, the same for the same seed (mulberry32). */
export function seeded(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
