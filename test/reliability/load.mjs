// Readers ask servers as fast as they can while publications change: every answer has to be a whole one.
import { spawn } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { letRead, servers } from '../helpers/servers.ts';
import { scratchFolder, writeFeed } from '../helpers/publications.ts';
import { iomFeed } from './command.mjs';
import { entries, faultsOf } from './whole.mjs';

const seconds = 20;
/** Asks for files that each publication changes, in the three forms, and counts what each answer is. */
const script = `
local paths = { "/feed.json", "/news.json", "/index.json", "/tag/tag-1.json" }
local forms = { "br, gzip", "gzip", "identity" }
local turn = 0
function request()
  turn = turn + 1
  return wrk.format("GET", paths[turn % #paths + 1], { ["Accept-Encoding"] = forms[turn % #forms + 1] })
end
local threads = {}
function setup(thread) table.insert(threads, thread) end
function init() good = 0 bad = "" end
function response(status, headers, body)
  if status == 200 then good = good + 1 else bad = bad .. " " .. status end
end
function done(summary, latency)
  local good, bad = 0, ""
  for _, thread in ipairs(threads) do
    good = good + thread:get("good")
    bad = bad .. thread:get("bad")
  end
  local e = summary.errors
  print(string.format("RESULT %d %d %d %d %d;%s", good, e.connect, e.read, e.write, e.timeout, bad))
end
`;

/** @returns {Promise<{ good: number, errors: number, bad: string }>} */
function wrk(port, folder) {
  const file = join(folder, 'wrk.lua');
  writeFileSync(file, script);
  const child = spawn('wrk', ['-t1', '-c32', `-d${seconds}s`, '-s', file, `http://127.0.0.1:${port}`]);
  let output = '';
  child.stdout.on('data', (part) => (output += part));
  return new Promise((done, failed) => {
    child.once('error', failed);
    child.once('close', () => {
      const [, counts, bad] = /RESULT ([\d ]+);(.*)/.exec(output) ?? [];
      const [good, ...errors] = (counts ?? '0 1').split(' ').map(Number);
      done({ good, errors: errors.reduce((sum, count) => sum + count, 0), bad: bad?.trim() ?? output });
    });
  });
}

async function behind({ name, option, start }) {
  const folder = scratchFolder();
  letRead(folder);
  const out = join(folder, 'out');
  const feed = join(folder, 'feed.json');
  const publish = (count) => iomFeed(['publish', writeFeed(feed, entries(count)), '--out', out]);
  await publish(60);
  const { stdout } = await iomFeed(['publish', '--out', out, `--${option}`]);
  const server = await start(join(folder, 'server'), stdout, join(out, 'current'));
  let isOver = false;
  let publications = 0;
  const faults = [];
  const publishing = (async () => {
    for (let count = 61; !isOver; count = count === 90 ? 61 : count + 1) {
      const { code, stderr } = await publish(count);
      if (code) faults.push(`publish: ${stderr}`);
      publications++;
    }
  })();
  const { good, errors, bad } = await wrk(server.port, folder);
  isOver = true;
  await publishing;
  await server.stop();
  if (bad) faults.push(`answers that were not 200: ${bad.slice(0, 200)}`);
  if (errors) faults.push(`${errors} answers that did not come, or not whole`);
  faults.push(...faultsOf(join(out, 'current')));
  const said = `${good.toLocaleString('en')} requests in ${seconds} s, all 200, while ${publications} publications changed what they asked for`;
  return { what: `Readers at full speed behind ${name}`, said, faults };
}

export async function load({ print }) {
  const rows = [];
  for (const server of servers.filter(({ option }) => ['nginx', 'apache', 'caddy'].includes(option))) {
    const missing = server.missing ?? (existsSync('/usr/bin/wrk') ? undefined : 'needs wrk: apt-get install wrk');
    const row = missing
      ? { what: `Readers at full speed behind ${server.name}`, said: `not tried: ${missing}`, faults: [] }
      : await behind(server);
    print(`  ${row.what}: ${row.said}`);
    rows.push(row);
  }
  return rows;
}
