import { excerpt } from '../../diagnostics.js';
import { writtenIds, type Draft, type WrittenId } from '../draft.js';

/** The lists whose entries may have an `id` that somebody wrote. */
const listsOf = ({ items, _iom: { contacts = [], organization = [], offices = [], figures = [] } }: Draft) => [
  items,
  contacts,
  organization,
  offices,
  figures,
];

/** Tells, as an error, of each `id` that was written twice in tables or the heads of files, with both places. */
export function checkWrittenIds(drafts: readonly Draft[]): void {
  const known: Map<string, WrittenId>[] = [];
  for (const draft of drafts) {
    for (const [index, list] of listsOf(draft).entries()) {
      const ids = (known[index] ??= new Map<string, WrittenId>());
      for (const entry of list) {
        const written = writtenIds.get(entry);
        const first = ids.get(entry.id);
        if (written && first)
          written.report(`the id ${excerpt(entry.id)} is also in ${first.where}`, 'give each its own');
        else if (written) ids.set(entry.id, written);
      }
    }
  }
}
