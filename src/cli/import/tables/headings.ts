import { tableKinds, type TableKind } from '../lexicon/columns.js';
import { fieldCalled, kindCalled } from '../lexicon/headings.js';
import type { Table, TableRow } from './table.js';

/** Rows among which the headings are looked for: titles and remarks may be above them. */
const searched = 20;

/** Fields that several columns may have: `Phone 1`, `Phone 2`. */
const repeatable = new Set([
  'phone',
  'mobile',
  'duty',
  'fax',
  'topics',
  'countries',
  'languages',
  'hours',
  'accounts',
  'address',
  'reports_to',
]);

/** A field without which a row is nothing. */
const required: Record<TableKind, string[]> = {
  contacts: ['name', 'family', 'role', 'email'],
  offices: ['name'],
  units: ['name'],
  figures: ['label', 'value'],
};

/** What the columns of a table are. */
export interface Headings {
  kind: TableKind;
  /** The row that they are in, by its index. */
  row: number;
  /** Fields by the numbers of their columns. */
  fields: Map<number, string>;
  /** Headings by the numbers of their columns, those that are not known included. */
  names: Map<number, string>;
}

function matchRow(row: TableRow, kind: TableKind): Map<number, string> {
  const fields = new Map<number, string>();
  const taken = new Set<string>();
  for (const [column, { text }] of row.cells) {
    const field = fieldCalled(text, kind);
    if (!field || (taken.has(field) && !repeatable.has(field))) continue;
    taken.add(field);
    fields.set(column, field);
  }
  return fields;
}

/**
 * Finds the row with the headings, and what the table lists: its name says it, else the kind that knows most of the headings.
 *
 * @param kind What it lists, where that is known.
 * @returns Undefined where no row looks like headings.
 */
export function findHeadings(
  { name, rows }: Pick<Table, 'name' | 'rows'>,
  kind = kindCalled(name),
): Headings | undefined {
  let best: (Headings & { score: number }) | undefined;
  for (const [index, row] of rows.slice(0, searched).entries()) {
    if (row.isTitle) continue;
    for (const candidate of tableKinds) {
      const fields = matchRow(row, candidate);
      const isNamed = candidate === kind;
      const isComplete = [...fields.values()].some((field) => required[candidate].includes(field));
      // A single word is a heading only where it is alone, and what it heads is known.
      if (!isComplete || fields.size < (isNamed && row.cells.size === 1 ? 1 : 2)) continue;
      // The name of a sheet decides among kinds that nearly all of the headings fit.
      const score = fields.size + (isNamed ? 2.5 : 0) - row.cells.size / 1000;
      if (best && best.score >= score) continue;
      const names = new Map([...row.cells].map(([column, { text }]) => [column, text]));
      best = { kind: candidate, row: index, fields, names, score };
    }
  }
  return best;
}
