// Feeds to publish, and what is to be seen of a publication.
import { execFile, execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Feed, Item } from '../../src/feed/schema/model.generated.js';
import { iomFeedScript } from './cli.js';

const scratch: string[] = [];
process.on('exit', () => scratch.forEach((folder) => rmSync(folder, { recursive: true, force: true })));

/** A folder of its own, gone when the process ends. */
export function scratchFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'iom-feed-'));
  scratch.push(folder);
  return folder;
}

/** A disk of so many bytes; undefined for who may not mount one. */
export function smallDisk(size: string): string | undefined {
  const folder = join(scratchFolder(), 'disk');
  mkdirSync(folder);
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${size}`, 'tmpfs', folder], { stdio: 'ignore' });
    return folder;
  } catch {
    return undefined;
  }
}

/** The n-th item, the oldest being the first. */
export const item = (n: number, more: Partial<Item> = {}): Item => ({
  id: `item-${n}`,
  title: `Title ${n}`,
  content_html: `<p>Body of item ${n}.</p>`,
  date_published: new Date(Date.UTC(2020, 0, 1) + n * 3_600_000).toISOString(),
  tags: [n % 2 ? 'Odd' : 'Even'],
  _iom: { kind: 'news', countries: [n % 3 ? 'UY' : 'AR'] },
  ...more,
});

/** So many items, newest first. */
export const items = (count: number): Item[] => Array.from({ length: count }, (_, index) => item(count - index));

/** Writes a feed, and gives its path. */
export function writeFeed(path: string, entries: unknown[], more: Partial<Feed> = {}, blanks?: number): string {
  const feed = { version: 'https://jsonfeed.org/version/1.1', title: 'Test', language: 'en', ...more, items: entries };
  writeFileSync(path, JSON.stringify(feed, undefined, blanks));
  return path;
}

export const readFeedFile = (folder: string, file: string): Feed =>
  JSON.parse(readFileSync(join(folder, 'current', file), 'utf8')) as Feed;

/** The paths of all files below a folder. */
export const filesIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .sort();

/** What readers are served: a hash for each file. */
export function servedFiles(folder: string): Record<string, string> {
  const root = join(folder, 'current');
  return Object.fromEntries(
    filesIn(root).map((file) => [
      file,
      createHash('sha256')
        .update(readFileSync(join(root, file)))
        .digest('hex'),
    ]),
  );
}

/** When each file was written, and which file on the disk it is. */
export function timesOf(folder: string): Record<string, string> {
  const root = join(folder, 'current');
  return Object.fromEntries(
    filesIn(root).map((file) => {
      const { mtimeMs, ino } = statSync(join(root, file));
      return [file, `${mtimeMs} ${ino}`];
    }),
  );
}

export interface Ended {
  code: number | null;
  signal: string | null;
  output: string;
  errors: string;
}

/** Runs iom-feed, and waits until it has ended. */
export function iomFeed(args: string[], { env = {}, ...options }: { env?: object; uid?: number } = {}): Promise<Ended> {
  const command = [...iomFeedScript, ...args];
  return new Promise((done) => {
    const child = execFile(
      process.execPath,
      command,
      { env: { ...process.env, ...env }, ...options },
      (_error, output, errors) => done({ code: child.exitCode, signal: child.signalCode, output, errors }),
    );
  });
}
