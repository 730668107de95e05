import { hash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Item } from '../../feed/schema/model.generated.js';
import library from '../../../package.json' with { type: 'json' };
import { Diagnostics } from '../diagnostics.js';
import { origins, type Draft } from '../import/draft.js';
import type { Validators } from '../publish/fetch-picture.js';
import { writeFileAtomic } from '../write-file-atomic.js';
import type { SourceConfig } from './config.js';

/** A page of a source as it was read, to be asked whether it is still that one. */
export interface ReadPage {
  address: string;
  validators: Validators;
  /** Of its text. */
  hash: string;
}

/** What we have of a source: its last good answer, and what was in it before and has left its pages since. */
export interface SourceContent {
  /** How it was read. What was read otherwise is read anew. */
  key: string;
  /** Whether it is data, such as a feed, and no page or text. */
  isData: boolean;
  pages: ReadPage[];
  /** In the order of the source. The last one holds what has left its pages, where `hasOlder`. */
  drafts: Draft[];
  hasOlder: boolean;
  /** What was told of it; it need not be told again. */
  reported: string[];
}

/** What is kept of an item beside it; undefined for most. */
type Stories = (string | null)[][];

/** With another version of the importer, or other settings, the same source gives another content. */
export const keyOf = (source: SourceConfig, lang: string): string => JSON.stringify([1, library.version, lang, source]);

const fileOf = (folder: string, from: string) =>
  join(folder, `source-${hash('sha256', from, 'hex').slice(0, 12)}.json`);

/** Reads what we have of a source; undefined where that is nothing. */
export async function readContent(folder: string, from: string): Promise<SourceContent | undefined> {
  try {
    const text = await readFile(fileOf(folder, from), 'utf8');
    const { stories, ...content } = JSON.parse(text) as SourceContent & { stories: Stories };
    const notes = new Diagnostics(from);
    content.drafts.forEach(({ items }, draft) =>
      items.forEach((item, index) => {
        const story = stories[draft][index];
        origins.set(item, { notes, lineOf: () => undefined, ...(story && { story }) });
      }),
    );
    return content;
  } catch {
    // None yet, or one that somebody has changed: the source is read anew.
    return undefined;
  }
}

export async function writeContent(folder: string, from: string, content: SourceContent): Promise<void> {
  const stories: Stories = content.drafts.map(({ items }) => items.map((item) => origins.get(item)?.story ?? null));
  await writeFileAtomic(fileOf(folder, from), JSON.stringify({ ...content, stories }));
}

/** All items of a source, in its order; what has left its pages comes last. */
export const itemsOf = (drafts: readonly Draft[]): Item[] => drafts.flatMap(({ items }) => items);

/** What is wanted of a draft. Contacts that its items name come with them. */
export function taken(draft: Draft, { take }: SourceConfig): Draft {
  if (!take) return draft;
  const { items, _iom, ...head } = draft;
  const parts = Object.entries(_iom).filter(([part]) => (take as string[]).includes(part));
  const kept = take.includes('items') ? items : [];
  const contacts = take.includes('contacts') ? [] : contactsOf(kept, draft);
  return { ...head, items: kept, _iom: { ...Object.fromEntries(parts), ...(contacts.length && { contacts }) } };
}

/** The contacts of a draft that some of its items name. */
export function contactsOf(items: readonly Item[], { _iom: { contacts = [] } }: Draft) {
  const named = new Set(items.flatMap(({ _iom }) => _iom?.contacts ?? []));
  return contacts.filter(({ id }) => named.has(id));
}
