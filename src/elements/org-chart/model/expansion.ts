import { ancestorsOf, type Organization } from '../../../feed/parts/unit-tree.js';

/** Which part of an organization is shown, and which of its branches are open: what a visitor changes. */
export class Expansion {
  /** First unit of that part, and the one after the last. */
  readonly range: readonly [from: number, to: number];
  /** Is the branch of a unit open? By unit. */
  readonly open: Uint8Array;
  /** Number of levels that can be shown. */
  readonly deepest: number = 0;
  /** Place of each unit among those below the same one, from 1; and how many there are, by the unit above and one more. */
  #place: Int32Array;
  #below: Int32Array;

  /**
   * @param root `id` of the unit at the top; empty for all.
   * @param depth Number of levels that are shown at all; 0 for all.
   */
  constructor(
    readonly organization: Organization,
    root = '',
    private depth = 0,
  ) {
    const { units, parent, end, level, find } = organization;
    const top = find(root);
    this.range = !root ? [0, units.length] : top < 0 ? [0, 0] : [top, end[top]];
    this.open = new Uint8Array(units.length);
    this.#place = new Int32Array(units.length);
    this.#below = new Int32Array(units.length + 1);
    const [from, to] = this.range;
    let lowest = this.top - 1;
    for (let unit = from; unit < to; unit++) {
      const above = parent[unit] < from ? -1 : parent[unit];
      this.#place[unit] = ++this.#below[above + 1];
      if (level[unit] > lowest) lowest = level[unit];
    }
    this.deepest = Math.min(lowest - this.top + 1, depth || Infinity);
  }

  /** Level of the units at the top. */
  get top() {
    return this.organization.level[this.range[0]] ?? 0;
  }

  /** Number of levels that are open throughout. */
  get levels() {
    const { level, end } = this.organization;
    const { range, open, top } = this;
    let levels = this.deepest;
    for (let unit = range[0]; unit < range[1]; unit++) {
      if (!open[unit] && end[unit] > unit + 1) levels = Math.min(levels, level[unit] - top + 1);
    }
    return levels;
  }

  /** Has a unit others below it that may be shown? */
  has(unit: number): boolean {
    const { end, level } = this.organization;
    return end[unit] > unit + 1 && (!this.depth || level[unit] - this.top + 1 < this.depth);
  }

  /** Is a unit of the part that is shown not too deep? */
  isShown(unit: number): boolean {
    return !this.depth || this.organization.level[unit] - this.top < this.depth;
  }

  /** Number of units on the next level below one. */
  countBelow(unit: number): number {
    return this.#below[unit + 1];
  }

  /** Place of a unit among those on its level below the same one, from 1, and how many they are. */
  placeOf(unit: number): [place: number, count: number] {
    const above = this.organization.parent[unit];
    return [this.#place[unit], this.#below[(above < this.range[0] ? -1 : above) + 1]];
  }

  /** Opens this many levels from the top, and closes the others. */
  openLevels(levels: number): void {
    const { level } = this.organization;
    const { open, range, top } = this;
    for (let unit = range[0]; unit < range[1]; unit++) {
      open[unit] = level[unit] - top + 1 < levels && this.has(unit) ? 1 : 0;
    }
  }

  /** Opens or closes the branch of a unit; with `whole`, everything below it too. */
  toggle(unit: number, open: boolean, whole = false): void {
    const end = whole ? this.organization.end[unit] : unit + 1;
    for (let entry = unit; entry < end; entry++) this.open[entry] = open && this.has(entry) ? 1 : 0;
  }

  /** Opens the way to a unit; false where it is not part of what is shown. */
  reveal(unit: number): boolean {
    const [from, to] = this.range;
    if (unit < from || unit >= to) return false;
    const path = ancestorsOf(this.organization, unit).filter((entry) => entry >= from && entry !== unit);
    if (!path.every((entry) => this.has(entry))) return false;
    for (const entry of path) this.open[entry] = 1;
    return true;
  }

  /** Leaves open what was open before the organization changed, and opens what is new. Gives the units that are. */
  follow(before: Expansion): Set<number> {
    const fresh = new Set<number>();
    this.organization.units.forEach(({ id }, unit) => {
      const old = before.organization.find(id);
      if (old < 0) fresh.add(unit);
      this.open[unit] = (old < 0 || before.open[old]) && this.has(unit) ? 1 : 0;
    });
    return fresh;
  }
}
