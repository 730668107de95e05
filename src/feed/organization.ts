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
  /** Position of the unit with an `id`, -1 where there is none. */
  find: (id: string) => number;
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

const isClean = (value: unknown) => typeof value === 'string' && value !== '' && value.trim() === value;

/** Most units of a large organization hold just these, and hold them well. */
const isSound = (value: unknown): value is Unit => {
  for (const key in value as Unit) if (key !== 'id' && key !== 'name' && key !== 'parent') return false;
  const { id, name, parent = '-' } = (value ?? {}) as Partial<Unit>;
  return isClean(id) && isClean(name) && isClean(parent) && !/[<&\t\n\r\u202a-\u202e\u2066-\u2069]/.test(name!);
};

/** A unit is shown by the best name it has. */
const unit: Read<Unit> = (value, at) => {
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

/** The units as they stand in the feed, each with an `id` of its own, and where each `id` stands. */
interface Units {
  units: readonly Unit[];
  places: ReadonlyMap<string, number>;
}

function readUnits(value: unknown, at: Place): Units {
  const { problems } = at;
  const units: Unit[] = [];
  const places = new Map<string, number>();
  const add = (found: Unit) => places.set(found.id, units.push(found) - 1);
  const entries = Array.isArray(value) ? (value as unknown[]) : [];
  if (value !== undefined && !Array.isArray(value)) problems.push(`${at.path}: ${typeof value} (not a list)`);
  // Each asked for once: of a hundred thousand units most of the time goes into their ids.
  const allSound = entries.every((entry, index) => isSound(entry) && places.set(entry.id, index));
  if (allSound && places.size === entries.length) return { units: entries as Unit[], places };
  places.clear();
  entries.forEach((entry, index) => {
    const found = isSound(entry) ? entry : unit(entry, { ...at, path: `${at.path}[${index}]` });
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

/** Puts the units into pre-order, without recursion: some are thousands deep. */
function arrange({ units, places }: Units, problems: string[]): Organization {
  const count = units.length;
  const say = (index: number, why: string) =>
    problems.push(`_iom.organization: ${units[index].id}.parent: ${units[index].parent} (${why})`);

  const above = new Int32Array(count).fill(-1);
  let inOrder = true;
  let passes = [false];
  units.forEach(({ id, parent, kind, reports_to }, index) => {
    if (parent) {
      above[index] = places.get(parent) ?? -1;
      if (above[index] < 0) say(index, 'there is no such unit');
    }
    if (above[index] >= index) inOrder = false;
    if (kind === 'assistant') passes = [false, true];
    reports_to?.forEach(({ unit: other }) => {
      if (!places.has(other)) problems.push(`_iom.organization: ${id}.reports_to: ${other} (there is no such unit)`);
    });
  });
  // Where each unit stands after the one above it, as in most feeds, there are none.
  if (!inOrder) cutCircles(above, (index) => say(index, 'in a circle'));

  // Children in the order of the feed, assistants before the others.
  const first = new Int32Array(count + 1).fill(-1);
  const next = new Int32Array(count).fill(-1);
  for (const assistants of passes) {
    for (let index = count - 1; index >= 0; index--) {
      if ((units[index].kind === 'assistant') !== assistants) continue;
      const slot = above[index] + 1;
      next[index] = first[slot];
      first[slot] = index;
    }
  }

  const sorted = new Array<Unit>(count);
  const parent = new Int32Array(count);
  const end = new Int32Array(count);
  const level = new Int32Array(count);
  const position = new Int32Array(count);
  let filled = 0;
  let index = first[0];
  while (index >= 0) {
    const holder = above[index] < 0 ? -1 : position[above[index]];
    sorted[filled] = units[index];
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
  const find = (id: string) => position[places.get(id) ?? -1] ?? -1;
  return { units: sorted, parent, end, level, find, problems };
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
  for (let each = index; each >= 0; each = parent[each]) way.push(each);
  return way.reverse();
}

/** From one unit up to the one that both stand below, and down to the other; empty where there is none. */
export function wayBetween(organization: Organization, from: number, to: number): number[] {
  const up = wayTo(organization, from);
  const down = wayTo(organization, to);
  let shared = 0;
  while (shared < up.length && up[shared] === down[shared]) shared++;
  return shared ? [...up.slice(shared - 1).reverse(), ...down.slice(shared)] : [];
}
