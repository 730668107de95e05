import { hash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import type { PublishedAttachment } from './attachments.js';
import { noItems, type Ledger } from './item-cache.js';
import type { PublicationContext } from './page.js';
import { pathsOf, type Picture } from './pictures.js';
import type { FileStamp } from './prelink.js';
import type { Shard } from './shards.js';

/** What is kept beside a publication, so that the next one need not do again what stays as it is. */
export interface Manifest {
  /** A few letters that say what all files are made with. */
  setting: string;
  /** Name of each feed, and what says whether it is the same: see isAsBefore. */
  feeds: Record<string, string>;
  /** Path of each file, and a few letters that say what it holds. */
  files: Record<string, string>;
  /** Path of each file and of its compressed forms, and how they were written: what differs was changed since. */
  stamps: Record<string, FileStamp>;
  pictures: Picture[];
  attachments: PublishedAttachment[];
  items: Ledger;
}

/**
 * Of this shape, of what is known of items and of how files are made; a date without an offset depends on where we are.
 * With another one, everything is made anew.
 */
const format = `7 ${Intl.DateTimeFormat().resolvedOptions().timeZone}`;
const empty: Manifest = {
  setting: '',
  feeds: {},
  files: {},
  stamps: {},
  pictures: [],
  attachments: [],
  items: noItems,
};

/** Together with a hash of it: what was damaged, or changed by hand, is not to be trusted. */
const seal = (content: string) => `["${format}","${hash('sha256', content, 'base64url')}",\n${content}]\n`;

export function writeManifest(path: string, manifest: Manifest): void {
  writeFileSync(path, seal(JSON.stringify(manifest)));
}

/** An empty one where there is none that can be used. */
export function readManifest(path: string): Manifest {
  try {
    const text = readFileSync(path, 'utf8');
    const content = text.slice(text.indexOf('\n') + 1, -2);
    return text === seal(content) ? (JSON.parse(content) as Manifest) : empty;
  } catch {
    return empty;
  }
}

/** Says in a few letters what all files of a publication are made with. */
export const settingKey = ({ head, url, pictures, attachments, remote, withheld }: PublicationContext): string => {
  const made = [
    ...[...pictures].map(([address, picture]) => [address, ...pathsOf(picture)]),
    ...[...attachments].map(([address, { path }]) => [address, path]),
  ];
  return hash('sha256', JSON.stringify([head, url, made, remote, [...withheld]]), 'base64url');
};

/** Enough for isAsBefore. */
export const fingerprintOf = ({ label = '', items }: Shard): string => `${items.length} ${label}`;

/** Whether a feed is the one from before: as many items, none of them new. Of most feeds that is all one needs to know. */
export const isUnchanged = (shard: Shard, setting: string, before: Manifest): boolean =>
  shard.known && setting === before.setting && fingerprintOf(shard) === before.feeds[shard.name];
