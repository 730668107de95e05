import { Join, type Drawing, type Forest, type Plan } from './drawing.js';
import { hang } from './hang.js';
import { tidy } from './tidy.js';

/** How a chart is kept from growing too wide. */
export interface Way {
  /** Number of units that hang below each other in a column; `Infinity` hangs none, undefined as many as fit the container. */
  rows?: number;
  /** Branches from this level on hang whole. */
  from?: number;
}

/** The room that each unit needs with its branch, by slot, and who stands in it. */
export interface Rooms {
  /** The first of those on the next level, the one after each of them; without those beside. */
  first: Int32Array;
  next: Int32Array;
  /** Has any of those below more below? */
  branches: Uint8Array;
  /** Is the unit placed inside the room of one above, and whose is it? */
  inside: Uint8Array;
  root: Int32Array;
  /** Room across and down, and where in it the card stands. */
  wide: Float64Array;
  long: Float64Array;
  offset: Float64Array;
}

/** Siblings side by side, or one below the other in a chart from left to right; what would be too wide hangs in columns. */
export function spread(drawing: Drawing, forest: Forest, plan: Plan, way: Way): void {
  const { count, join } = drawing;
  const across = plan.layout === 'left-to-right';
  const rooms = furnish(drawing, plan, across);
  chooseHung(drawing, rooms, forest, across ? { rows: Infinity } : way);
  measure(drawing, rooms, plan, across);
  for (let slot = 0; slot <= count; slot++) {
    if (join[slot] === Join.hung && !rooms.inside[slot]) hang(drawing, slot, rooms, plan, way.rows);
  }
  place(drawing, rooms, plan, across);
  crop(drawing, rooms.inside);
}

/** Who stands beside the unit above, and the lists of all others. */
function furnish(drawing: Drawing, { beside }: Plan, across: boolean): Rooms {
  const { count, unit, above, last } = drawing;
  const length = count + 1;
  const rooms: Rooms = {
    first: new Int32Array(length),
    next: new Int32Array(length),
    branches: new Uint8Array(length),
    inside: new Uint8Array(length),
    root: new Int32Array(length),
    wide: new Float64Array(length),
    long: new Float64Array(length),
    offset: new Float64Array(length),
  };
  const { first, next, branches } = rooms;
  for (let slot = count; slot > 0; slot--) {
    const holder = above[slot];
    if (!across && holder && !last[slot] && beside?.[unit[slot]]) {
      drawing.beside[slot] = 1;
      continue;
    }
    if (!first[holder]) last[holder] = slot;
    next[slot] = first[holder];
    first[holder] = slot;
    if (last[slot]) branches[holder] = 1;
  }
  return rooms;
}

/** Who hangs: whole branches from a level on, and the last units of every other branch. */
function chooseHung(
  drawing: Drawing,
  { first, next, branches, inside }: Rooms,
  { level }: Forest,
  { rows, from }: Way,
) {
  const { count, unit, above, last, join, beside } = drawing;
  for (let slot = 0; slot <= count; slot++) {
    const holder = above[slot];
    if (slot && (inside[holder] || join[holder] === Join.hung)) {
      if (inside[holder]) beside[slot] = 0;
      if (!beside[slot]) inside[slot] = 1;
    }
    if (!first[slot] && !(inside[slot] && last[slot])) continue;
    const isLong = rows !== Infinity && !branches[slot] && next[first[slot]] > 0;
    const hangs = inside[slot] || isLong || (slot > 0 && level[unit[slot]] >= (from ?? Infinity));
    join[slot] = hangs ? Join.hung : Join.spread;
  }
}

/** The room of each card, with those beside it. */
function measure(drawing: Drawing, { wide, long }: Rooms, { gaps }: Plan, across: boolean) {
  const { count, above, x, y, width, height, beside } = drawing;
  const stack = new Float64Array(count + 1);
  for (let slot = 1; slot <= count; slot++) {
    wide[slot] = across ? height[slot] : width[slot];
    long[slot] = across ? width[slot] : height[slot];
    if (!beside[slot]) continue;
    const holder = above[slot];
    x[slot] = width[holder] + gaps[0];
    y[slot] = stack[holder];
    stack[holder] += height[slot] + gaps[1] / 2;
    wide[holder] = width[holder] + gaps[0] + width[slot];
    long[holder] = Math.max(long[holder], stack[holder] - gaps[1] / 2);
  }
}

/** Gives every room its place: on the line of its level, as close to the one before as it can be. */
function place(drawing: Drawing, rooms: Rooms, { gaps }: Plan, across: boolean) {
  const { count, above, join, x, y, width, height, trunk, beside } = drawing;
  const { inside, root, wide, long, offset } = rooms;
  const [between, down] = across ? [gaps[1] / 2, gaps[0] * 2] : gaps;
  const depth = new Int32Array(count + 1);
  const lines: number[] = [0, 0];
  for (let slot = 1; slot <= count; slot++) {
    if (inside[slot] || beside[slot]) continue;
    depth[slot] = depth[above[slot]] + 1;
    const line = depth[slot];
    lines[line + 1] = Math.max(lines[line + 1] ?? 0, join[slot] === Join.spread ? long[slot] : 0);
  }
  for (let line = 2; line < lines.length; line++) lines[line] += lines[line - 1] + down;

  const finish = new Float64Array(count + 1);
  for (let slot = 1; slot <= count; slot++) {
    const line = depth[slot];
    finish[slot] = join[slot] === Join.spread ? lines[line + 1] : lines[line] + long[slot] + down;
  }
  const { first, next } = rooms;
  const middle = (slot: number) => offset[slot] + (across ? height[slot] : width[slot]) / 2;
  const start = tidy({ count, first, last: drawing.last, next, join, wide, finish, middle, between });

  x[0] = offset[0];
  for (let slot = 1; slot <= count; slot++) {
    const holder = above[slot];
    if (beside[slot]) {
      x[slot] += x[holder];
      y[slot] += y[holder];
    } else if (inside[slot]) {
      // Placed by hang, from the corner of the room of the unit it hangs from.
      const corner = x[root[slot]] - offset[root[slot]];
      x[slot] += corner;
      y[slot] += y[root[slot]];
      trunk[slot] += corner;
    } else {
      const [along, line] = [start[slot] + offset[slot], lines[depth[slot]]];
      x[slot] = across ? line : along;
      y[slot] = across ? along : line;
    }
  }
}

/** Makes the drawing begin at its upper left corner. */
function crop(drawing: Drawing, inside: Uint8Array) {
  const { count, x, y, width, height, trunk } = drawing;
  let [left, top, right, bottom] = [Infinity, Infinity, 0, 0];
  for (let slot = 1; slot <= count; slot++) {
    left = Math.min(left, x[slot], inside[slot] ? trunk[slot] : Infinity);
    top = Math.min(top, y[slot]);
    right = Math.max(right, x[slot] + width[slot]);
    bottom = Math.max(bottom, y[slot] + height[slot]);
  }
  for (let slot = 1; slot <= count; slot++) {
    x[slot] -= left;
    y[slot] -= top;
    trunk[slot] -= left;
  }
  drawing.size = count ? [right - left, bottom - top] : [0, 0];
}
