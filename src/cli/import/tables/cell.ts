import type { Severity } from '../../diagnostics.js';

/** A value of a table or of a file of records, as text, and where to say that it could not be read. */
export interface Cell {
  text: string;
  /** Of a cell that holds a number: what it shows may be rounded. */
  number?: number;
  /** Where it leads to. */
  link?: string;
  /** File and line, or sheet and cell. */
  where: string;
  /** @param fix What became of it, and what to do. */
  report: (severity: Severity, what: string, fix: string) => void;
}

/** The cells of a row, or the values of a record, by the fields that they are for. */
export class Fields {
  readonly #cells = new Map<string, Cell[]>();

  add(field: string, cell: Cell): void {
    this.#cells.set(field, [...this.all(field), cell]);
  }

  all(field: string): readonly Cell[] {
    return this.#cells.get(field) ?? [];
  }

  cell(field: string): Cell | undefined {
    return this.all(field)[0];
  }

  /** Plain text on one line. */
  text(field: string): string | undefined {
    return this.cell(field)?.text.replace(/\s+/g, ' ').trim() || undefined;
  }

  /** Any cell that is filled in. */
  get first(): Cell | undefined {
    return [...this.#cells.values()][0]?.[0];
  }

  get isEmpty(): boolean {
    return !this.#cells.size;
  }
}

/** An entry of the feed, with what it was made of. */
export interface Entry<T> {
  value: T;
  fields: Fields;
}
