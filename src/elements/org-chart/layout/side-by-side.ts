import { Join, type ChartLayout, type Hierarchy, type LayoutOptions } from './types.js';
import { stack } from './stacked.js';
import { measureSubtrees, type SubtreeBoxes } from './subtree-boxes.js';
import { tidy } from './tidy.js';

/** Siblings side by side, or one below the other in a chart from left to right; branches that hang stand in columns. */
export function sideBySide(layout: ChartLayout, hierarchy: Hierarchy, options: LayoutOptions): void {
  const inside = chooseStacked(layout, hierarchy, options);
  const boxes = measureSubtrees(layout, inside, options);
  for (let box = 0; box <= boxes.count; box++) {
    if (layout.join[boxes.slot[box]] === Join.hung) stack(layout, boxes, box, inside, options);
  }
  place(layout, boxes, options);
}

/**
 * Chooses who stands beside the unit above, and which branches hang: whole ones, from a level on. Tells which units have
 * no room of their own because they hang in that of another.
 */
function chooseStacked(layout: ChartLayout, { level }: Hierarchy, options: LayoutOptions): Uint8Array {
  const { count, unit, above, last, join, assistants } = layout;
  const isChart = options.layout === 'chart';
  const inside = new Uint8Array(count + 1);
  /** Is anybody below who is no assistant? */
  const hasBelow = new Uint8Array(count + 1);
  for (let slot = count; slot; slot--) {
    const holder = above[slot];
    if (isChart && options.assistants?.[unit[slot]] && holder && !last[slot]) assistants[slot] = 1;
    else hasBelow[holder] = 1;
  }
  const top = level[options.range[0]] ?? 0;
  for (let slot = 0; slot <= count; slot++) {
    const holder = above[slot];
    if (slot && join[holder] === Join.hung) {
      // In a hung branch there is no room beside anybody.
      if (inside[holder]) assistants[slot] = 0;
      if (!assistants[slot]) inside[slot] = 1;
    }
    if (!last[slot] || !(hasBelow[slot] || inside[slot])) continue;
    const hangs = inside[slot] || (isChart && (slot ? level[unit[slot]] : top - 1) >= options.hangFrom);
    join[slot] = hangs ? Join.hung : Join.spread;
  }
  return inside;
}

/** Gives every room its place, on the line of its level and as close to the one before as it can be; and all in it theirs. */
function place(drawing: ChartLayout, boxes: SubtreeBoxes, { layout, gaps }: LayoutOptions) {
  const { count, above, join, x, y, stemX, assistants } = drawing;
  const { slot: slotOf, breadth, depth, offset, level } = boxes;
  const across = layout === 'left-to-right';
  const [between, down] = across ? [gaps[1] / 2, gaps[0] * 2] : gaps;

  // Where each level begins: below the longest of those above that have anybody below them.
  const lines: number[] = [0, 0];
  for (let box = 1; box <= boxes.count; box++) {
    const next = level[box] + 1;
    lines[next] = Math.max(lines[next] ?? 0, join[slotOf[box]] === Join.spread ? depth[box] : 0);
  }
  for (let index = 2; index < lines.length; index++) lines[index] += lines[index - 1] + down;

  const finish = new Float64Array(boxes.count + 1);
  for (let box = 1; box <= boxes.count; box++) {
    const isSpread = join[slotOf[box]] === Join.spread;
    finish[box] = isSpread ? lines[level[box] + 1] : lines[level[box]] + depth[box] + down;
  }
  const start = tidy(boxes, finish, between, (box) => join[slotOf[box]] === Join.spread);
  let [begin, end, bottom] = [Infinity, 0, 0];
  for (let box = 0; box <= boxes.count; box++) {
    begin = Math.min(begin, start[box]);
    end = Math.max(end, start[box] + breadth[box]);
    bottom = Math.max(bottom, lines[level[box]] + depth[box]);
  }

  let box = 0;
  let corner = 0;
  let top = 0;
  for (let slot = 1; slot <= count; slot++) {
    if (slotOf[box + 1] === slot) {
      box++;
      corner = start[box] - begin;
      top = lines[level[box]];
      x[slot] = across ? top : corner + offset[box];
      y[slot] = across ? corner : top;
    } else if (assistants[slot]) {
      x[slot] += x[above[slot]];
      y[slot] += y[above[slot]];
    } else {
      x[slot] += corner;
      y[slot] += top;
      stemX[slot] += corner;
    }
  }
  drawing.size = count ? (across ? [bottom, end - begin] : [end - begin, bottom]) : [0, 0];
}
