/** A cell of a table. */
export interface TableCell {
  /** What it shows, without blanks around it; empty only where there is a problem. */
  text: string;
  /** Of a cell that holds a number. */
  number?: number;
  /** Where it leads to. */
  link?: string;
  /** Why there is nothing to read in it, and what to do. */
  problem?: readonly [what: string, fix: string];
}

/** A row with something in it. */
export interface TableRow {
  /** By the numbers of their columns, from 0. */
  cells: Map<number, TableCell>;
  /** Where it is; counted from 1. */
  line?: number;
  /** Whether an empty row is before it. */
  isApart?: boolean;
  /** Whether one cell goes over its columns, as a title does. */
  isTitle?: boolean;
}

/** A table of a file. */
export interface Table {
  /** Of its sheet; that of the file where there are none. */
  name: string;
  rows: TableRow[];
  /** Where a cell is, in words; empty for a table that lines are enough for. */
  placeOf: (row: TableRow, column: number, heading?: string) => string;
}
