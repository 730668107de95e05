import type { Contact, Figure, Office, Unit } from '../../../feed/schema/model.generated.js';
import { excerpt, formatPlace, type Diagnostics } from '../../diagnostics.js';
import { withoutControls } from '../clean/clean.js';
import { referrers, writtenIds, type Draft, type ImportOptions } from '../draft.js';
import { tableKinds, type TableKind } from '../lexicon/columns.js';
import { isExampleName } from '../../template/examples.js';
import { slug } from '../slug.js';
import { Fields, type Cell, type Entry as EntryOf } from './cell.js';
import { contactOf, officeOf, unitOf, type TableContext } from './entries.js';
import { figureOf } from './figures.js';
import { findHeadings, type Headings } from './headings.js';
import type { Table, TableCell, TableRow } from './table.js';

type Entry<T = Contact | Office | Unit | Figure> = EntryOf<T>;

/** What rows and records are made into, by what they list. */
const makers: Record<TableKind, (fields: Fields, context: TableContext) => Entry['value'] | undefined> = {
  contacts: contactOf,
  offices: officeOf,
  units: unitOf,
  figures: figureOf,
};

/** The entries of several tables or files, put together into one draft. */
export class Entries {
  readonly #all: Record<TableKind, Entry[]> = { contacts: [], offices: [], units: [], figures: [] };

  constructor(readonly context: TableContext) {}

  /** @returns Whether an entry was made of it. */
  add(kind: TableKind, fields: Fields): boolean {
    const value = makers[kind](fields, this.context);
    if (!value) return false;
    this.#all[kind].push({ value, fields });
    return true;
  }

