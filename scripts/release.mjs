// npm run release -- --to DIR: puts a version on a server of static files, after printing what it is going to do. DIR is the
// folder that the server serves, or one to copy there.
//
//   --to DIR --dry-run          prints the plan alone
//   --to DIR --share 5          5 % of the pages of the line get the new version, for --days 14; the line stays as it is
//   --to DIR --promote 0.1.1    the line runs a version that is there: the new one for all pages, or an older one again
//   --to DIR --stage            the line follows its stage.json, which was changed by hand
//   --url https://cdn.example   the address of DIR, for the import map
//
// docs/versions.md says when to do which.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, statfsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { pathToFileURL } from 'node:url';
import { placeholder } from './cdn.mjs';
import { lineOf } from './public-api.mjs';
import { serverConfigs } from './release/servers.mjs';
import { applyStage, folderOf, maxDays, stageText, versionIn } from './release/stage.mjs';
import { writeWhole } from './release/write-whole.mjs';
import { filesForPages, filesIn, sizeOf, updateLine, writeVersion } from './release/write.mjs';

/** What has to hold before anything is written; those that fail soonest first. */
const checks = [
  ['a build', 'npm run --silent build'],
  ['public names', 'node --import tsx --test test/pages/versions.node.test.ts'],
  ['sizes', 'node --import tsx --test test/pages/embed.node.test.ts'],
  ['tests', 'npm test'],
  ['museum', 'npm run --silent museum'],
];

/** Why nothing was written. */
export class ReleaseError extends Error {}

/**
 * @param {object} options
 * @param {string} options.to Folder that is served.
 * @param {string} [options.from] The build.
 * @param {string} options.version
 * @param {string} [options.url] Address of `to`.
 * @param {number} [options.share] Of the pages of the line, in percent; all without it.
 * @param {number} [options.days] How long the share lasts.
 * @param {[name: string, check: () => void][]} options.checks Each throws where it fails.
 * @param {(text: string) => void} options.print
 * @param {boolean} [options.isDry] Whether to stop after the plan.
 * @param {(folder: string) => number} [options.free] Bytes free on the disk of a folder.
 * @throws {ReleaseError} Where it is refused; nothing is written then.
 */
export function release(options) {
  const { to, from = 'dist', version, url = placeholder, share, days = 14, print, free = freeBytes } = options;
  const line = lineOf(version);
  const [folder, lineFolder] = [version, line].map((name) => join(to, folderOf(name)));
  const running = versionIn(lineFolder);
  const isStaged = share !== undefined && running !== undefined;
  const old = existsSync(join(lineFolder, 'chunks')) ? filesIn(join(lineFolder, 'chunks')).length : 0;
  const bytes = filesForPages(from).length ? sizeOf(from) : 0;
  const until = new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
  print(`iom-widgets ${version} ⇒ ${to}
  1. checks: ${options.checks.map(([name]) => name).join(', ')}
  2. new: ${folderOf(version)}/, ${filesForPages(from).length} files, with integrity.json, importmap.json, sbom.cdx.json, SHA256SUMS
  3. ${folderOf(line)}/ ${
    isStaged
      ? `stays ${running}; ${share} % of its pages get ${version} until ${until}`
      : running
        ? `changes from ${running}; the ${old} chunks that are there stay`
        : 'is new'
  }
  4. servers/: headers for nginx, Apache, Caddy, lighttpd`);
  if (existsSync(folder)) throw new ReleaseError(`${folder} is there: a version is never changed. Raise the version.`);
  if (share !== undefined && !(share > 0 && share <= 100)) throw new ReleaseError('--share is a number up to 100.');
  if (!(days > 0 && days < maxDays)) throw new ReleaseError(`--days is less than ${maxDays}.`);
  // The version, and the line while both its states are there.
  const needed = 3 * bytes;
  mkdirSync(to, { recursive: true });
  if (free(to) < needed)
    throw new ReleaseError(`The disk of ${to} has less than the ${Math.ceil(needed / 1e6)} MB that this may take.`);
  if (options.isDry) return;
  for (const [name, check] of options.checks) {
    try {
      check();
    } catch (error) {
      throw new ReleaseError(`${name}: failed; nothing was written. ${error.message.split('\n')[0]}`);
    }
    print(`  ${name}: passed`);
  }
  try {
    writeVersion({ to, from, version, url });
  } catch (error) {
    throw new ReleaseError(`${folder} could not be written: ${error.message}`);
  }
  print(`  ${folderOf(version)}/ is there`);
  try {
    mkdirSync(join(to, 'servers'), { recursive: true });
    for (const [name, config] of Object.entries(serverConfigs(resolve(to))))
      writeWhole(join(to, 'servers', name), config);
    if (!isStaged) promote({ to, version, print });
    else {
      const { off } = applyStage(to, line).stage;
      writeWhole(join(lineFolder, 'stage.json'), stageText({ next: version, share, until, off }));
      stage({ to, line, print });
    }
  } catch (error) {
    const next = isStaged ? 'write stage.json and run it with --stage' : `run it with --promote ${version}`;
    throw new ReleaseError(
      `${folderOf(version)}/ is there, but ${folderOf(line)}/ is as it was: ${error.message}. Then ${next}.`,
    );
  }
}

/** Gives a line a version that is there, on all pages; what is switched off stays off. */
export function promote({ to, version, print }) {
  const line = lineOf(version);
  if (!existsSync(join(to, folderOf(version), 'autoload.js')))
    throw new ReleaseError(`There is no ${folderOf(version)} in ${to}.`);
  const lineFolder = join(to, folderOf(line));
  const off = versionIn(lineFolder) ? applyStage(to, line).stage.off : [];
  updateLine({ to, line, version, off });
  print(`  ${inWords(line, { version, stage: { off } })}`);
}

/** Lets a line follow its stage file; false where something in that makes no sense. */
export function stage({ to, line, print }) {
  const { stage, problems, version } = applyStage(to, line);
  for (const problem of problems) print(`  ${problem}`);
  print(`  ${inWords(line, { version, stage })}`);
  return !problems.length;
}

function inWords(line, { version, stage: { next, share, off } }) {
  const some = next ? `, ${share} % of its pages ${next}` : '';
  return `${folderOf(line)}/ runs ${version}${some}${off.length ? `; switched off: ${off.join(', ')}` : ''}`;
}

function freeBytes(folder) {
  const { bavail, bsize } = statfsSync(folder);
  return bavail * bsize;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const text = { type: 'string' };
  const flag = { type: 'boolean' };
  const { values } = parseArgs({
    options: { to: text, url: text, share: text, days: text, promote: text, stage: flag, 'dry-run': flag },
  });
  const { version } = JSON.parse(readFileSync('package.json', 'utf8'));
  const { to, url } = values;
  const number = (value) => (value === undefined ? undefined : Number(value));
  const print = (line) => console.log(line);
  try {
    if (!to) throw new ReleaseError('Say where to: npm run release -- --to DIR');
    if (values.stage) process.exitCode = stage({ to, line: lineOf(version), print }) ? 0 : 1;
    else if (values.promote) promote({ to, version: values.promote, print });
    else {
      const run = ([name, command]) => [name, () => execFileSync('sh', ['-c', command], { stdio: 'inherit' })];
      const [share, days] = [values.share, values.days].map(number);
      release({ to, url, version, share, days, checks: checks.map(run), print, isDry: values['dry-run'] });
    }
  } catch (error) {
    console.error(error.message);
    process.exitCode = 1;
  }
}
