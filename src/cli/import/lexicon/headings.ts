import { normalizeForSearch } from '../../../i18n/search-text.js';
import { columns, kindNames, tableKinds, type TableKind } from './columns.js';
import { languages, type Language, type Names } from './shared-columns.js';

/** A heading as it is compared: without case, accents, punctuation, and numbers as in `Phone 2` or `Phone_1`. */
export const normalizeHeading = (text: string): string =>
  normalizeForSearch(text)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .replace(/[\d ]+$/, '')
    .trim();

const split = (names: Names) => names.flatMap((name) => name.split('|')).map(normalizeHeading);

/** Fields of each kind by their headings, those of the feed's own schema included. */
const fields = Object.fromEntries(
  tableKinds.map((table) => {
    const known = new Map<string, string>();
    const add = (heading: string, field: string) => {
      if (!known.has(heading)) known.set(heading, field);
    };
    for (const [field, names] of Object.entries<Names>(columns[table])) {
      add(normalizeHeading(field), field);
      for (const heading of split(names)) add(heading, field);
    }
    return [table, known];
  }),
) as Record<TableKind, Map<string, string>>;

/**
 * The field that a heading stands for. `Nom / Name` is in two languages, `Téléphone (bureau)` has a remark.
 *
 * @returns Undefined where the heading is not known.
 */
export function fieldCalled(heading: string, table: TableKind): string | undefined {
  const known = fields[table];
  const whole =
    known.get(normalizeHeading(heading)) ?? known.get(normalizeHeading(heading.replace(/[(（].*?[)）]/g, '')));
  if (whole) return whole;
  const parts = heading.split(/[/|\n]/);
  const [first, ...others] = parts.map((part) => known.get(normalizeHeading(part)));
  return others.length && others.every((field) => field === first) ? first : undefined;
}

const kinds = tableKinds.flatMap((table) => split(kindNames[table]).map((name) => [name, table] as const));

/** The kind that the name of a file or a sheet tells, such as `Bureaux 2026`. */
export function kindCalled(name: string): TableKind | undefined {
  const words = ` ${normalizeHeading(name)} `;
  const isHan = (text: string) => /\p{Script=Han}/u.test(text);
  return kinds.find(([known]) => words.includes(isHan(known) ? known : ` ${known} `))?.[1];
}

/** The name of a kind of table in a language. */
export const nameOfKind = (table: TableKind, language: Language): string =>
  kindNames[table][languages.indexOf(language)].split('|')[0];

/** The fields of a kind with their headings in a language, in order. */
export const headingsOf = (table: TableKind, language: Language): [field: string, heading: string][] =>
  Object.entries<Names>(columns[table]).map(([field, names]) => [
    field,
    names[languages.indexOf(language)].split('|')[0],
  ]);
