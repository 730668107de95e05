import { readdirSync, readlinkSync, renameSync, rmdirSync, rmSync, symlinkSync, unlinkSync } from 'node:fs';
import { join } from 'node:path';

/** Name of the publication that a folder serves; undefined where there is none. */
export function currentOf(folder: string): string | undefined {
  try {
    return readlinkSync(join(folder, 'current')).split('/')[1];
  } catch {
    return undefined;
  }
}

/** Complete publications, oldest first. */
export const releasesOf = (folder: string): string[] =>
  readdirSync(join(folder, 'releases'))
    .filter((name) => /^\d{8}T\d{6}Z$/.test(name))
    .sort();

/** Puts a publication in the place of the one that is served, in one step. */
export function serve(folder: string, release: string): void {
  rmSync(join(folder, '.current'), { force: true });
  symlinkSync(join('releases', release, 'public'), join(folder, '.current'));
  renameSync(join(folder, '.current'), join(folder, 'current'));
}

/** Removes a publication: out of sight first, so that a run that is interrupted here leaves no half of it. */
export function remove(releases: string, name: string): void {
  renameSync(join(releases, name), join(releases, `.${name}`));
  removeFolder(join(releases, `.${name}`));
}

/** Removes a folder, as rmSync does, in half the time for the many files of a publication: what is a folder is known from its parent. */
export function removeFolder(path: string): void {
  for (const entry of readdirSync(path, { withFileTypes: true })) {
    if (entry.isDirectory()) removeFolder(join(path, entry.name));
    else unlinkSync(join(path, entry.name));
  }
  rmdirSync(path);
}

/** The second that a publication was made in, as its name. */
export const nameOf = (seconds: number): string => new Date(seconds * 1000).toISOString().replace(/[-:]|\.\d+/g, '');
export const secondsOf = (name: string): number =>
  Date.parse(name.replace(/(....)(..)(..T..)(..)(..Z)/, '$1-$2-$3:$4:$5')) / 1000;
