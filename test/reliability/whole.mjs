// What a folder of publications must be after whatever happened to it.
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { filesIn, item } from '../helpers/publications.ts';
import { main } from './command.mjs';

/** Feeds that differ in what they have: items, tags, countries, texts. */
export const entries = (count) =>
  Array.from({ length: count }, (_, index) =>
    item(count - index, {
      tags: [`Tag ${(count - index) % 9}`, `Of ${count % 5}`],
      content_html: `<p>${`Text ${count - index} of a feed with ${index % 4 ? 'the same' : count} items. `.repeat(20)}</p>`,
    }),
  );

/** Ids of the items that readers have, page after page. */
export function servedIds(out) {
  const ids = [];
  for (let file = join(out, 'current/feed.json'); file;) {
    const { items, next_url } = JSON.parse(readFileSync(file, 'utf8'));
    ids.push(...items.map(({ id }) => id));
    file = next_url && join(dirname(file), next_url);
  }
  return ids;
}

const unpack = { '.br': brotliDecompressSync, '.gz': gunzipSync };

/** What is wrong with a publication: a form that is not its file, a file that is named and not there. */
export function faultsOf(root) {
  const faults = [];
  const files = filesIn(root);
  for (const file of files) {
    const bytes = readFileSync(join(root, file));
    const ending = file.slice(-3);
    try {
      if (unpack[ending]) {
        if (!unpack[ending](bytes).equals(readFileSync(join(root, file.slice(0, -3)))))
          faults.push(`${file} is not its file`);
      } else if (file.endsWith('.json')) JSON.parse(bytes);
      else if (!bytes.length) faults.push(`${file} is empty`);
    } catch (error) {
      faults.push(`${file}: ${error.message}`);
    }
  }
  return faults;
}

/** What a run has left that should be gone: locks, drafts, halves. */
export function leftIn(out) {
  const named = (folder, isLeft) => (existsSync(folder) ? readdirSync(folder).filter(isLeft) : []);
  const left = [
    ...named(out, (name) => name.startsWith('.') && name !== '.iom-feed'),
    ...named(join(out, 'releases'), (name) => name.startsWith('.')),
    ...named(join(out, 'sync'), (name) => /^\.|\.part$/.test(name)),
  ];
  const releases = named(join(out, 'releases'), (name) => !name.startsWith('.'));
  if (releases.length > 2) left.push(`${releases.length} releases`);
  return left;
}

/** All that must hold where no run is at work: the publications are whole and valid, and nothing else is there. */
export function faultsAtRest(out) {
  const faults = leftIn(out).map((name) => `${name} was left`);
  for (const release of readdirSync(join(out, 'releases')))
    faults.push(...faultsOf(join(out, 'releases', release, 'public')).map((fault) => `${release}: ${fault}`));
  return faults;
}

/** Whether validate passes for every feed of a publication. */
export function validate(out) {
  const root = join(out, 'current');
  const feeds = filesIn(root).filter((file) => file.endsWith('.json') && file !== 'index.json');
  try {
    execFileSync(process.execPath, [main, 'validate', ...feeds], { cwd: root, stdio: 'pipe' });
  } catch (error) {
    // 1 is a warning.
    if (error.status !== 1) return [`validate: ${String(error.stdout).split('\n')[0]}${error.stderr}`];
  }
  return [];
}

/** Whether a run ended as it may: done, or refused with a sentence. */
export function faultsOfEnd({ code, signal, stderr }, mayFail) {
  if (signal || code === 0) return [];
  if (/^ {4}at /m.test(stderr)) return [`no sentence: ${stderr.slice(0, 400)}`];
  return mayFail?.test(stderr) ? [] : [`exit code ${code}: ${stderr.slice(0, 400)}`];
}
