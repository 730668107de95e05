import type { Diagnostic, Severity } from '../diagnostics.js';
import type { Page, Path } from './page.js';

/** What a finding is about, for machines: these names stay. */
export type Rule =
  | 'json'
  | 'encoding'
  | 'size'
  | 'schema'
  | 'unknown-field'
  | 'repeated-id'
  | 'dead-reference'
  | 'language'
  | 'date'
  | 'embargo'
  | 'html'
  | 'link'
  | 'picture';

/** Something in a feed that is to be looked at. */
export interface Finding extends Diagnostic {
  rule: Rule;
  /** Where it is in the feed, such as `items[3]._iom.images[0].alt`. */
  path: string;
}

/** What there is to say about a value. */
export interface Remark {
  severity: Severity;
  rule: Rule;
  what: string;
  /** What to do. */
  fix: string;
  /** Where in the value, when that is a text: UTF-16 units from its beginning. */
  inside?: number;
}

/** Takes what there is to say about the value at a path. */
export type Tell = (path: Path, remark: Remark) => void;

/** A finding on a page. */
export const findingOn = (page: Page, path: Path, { inside, ...remark }: Remark): Finding => ({
  file: page.name,
  ...page.placeOf(path, inside),
  path: pathText(path),
  ...remark,
});

/** A path as widgets write it in the console. */
export const pathText = (path: Path): string =>
  path.reduce<string>((text, step) => `${text}${typeof step === 'number' ? `[${step}]` : `${text && '.'}${step}`}`, '');

/** By place in the file. */
export const byPlace = (one: Diagnostic, other: Diagnostic): number =>
  (one.line ?? 0) - (other.line ?? 0) || (one.column ?? 0) - (other.column ?? 0);

/** Findings of one kind that are printed, unless all are asked for. */
export const shownOfKind = 10;

/** What several findings of one kind differ in: what they quote, and numbers. */
const kindOf = ({ severity, rule, what }: Finding): string =>
  `${severity} ${rule} ${what.replace(/“[^”]*”|\([^)]*\)|\d+/g, '')}`;

/** The first findings of each kind, and of the kinds that have more: the first, and how many are left out. */
export function shorten(findings: readonly Finding[]): { shown: Finding[]; more: { first: Finding; count: number }[] } {
  const kinds = new Map<string, Finding[]>();
  const shown = findings.filter((finding) => {
    const kind = kindOf(finding);
    const list = kinds.get(kind) ?? [];
    kinds.set(kind, list);
    return list.push(finding) <= shownOfKind;
  });
  const more = [...kinds.values()].filter(({ length }) => length > shownOfKind);
  return { shown, more: more.map((list) => ({ first: list[0], count: list.length - shownOfKind })) };
}
