import { readFile } from 'node:fs/promises';
import type { ImportOptions } from '../../src/cli/import/draft.js';
import { merge } from '../../src/cli/import/merge/merge.js';
import { parseSource } from '../../src/cli/import/formats/detect-format.js';
import type { Source } from '../../src/cli/import/source.js';
import { decode } from '../../src/cli/import/clean/decode.js';
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
  let failed = false;
  const drafts = [];
  for (const { text, name = 'source', url, charset, ...options } of given) {
    const noted = new Diagnostics(name);
    const decoded = typeof text === 'string' ? text : decode(text, noted, charset);
    const source: Source = { name, url, text: decoded, lines: new LineIndex(decoded), notes: noted };
    drafts.push(await parseSource(source, options));
    all.push(noted);
    failed ||= noted.all.some(({ severity }) => severity === 'error');
  }
  const feed = merge(drafts);
  const notes = all.flatMap((noted) => noted.all.map(formatDiagnostic));
  const { items, _iom: { contacts = [] } = {} } = feed;
  return { feed, items, contacts, item: items.at(0), notes, failed };
}
