import type { Diagnostics } from '../../diagnostics.js';
import type { Path } from '../../validate/page.js';
import { pathText, type Remark } from '../../validate/findings.js';
import { checkLinks } from '../../validate/links.js';
import { Page } from '../../validate/page.js';
import { checkReferences } from '../../validate/references.js';
import { checkSchema } from '../../validate/schema.js';
import { nextPages, type Draft } from '../draft.js';

/** Rounds until nothing is left to take out: what lacks a value that was wrong goes with the next one. */
const maxRounds = 12;

/**
 * A draft without the values that `validate` calls errors: each is taken out and told, never its neighbours.
 *
 * @param lineOf Where a value stands in the source.
 */
export function withoutErrors(draft: Draft, notes: Diagnostics, lineOf: (path: Path) => number | undefined): Draft {
  for (let round = 0; round < maxRounds; round++) {
    const errors = errorsIn(draft);
    if (!errors.length) break;
    const reported = new Set<string>();
    // From the end, so that numbers before stay right.
    for (const { path, remark } of errors.sort((one, other) => byPath(other.path, one.path))) {
      const name = pathText(path);
      if (reported.has(name) || !take(draft, path)) continue;
      reported.add(name);
      notes.add('warning', lineOf(path), `${name}: ${remark.what}`, 'it was left out');
    }
  }
  draft._iom ??= {};
  return draft;
}

function errorsIn(draft: Draft): { path: Path; remark: Remark }[] {
  const matches: { path: Path; remark: Remark }[] = [];
  // The title and the address of the extension come later.
  const value = {
    ...draft,
    version: 'https://jsonfeed.org/version/1.1',
    title: draft.title ?? '-',
    _iom: { about: '-', ...draft._iom },
  };
  const page = new Page('', '', value);
  const report = (path: Path, remark: Remark) => {
    if (remark.severity === 'error' && remark.rule !== 'repeated-id') matches.push({ path, remark });
  };
  checkSchema(page, report);
  checkLinks(page, report);
  checkReferences([{ page, report }], true);
  return matches;
}

function byPath(one: Path, other: Path): number {
  const at = one.findIndex((step, index) => step !== other[index]);
  if (at < 0 || other[at] === undefined) return one.length - other.length;
  const [first, second] = [one[at], other[at]];
  return typeof first === 'number' && typeof second === 'number' ? first - second : `${first}` < `${second}` ? -1 : 1;
}

/** Takes a value out; where an object lacks something, the object. @returns Whether it was there. */
function take(draft: Draft, path: Path): boolean {
  if (!path.length) return false;
  const key = path.at(-1)!;
  const parent = path
    .slice(0, -1)
    .reduce<unknown>((value, step) => (Object(value) as Record<string | number, unknown>)[step], draft);
  if (!parent || typeof parent !== 'object' || !(key in parent)) return false;
  if (Array.isArray(parent)) parent.splice(Number(key), 1);
  else delete (parent as Record<string | number, unknown>)[key];
  if (path.length === 1 && key === 'next_url') nextPages.delete(draft);
  return true;
}
