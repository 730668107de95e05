import { basename } from 'node:path';
import Papa from 'papaparse';
import type { Draft, ImportOptions } from '../draft.js';
import type { Source } from '../source.js';
import { findHeadings } from '../tables/headings.js';
import { parseTables } from '../tables/parse-tables.js';
import type { Table, TableRow } from '../tables/table.js';

const delimiters = [';', '\t', ',', '|'];

/** Reads a table whose cells are parted by a sign, as spreadsheets save it. */
export function parseCsv(source: Source, options: ImportOptions): Draft {
  const { name, notes } = source;
  const text = source.text.replace(/^\uFEFF/, '');
  // Excel writes the sign into a line before the table, and reads it from there.
  const [sepLine = '', sign] = /^sep=(.)[^\n]*(?:\n|$)/i.exec(text) ?? [];
  const body = text.slice(sepLine.length);
  const offset = sepLine ? 1 : 0;
  const title = basename(name.replace(/[?#].*/, '')).replace(/\.\w+$/, '');
  const delimiter = sign ?? delimiterOf(body, title);
  const rows = rowsOf(body, delimiter, offset, (line) =>
    notes.add(
      'warning',
      line,
      'a quotation mark opens here that is not closed',
      'what follows was read as one cell; close it',
    ),
  );
  const table: Table = {
    name: title,
    rows,
    placeOf: (_row, _column, heading) => (heading ? `column “${heading.replace(/\s+/g, ' ')}”` : ''),
  };
  return parseTables([table], notes, options);
}

/** The sign with which most headings are known; in their row, since numbers hold commas, too. */
function delimiterOf(text: string, name: string): string {
  const scores = delimiters.map((delimiter) => {
    const rows = rowsOf(text, delimiter, 0, () => {}, 20);
    const headings = findHeadings({ name, rows });
    return { delimiter, known: headings?.fields.size ?? 0, cells: Math.max(0, ...rows.map(({ cells }) => cells.size)) };
  });
  const [best] = scores.sort((one, other) => other.known - one.known || other.cells - one.cells);
  return best.delimiter;
}

/**
 * The rows that hold something, with the lines in which they start. Nothing is made a number: telephones begin with zeros.
 *
 * @param tellOpen Called with the line of a quotation mark that is not closed.
 * @param limit How many rows to read; all without one.
 */
function rowsOf(
  text: string,
  delimiter: string,
  offset: number,
  tellOpen: (line: number) => void,
  limit = 0,
): TableRow[] {
  const rows: TableRow[] = [];
  let [start, line, isApart] = [0, 1 + offset, false];
  Papa.parse<string[]>(text, {
    delimiter,
    preview: limit,
    step: ({ data, errors, meta }) => {
      const cells = new Map(
        data.flatMap((value, column) => (value.trim() ? [[column, { text: value.trim() }] as const] : [])),
      );
      if (errors.some(({ code }) => code === 'MissingQuotes')) tellOpen(line);
      if (cells.size) rows.push({ cells, line, isApart });
      isApart = !cells.size;
      line += text.slice(start, meta.cursor).split('\n').length - 1;
      start = meta.cursor;
    },
  });
  return rows;
}
