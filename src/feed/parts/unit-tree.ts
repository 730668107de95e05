import type { ReportingLine, Unit } from '../schema/model.generated.js';
import { memoizeParser } from '../parse/memoize-parser.js';
import { toHttpUrl } from '../../html/http-url.js';
import { line } from '../parse/parse-strict.js';

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
}

/** The units as they stand in the feed, each with an `id` of its own, and where each `id` stands. */
export interface Units {
  units: readonly Unit[];
  places: ReadonlyMap<string, number>;
}

const isClean = (value: unknown) => typeof value === 'string' && value !== '' && value.trim() === value;
const matches = (form: RegExp) => (value: unknown) => typeof value === 'string' && form.test(value);

/** What the other fields of a unit look like that can be shown as they are. */
const strictUnit = new Map(
  Object.entries<(value: unknown) => boolean>({
    contact: isClean,
    head: matches(line),
    summary: matches(line),
    url: isClean,
    image: isClean,
    kind: matches(/^(unit|office|post|assistant)$/),
    state: matches(/^(vacant|not-disclosed|eliminated|shared)$/),
    reports_to: (value) =>
      Array.isArray(value) &&
      value.every((entry: unknown) => {
        const { unit, line = 'solid' } = Object(entry) as ReportingLine;
        return isClean(unit) && (line === 'solid' || line === 'dotted');
      }),
  }),
);

const isStrict = (value: unknown): value is Unit => {
  const unit = Object(value) as Unit;
  // Most units of a large organization hold just these: of a hundred thousand most of the time goes into them.
  const { id, name, parent = '-' } = unit;
  if (!isClean(id) || !isClean(name) || !isClean(parent) || /[<&\t\n\r\u202a-\u202e\u2066-\u2069]/.test(name))
    return false;
  for (const key in unit) {
    if (key === 'id' || key === 'name' || key === 'parent') continue;
    const field: unknown = unit[key as keyof Unit];
    if (field !== undefined && !strictUnit.get(key)?.(field)) return false;
  }
  return true;
};

/**
 * The units of a feed, read once per feed, where they are as they should be: then they are taken as they are. The others
 * go through parse-units.ts, which is loaded for them.
 *
 * @returns Undefined for units that are not as they should be.
 */
export const parseStrictOrganization = memoizeParser(
  ({ _iom }, { baseUrl, site, problems }): Organization | undefined => {
    const { organization = [] } = Object(_iom) as { organization?: unknown };
    const places = new Map<string, number>();
    const units: Unit[] = [];
    const isTaken =
      Array.isArray(organization) &&
      organization.every((entry: unknown, index) => {
        if (!isStrict(entry)) return false;
        const { url, image } = entry;
        const page = url && toHttpUrl(url, site());
        const picture = image && toHttpUrl(image, baseUrl);
        return (
          !page === !url &&
          !picture === !image &&
          places.set(entry.id, index) &&
          // Most have an absolute address, or none: those are not copied.
          units.push(page === url && picture === image ? entry : { ...entry, url: page, image: picture })
        );
      });
    return isTaken && places.size === units.length ? toPreorder({ units, places }, problems) : undefined;
  },
);

/**
 * Puts units into pre-order, without recursion: some are thousands deep. Units in a circle or below one that does not exist
 * are shown all the same; what was repaired counts as a problem, too.
 *
 * @param problems Those of the parse under way: each unit that had to be put elsewhere adds a line.
 */
export function toPreorder({ units, places }: Units, problems: string[]): Organization {
  const count = units.length;
  const report = (index: number, why: string) =>
    problems.push(`_iom.organization: ${units[index].id}.parent: ${units[index].parent} (${why})`);

  const above = new Int32Array(count).fill(-1);
  let inOrder = true;
  let passes = [false];
  units.forEach(({ id, parent, kind, reports_to }, index) => {
    if (parent) {
      above[index] = places.get(parent) ?? -1;
      if (above[index] < 0) report(index, 'no such unit');
    }
    if (above[index] >= index) inOrder = false;
    if (kind === 'assistant') passes = [false, true];
    reports_to?.forEach(({ unit: other }) => {
      if (!places.has(other)) problems.push(`_iom.organization: ${id}.reports_to: ${other} (no such unit)`);
    });
  });
  // Where each unit stands after the one above it, as in most feeds, there are none.
  if (!inOrder) cutCircles(above, (index) => report(index, 'cycle'));

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
  return { units: sorted, parent, end, level, find };
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
      for (let entry = above[index]; entry !== index; entry = above[entry]) earliest = Math.min(earliest, entry);
      above[earliest] = -1;
      cut(earliest);
    }
  }
}

/** The units above one, from the top down to the one itself. */
export function ancestorsOf({ parent }: Organization, index: number): number[] {
  const path: number[] = [];
  for (let entry = index; entry >= 0; entry = parent[entry]) path.push(entry);
  return path.reverse();
}

/** From one unit up to the one that both stand below, and down to the other; empty where there is none. */
export function pathBetween(organization: Organization, from: number, to: number): number[] {
  const up = ancestorsOf(organization, from);
  const down = ancestorsOf(organization, to);
  let shared = 0;
  while (shared < up.length && up[shared] === down[shared]) shared++;
  return shared ? [...up.slice(shared - 1).reverse(), ...down.slice(shared)] : [];
}
