import type { Contact, Unit } from '../../../feed/schema/model.generated.js';
import { normalizeForSearch } from '../../../i18n/search-text.js';
import { excerpt } from '../../diagnostics.js';
import { referrers, type Draft } from '../draft.js';

/** Ids by what people write for an entry: the `id` itself, its name, its e-mail address. */
type Ids = Map<string, string>;

function idsOf(entries: readonly (Contact | Unit)[]): Ids {
  const ids: Ids = new Map();
  const add = (key: string | undefined, id: string) => {
    const folded = key && normalizeForSearch(key);
    if (folded && !ids.has(folded)) ids.set(folded, id);
  };
  for (const { id } of entries) add(id, id);
  for (const entry of entries) {
    add(entry.name, entry.id);
    if ('email' in entry) add(entry.email, entry.id);
  }
  return ids;
}

/**
 * Lets entries of tables and heads of files refer to contacts and units by `id`: people write names, and what they name may be
 * in another file. What is nowhere is told and left out, and so is what would put a unit below itself.
 */
export function linkReferences(drafts: readonly Draft[]): void {
  const contactsOf = ({ _iom: { contacts = [] } }: Draft) => contacts;
  const unitsOf = ({ _iom: { organization = [] } }: Draft) => organization;
  const all = { contact: idsOf(drafts.flatMap(contactsOf)), unit: idsOf(drafts.flatMap(unitsOf)) };
  const parents = new Map<string, string>();
  for (const draft of drafts) {
    const own = { contact: idsOf(contactsOf(draft)), unit: idsOf(unitsOf(draft)) };
    /** The `id`s of what an entry refers to; nothing for what isn't there. */
    const resolve = (entry: object, written: string | undefined, kind: 'contact' | 'unit'): string[] => {
      const report = referrers.get(entry);
      if (written === undefined || !report) return written === undefined ? [] : [written];
      const name = normalizeForSearch(written);
      const id = own[kind].get(name) ?? all[kind].get(name);
      if (id === undefined)
        report(
          kind,
          `no ${kind} is called ${excerpt(written)}`,
          `it was left out; correct the name, or add the ${kind}`,
        );
      return id === undefined ? [] : [id];
    };
    for (const unit of unitsOf(draft)) linkUnit(unit, resolve, parents);
    for (const item of draft.items) {
      if (item._iom?.contacts)
        item._iom.contacts = [...new Set(item._iom.contacts.flatMap((name) => resolve(item, name, 'contact')))];
    }
  }
}

function linkUnit(
  unit: Unit,
  resolve: (entry: object, written: string | undefined, kind: 'contact' | 'unit') => string[],
  parents: Map<string, string>,
): void {
  const report = referrers.get(unit);
  const { parent, contact, reports_to: lines } = unit;
  if (!report) return;
  for (const field of ['parent', 'contact', 'reports_to'] as const) delete unit[field];
  const [above] = resolve(unit, parent, 'unit');
  if (above !== undefined && isBelow(above, unit.id, parents)) {
    report('unit', `${excerpt(unit.name)} would be below itself`, 'it was put at the top; correct the unit above it');
  } else if (above !== undefined) {
    unit.parent = above;
    parents.set(unit.id, above);
  }
  const [person] = resolve(unit, contact, 'contact');
  if (person !== undefined) unit.contact = person;
  const units = (lines ?? []).flatMap((line) => resolve(unit, line.unit, 'unit').map((id) => ({ ...line, unit: id })));
  if (units.length) unit.reports_to = units;
}

/** Whether a unit is, or is somewhere below, another. */
function isBelow(id: string, above: string, parents: ReadonlyMap<string, string>): boolean {
  for (let next: string | undefined = id; next !== undefined; next = parents.get(next)) if (next === above) return true;
  return false;
}