  get isEmpty(): boolean {
    return tableKinds.every((kind) => !this.#all[kind].length);
  }

  toDraft(): Draft {
    for (const kind of tableKinds) keepApart(this.#all[kind]);
    const { contacts, offices, units, figures } = this.#all as {
      contacts: Entry<Contact>[];
      offices: Entry<Office>[];
      units: Entry<Unit>[];
      figures: Entry<Figure>[];
    };
    for (const { value, fields } of units) {
      const [unit, contact] = [fields.cell('parent') ?? fields.cell('reports_to'), fields.cell('contact')];
      referrers.set(value, (kind, what, fix) => (kind === 'unit' ? unit : contact)?.report('warning', what, fix));
    }
    const valuesOf = <T>(entries: Entry<T>[]) => entries.map(({ value }) => value);
    const { language } = this.context;
    return {
      ...(language && { language }),
      items: [],
      _iom: {
        ...(contacts.length > 0 && { contacts: valuesOf(contacts) }),
        ...(units.length > 0 && { organization: valuesOf(units) }),
        ...(figures.length > 0 && { figures: valuesOf(figures) }),
        ...(offices.length > 0 && { offices: valuesOf(offices) }),
      },
    };
  }
}

/** Entries with one name get an `id` each: by their city, else by numbers. What somebody wrote stays, to be checked. */
function keepApart(entries: Entry[]): void {
  const taken = new Set<string>();
  for (const { value, fields } of entries) {
    const written = fields.cell('id');
    if (written) {
      writtenIds.set(value, { where: written.where, report: (what, fix) => written.report('error', what, fix) });
      taken.add(value.id);
    }
  }
  for (const { value, fields } of entries) {
    if (fields.cell('id')) continue;
    const city = 'city' in value && value.city ? `${value.id}-${slug(value.city)}` : undefined;
    if (taken.has(value.id) && city && !taken.has(city)) value.id = city;
    const { id } = value;
    for (let count = 2; taken.has(value.id); count++) value.id = `${id}-${count}`;
    taken.add(value.id);
  }
}

/** Reads tables whose first row says what their columns are. What could not be read is told. */
export function parseTables(tables: readonly Table[], notes: Diagnostics, options: ImportOptions): Draft {
  const { base, country, lang: language } = options;
  const entries = new Entries({ base, country, language });
  for (const table of tables) {
    if (!table.rows.length) continue;
    const headings = findHeadings(table);
    if (headings) readRows(table, headings, entries, notes);
    else tellNoHeadings(table, notes, tables.length > 1);
  }
  if (entries.isEmpty && !notes.all.some(({ severity }) => severity === 'error'))
    notes.add('error', undefined, 'there is nothing in it that can be imported', howTo);
  return entries.toDraft();
}

const howTo =
  'its first row has to name the columns; iom-feed template offices (or contacts, units, figures) writes an example';

function tellNoHeadings({ rows: [row], placeOf }: Table, notes: Diagnostics, isOneOfSeveral: boolean): void {
  const [column] = row.cells.keys();
  const what = 'there are no headings of contacts, offices, units or figures';
  const fix = isOneOfSeveral ? `the sheet was left out; ${howTo}` : howTo;
  notes.add(isOneOfSeveral ? 'warning' : 'error', row.line, what, fix, placeOf(row, column));
}

function readRows(table: Table, headings: Headings, entries: Entries, notes: Diagnostics): void {
  const { rows, placeOf } = table;
  const { fields, names, kind, row: first } = headings;
  const reportCell = (row: TableRow, column: number, severity: 'hint' | 'warning', what: string, fix: string) =>
    notes.add(severity, row.line, what, fix, placeOf(row, column, names.get(column)));
  if (first > 0) {
    const [column, { text }] = [...rows[0].cells][0];
    notes.add(
      'hint',
      rows[0].line,
      `${excerpt(text)} is above the headings`,
      'it was left out',
      placeOf(rows[0], column),
    );
  }
  const unknown = new Map<number, { row: TableRow; count: number }>();
  for (const row of rows.slice(first + 1)) {
    const [[column, { text }]] = row.cells;
    const isLoose = row.cells.size === 1 && names.size > 2 && row.isApart;
    if (row.isTitle || isLoose) {
      const what = row.isTitle
        ? 'goes over several columns, as a title does'
        : 'is alone in its row, after an empty one';
      reportCell(row, column, row.isTitle ? 'hint' : 'warning', `${excerpt(text)} ${what}`, 'it was left out');
      continue;
    }
    const values = new Fields();
    for (const [index, cell] of row.cells) {
      const field = fields.get(index);
      if (cell.problem) reportCell(row, index, 'warning', ...cell.problem);
      else if (field) values.add(field, cellFor(cell, row.line, placeOf(row, index, names.get(index)), notes));
      else unknown.set(index, { row: unknown.get(index)?.row ?? row, count: (unknown.get(index)?.count ?? 0) + 1 });
    }
    const name = values.cell('name') ?? values.cell('label');
    if (rows.length > first + 2 && isExampleName(name?.text))
      name!.report(
        'warning',
        `${excerpt(name!.text)} is the example of the template`,
        'it was left out; delete the row',
      );
    else if (!values.isEmpty) entries.add(kind, values);
  }
  tellUnknown(table, headings, unknown, notes);
}

const cellFor = (
  { text, number, link }: TableCell,
  line: number | undefined,
  place: string,
  notes: Diagnostics,
): Cell => ({
  text: withoutControls(text),
  ...(number !== undefined && { number }),
  ...(link && { link }),
  where: formatPlace({ file: notes.file, line, place }),
  report: (severity, what, fix) => notes.add(severity, line, what, fix, place),
});

/** Columns that stand for nothing in the feed are told once, all together. */
function tellUnknown(
  { placeOf, rows }: Table,
  { names, row, kind }: Headings,
  unknown: ReadonlyMap<number, { row: TableRow; count: number }>,
  notes: Diagnostics,
): void {
  const named = [...unknown.keys()].filter((column) => names.has(column)).sort((one, other) => one - other);
  const fix = `left out; iom-feed template ${kind} writes the headings that are known`;
  if (named.length) {
    const list = named.map((column) => excerpt(names.get(column)!)).join(', ');
    const what = named.length === 1 ? `the column ${list} is not known` : `the columns ${list} are not known`;
    notes.add(
      'warning',
      rows[row].line,
      what,
      `${named.length === 1 ? 'it was' : 'they were'} ${fix}`,
      placeOf(rows[row], named[0]),
    );
  }
  for (const [column, { row: place, count }] of unknown) {
    if (names.has(column)) continue;
    const what =
      count === 1 ? 'this cell has no heading above it' : `this and ${count - 1} more cells have no heading above them`;
    notes.add('warning', place.line, what, `${count === 1 ? 'it was' : 'they were'} ${fix}`, placeOf(place, column));
  }
}
