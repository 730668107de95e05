import type { ReportingLine, Unit } from './model.js';
import { link, list, once, oneOf, plain, shape, text, type Place, type Read } from './values.js';

/**
 * The units of a feed as a forest. They stand in pre-order: a unit, then its assistants and everything below them, then
 * everything else below it. So all below unit `i` is the stretch from `i + 1` to `end[i]`.
 */
export interface Organization {
  units: readonly Unit[];
  /** Position of the unit above, -1 at the top. */
  parent: Int32Array;
  /** Position after the last unit below. */
  end: Int32Array;
  /** 0 at the top. */
  level: Int32Array;
  /** One line for each value that could not be read and each unit that had to be put elsewhere. */
  problems: readonly string[];
}

const line = shape<ReportingLine>({ unit: text, line: oneOf('dotted', 'solid') });

const fields = shape<Unit>({
  id: text,
  name: plain,
  parent: text,
  kind: oneOf('unit', 'office', 'post', 'assistant'),
  head: plain,
  summary: plain,
  url: link,
  image: link,
  contact: text,
  state: oneOf('vacant', 'not-disclosed', 'eliminated', 'shared'),
  reports_to: list((value, at) => {
    const found = line(typeof value === 'object' ? value : { unit: value }, at);
    return found?.unit ? found : undefined;
  }),
});

const clean = /^\S([^<&\t\n\r]*\S)?$/;

/** Most units of a large organization hold just these, and hold them well. */
const isSound = (value: unknown): value is Unit => {
  for (const key in value as Unit) {
    const entry: unknown = (value as Unit)[key as keyof Unit];
    if (key !== 'id' && key !== 'name' && key !== 'parent') return false;
    if (typeof entry !== 'string' || !clean.test(entry)) return false;
  }
  return !!(value as Unit | null)?.id && !!(value as Unit).name;
};

/** A unit is shown by the best name it has. */
const unit: Read<Unit> = (value, at) => {
  if (isSound(value)) return value;
  const found = fields(value, at);
  const name = found?.name ?? found?.head ?? found?.id;
  return found && name ? { ...found, id: found.id ?? name, name } : undefined;
};

/**
 * Reads the units of a feed, once per feed. Units in a circle, below one that does not exist, or with the `id` of another
 * are shown all the same; what was mended counts as a problem, too.
 */
export const readOrganization = once(({ _iom }, at): Organization => {
  const { organization } = (_iom ?? {}) as { organization?: unknown };
  return arrange(readUnits(organization, { ...at, path: '_iom.organization' }), at.problems);
});

/** By `id`, which each has for itself. */
function readUnits(value: unknown, at: Place): Map<string, Unit> {
  const { problems } = at;
  const byId = new Map<string, Unit>();
  if (value === undefined) return byId;
  const units = Array.isArray(value) ? (value as unknown[]) : [];
  if (!Array.isArray(value)) problems.push(`${at.path}: ${typeof value} (not a list)`);
  units.forEach((entry, index) => {
    const path = `${at.path}[${index}]`;
    const found = unit(entry, isSound(entry) ? at : { ...at, path });
    if (!found) {
      problems.push(`${path}: {} (nothing to show)`);
      return;
    }
    const { id } = found;
    const twin = byId.get(id);
    if (!twin) {
      byId.set(id, found);
      return;
    }
    problems.push(`${path}.id: ${id} (there twice)`);
    if (JSON.stringify(twin) !== JSON.stringify(found)) byId.set(`${id}#${index}`, { ...found, id: `${id}#${index}` });
  });
  return byId;
}

/** Puts the units into pre-order, without recursion: some are thousands deep. */
function arrange(byId: Map<string, Unit>, problems: string[]): Organization {
  const units = [...byId.values()];
  const count = units.length;
  const places = new Map(units.map(({ id }, index) => [id, index]));
  const say = (index: number, why: string) =>
    problems.push(`_iom.organization: ${units[index].id}.parent: ${units[index].parent} (${why})`);

  const above = new Int32Array(count).fill(-1);
  units.forEach(({ parent }, index) => {
    if (!parent) return;
    above[index] = places.get(parent) ?? -1;
    if (above[index] < 0) say(index, 'there is no such unit');
  });
  for (const { id, reports_to = [] } of units) {
    for (const { unit: other } of reports_to) {
      if (!places.has(other)) problems.push(`_iom.organization: ${id}.reports_to: ${other} (there is no such unit)`);
    }
  }
  cutCircles(above, (index) => say(index, 'in a circle'));

  // Children in the order of the feed, assistants before the others.
  const first = new Int32Array(count + 1).fill(-1);
  const next = new Int32Array(count).fill(-1);
  for (const assistants of [false, true]) {
    for (let index = count - 1; index >= 0; index--) {
      if ((units[index].kind === 'assistant') !== assistants) continue;
      const slot = above[index] + 1;
      next[index] = first[slot];
      first[slot] = index;
    }
  }

  const order = new Int32Array(count);
  const parent = new Int32Array(count);
  const end = new Int32Array(count);
  const level = new Int32Array(count);
  const position = new Int32Array(count);
  let filled = 0;
  let index = first[0];
  while (index >= 0) {
    const holder = above[index] < 0 ? -1 : position[above[index]];
    order[filled] = index;
    parent[filled] = holder;
    level[filled] = holder < 0 ? 0 : level[holder] + 1;
    position[index] = filled++;
    if (first[index + 1] >= 0) {
      index = first[index + 1];
      continue;
    }
    for (; index >= 0; index = above[index]) {
      end[position[index]] = filled;
      if (next[index] >= 0) break;
    }
    if (index >= 0) index = next[index];
  }
  return { units: Array.from(order, (from) => units[from]), parent, end, level, problems };
}

/** Takes the unit of each circle that the feed names first to the top. */
function cutCircles(above: Int32Array, cut: (index: number) => void) {
  const walk = new Int32Array(above.length);
  for (let start = 0; start < above.length; start++) {
    let index = start;
    while (index >= 0 && !walk[index]) {
      walk[index] = start + 1;
      index = above[index];
    }
    if (index >= 0 && walk[index] === start + 1) {
      let earliest = index;
      for (let each = above[index]; each !== index; each = above[each]) earliest = Math.min(earliest, each);
      above[earliest] = -1;
      cut(earliest);
    }
  }
}

/** The units above one, from the top down to the one itself. */
export function wayTo({ parent }: Organization, index: number): number[] {
  const way: number[] = [];
  for (let each = index; each >= 0; each = parent[each]) way.unshift(each);
  return way;
}

/** From one unit up to the one that both stand below, and down to the other; empty where there is none. */
export function wayBetween(organization: Organization, from: number, to: number): number[] {
  const up = wayTo(organization, from);
  const down = wayTo(organization, to);
  let shared = 0;
  while (shared < up.length && up[shared] === down[shared]) shared++;
  return shared ? [...up.slice(shared - 1).reverse(), ...down.slice(shared)] : [];
}
