import { step, type Drawing, type Plan } from './drawing.js';
import type { Rooms } from './spread.js';

/** Places the branch of a unit below it, from the corner of the room that unit gets, and makes the room so large. */
export function hang(drawing: Drawing, top: number, rooms: Rooms, plan: Plan, rows?: number): void {
  const { wide, long, branches } = rooms;
  const start = long[top] ? long[top] + plan.gaps[1] : 0;
  const [width, end] = branches[top]
    ? indent(drawing, top, rooms, plan, start)
    : stack(drawing, top, rooms, plan, start, rows);
  wide[top] = Math.max(wide[top] + rooms.offset[top], width);
  long[top] = end - plan.gaps[1] / 2;
}

/** One below the other, each level further in. Gives the width, and where it ends. */
function indent(drawing: Drawing, top: number, { root }: Rooms, plan: Plan, start: number): [number, number] {
  const { count, above, x, y, width, height, trunk, beside } = drawing;
  const levels = new Map([[top, 0]]);
  let widest = width[top];
  let bottom = start;
  for (let slot = top + 1; slot <= count; slot++) {
    const level = levels.get(above[slot]);
    if (level === undefined) break;
    if (beside[slot]) continue;
    levels.set(slot, level + 1);
    root[slot] = top;
    x[slot] = (level + 1) * step;
    trunk[slot] = x[slot] - step / 2;
    y[slot] = bottom;
    bottom += height[slot] + plan.gaps[1] / 2;
    widest = Math.max(widest, x[slot] + plan.width);
  }
  return [widest, bottom];
}

/** In columns, with so many rows or as many as give the block the proportions of the container. */
function stack(
  drawing: Drawing,
  top: number,
  { first, next, root, offset }: Rooms,
  { width: card, gaps, container }: Plan,
  start: number,
  wanted?: number,
): [number, number] {
  const { x, y, width, height, trunk } = drawing;
  let number = 0;
  let total = 0;
  for (let slot = first[top]; slot; slot = next[slot]) {
    number++;
    total += height[slot] + gaps[1] / 2;
  }
  const column = card + step + gaps[0];
  const fitting = Math.sqrt((number * column * container[1]) / container[0] / (total / number));
  const columns = Math.ceil(number / (wanted ?? Math.max(6, Math.ceil(fitting))));
  const each = Math.ceil(number / columns);
  let index = 0;
  let bottom = start;
  let lowest = start;
  for (let slot = first[top]; slot; slot = next[slot]) {
    if (index % each === 0) bottom = start;
    root[slot] = top;
    x[slot] = Math.floor(index / each) * column + step;
    trunk[slot] = x[slot] - step / 2;
    y[slot] = bottom;
    bottom += height[slot] + gaps[1] / 2;
    lowest = Math.max(lowest, bottom);
    index++;
  }
  const block = columns * column - gaps[0];
  offset[top] = columns > 1 ? Math.max(0, (block - width[top]) / 2) : 0;
  return [block, lowest];
}
