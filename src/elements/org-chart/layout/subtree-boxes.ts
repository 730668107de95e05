import type { ChartLayout, LayoutOptions } from './types.js';

/**
 * The room that a unit needs with all that stands beside it or hangs from it, by number: rooms count the units that have
 * one, in their order, from 1; room 0 holds them all.
 */
export interface SubtreeBoxes {
  /** The number of rooms, but for room 0. */
  count: number;
  /** Slot of the unit that a room belongs to; 0 after the last. */
  slot: Int32Array;
  /** The room above; first and last room on the next level below, and the next one beside; 0 where there is none. */
  above: Int32Array;
  first: Int32Array;
  last: Int32Array;
  next: Int32Array;
  /** Level of a room, from 1. */
  level: Int32Array;
  /** How far it reaches across and down. */
  breadth: Float64Array;
  depth: Float64Array;
  /** Where in it the card begins, and how far that reaches across. */
  offset: Float64Array;
  card: Float64Array;
}

/** The rooms of the units that don't hang in that of another, each as large as its card and those beside it. */
export function measureSubtrees(
  drawing: ChartLayout,
  inside: Uint8Array,
  { layout, gaps }: LayoutOptions,
): SubtreeBoxes {
  const { x, y, width, height, assistants } = drawing;
  const across = layout === 'left-to-right';
  const ints = () => new Int32Array(drawing.count + 2);
  const floats = () => new Float64Array(drawing.count + 1);
  const [slotOf, above, first, last, next, level] = [ints(), ints(), ints(), ints(), ints(), ints()];
  const [breadth, depth, offset, card] = [floats(), floats(), floats(), floats()];
  /** Where the next one beside a room's card begins, downwards. */
  const stacked = new Map<number, number>();
  let box = 0;
  for (let slot = 1; slot <= drawing.count; slot++) {
    if (inside[slot]) continue;
    const slotAbove = drawing.above[slot];
    let holder = box;
    while (slotOf[holder] !== slotAbove) holder = above[holder];
    if (assistants[slot]) {
      const begin = stacked.get(holder) ?? 0;
      x[slot] = width[slotAbove] + gaps[0];
      y[slot] = begin;
      stacked.set(holder, begin + height[slot] + gaps[1] / 2);
      breadth[holder] = x[slot] + width[slot];
      depth[holder] = Math.max(depth[holder], begin + height[slot]);
      continue;
    }
    slotOf[++box] = slot;
    above[box] = holder;
    level[box] = level[holder] + 1;
    if (first[holder]) next[last[holder]] = box;
    else first[holder] = box;
    last[holder] = box;
    card[box] = breadth[box] = across ? height[slot] : width[slot];
    depth[box] = across ? width[slot] : height[slot];
  }
  return { count: box, slot: slotOf, above, first, last, next, level, breadth, depth, offset, card };
}
