import { step, type ChartLayout, type LayoutOptions } from './types.js';
import type { SubtreeBoxes } from './subtree-boxes.js';

/** The units that hang in one room: from one slot to before another, with the height of all. */
interface StackedBranch {
  top: number;
  from: number;
  to: number;
  number: number;
  height: number;
  /** Where the first begins, downwards. */
  start: number;
}

/** Places the units that hang in a room, from its corner, and makes it as large as they need it. */
export function stack(
  layout: ChartLayout,
  boxes: SubtreeBoxes,
  box: number,
  inside: Uint8Array,
  options: LayoutOptions,
  rows: number | undefined,
): void {
  const { count, above, height, assistants } = layout;
  const { breadth, depth, offset } = boxes;
  const top = boxes.slot[box];
  const gap = options.gaps[1] / 2;
  const start = depth[box] ? depth[box] + options.gaps[1] : 0;
  const hung = { top, from: top + 1, to: top + 1, number: 0, height: 0, start };
  let isFlat = true;
  for (let slot = hung.from; slot <= count && (inside[slot] || (assistants[slot] && above[slot] === top)); slot++) {
    hung.to = slot + 1;
    if (assistants[slot]) continue;
    hung.number++;
    hung.height += height[slot] + gap;
    if (above[slot] !== top) isFlat = false;
  }
  const [width, end, shift] = isFlat ? stackBranch(layout, hung, options, rows) : indent(layout, hung, options);
  offset[box] = shift;
  breadth[box] = Math.max(breadth[box] + shift, width);
  depth[box] = end - gap;
}

/** One below the other, each level further in. Gives the width, where it ends, and where the unit at the top begins. */
function indent(
  layout: ChartLayout,
  { top, from, to, start }: StackedBranch,
  options: LayoutOptions,
): [number, number, number] {
  const { above, x, y, height, stemX, assistants } = layout;
  let widest = 0;
  let bottom = start;
  for (let slot = from; slot < to; slot++) {
    if (assistants[slot]) continue;
    x[slot] = (above[slot] === top ? 0 : x[above[slot]]) + step;
    stemX[slot] = x[slot] - step / 2;
    y[slot] = bottom;
    bottom += height[slot] + options.gaps[1] / 2;
    widest = Math.max(widest, x[slot] + options.width);
  }
  return [widest, bottom, 0];
}

/** In columns, with so many rows or as many as give the block the proportions of the container. */
function stackBranch(
  { x, y, width, height, stemX, assistants }: ChartLayout,
  hung: StackedBranch,
  { width: card, gaps, container }: LayoutOptions,
  rows: number | undefined,
): [number, number, number] {
  const { top, number, start } = hung;
  const column = card + step + gaps[0];
  const fitting = Math.sqrt((number * column * container[1]) / container[0] / (hung.height / number));
  const columns = Math.ceil(number / (rows ?? Math.max(6, Math.ceil(fitting))));
  const entry = Math.ceil(number / columns);
  let index = 0;
  let bottom = start;
  let lowest = start;
  for (let slot = hung.from; slot < hung.to; slot++) {
    if (assistants[slot]) continue;
    if (index % entry === 0) bottom = start;
    x[slot] = Math.floor(index / entry) * column + step;
    stemX[slot] = x[slot] - step / 2;
    y[slot] = bottom;
    bottom += height[slot] + gaps[1] / 2;
    lowest = Math.max(lowest, bottom);
    index++;
  }
  const block = columns * column - gaps[0];
  return [block, lowest, columns > 1 ? Math.max(0, (block - width[top]) / 2) : 0];
}
