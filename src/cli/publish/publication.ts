import {
  closeSync,
  copyFileSync,
  existsSync,
  fstatSync,
  futimesSync,
  linkSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmdirSync,
  rmSync,
  statSync,
  unlinkSync,
  utimesSync,
  writeFileSync,
  writeSync,
  type Stats,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { CommandError } from '../command.js';
import { endings } from './compress.js';
import { explainFailure } from './explain-failure.js';
import { prelink, withoutLinks, type FileStamp } from './prelink.js';
import { lock } from './lock.js';
import { readManifest, writeManifest, type Manifest } from './manifest.js';
import { currentOf, nameOf, releasesOf, remove, removeFolder, secondsOf, serve } from './releases.js';

const marker = '.iom-feed';

/**
 * A folder that holds publications:
 *
 * ```
 * .iom-feed      says that the folder is ours
 * current        link to the files of the publication that is served
 * releases/      the one that is served, and the one before it
 *   20250710T093000Z/
 *     public/      what a server serves
 *     manifest.json
 * ```
 *
 * A publication is built in a folder of its own; what stays the same is linked into it. Then `current` is changed in
 * one step. Whatever happens before leaves readers with the publication they had.
 */
export class Publication {
  /** The publication that is served; its name is the second it was made in. */
  readonly before: string | undefined;
  /** What is known of it. */
  readonly manifest: Manifest;
  /** The files of the new one. */
  readonly files: Record<string, string> = {};
  readonly #building: string;
  /** Seconds since 1970: when the new publication was made, and the time of its new files. */
  readonly #stamp: number;
  readonly #unlock: () => void;
  readonly #folders = new Set<string>();
  #ahead?: Promise<Set<string>>;
  /** What was linked ahead. */
  #linked: ReadonlySet<string> = new Set();
  /** Of the files that were not linked ahead. */
  readonly #stamps = new Map<string, FileStamp>();
  readonly #written = new Set<string>();

  /**
   * Opens a folder, or makes it, and removes what a run that was interrupted has left there.
   *
   * @throws {CommandError} When the folder holds something else, or another run is at work in it.
   */
  constructor(readonly folder: string) {
    claim(folder);
    this.#unlock = lock(folder);
    try {
      for (const entry of readdirSync(this.#releases)) {
        if (entry.startsWith('.')) removeFolder(join(this.#releases, entry));
      }
      rmSync(join(folder, '.current'), { force: true });
      this.before = currentOf(folder);
      this.manifest = readManifest(join(this.#releases, this.before ?? '', 'manifest.json'));
      this.#stamp = Math.max(Math.floor(Date.now() / 1000), ...releasesOf(folder).map((name) => secondsOf(name) + 1));
      this.#building = join(this.#releases, '.building');
      mkdirSync(join(this.#building, 'public'), { recursive: true });
      writeFileSync(this.#sign, '');
    } catch (error) {
      this.#unlock();
      throw error;
    }
  }

  get #releases(): string {
    return join(this.folder, 'releases');
  }

  /** A file for the work, that goes with it. */
  get scratch(): string {
    return join(this.#building, 'scratch');
  }

  /** A file that is gone when somebody has deleted the folder meanwhile, and what was taken over with it. */
  get #sign(): string {
    return join(this.#building, 'begun');
  }

  #path(file: string): string {
    const path = join(this.#building, 'public', file);
    const parent = dirname(path);
    if (!this.#folders.has(parent)) {
      mkdirSync(parent, { recursive: true });
      this.#folders.add(parent);
    }
    return path;
  }

  /**
   * Writes a file. Its time is that of the publication: two publications within a second still differ in what servers
   * make an ETag of.
   */
  write(file: string, content: Buffer | string): void {
    const path = this.#path(file);
    // What was taken over stays as it is for the publication before.
    rmSync(path, { force: true });
    const fd = openSync(path, 'wx');
    try {
      const bytes = Buffer.from(content);
      for (let index = 0; index < bytes.length;) index += writeSync(fd, bytes, index);
      futimesSync(fd, this.#stamp, this.#stamp);
      this.#stamps.set(file, stampOf(fstatSync(fd)));
      this.#written.add(file);
    } finally {
      closeSync(fd);
    }
  }

  /** Begins to take over all files of the publication before: most of them stay. Nothing is to be written until `ready`. */
  prelink(): void {
    if (!this.before || this.#ahead) return;
    const { stamps } = this.manifest;
    this.#ahead = prelink(stamps, join(this.#releases, this.before, 'public'), join(this.#building, 'public'));
  }

  /** Waits for what was begun. */
  async ready(): Promise<void> {
    this.#linked = (await this.#ahead) ?? this.#linked;
  }

  /** Takes a file over from the publication before, with its time; false where it isn't there, or was changed since. */
  keep(file: string): boolean {
    if (!this.before) return false;
    if (this.#linked.has(file)) return true;
    if (!this.#isAsWritten(file)) return false;
    const from = join(this.#releases, this.before, 'public', file);
    const path = this.#path(file);
    try {
      linkSync(from, path);
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code === 'EEXIST') return true;
      if (code === 'ENOENT') return false;
      // A file system without hard links.
      if (!withoutLinks.includes(code ?? '')) throw error;
      copyFileSync(from, path);
      const { atime, mtime } = statSync(from);
      utimesSync(path, atime, mtime);
    }
    this.#stamps.set(file, stampOf(statSync(path)));
    return true;
  }

  /** Whether a file of the publication before is there, and as it was written as far as that is known. */
  #isAsWritten(file: string): boolean {
    const about = statSync(join(this.#releases, this.before!, 'public', file), { throwIfNoEntry: false });
    const known = this.manifest.stamps[file];
    return !!about && (!known || String(stampOf(about)) === String(known));
  }

  /** Whether nobody has deleted or changed a file of the publication before. */
  get isIntact(): boolean {
    return Object.keys(this.manifest.stamps).every((file) => this.#linked.has(file) || this.#isAsWritten(file));
  }

  /** Whether a file was written, and not taken over. */
  isNew(file: string): boolean {
    return this.#written.has(file);
  }

  /** Whether a file of the publication before holds these very bytes. */
  held(file: string, content: Buffer): boolean {
    try {
      return !!this.before && readFileSync(join(this.#releases, this.before, 'public', file)).equals(content);
    } catch {
      return false;
    }
  }

  /** Names of the files that the new publication hasn't any more. */
  get removed(): string[] {
    return Object.keys(this.manifest.files).filter((file) => !(file in this.files));
  }

  /** Makes the new publication the one that is served, and removes all but the one before it. */
  release(manifest: Omit<Manifest, 'files' | 'stamps'>): string {
    this.#takeOut(this.removed);
    rmSync(this.scratch, { force: true });
    rmSync(this.#sign);
    const stamps: Manifest['stamps'] = {};
    for (const file of formsOf(Object.keys(this.files))) {
      const stamp = this.#stamps.get(file) ?? (this.#linked.has(file) && this.manifest.stamps[file]);
      if (stamp) stamps[file] = stamp;
    }
    writeManifest(join(this.#building, 'manifest.json'), { ...manifest, files: this.files, stamps });
    const name = nameOf(this.#stamp);
    renameSync(this.#building, join(this.#releases, name));
    serve(this.folder, name);
    for (const other of releasesOf(this.folder)) {
      if (other !== name && other !== this.before) remove(this.#releases, other);
    }
    return name;
  }

  /** Takes out what was linked ahead and isn't to be there, and the folders that it leaves empty. */
  #takeOut(files: string[]): void {
    const root = join(this.#building, 'public');
    const folders = new Set<string>();
    for (const file of files) {
      const linked = formsOf([file]).filter((path) => this.#linked.has(path));
      for (const path of linked) unlinkSync(join(root, path));
      for (let path = file; linked.length && (path = dirname(path)) !== '.';) folders.add(path);
    }
    for (const folder of [...folders].sort((one, other) => other.length - one.length)) {
      if (!readdirSync(join(root, folder)).length) rmdirSync(join(root, folder));
    }
  }

  /** Ends the work; what isn't released is gone. */
  async close(): Promise<void> {
    await this.#ahead;
    if (existsSync(this.#building)) removeFolder(this.#building);
    this.#unlock();
  }
}

/**
 * Puts the publication before the current one in its place.
 *
 * @returns Its name.
 * @throws {CommandError} When there is none.
 */
export function rollBack(folder: string): string {
  const current = existsSync(join(folder, marker)) ? currentOf(folder) : undefined;
  if (!current) throw new CommandError(`${folder}: has no publication; name the folder given to publish as --out`);
  let unlock = () => {};
  try {
    unlock = lock(folder);
    const older = releasesOf(folder).filter((name) => name < current);
    if (!older.length) {
      throw new CommandError(`${folder}: there is no previous publication; publish the earlier feed instead`);
    }
    serve(folder, older.at(-1)!);
    return older.at(-1)!;
  } catch (error) {
    throw explainFailure(error, folder, true);
  } finally {
    unlock();
  }
}

/** Folder of what is served now; undefined when nothing was published in a folder. */
export const servedIn = (folder: string): string | undefined =>
  existsSync(join(folder, marker)) && currentOf(folder) ? join(folder, 'current') : undefined;

/** How many items the publication has that is served now; 0 where there is none. */
export const publishedItems = (folder: string): number =>
  readManifest(join(folder, 'releases', currentOf(folder) ?? '', 'manifest.json')).items.ids.length;

const stampOf = ({ size, mtimeMs }: Stats): FileStamp => [size, mtimeMs];

const formsOf = (files: string[]): string[] => files.flatMap((file) => endings.map((ending) => file + ending));

/**
 * Makes a folder ours, where it is empty or new.
 *
 * @throws {CommandError} When it holds something else.
 */
export function claim(folder: string): void {
  mkdirSync(folder, { recursive: true });
  if (!existsSync(join(folder, marker))) {
    if (readdirSync(folder).length) {
      throw new CommandError(
        `${folder}: has files that iom-feed has not written; choose a folder that is empty or new`,
      );
    }
    writeFileSync(join(folder, marker), 'The folders beside this file are written and removed by iom-feed publish.\n');
  }
  mkdirSync(join(folder, 'releases'), { recursive: true });
}
