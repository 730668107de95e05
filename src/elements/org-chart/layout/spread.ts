import { Join, type Drawing, type Forest, type Plan } from './drawing.js';
import { hang } from './hang.js';
import { furnish, type Rooms } from './rooms.js';
import { tidy } from './tidy.js';

/** How a chart is kept from growing too wide. */
export interface Way {
  /** Number of units that hang below each other in a column; `Infinity` hangs none, undefined as many as fit the container. */
  rows?: number;
  /** Branches from this level on hang whole. */
  from?: number;
}

/** Siblings side by side, or one below the other in a chart from left to right; what would be too wide hangs in columns. */
export function spread(drawing: Drawing, forest: Forest, plan: Plan, way: Way): void {
  const across = plan.layout === 'left-to-right';
  const inside = chooseHung(drawing, forest, plan, across ? { rows: Infinity } : way);
  const rooms = furnish(drawing, inside, plan);
  for (let room = 0; room <= rooms.count; room++) {
    if (drawing.join[rooms.slot[room]] === Join.hung) hang(drawing, rooms, room, inside, plan, way.rows);
  }
  place(drawing, rooms, plan);
}

/**
 * Chooses who stands beside the unit above, and which branches hang: whole ones from a level on, and the last units of
 * every other branch. Tells which units have no room of their own because they hang in that of another.
 */
function chooseHung(drawing: Drawing, { level }: Forest, plan: Plan, { rows, from = Infinity }: Way): Uint8Array {
  const { count, unit, above, last, join, beside } = drawing;
  const assistants = plan.layout === 'chart' ? plan.beside : undefined;
  const inside = new Uint8Array(count + 1);
  /** How many are below, one or more; and whether any of them has more below. */
  const below = new Uint8Array(count + 1);
  const branches = new Uint8Array(count + 1);
  for (let slot = count; slot; slot--) {
    const holder = above[slot];
    if (assistants?.[unit[slot]] && holder && !last[slot]) beside[slot] = 1;
    else if (below[holder] < 2) below[holder]++;
    if (last[slot] && !beside[slot]) branches[holder] = 1;
  }
  for (let slot = 0; slot <= count; slot++) {
    const holder = above[slot];
    if (slot && join[holder] === Join.hung) {
      // In a hung branch there is no room beside anybody.
      if (inside[holder]) beside[slot] = 0;
      if (!beside[slot]) inside[slot] = 1;
    }
    if (!last[slot] || !(below[slot] || inside[slot])) continue;
    const isLong = rows !== Infinity && !branches[slot] && below[slot] > 1;
    const hangs = inside[slot] || isLong || (slot && level[unit[slot]] >= from);
    join[slot] = hangs ? Join.hung : Join.spread;
  }
  return inside;
}

/** Gives every room its place, on the line of its level and as close to the one before as it can be; and all in it theirs. */
function place(drawing: Drawing, rooms: Rooms, { layout, gaps }: Plan) {
  const { count, above, join, x, y, trunk, beside } = drawing;
  const { slot: slotOf, wide, long, offset, line } = rooms;
  const across = layout === 'left-to-right';
  const [between, down] = across ? [gaps[1] / 2, gaps[0] * 2] : gaps;

  // Where each level begins: below the longest of those above that have anybody below them.
  const lines: number[] = [0, 0];
  for (let room = 1; room <= rooms.count; room++) {
    const next = line[room] + 1;
    lines[next] = Math.max(lines[next] ?? 0, join[slotOf[room]] === Join.spread ? long[room] : 0);
  }
  for (let index = 2; index < lines.length; index++) lines[index] += lines[index - 1] + down;

  const finish = new Float64Array(rooms.count + 1);
  for (let room = 1; room <= rooms.count; room++) {
    const isSpread = join[slotOf[room]] === Join.spread;
    finish[room] = isSpread ? lines[line[room] + 1] : lines[line[room]] + long[room] + down;
  }
  const start = tidy(rooms, finish, between, (room) => join[slotOf[room]] === Join.spread);
  let [begin, end, bottom] = [Infinity, 0, 0];
  for (let room = join[0] === Join.hung ? 0 : 1; room <= rooms.count; room++) {
    begin = Math.min(begin, start[room]);
    end = Math.max(end, start[room] + wide[room]);
    bottom = Math.max(bottom, lines[line[room]] + long[room]);
  }

  let room = 0;
  let corner = start[0] - begin;
  let top = 0;
  for (let slot = 1; slot <= count; slot++) {
    if (slotOf[room + 1] === slot) {
      room++;
      corner = start[room] - begin;
      top = lines[line[room]];
      x[slot] = across ? top : corner + offset[room];
      y[slot] = across ? corner + offset[room] : top;
    } else if (beside[slot]) {
      x[slot] += x[above[slot]];
      y[slot] += y[above[slot]];
    } else {
      x[slot] += corner;
      y[slot] += top;
      trunk[slot] += corner;
    }
  }
  drawing.size = count ? (across ? [bottom, end - begin] : [end - begin, bottom]) : [0, 0];
}
