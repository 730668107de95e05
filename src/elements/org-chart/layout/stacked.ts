import { minScale } from './arrangement.js';
import { step, type ChartLayout, type LayoutOptions } from './types.js';
import type { SubtreeBoxes } from './subtree-boxes.js';

/** Fewer units than these share one column. */
const minRows = 9;
/** Where nobody is beside them the columns fill the room, but for columns of fewer units than these. */
const minRowsAlone = 3;

/**
 * Places the units that hang in a room, from its corner, and makes it as large as they need it: one below the other, each
 * level further in. Where many are below the same unit they stand in several columns, each as long as the others while
 * everything is closed.
 */
export function stack(
  { unit, above, x, y, width, height, stemX, assistants }: ChartLayout,
  boxes: SubtreeBoxes,
  box: number,
  inside: Uint8Array,
  { width: card, gaps, container, footed }: LayoutOptions,
): void {
  const { breadth, depth, offset } = boxes;
  const isAlone = !boxes.next[box] && boxes.first[boxes.above[box]] === box;
  const top = boxes.slot[box];
  /** Buttons on the lower edge of a card need room below it. */
  const below = (slot: number) => height[slot] + (footed?.[unit[slot]] ? gaps[1] / 2 : gaps[1] / 4);
  const start = depth[box] ? depth[box] + gaps[1] / 2 : 0;
  const hung: number[] = [];
  let number = 0;
  let total = 0;
  for (let slot = top + 1; inside[slot] || assistants[slot]; slot++) {
    if (assistants[slot]) continue;
    hung.push(slot);
    if (above[slot] !== top) continue;
    number++;
    total += below(slot);
  }
  const column = card + step + gaps[0];
  const proportional = Math.sqrt((number * column * container[1]) / container[0] / (total / number));
  const fitting = Math.ceil(number / Math.max(1, Math.floor(container[0] / minScale / column)));
  const most = isAlone
    ? Math.min(Math.ceil(proportional), Math.max(minRowsAlone, fitting))
    : Math.max(minRows, Math.ceil(proportional));
  const columns = Math.ceil(number / most);
  const rows = Math.ceil(number / columns);

  let index = 0;
  let left = 0;
  let bottom = start;
  let widest = 0;
  let lowest = start;
  for (const slot of hung) {
    const isNext = above[slot] === top;
    if (isNext && index++ % rows === 0 && index > 1) {
      left = widest + gaps[0];
      bottom = start;
    }
    x[slot] = (isNext ? left : x[above[slot]]) + step;
    stemX[slot] = x[slot] - step / 2;
    y[slot] = bottom;
    lowest = Math.max(lowest, bottom + height[slot]);
    bottom += below(slot);
    widest = Math.max(widest, x[slot] + card);
  }
  offset[box] = columns > 1 ? Math.max(0, (widest - width[top]) / 2) : 0;
  breadth[box] = Math.max(breadth[box] + offset[box], widest);
  depth[box] = lowest;
}
