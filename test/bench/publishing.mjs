// How long 25,000, 50,000 and 100,000 items take to publish with all their shards, and how long one more item takes.
// `npm run build` first; then node test/bench/publishing.mjs [items…]. Runs on two cores where taskset is there.
import { execFileSync, spawnSync } from 'node:child_process';
import { createWriteStream, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const counts = process.argv.slice(2).map(Number);
const folder = mkdtempSync(join(tmpdir(), 'iom-feed-bench-'));
const twoCores = spawnSync('taskset', ['--version']).status === 0 ? ['taskset', '-c', '0,1'] : [];

/** Prints time and memory of a process when it ends. */
const meter = `data:text/javascript,${encodeURIComponent(
  `const start = performance.now(); process.on('exit', () => {
    const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage();
    console.error('METER ' + JSON.stringify({ seconds: (performance.now() - start) / 1000, cpu: (userCPUTime + systemCPUTime) / 1e6, megabytes: maxRSS / 1024 }));
  });`,
)}`;

const words =
  'migration protection réponse humanitaire retour volontaire données frontière santé logement école climat'.split(' ');
const sentence = (seed) => Array.from({ length: 12 }, (_, index) => words[(seed * 7 + index * index) % words.length]);
const countries = Array.from({ length: 171 }, (_, n) => String.fromCharCode(65 + (n % 26), 65 + Math.floor(n / 26)));
const kinds = ['press-release', 'news', 'statement', 'story', 'briefing'];
const languages = ['ar', 'en', 'es', 'fr', 'ru', 'zh'];

/** 2 KB of text, two countries, two of 60 tags, a language, a kind, a contact. */
const item = (n) => ({
  id: `item-${n}`,
  url: `https://www.example.org/news/${n}`,
  title: `${sentence(n).join(' ')} ${n}`,
  summary: sentence(n + 1).join(' '),
  content_html: Array.from({ length: 16 }, (_, line) => `<p>${sentence(n + line).join(' ')}.</p>`).join('\n'),
  date_published: new Date(Date.UTC(2000, 0, 1) + n * 5_400_000).toISOString(),
  tags: [`Topic ${n % 60}`, `Topic ${(n * 7 + 1) % 60}`],
  language: languages[n % 6],
  _iom: {
    kind: kinds[n % 5],
    countries: [countries[n % 171], countries[(n * 3 + 1) % 171]],
    contacts: [`contact-${n % 40}`],
  },
});
const contacts = Array.from({ length: 40 }, (_, n) => ({ id: `contact-${n}`, name: `Test Desk ${n}` }));

async function write(path, count) {
  const head = { version: 'https://jsonfeed.org/version/1.1', title: 'Test', language: 'en' };
  head._iom = { about: 'https://example.org/', contacts };
  const file = createWriteStream(path);
  file.write(JSON.stringify(head).replace(/}$/, ',"items":['));
  for (let n = count; n > 0; n--) {
    if (!file.write(JSON.stringify(item(n)) + (n > 1 ? ',' : ']}'))) await once(file, 'drain');
  }
  file.end();
  await once(file, 'finish');
}

function run(feed, out) {
  const command = [
    ...twoCores,
    process.execPath,
    '--import',
    meter,
    'build/iom-feed/dist/main.js',
    'publish',
    feed,
    '--out',
    out,
  ];
  const { stdout, stderr, status } = spawnSync(command[0], command.slice(1), { encoding: 'utf8' });
  if (status) throw new Error(stderr);
  return { ...JSON.parse(/METER (.+)/.exec(stderr)[1]), said: stdout.trim() };
}

const filesIn = (path) => readdirSync(path, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
const printed = ({ seconds, cpu, megabytes }) =>
  `${seconds.toFixed(1).padStart(6)} s  ${cpu.toFixed(1).padStart(6)} s of processor  ${megabytes.toFixed(0).padStart(5)} MB`;

try {
  console.log('  items          time                              memory');
  for (const count of counts.length ? counts : [25_000, 50_000, 100_000]) {
    const feed = join(folder, 'feed.json');
    const out = join(folder, 'out');
    await write(feed, count);
    const first = run(feed, out);
    console.log(
      `${count.toLocaleString('en').padStart(7)}  ${printed(first)}  ${filesIn(join(out, 'current/')).length} files`,
    );
    await write(feed, count + 1);
    const second = run(feed, out);
    console.log(`      +1  ${printed(second)}  ${(second.seconds / first.seconds).toFixed(3)} of it`);
    console.log(`          ${second.said.replace(/, in \S+$/, '')}`);
    rmSync(out, { recursive: true });
  }
  console.log(compression());
} finally {
  rmSync(folder, { recursive: true });
}

/** What keeping freed memory saves: src/cli/publish/compress.ts. */
function compression() {
  const work = (prepare) => `
    import { compress, enlargeHeap } from './src/cli/publish/compress.ts';
    ${prepare}
    const page = Buffer.from(${JSON.stringify(JSON.stringify(item(1)).repeat(12))});
    const { user, system } = process.cpuUsage();
    let left = 3000;
    const lane = async () => { while (left-- > 0) await compress(page); };
    await Promise.all([lane(), lane(), lane(), lane(), lane(), lane()]);
    const after = process.cpuUsage();
    console.log((after.user - user + after.system - system) / 1e6);`;
  const seconds = ['', 'enlargeHeap();'].map((prepare) =>
    Number(
      execFileSync(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', work(prepare)], {
        encoding: 'utf8',
      }),
    ),
  );
  const [without, kept] = seconds.map((entry) => `${entry.toFixed(1)} s`);
  return `compressing 3,000 pages: ${kept} of processor, ${without} without enlargeHeap`;
}
