// What a feed costs a server: nginx sending the feed of a publication beside the same bytes as a plain file, and how many
// requests reach nginx from behind a CDN, for which Varnish stands here. Needs nginx, Varnish and wrk (Debian's).
// node --import tsx test/bench/serving.mjs
import { spawn } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { readHeaders } from '../../src/cli/publish/headers.ts';
import { nginxConfig } from '../../src/cli/publish/servers/nginx.ts';
import { publish } from '../../src/cli/commands/publish.ts';
import { startNginx, startVarnish } from '../helpers/nginx.ts';

const folder = mkdtempSync(join(tmpdir(), 'iom-feed-bench-'));
const out = join(folder, 'out');
await publish('demo/feeds/oim.fr.json', { out });
const served = join(out, 'current');
const config = nginxConfig(readHeaders(readFileSync(join(served, '_headers'), 'utf8')), served);

/** Requests a second, and answers that were none. @param wait Milliseconds between two requests of a connection. */
async function wrk(url, { connections = 16, seconds = 4, headers = {}, wait = 0 } = {}) {
  const script = join(folder, 'wait.lua');
  writeFileSync(script, wait ? `function delay() return math.random(0, ${wait * 2}) end\n` : '');
  const named = Object.entries(headers).flatMap(([name, value]) => ['-H', `${name}: ${value}`]);
  const args = ['-t1', `-c${connections}`, `-d${seconds}s`, ...named, '-s', script, url];
  const child = spawn('wrk', args);
  let output = '';
  child.stdout.on('data', (part) => (output += part));
  await new Promise((done) => child.on('close', done));
  const errors = /Socket errors: connect (\d+), read (\d+), write (\d+), timeout (\d+)/.exec(output)?.slice(1) ?? [];
  return {
    rate: Number(/Requests\/sec:\s+([\d.]+)/.exec(output)?.[1]),
    bad:
      Number(/Non-2xx or 3xx responses: (\d+)/.exec(output)?.[1] ?? 0) + errors.reduce((sum, n) => sum + Number(n), 0),
  };
}

/** Ticks of processor that the workers of nginx have used: proc(5), utime and stime. */
const ticksOf = ({ pid }) =>
  readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8')
    .trim()
    .split(' ')
    .map((worker) => readFileSync(`/proc/${worker}/stat`, 'utf8').split(') ')[1].split(' ').slice(11, 13))
    .flat()
    .reduce((sum, ticks) => sum + Number(ticks), 0);

/**
 * The feed of the publication, and a file with the same bytes and none of the headers: both asked for at the same time, so
 * that whatever else the machine does weighs on both.
 */
async function beside(encoding, ending) {
  const plain = join(folder, 'plain');
  mkdirSync(plain, { recursive: true });
  copyFileSync(join(served, `feed.json${ending}`), join(plain, 'feed.json'));
  const servers = [
    await startNginx(join(folder, `feed${ending}`), config),
    await startNginx(join(folder, `plain${ending}`), `root ${plain};`),
  ];
  const headers = encoding ? { 'Accept-Encoding': encoding } : {};
  const measured = await Promise.all(
    servers.map(async (server) => {
      const before = ticksOf(server);
      const { rate, bad } = await wrk(`http://127.0.0.1:${server.port}/feed.json`, { headers, seconds: 12 });
      if (bad) throw new Error('Not all answers were good.');
      return { rate, cost: (ticksOf(server) - before) / rate };
    }),
  );
  for (const server of servers) await server.stop();
  const [feed, file] = measured;
  const share = (feed.rate / file.rate).toFixed(3);
  const cost = (file.cost / feed.cost).toFixed(3);
  const name = (encoding || 'plain').padEnd(5);
  console.log(
    `${name}  ${feed.rate.toFixed(0)} requests a second: ${share} of a plain file; for a second of processor ${cost}`,
  );
}

/** Seconds that the CDN keeps a feed in this run: the five minutes of a publication would take too long to watch. */
const lifetime = 2;

async function behind() {
  const place = join(folder, 'origin');
  const quick = config.replaceAll(/s-maxage=\d+/g, `s-maxage=${lifetime}`);
  let origin = await startNginx(place, quick);
  const cdn = await startVarnish(join(folder, 'varnish'), origin.port);
  const url = `http://127.0.0.1:${cdn.port}/feed.json`;
  const reached = async () => {
    await wait(300);
    return readFileSync(join(place, 'access.log'), 'utf8').split('\n').length - 1;
  };
  // As every browser asks; for others Varnish would unpack each answer.
  const headers = { 'Accept-Encoding': 'gzip' };
  const seconds = 4 * lifetime;
  for (const readers of [100, 1000, 10_000]) {
    const before = await reached();
    const { rate, bad } = await wrk(url, { connections: Math.round(readers / 8), seconds, headers, wait: 100 });
    console.log(
      reported(readers, rate, bad, (await reached()) - before, `${seconds} s, ${seconds / lifetime} lifetimes`),
    );
  }
  await origin.stop();
  const before = await reached();
  const { rate, bad } = await wrk(url, { connections: 1250, seconds, headers, wait: 100 });
  console.log(reported(10_000, rate, bad, (await reached()) - before, `${seconds} s with the origin down`));
  await cdn.stop();
}

const reported = (readers, rate, bad, requests, time) =>
  `${readers.toLocaleString('en').padStart(6)} readers a second (${rate.toFixed(0)} reached), ${time}: ${requests} requests at the origin, ${bad} answers that were none`;

try {
  await beside('br', '.br');
  await beside('gzip', '.gz');
  await beside('', '');
  await behind();
} finally {
  rmSync(folder, { recursive: true, force: true });
}
