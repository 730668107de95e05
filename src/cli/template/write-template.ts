import type { Workbook } from 'exceljs';
import Papa from 'papaparse';
import type { TableKind } from '../import/lexicon/columns.js';
import type { Language } from '../import/lexicon/shared-columns.js';
import { headingsOf, nameOfKind } from '../import/lexicon/headings.js';
import { exampleOf, hasDecimalComma } from './examples.js';

const rowsOf = (kind: TableKind, language: Language) => {
  const headings = headingsOf(kind, language);
  const example = exampleOf(kind, language);
  return [headings.map(([, heading]) => heading), headings.map(([field]) => example[field] ?? '')];
};

/** A table with separators; its byte order mark tells Excel that it is UTF-8. */
export function csvTemplate(kind: TableKind, language: Language): Uint8Array {
  const delimiter = hasDecimalComma(language) ? ';' : ',';
  return Buffer.from(`\uFEFF${Papa.unparse(rowsOf(kind, language), { delimiter })}\r\n`);
}

/** A workbook whose cells are text, so that telephones keep their + and their zeros. */
export async function workbookTemplate(kind: TableKind, language: Language): Promise<Uint8Array> {
  const { default: Excel } = await import('exceljs');
  const workbook: Workbook = new Excel.Workbook();
  const sheet = workbook.addWorksheet(nameOfKind(kind, language), {
    views: [{ state: 'frozen', ySplit: 1, rightToLeft: language === 'ar' }],
  });
  const [headings, example] = rowsOf(kind, language);
  sheet.columns = headings.map((heading, index) => ({
    width: Math.max(heading.length, example[index].length, 10) + 2,
    style: { numFmt: '@' },
  }));
  sheet.addRow(headings).font = { bold: true };
  sheet.addRow(example);
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}
