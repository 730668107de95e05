import { readFile } from 'node:fs/promises';
import type { ImportOptions } from '../../src/cli/import/draft.js';
import { checkWrittenIds } from '../../src/cli/import/merge/check-ids.js';
import { linkReferences } from '../../src/cli/import/merge/link-references.js';
import { merge } from '../../src/cli/import/merge/merge.js';
import { parseSource } from '../../src/cli/import/formats/detect-format.js';
import { fileTypeOf } from '../../src/cli/import/formats/file-type.js';
import { sourceOf } from '../../src/cli/import/source.js';
import { LineIndex, Diagnostics, formatDiagnostic } from '../../src/cli/diagnostics.js';

/** A source of the tests, and how it was asked for. */
export interface Given extends ImportOptions {
  text: string | Uint8Array;
  name?: string;
  url?: string;
  /** What the server says it is written in. */
  charset?: string;
}

/** A file of `test/fixtures/import`. */
export const fixture = (name: string) => readFile(new URL(`../fixtures/import/${name}`, import.meta.url));

/** Imports sources as `iom-feed import` does, and gives the feed with what is told about them. */
export async function importing(...given: Given[]) {
  const all: Diagnostics[] = [];
  const drafts = [];
  for (const { text, name = 'source', url, charset, ...options } of given) {
    const source =
      typeof text === 'string' && !fileTypeOf(Buffer.from(text))
        ? { name, text, lines: new LineIndex(text), notes: new Diagnostics(name) }
        : sourceOf(name, { bytes: Buffer.from(text), charset }, options.lang);
    drafts.push(await parseSource({ ...source, url }, options));
    all.push(source.notes);
  }
  checkWrittenIds(drafts);
  linkReferences(drafts);
  const feed = merge(drafts);
  const failed = all.some((noted) => noted.all.some(({ severity }) => severity === 'error'));
  const notes = all.flatMap((noted) => noted.all.map(formatDiagnostic));
  const { items, _iom: { contacts = [] } = {} } = feed;
  return { feed, items, contacts, item: items.at(0), notes, failed };
}
