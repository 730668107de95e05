import { excerpt } from '../diagnostics.js';
import { pathText, type Tell } from './findings.js';
import { fieldsOf, isExcerpt, textsIn, type Entry, type Page, type Path } from './page.js';

/** A page with what tells of it. */
export interface PageReport {
  page: Page;
  report: Tell;
}

const identified = ['contacts', 'organization', 'figures', 'offices', 'sections'];

/**
 * What leads to something that isn't there, and what has the `id` of something else.
 *
 * @param pages All of a feed, the newest first.
 * @param isWhole Whether older items may lie on pages that are not at hand.
 */
export function checkReferences(pages: readonly PageReport[], isWhole: boolean): void {
  const items = new Set<unknown>();
  const contacts = new Set<unknown>();
  const seen = new Map<unknown, string>();
  for (const { page, report } of pages) {
    for (const { value } of page.list('_iom', 'contacts')) contacts.add(value.id);
    // A light list leads on to the feed, which has its items again.
    const whole = page.list('items').filter(({ value }) => !isExcerpt(value));
    checkIds(whole, seen, page, report);
    for (const list of identified) checkIds(page.list('_iom', list), new Map(), page, report);
    for (const { value } of page.list('items')) items.add(value.id);
  }
  for (const { page, report } of pages) {
    const toContact = (id: unknown, path: Path) => {
      if (typeof id === 'string' && !contacts.has(id)) {
        report(
          path,
          dead(`no contact has the id ${excerpt(id)}`, 'correct the id, or add the contact to _iom.contacts'),
        );
      }
    };
    for (const { value, path } of page.list('items')) {
      const { contacts: named, related } = fieldsOf(value._iom);
      for (const [index, id] of textsIn(named)) toContact(id, [...path, '_iom', 'contacts', index]);
      for (const [index, id] of textsIn(related)) {
        if (!isWhole || items.has(id)) continue;
        const fix = 'correct the id, or remove it';
        report([...path, '_iom', 'related', index], {
          ...dead(`no item has the id ${excerpt(id)}`, fix),
          severity: 'warning',
        });
      }
    }
    const units = page.list('_iom', 'organization');
    for (const { value, path } of units) toContact(value.contact, [...path, 'contact']);
    checkUnits(units, report);
  }
}

const dead = (what: string, fix: string) => ({ severity: 'error', rule: 'dead-reference', what, fix }) as const;

function checkIds(entries: readonly Entry[], seen: Map<unknown, string>, page: Page, report: Tell): void {
  for (const { value, path } of entries) {
    if (typeof value.id !== 'string') continue;
    const index = [...path, 'id'];
    const duplicate = seen.get(value.id);
    if (duplicate) {
      report(index, {
        severity: 'error',
        rule: 'repeated-id',
        what: `the id ${excerpt(value.id)} is also used by ${duplicate}`,
        fix: 'give each its own; if both are the same, remove one',
      });
    } else seen.set(value.id, `${pathText(path)} (${page.name}:${page.placeOf(index).line})`);
  }
}

/** Every unit stands below one that is there, and none below itself. */
function checkUnits(units: readonly Entry[], report: Tell): void {
  const parents = new Map(units.map(({ value }) => [value.id, value.parent]));
  const toUnit = (id: unknown, path: Path) => {
    if (typeof id !== 'string' || parents.has(id)) return;
    report(path, dead(`no unit has the id ${excerpt(id)}`, 'correct the id, or add the unit'));
  };
  /** Each loop is told of once. */
  const inLoop = new Set<unknown>();
  for (const { value, path } of units) {
    toUnit(value.parent, [...path, 'parent']);
    if (Array.isArray(value.reports_to)) {
      value.reports_to.forEach((line: unknown, index) =>
        toUnit(fieldsOf(line).unit, [...path, 'reports_to', index, 'unit']),
      );
    }
    const above = new Set<unknown>([value.id]);
    let at = value.parent;
    for (; at !== undefined && !above.has(at); at = parents.get(at)) above.add(at);
    if (at === undefined || at !== value.id || inLoop.has(value.id)) continue;
    for (const id of above) inLoop.add(id);
    const what = `the unit is below itself: ${[...above, value.id].join(' → ')}`;
    report([...path, 'parent'], { ...dead(what, 'give one of them another parent, or none'), severity: 'error' });
  }
}
