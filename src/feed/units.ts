import type { ReportingLine, Unit } from './model.js';
import { once } from './once.js';
import { arrange, readSoundOrganization, type Organization, type Units } from './organization.js';
import type { Reading } from './read.js';
import { file, link, list, oneOf, plain, shape, text, type Place, type Read } from './values.js';

const line = shape<ReportingLine>({ unit: text, line: oneOf('dotted', 'solid') });

const fields = shape<Unit>({
  id: text,
  name: plain,
  parent: text,
  kind: oneOf('unit', 'office', 'post', 'assistant'),
  head: plain,
  summary: plain,
  url: link,
  image: file,
  contact: text,
  state: oneOf('vacant', 'not-disclosed', 'eliminated', 'shared'),
  reports_to: list((value, at) => {
    const found = line(typeof value === 'object' ? value : { unit: value }, at);
    return found?.unit ? found : undefined;
  }),
});

/** A unit is shown by the best name it has. */
const unit: Read<Unit> = (value, at) => {
  const found = fields(value, at);
  const name = found?.name ?? found?.head ?? found?.id;
  return found && name ? { ...found, id: found.id ?? name, name } : undefined;
};

/**
 * Reads the units of any feed, once per feed. Units in a circle, below one that does not exist, or with the `id` of another
 * are shown all the same; what was mended counts as a problem, too.
 */
export const readOrganization = (reading: Reading): Organization => readSoundOrganization(reading) ?? mend(reading);

const mend = once(({ _iom }, at) => {
  const { organization } = Object(_iom) as { organization?: unknown };
  return arrange(readUnits(organization, { ...at, path: '_iom.organization' }), at.problems);
});

function readUnits(value: unknown, at: Place): Units {
  const { problems } = at;
  const units: Unit[] = [];
  const places = new Map<string, number>();
  const add = (found: Unit) => places.set(found.id, units.push(found) - 1);
  const entries = Array.isArray(value) ? (value as unknown[]) : [];
  if (!Array.isArray(value)) problems.push(`${at.path}: ${typeof value} (not a list)`);
  entries.forEach((entry, index) => {
    const found = unit(entry, { ...at, path: `${at.path}[${index}]` });
    if (!found) {
      problems.push(`${at.path}[${index}]: {} (nothing to show)`);
      return;
    }
    const { id } = found;
    const twin = units[places.get(id) ?? -1] as Unit | undefined;
    if (!twin) {
      add(found);
      return;
    }
    problems.push(`${at.path}[${index}].id: ${id} (there twice)`);
    if (JSON.stringify(twin) !== JSON.stringify(found)) add({ ...found, id: `${id}#${index}` });
  });
  return { units, places };
}
