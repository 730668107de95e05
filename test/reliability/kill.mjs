// Ends publish, sync and serve as `kill -9` does, at random moments.
import { createServer, get } from 'node:http';
import { join } from 'node:path';
import { createHash } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { freePort } from '../helpers/nginx.ts';
import { scratchFolder, writeFeed } from '../helpers/publications.ts';
import { iomFeed, publisher, seeded, startFeed } from './command.mjs';
import { entries, faultsAtRest, faultsOf, faultsOfEnd, servedIds, validate } from './whole.mjs';

/** Starts a run and kills it at a random moment of the time that runs take. */
async function killed(args, length, random) {
  const { child, end } = startFeed(args);
  const timer = setTimeout(() => child.kill('SIGKILL'), random() * length);
  const { signal } = await end;
  clearTimeout(timer);
  return signal === 'SIGKILL';
}

/** How long a run takes, in milliseconds. */
async function timed(args) {
  const begin = performance.now();
  const faults = faultsOfEnd(await iomFeed(args));
  if (faults.length) throw new Error(faults.join('\n'));
  return performance.now() - begin;
}

const numbers = (count) => Array.from({ length: count }, (_, index) => `item-${count - index}`);

/**
 * Kills runs of a command that brings readers a feed with more items each time. Readers have the feed before, or the new
 * one, whole; half of the times the next run is killed, too.
 *
 * @param change Gives the feed that many items.
 */
async function killWriter({ name, times, seed, print }, out, args, change) {
  const random = seeded(seed);
  const faults = [];
  let count = 60;
  change(count);
  await timed(args);
  change(++count);
  const length = 1.05 * (await timed(args));
  let served = count;
  const seen = { old: 0, new: 0 };
  for (let number = 0; number < times;) {
    change(++count);
    const isKilled = await killed(args, length, random);
    const ids = servedIds(out);
    const state = [served, count].find((size) => String(numbers(size)) === String(ids));
    if (isKilled) {
      number++;
      seen[state === count ? 'new' : 'old']++;
    }
    if (!state) faults.push(`kill ${number}: readers have ${ids.length} items, neither ${served} nor ${count}`);
    faults.push(...faultsOf(join(out, 'current')).map((fault) => `kill ${number}: ${fault}`));
    served = state ?? served;
    if (random() < 0.5) continue;
    faults.push(...faultsOfEnd(await iomFeed(args)).map((fault) => `after kill ${number}: ${fault}`));
    if (servedIds(out).length !== count) faults.push(`after kill ${number}: what is new is not published`);
    faults.push(...faultsAtRest(out).map((fault) => `after kill ${number}: ${fault}`));
    served = servedIds(out).length;
  }
  faults.push(...faultsOfEnd(await iomFeed(args)), ...faultsAtRest(out), ...validate(out));
  print(`  ${name}: ${JSON.stringify(seen)}`);
  const said = `${times} kills within ${Math.round(length)} ms: readers had the publication before ${seen.old} times, the new one ${seen.new} times, whole each time; the next run published, and left nothing behind`;
  return { what: `\`${name}\` killed at random moments`, said, faults };
}

function killPublish(options) {
  const folder = scratchFolder();
  const out = join(folder, 'out');
  const feed = join(folder, 'feed.json');
  const change = (count) => writeFeed(feed, entries(count));
  return killWriter({ name: 'publish', ...options }, out, ['publish', feed, '--out', out, '--text'], change);
}

async function killSync(options) {
  const folder = scratchFolder();
  let text = '';
  const server = createServer((request, response) => {
    const etag = `"${createHash('sha256').update(text).digest('hex').slice(0, 12)}"`;
    const isKnown = request.headers['if-none-match'] === etag;
    response.writeHead(isKnown ? 304 : 200, { etag }).end(isKnown ? undefined : text);
  });
  await new Promise((done) => server.listen(0, '127.0.0.1', done));
  const version = 'https://jsonfeed.org/version/1.1';
  const change = (count) => (text = JSON.stringify({ version, title: 'Test', language: 'en', items: entries(count) }));
  const { args, out } = publisher('sync', `http://127.0.0.1:${server.address().port}/feed.json`, folder);
  try {
    return await killWriter({ name: 'sync', ...options }, out, args, change);
  } finally {
    server.close();
    server.closeAllConnections();
  }
}

/** An answer that is there to its end and can be read; undefined where there is none, since nobody listens. */
function ask(port) {
  return new Promise((done) => {
    get({ host: '127.0.0.1', port, path: '/feed.json', agent: false, timeout: 10_000 }, (response) => {
      const parts = [];
      response.on('data', (part) => parts.push(part)).on('error', () => done(undefined));
      response.on('end', () => {
        try {
          done({ status: response.statusCode, count: JSON.parse(Buffer.concat(parts)).items.length });
        } catch (error) {
          done({ status: response.statusCode, error: error.message });
        }
      });
    }).on('error', () => done(undefined));
  });
}

/** Kills serve while it answers and publications change; the next one takes its place at once, on the same port. */
async function killServe({ times, seed, print }) {
  const random = seeded(seed);
  const folder = scratchFolder();
  const out = join(folder, 'out');
  const feed = join(folder, 'feed.json');
  const publishing = ['publish', feed, '--out', out];
  writeFeed(feed, entries(60));
  await iomFeed(publishing);
  const port = await freePort();
  const faults = [];
  let answers = 0;
  let count = 60;
  for (let number = 1; number <= times; number++) {
    const { child, end } = startFeed(['serve', out, '--port', String(port)]);
    for (const late = performance.now() + 20_000; !(await ask(port));) {
      if (performance.now() > late || child.exitCode !== null) throw new Error('serve does not start');
      await wait(10);
    }
    let isKilled = false;
    writeFeed(feed, entries(++count));
    const published = iomFeed(publishing);
    const timer = setTimeout(() => (isKilled = child.kill('SIGKILL')), random() * 1200);
    while (!isKilled) {
      const answer = await ask(port);
      if (isKilled) break;
      if (answer?.status === 200 && answer.count) answers++;
      else faults.push(`serve ${number}: ${JSON.stringify(answer) ?? 'no answer'}`);
      if (child.exitCode !== null) break;
    }
    clearTimeout(timer);
    const { signal, stderr } = await end;
    if (signal !== 'SIGKILL') faults.push(`serve ${number} has ended by itself: ${stderr.slice(0, 400)}`);
    faults.push(...faultsOfEnd(await published));
  }
  print(`  serve: ${answers} answers`);
  const said = `${times} kills: ${answers.toLocaleString('en')} answers before them, all whole and 200 while publications changed; each time the next one answered on the same port`;
  return { what: '`serve` killed at random moments', said, faults };
}

export async function kill({ seed, print, times = 50 }) {
  const options = { times, seed, print };
  return [await killPublish(options), await killSync(options), await killServe(options)];
}
