import type { CellValue } from 'exceljs';
import { format as formatNumber, isDateFormat } from 'numfmt';
import type { TableCell } from './table.js';

const unsolved = [
  'its formula has no result',
  'it was left out; open the file, save it once, and import it again',
] as const;

/**
 * What a cell of a workbook shows: numbers as their format has them, without grouping, so that telephones and codes keep their
 * zeros and their +; dates as ISO 8601. Formulas are never calculated: their last result counts.
 *
 * @param numFmt Number format of Excel, such as `00000`.
 * @returns Undefined for an empty cell.
 */
export function cellText(value: CellValue, numFmt = 'General'): TableCell | undefined {
  if (value === null || value === undefined) return undefined;
  if (typeof value === 'string') return value.trim() ? { text: value.trim() } : undefined;
  if (typeof value === 'number') return { text: numberText(value, numFmt), number: value };
  if (typeof value === 'boolean') return { text: String(value) };
  if (value instanceof Date) return { text: dateText(value, numFmt) };
  if ('richText' in value) return cellText(value.richText.map(({ text }) => text).join(''));
  if ('error' in value)
    return { text: '', problem: [`its formula results in ${value.error}`, 'it was left out; correct the formula'] };
  if ('hyperlink' in value) {
    // The text of a link may be rich text, whatever the types say.
    const shown = cellText(value.text) ?? { text: value.hyperlink };
    return { ...shown, link: value.hyperlink };
  }
  if ('formula' in value || 'sharedFormula' in value) {
    const { result } = value;
    if (result === undefined || result === null) return { text: '', problem: unsolved };
    const [, link] = /^HYPERLINK\("([^"]+)"/i.exec(('formula' in value && value.formula) || '') ?? [];
    const shown = cellText(result, numFmt);
    return shown && { ...shown, ...(link && { link }) };
  }
  return { text: '', problem: ['it holds what is neither text nor number', 'it was left out'] };
}

/** A number to 15 digits, which is what spreadsheets keep; more are leftovers of binary fractions. */
const plain = (value: number) => {
  const text = String(Number(value.toPrecision(15)));
  return /e/.test(text) ? value.toLocaleString('en', { useGrouping: false, maximumFractionDigits: 20 }) : text;
};

function numberText(value: number, numFmt: string): string {
  if (/^(?:General|@|0|#|0+\.0*#*)$/i.test(numFmt) && !/^0{2,}/.test(numFmt)) return plain(value);
  // Decimals and groups are for the eye; signs before and behind, leading zeros and gaps are part of what it says.
  const format = numFmt.replace(/\[(?!\$)[^\]]*\]/g, '').split(';')[value < 0 ? 1 : 0] ?? numFmt;
  if (/^[#0,.]*$/.test(format) && !/^0{2,}$/.test(format)) return plain(value);
  if (/[eE][+-]|\?\//.test(format)) return plain(value);
  try {
    const whole = numFmt.replace(/#,##0|#\\? ##0|#,#/g, '0').replace(/0\.[0#?]+/g, '0.##########');
    return formatNumber(whole, value)
      .trim()
      .replace(/\.(?=\D|$)/, '');
  } catch {
    return plain(value);
  }
}

/** As much of a date as its format shows: a year, a month, a day, a time. */
function dateText(value: Date, numFmt: string): string {
  // Fractions of a day are never exact.
  const moment = new Date(Math.round(value.getTime() / 1000) * 1000);
  if (Number.isNaN(moment.getTime())) return '';
  const iso = moment.toISOString();
  const bare = numFmt.replace(/"[^"]*"|\\.|\[[^\]]*\]/g, '').toLowerCase();
  const hasTime = /h|s/.test(bare);
  if (hasTime && (!/[yd]/.test(bare) || iso < '1900-01-01')) return iso.slice(11, 16);
  if (/d/.test(bare) || !isDateFormat(numFmt)) return iso.slice(0, hasTime ? 16 : 10);
  return iso.slice(0, /m/.test(bare) ? 7 : 4);
}
