import type { Workbook, Worksheet } from 'exceljs';
import type { Diagnostics } from '../../diagnostics.js';
import type { Draft, ImportOptions } from '../draft.js';
import type { Source } from '../source.js';
import { cellText } from '../tables/cell-text.js';
import { normalizeWorkbook } from '../tables/normalize-workbook.js';
import { parseTables } from '../tables/parse-tables.js';
import type { Table, TableCell, TableRow } from '../tables/table.js';

/** Reads the sheets of a workbook (.xlsx). What is hidden was not meant for readers: it is left out, and told. */
export async function parseWorkbook({ bytes, notes }: Source, options: ImportOptions): Promise<Draft> {
  // 22 MB with what it needs: nothing else loads it.
  const { default: Excel } = await import('exceljs');
  const workbook: Workbook = new Excel.Workbook();
  await workbook.xlsx.load(normalizeWorkbook(bytes!) as unknown as Parameters<Workbook['xlsx']['load']>[0]);
  const tables = workbook.worksheets.flatMap((sheet) => {
    if (sheet.state === 'visible' || !sheet.state) return tableOf(sheet, notes);
    if (sheet.actualRowCount)
      notes.add('warning', undefined, 'it is hidden', 'it was left out; show the sheet if it is meant', placeIn(sheet));
    return [];
  });
  return parseTables(tables, notes, options);
}

const placeIn = ({ name }: Worksheet, cell?: string) => [`sheet “${name}”`, cell].filter(Boolean).join(', ');

function tableOf(sheet: Worksheet, notes: Diagnostics): Table {
  const rows: TableRow[] = [];
  const numbers = new Map<TableRow, number>();
  const hidden = { rows: [] as string[], columns: new Set<number>() };
  let last = 0;
  sheet.eachRow((row, number) => {
    const cells = new Map<number, TableCell>();
    let span = 1;
    row.eachCell((cell, column) => {
      // What goes over several cells is in the first of a row, and again in each row.
      const isContinued = cell.isMerged && Number(cell.master.col) < column;
      if (isContinued && cell.master.row === cell.row) span++;
      const content = isContinued ? undefined : cellText(cell.value, cell.numFmt);
      if (!content) return;
      if (sheet.getColumn(column).hidden) hidden.columns.add(column);
      else cells.set(column - 1, content);
    });
    if (!cells.size) return;
    if (row.hidden) {
      hidden.rows.push(String(number));
      return;
    }
    const entry: TableRow = { cells, isApart: number > last + 1, isTitle: span > 2 && cells.size === 1 };
    last = number;
    numbers.set(entry, number);
    rows.push(entry);
  });
  const fix = 'left out; show what is meant, and import it again';
  if (hidden.rows.length) {
    const what =
      hidden.rows.length === 1 ? `row ${hidden.rows[0]} is hidden` : `rows ${shortList(hidden.rows)} are hidden`;
    notes.add(
      'warning',
      undefined,
      what,
      hidden.rows.length === 1 ? `it was ${fix}` : `they were ${fix}`,
      placeIn(sheet),
    );
  }
  if (hidden.columns.size) {
    const names = [...hidden.columns].sort((one, other) => one - other).map(letters);
    const what = names.length === 1 ? `column ${names[0]} is hidden` : `columns ${shortList(names)} are hidden`;
    notes.add('warning', undefined, what, names.length === 1 ? `it was ${fix}` : `they were ${fix}`, placeIn(sheet));
  }
  return {
    name: sheet.name,
    rows,
    placeOf: (row, column) => placeIn(sheet, `${letters(column + 1)}${numbers.get(row) ?? ''}`),
  };
}

const shortList = (all: readonly string[]) =>
  all.length > 8 ? `${all.slice(0, 8).join(', ')} and ${all.length - 8} more` : all.join(', ');

/** The letters of a column, which are counted from 1: C, AA. */
function letters(column: number): string {
  let name = '';
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / 26))
    name = String.fromCharCode(65 + ((rest - 1) % 26)) + name;
  return name;
}
