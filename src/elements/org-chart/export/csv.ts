import type { Organization } from '../../../feed/parts/unit-tree.js';
import type { Expansion } from '../model/expansion.js';

const head = ['id', 'name', 'parent', 'parent_name', 'level', 'kind', 'head', 'state', 'reports_to', 'url'];

/**
 * All units as a table (RFC 4180), open or not, with a byte order mark for spreadsheets. What a spreadsheet would take for
 * a formula gets an apostrophe before it.
 */
export function toCsv({ organization, range }: Expansion): string {
  const rows = [head];
  for (let index = range[0]; index < range[1]; index++) rows.push(rowOf(organization, index));
  return `\ufeff${rows.map((row) => row.join(',')).join('\r\n')}\r\n`;
}

function rowOf({ units, parent, level }: Organization, index: number): string[] {
  const { id, name, kind, head, state, reports_to: also = [], url } = units[index];
  const above = units[parent[index]] as { id: string; name: string } | undefined;
  const reportsTo = also.map(({ unit }) => unit).join(' ');
  return [id, name, above?.id, above?.name, level[index] + 1, kind, head, state, reportsTo, url].map(cell);
}

function cell(value: string | number = ''): string {
  const text = `${value}`.replace(/^[=+\-@\t\r]/, "'$&");
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
