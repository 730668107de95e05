import type { Feed, Item } from '../../feed/schema/model.generated.js';
import type { Draft } from '../import/draft.js';
import { merge } from '../import/merge/merge.js';
import { contactsOf, itemsOf, type SourceContent } from './content.js';

/** An answer beside what was there before. */
export interface Comparison {
  /** What has left the pages of the source and stays in the feed. */
  older: Draft | undefined;
  /** What the source has taken back. */
  withdrawn: Item[];
  /** Whether the newest story is gone, and none came: the answer is an old one, or that story was taken back. */
  isBehind: boolean;
  /** Whether there is a story that was not there before. */
  hasNews: boolean;
}

/**
 * Compares the items of an answer with those of before. Most sources show their newest items only: what stood behind the
 * last one that is still there has left its pages, and stays; what stood before it was taken back.
 *
 * @param isWhole Whether the source shows all that it has, so that whatever is missing was taken back.
 */
export function compareItems(content: SourceContent, answer: readonly Draft[], isWhole: boolean): Comparison {
  const now = itemsOf(answer);
  const keys = new Set(keysOf(now));
  const known = newestFirst(content);
  const knownKeys = keysOf(known);
  const before = new Set(knownKeys);
  const last = knownKeys.findLastIndex((key) => keys.has(key));
  const oldest = Math.min(...now.map(timeOf).filter(Number.isFinite));
  const left = new Set<Item>();
  const withdrawn: Item[] = [];
  known.forEach((item, index) => {
    if (keys.has(knownKeys[index])) return;
    const hasLeft = last < 0 ? !(timeOf(item) > oldest) : index > last;
    if (hasLeft && !isWhole) left.add(item);
    else withdrawn.push(item);
  });
  return {
    older: olderOf(content.drafts, left),
    withdrawn,
    isBehind: isBehind(known, knownKeys, now),
    hasNews: [...keys].some((key) => !before.has(key)),
  };
}

/** The items of a source, in its order. Some sources have the oldest first. */
function newestFirst({ drafts, hasOlder }: SourceContent): Item[] {
  const shown = itemsOf(hasOlder ? drafts.slice(0, -1) : drafts);
  return [...(isAscending(shown) ? shown.reverse() : shown), ...(hasOlder ? itemsOf(drafts.slice(-1)) : [])];
}

function isBehind(known: Item[], knownKeys: string[], now: Item[]): boolean {
  const newest = Math.max(...known.map(timeOf));
  const first = Number.isFinite(newest) ? known.findIndex((item) => timeOf(item) === newest) : 0;
  const keys = keysOf(now);
  if (!known.length || keys.includes(knownKeys[first])) return false;
  const before = new Set(knownKeys);
  const isNews = (item: Item, index: number) =>
    timeOf(item) > newest || (!before.has(keys[index]) && !(timeOf(item) < newest));
  return !now.some(isNews);
}

/** By what an item is known again in the next answer. */
function keysOf(items: readonly Item[]): string[] {
  const counts = new Map<string, number>();
  for (const { id } of items) counts.set(id, (counts.get(id) ?? 0) + 1);
  return items.map(({ id, date_published, title }) =>
    counts.get(id) === 1 ? id : JSON.stringify([id, date_published, title]),
  );
}

const timeOf = ({ date_published: date }: Item): number => (date ? Date.parse(date) : -Infinity);

function isAscending(items: readonly Item[]): boolean {
  const times = items.map(timeOf).filter(Number.isFinite);
  const steps = times.slice(1).map((time, index) => Math.sign(time - times[index]));
  return steps.reduce((sum, step) => sum + step, 0) > 0;
}

/** The items that have left the pages of a source, with their contacts, as one draft. */
function olderOf(before: readonly Draft[], left: ReadonlySet<Item>): Draft | undefined {
  const drafts = before.flatMap((draft): Draft[] => {
    const items = draft.items.filter((item) => left.has(item));
    if (!items.length) return [];
    const contacts = contactsOf(items, draft);
    return [{ items, _iom: contacts.length ? { contacts } : {} }];
  });
  if (drafts.length < 2) return drafts[0];
  const { items, _iom } = merge(drafts);
  return { items, _iom: _iom?.contacts ? { contacts: _iom.contacts } : {} };
}

/** Entries that may be missing without anybody wondering. */
const few = 2;

/** Whether so much of a list is gone that it was hardly meant: more than half, and three entries or more. */
export const isMuchLess = (before: number, after: number): boolean => before - after > few && after < before / 2;

/** The list of a source that has shrunk too much to be believed, and how much. */
export function lossOf(
  before: Pick<SourceContent, 'drafts'>,
  after: readonly Draft[],
): { part: string; before: number; after: number } | undefined {
  const [counts, others] = [countsOf(before.drafts), countsOf(after)];
  const part = Object.keys(counts).find((name) => isMuchLess(counts[name], others[name] ?? 0));
  return part === undefined ? undefined : { part, before: counts[part], after: others[part] ?? 0 };
}

function countsOf(drafts: readonly Draft[]): Record<string, number> {
  const items = itemsOf(drafts).length;
  const counts: Record<string, number> = { items };
  for (const { _iom } of drafts) {
    for (const [part, list] of Object.entries(_iom)) {
      // Contacts come and go with the items that name them.
      if (Array.isArray(list) && !(items && part === 'contacts')) counts[part] = (counts[part] ?? 0) + list.length;
    }
  }
  return counts;
}

/** What is otherwise in a feed than in the one before. */
export interface Changes {
  added: number;
  changed: number;
  removed: number;
  /** Whether anything is otherwise, of its parts and its head, too. */
  any: boolean;
}

export function changesBetween(before: Feed | undefined, after: Feed): Changes {
  const old = new Map(before?.items.map((item) => [item.id, JSON.stringify(item)]));
  const changes: Changes = { added: 0, changed: 0, removed: 0, any: JSON.stringify(before) !== JSON.stringify(after) };
  for (const item of after.items) {
    const text = old.get(item.id);
    if (text === undefined) changes.added++;
    else if (text !== JSON.stringify(item)) changes.changed++;
    old.delete(item.id);
  }
  changes.removed = old.size;
  return changes;
}
