import { createReadStream } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { CommandError } from '../command.js';
import { LineIndex, Diagnostics } from '../diagnostics.js';
import { decode } from './clean/decode.js';
import { collect, fetchSource, type SourceAnswer, type SourceLimits } from './fetch-source.js';
import { fileTypeOf, type FileType } from './formats/file-type.js';
import type { Validators } from '../publish/fetch-picture.js';

/** What a feed is made of. */
export interface Source {
  /** As the user named it; `-` is standard input. */
  name: string;
  /** Empty where there are `bytes`. */
  text: string;
  lines: LineIndex;
  /** Of what is no text, such as a workbook, or names its encodings itself, as mail does. */
  bytes?: Uint8Array;
  /** What the bytes are. */
  type?: FileType;
  /** What its server says it is, such as `text/csv`. */
  mediaType?: string;
  /** Where it was fetched; relative links lead from there. */
  url?: string;
  /** How many pages there are of what was fetched (`X-WP-TotalPages`). */
  pages?: number;
  /** What its server calls its state. */
  validators?: Validators;
  /** Seconds that its server had us wait. */
  waited?: number;
  notes: Diagnostics;
}

const readable =
  /^(?!\.|~\$|readme\.).+\.(?:txt|text|html?|xhtml|xml|rss|atom|rdf|json|csv|tsv|xlsx|docx|eml|mht|mhtml|md|markdown|ya?ml)$/i;

/**
 * Finds the sources that a name stands for: a URL, a file, standard input (`-`), or the files of a folder, in the order
 * of their names.
 *
 * @throws {CommandError} When there is no such thing.
 */
export async function expandSources(name: string): Promise<string[]> {
  if (name === '-' || /^https?:\/\//i.test(name)) return [name];
  const about = await stat(name).catch((error: unknown) => {
    throw new CommandError(`${name}: ${reason(error)}`);
  });
  if (!about.isDirectory()) return [name];
  const entries = await readdir(name, { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile() && readable.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
  if (!files.length) {
    throw new CommandError(
      `${name}: there is nothing to import in this folder; name files, or a folder with files that can be imported (iom-feed import --help)`,
    );
  }
  return files;
}

/**
 * Reads a source whole. A source beyond the limit is given up as soon as that is known.
 *
 * @throws {CommandError} When it can't be had.
 */
export const readSource = async (name: string, limits?: Partial<SourceLimits>, language?: string): Promise<Source> =>
  (await readIfChanged(name, {}, limits, language))!;

/**
 * Reads a source unless its server says that it is still the one that is known.
 *
 * @param known What the server called the state of that one.
 * @param language BCP 47 tag of its text, as far as the user knows it.
 * @returns Undefined where nothing has changed.
 * @throws {CommandError} When it can't be had.
 */
export async function readIfChanged(
  name: string,
  known: Validators,
  limits?: Partial<SourceLimits>,
  language?: string,
): Promise<Source | undefined> {
  if (/^https?:\/\//i.test(name)) {
    const answer = await fetchSource(name, known, limits);
    return answer && sourceOf(name, answer, language);
  }
  try {
    const stream: Readable = name === '-' ? process.stdin : createReadStream(name);
    return sourceOf(name, { bytes: await collect(stream, name) }, language);
  } catch (error) {
    if (error instanceof CommandError) throw error;
    throw new CommandError(`${name}: ${reason(error)}`, { cause: error });
  }
}

/**
 * A source of what was read. Text is decoded; what isn't text keeps its bytes.
 *
 * @param about Its bytes, and what its server says of them.
 */
export function sourceOf(
  name: string,
  { bytes, charset, ...about }: { bytes: Uint8Array; charset?: string } & Partial<SourceAnswer>,
  language?: string,
): Source {
  const notes = new Diagnostics(name);
  const type = fileTypeOf(bytes, name);
  const text = type ? '' : decode(bytes, notes, charset, language);
  return { name, text, lines: new LineIndex(text), notes, ...(type && { type, bytes }), ...about };
}

const reasons: Record<string, string> = {
  ENOENT: 'there is no such file; check its name',
  EACCES: 'permission denied; change its permissions',
  EISDIR: 'it is a folder',
};

function reason(error: unknown): string {
  const { code = '', message } = error as NodeJS.ErrnoException;
  return reasons[code] ?? message;
}
