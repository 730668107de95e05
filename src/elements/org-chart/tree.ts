/**
 * Where the cards of a chart stand. Pure arithmetic over typed arrays: no DOM, no recursion, so that a chain of thousands
 * and a hundred thousand units are drawn like any others.
 *
 * Siblings are drawn side by side, as close as their outlines allow (A. van der Ploeg, Drawing non-layered tidy trees in
 * linear time, 2014). Where that would be too wide they hang below each other, in as many columns as the proportions of
 * the container ask for.
 */

/** How the units stand: top down, from the start of the line to its end, or indented like a list. */
export type Layout = 'chart' | 'left-to-right' | 'outline';

/** The forest to draw; see Organization. */
export interface Forest {
  parent: Int32Array;
  end: Int32Array;
  level: Int32Array;
}

/** Lengths are in CSS pixels. */
export interface Plan {
  layout: Layout;
  /** Width of every card; in an outline that of the container. */
  width: number;
  /** Height of each card, by unit. */
  heights: ArrayLike<number>;
  /** Is the branch of a unit open? By unit. */
  open: ArrayLike<number>;
  /** Does a unit stand beside the one above? By unit. */
  beside?: ArrayLike<number>;
  /** First unit to draw, and the one after the last. */
  range: readonly [from: number, to: number];
  /** Between cards side by side, and between one below the other. */
  gaps: readonly [across: number, down: number];
  /** Width and height of the container; columns are chosen to fit it. */
  container: readonly [width: number, height: number];
  /** Units from this level on hang below each other; without it only the last ones of each branch do, with `Infinity` none. */
  hangFrom?: number;
}

/** How a unit's branch is joined to it. */
export const Join = {
  none: 0,
  /** Side by side below it, or one below the other beside it. */
  spread: 1,
  /** In columns, each along a line of its own. */
  hung: 2,
} as const;

/** The drawing, by slot: slots count the units that are shown, in their order, from 1; slot 0 is above the roots. */
export interface Drawing {
  layout: Layout;
  /** The number of units that are shown. */
  count: number;
  /** Unit of each slot. */
  unit: Int32Array;
  /** Slot of the unit above, 0 at the top. */
  above: Int32Array;
  /** Slot of the last unit of the next level, 0 where there is none. */
  last: Int32Array;
  join: Uint8Array;
  x: Float64Array;
  y: Float64Array;
  width: Float64Array;
  height: Float64Array;
  /** Where the line to a hung unit comes down; unused for others. */
  trunk: Float64Array;
  /** Is the unit beside the one above? */
  beside: Uint8Array;
  /** Width and height of the whole. */
  size: readonly [number, number];
}

/** Above this many units only one way of drawing is tried. */
const mostTried = 1500;

/** Draws the forest so that it fits its container best. */
export function draw(forest: Forest, plan: Plan): Drawing {
  const plain = drawOnce(forest, plan);
  if (plan.layout !== 'chart' || plan.hangFrom !== undefined || plain.count > mostTried) return plain;
  const open = drawOnce(forest, { ...plan, hangFrom: Infinity });
  if (fit(open, plan) === 1) return open;
  const [base] = plan.range;
  let best = plain;
  let deepest = 0;
  for (let slot = 1; slot <= plain.count; slot++) deepest = Math.max(deepest, forest.level[plain.unit[slot]]);
  for (let hangFrom = deepest - 1; hangFrom >= (forest.level[base] ?? 0); hangFrom--) {
    const next = drawOnce(forest, { ...plan, hangFrom });
    // What is more of a chart is kept unless it costs a tenth of the size.
    if (fit(next, plan) > fit(best, plan) * 1.1) best = next;
  }
  return best;
}

/** The scale at which a drawing fits its container, at most 1. */
const fit = ({ size }: Drawing, { container }: Plan) => Math.min(1, container[0] / size[0], container[1] / size[1]);

function drawOnce(forest: Forest, plan: Plan): Drawing {
  const drawing = collect(forest, plan);
  if (plan.layout === 'outline') indent(drawing, forest, plan);
  else spread(drawing, forest, plan);
  return drawing;
}

/** The units that are shown: those whose branches are open. */
function collect({ parent, end }: Forest, { open, range, layout, heights, width }: Plan): Drawing {
  const [from, to] = range;
  let count = 0;
  for (let unit = from; unit < to; unit = open[unit] ? unit + 1 : end[unit]) count++;
  const ints = () => new Int32Array(count + 1);
  const floats = () => new Float64Array(count + 1);
  const drawing: Drawing = {
    layout,
    count,
    unit: ints(),
    above: ints(),
    last: ints(),
    join: new Uint8Array(count + 1),
    x: floats(),
    y: floats(),
    width: floats().fill(width),
    height: floats(),
    trunk: floats(),
    beside: new Uint8Array(count + 1),
    size: [0, 0],
  };
  drawing.unit[0] = -1;
  let slot = 0;
  let holder = 0;
  for (let unit = from; unit < to; unit = open[unit] ? unit + 1 : end[unit]) {
    drawing.unit[++slot] = unit;
    drawing.height[slot] = heights[unit];
    const above = parent[unit];
    if (above < from) holder = 0;
    else if (drawing.unit[slot - 1] === above) holder = slot - 1;
    else while (drawing.unit[holder] !== above) holder = drawing.above[holder];
    drawing.above[slot] = holder;
    drawing.last[holder] = slot;
  }
  return drawing;
}

/** Width that each level of an outline moves in; less where many levels share a narrow column. */
const step = 20;

/** An outline: every unit on a line of its own. */
function indent(drawing: Drawing, { level }: Forest, { width, gaps, range }: Plan) {
  const { count, unit, x, y, height, trunk, join, last } = drawing;
  let deepest = 0;
  const top = level[range[0]] ?? 0;
  for (let slot = 1; slot <= count; slot++) deepest = Math.max(deepest, level[unit[slot]] - top);
  const each = Math.min(step, (width * 0.4) / (deepest || 1));
  let bottom = 0;
  for (let slot = 1; slot <= count; slot++) {
    x[slot] = (level[unit[slot]] - top) * each;
    drawing.width[slot] = width - x[slot];
    trunk[slot] = x[slot] - each / 2;
    y[slot] = bottom;
    join[slot] = last[slot] ? Join.hung : Join.none;
    bottom += height[slot] + gaps[1];
  }
  drawing.size = [width, Math.max(0, bottom - gaps[1])];
}

function spread(drawing: Drawing, { level }: Forest, plan: Plan) {
  const { count, unit, above, last, join, x, y, width, height } = drawing;
  const { gaps, hangFrom, beside } = plan;
  const across = plan.layout === 'left-to-right';
  const [between, down] = across ? [gaps[1] / 2, gaps[0] * 2] : gaps;
  const length = count + 1;
  const next = new Int32Array(length);
  const first = new Int32Array(length);
  /** Number of those below that do not stand beside; and whether any of them has more below. */
  const children = new Int32Array(length);
  const branches = new Uint8Array(length);
  for (let slot = count; slot > 0; slot--) {
    const holder = above[slot];
    if (!across && holder && !last[slot] && beside?.[unit[slot]]) {
      drawing.beside[slot] = 1;
      continue;
    }
    if (!first[holder]) last[holder] = slot;
    next[slot] = first[holder];
    first[holder] = slot;
    children[holder]++;
    if (last[slot]) branches[holder] = 1;
  }

  // Who hangs: a whole branch below `hangFrom`, and the last units of every other branch.
  const inside = new Uint8Array(length);
  for (let slot = 0; slot <= count; slot++) {
    if (inside[above[slot]]) drawing.beside[slot] = 0;
    if (slot && (inside[above[slot]] || join[above[slot]] === Join.hung) && !drawing.beside[slot]) inside[slot] = 1;
    if (!children[slot]) continue;
    const hangs =
      !across &&
      (inside[slot] ||
        (slot > 0 && level[unit[slot]] >= (hangFrom ?? Infinity)) ||
        (hangFrom !== Infinity && !branches[slot] && children[slot] > 1));
    join[slot] = hangs ? Join.hung : Join.spread;
  }

  // The room each needs that is not inside another's: across, down, and where its card is in it.
  const wide = new Float64Array(length);
  const long = new Float64Array(length);
  const offset = new Float64Array(length);
  const bundles = new Float64Array(length);
  const root = new Int32Array(length);
  for (let slot = 1; slot <= count; slot++) {
    wide[slot] = across ? height[slot] : width[slot];
    long[slot] = across ? width[slot] : height[slot];
    if (drawing.beside[slot]) {
      const holder = above[slot];
      x[slot] = width[holder] + gaps[0];
      y[slot] = bundles[holder];
      bundles[holder] += height[slot] + gaps[1] / 2;
      wide[holder] = width[holder] + gaps[0] + width[slot];
      long[holder] = Math.max(long[holder], bundles[holder] - gaps[1] / 2);
    }
  }
  for (let slot = 0; slot <= count; slot++) {
    if (join[slot] === Join.hung && !inside[slot])
      hang(drawing, slot, { first, next, branches, wide, long, offset, root }, plan);
  }

  // Units of one level begin on one line.
  const depth = new Int32Array(length);
  const lines: number[] = [0, 0];
  for (let slot = 1; slot <= count; slot++) {
    if (inside[slot] || drawing.beside[slot]) continue;
    depth[slot] = depth[above[slot]] + 1;
    const line = depth[slot];
    lines[line + 1] = Math.max(lines[line + 1] ?? 0, join[slot] === Join.spread ? long[slot] : 0);
  }
  for (let line = 2; line < lines.length; line++) lines[line] += lines[line - 1] + down;

  const begin = new Float64Array(length);
  const finish = new Float64Array(length);
  for (let slot = 1; slot <= count; slot++) {
    begin[slot] = lines[depth[slot]];
    finish[slot] = join[slot] === Join.spread ? lines[depth[slot] + 1] : begin[slot] + long[slot] + down;
  }
  finish[0] = 0;
  const middle = (slot: number) => offset[slot] + (across ? height[slot] : width[slot]) / 2;
  const breadth =
    join[0] === Join.hung
      ? new Float64Array(length)
      : tidy({ count, first, last, next, join, wide, finish, middle, between });

  x[0] = offset[0];
  for (let slot = 1; slot <= count; slot++) {
    const holder = above[slot];
    if (drawing.beside[slot]) {
      x[slot] += x[holder];
      y[slot] += y[holder];
    } else if (inside[slot]) {
      // Placed by hang, from the corner of the room of the unit they hang from.
      const corner = x[root[slot]] - offset[root[slot]];
      x[slot] += corner;
      y[slot] += y[root[slot]];
      drawing.trunk[slot] += corner;
    } else if (across) {
      x[slot] = begin[slot];
      y[slot] = breadth[slot] + offset[slot];
    } else {
      x[slot] = breadth[slot] + offset[slot];
      y[slot] = begin[slot];
    }
  }
  let right = 0;
  let bottom = 0;
  let left = Infinity;
  let high = Infinity;
  for (let slot = 1; slot <= count; slot++) {
    left = Math.min(left, x[slot], inside[slot] ? drawing.trunk[slot] : Infinity);
    high = Math.min(high, y[slot]);
    right = Math.max(right, x[slot] + width[slot]);
    bottom = Math.max(bottom, y[slot] + height[slot]);
  }
  for (let slot = 1; slot <= count; slot++) {
    x[slot] -= left;
    y[slot] -= high;
    drawing.trunk[slot] -= left;
  }
  drawing.size = count ? [right - left, bottom - high] : [0, 0];
}

interface Rooms {
  first: Int32Array;
  next: Int32Array;
  branches: Uint8Array;
  wide: Float64Array;
  long: Float64Array;
  offset: Float64Array;
  /** The unit that a hung one hangs from, at the top of its branch. */
  root: Int32Array;
}

/** Places the branch of a unit below it, from the corner of the room that unit gets. */
function hang(drawing: Drawing, top: number, { first, next, branches, wide, long, offset, root }: Rooms, plan: Plan) {
  const { count, above, x, y, width, height, trunk } = drawing;
  const { gaps, container } = plan;
  const card = plan.width;
  const head = long[top] ? long[top] + gaps[1] : 0;
  if (branches[top]) {
    // An outline of its own.
    let bottom = head;
    let widest = width[top];
    const levels = new Map([[top, 0]]);
    for (let slot = top + 1; slot <= count; slot++) {
      const level = levels.get(above[slot]);
      if (level === undefined) break;
      if (drawing.beside[slot] && above[slot] === top) continue;
      levels.set(slot, level + 1);
      root[slot] = top;
      x[slot] = (level + 1) * step;
      trunk[slot] = x[slot] - step / 2;
      y[slot] = bottom;
      bottom += height[slot] + gaps[1] / 2;
      widest = Math.max(widest, x[slot] + card);
    }
    wide[top] = Math.max(wide[top], widest);
    long[top] = bottom - gaps[1] / 2;
    return;
  }
  let total = 0;
  let number = 0;
  for (let slot = first[top]; slot; slot = next[slot]) {
    total += height[slot] + gaps[1] / 2;
    number++;
  }
  const column = card + step + gaps[0];
  const shape = container[1] / container[0];
  const rows = Math.max(6, Math.ceil(Math.sqrt((number * column * shape) / (total / number))));
  const columns = Math.ceil(number / rows);
  const each = Math.ceil(number / columns);
  let index = 0;
  let bottom = head;
  let lowest = 0;
  for (let slot = first[top]; slot; slot = next[slot]) {
    if (index % each === 0) bottom = head;
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
  wide[top] = Math.max(wide[top] + offset[top], block);
  long[top] = lowest - gaps[1] / 2;
}

interface Outline {
  count: number;
  first: Int32Array;
  last: Int32Array;
  next: Int32Array;
  join: Uint8Array;
  /** Room across, and where the room ends downwards. */
  wide: Float64Array;
  finish: Float64Array;
  /** Where in the room the line to the unit above begins. */
  middle: (slot: number) => number;
  between: number;
}

/** Where the room of each slot begins across, after van der Ploeg; the names are those of the paper. */
function tidy({ count, first, last, next, join, wide, finish, middle, between }: Outline): Float64Array {
  const length = count + 1;
  const floats = () => new Float64Array(length);
  const prelim = floats();
  const mod = floats();
  const shift = floats();
  const change = floats();
  const leftThread = new Int32Array(length);
  const rightThread = new Int32Array(length);
  const extremeLeft = new Int32Array(length);
  const extremeRight = new Int32Array(length);
  const sumLeft = floats();
  const sumRight = floats();
  const isSpread = (slot: number) => join[slot] === Join.spread;
  // Siblings that a contour is low enough of, the latest on top.
  const lows: number[] = [];
  const whose: number[] = [];
  const order: number[] = [];

  for (let slot = count; slot >= 0; slot--) {
    if (!isSpread(slot)) {
      extremeLeft[slot] = extremeRight[slot] = slot;
      continue;
    }
    const eldest = first[slot];
    const youngest = last[slot];
    lows.length = whose.length = order.length = 0;
    for (let child = eldest; child; child = next[child]) order.push(child);
    remember(finish[extremeLeft[eldest]], 0);
    for (let index = 1; index < order.length; index++) {
      const low = finish[extremeRight[order[index]]];
      separate(eldest, order[index - 1], order[index], index);
      remember(low, index);
    }
    prelim[slot] =
      (prelim[eldest] + mod[eldest] + middle(eldest) + prelim[youngest] + mod[youngest] + middle(youngest)) / 2 -
      middle(slot);
    extremeLeft[slot] = extremeLeft[eldest];
    sumLeft[slot] = sumLeft[eldest];
    extremeRight[slot] = extremeRight[youngest];
    sumRight[slot] = sumRight[youngest];
  }

  const result = floats();
  const total = floats();
  for (let slot = 0; slot <= count; slot++) {
    total[slot] += mod[slot];
    result[slot] = prelim[slot] + total[slot];
    if (!isSpread(slot)) continue;
    let each = 0;
    let sum = 0;
    for (let child = first[slot]; child; child = next[child]) {
      each += shift[child];
      sum += each + change[child];
      mod[child] += sum;
      total[child] = total[slot];
    }
  }
  return result;

  function remember(low: number, index: number) {
    while (lows.length && low >= lows[lows.length - 1]) {
      lows.pop();
      whose.pop();
    }
    lows.push(low);
    whose.push(index);
  }

  function separate(eldest: number, before: number, child: number, index: number) {
    let right = before;
    let rightSum = mod[before];
    let left = child;
    let leftSum = mod[child];
    let top = lows.length - 1;
    while (right && left) {
      if (top > 0 && finish[right] > lows[top]) top--;
      const distance = rightSum + prelim[right] + wide[right] + between - leftSum - prelim[left];
      if (distance > 0) {
        leftSum += distance;
        move(child, index, whose[top], distance);
      }
      const [rightEnd, leftEnd] = [finish[right], finish[left]];
      if (rightEnd <= leftEnd) {
        right = isSpread(right) ? last[right] : rightThread[right];
        if (right) rightSum += mod[right];
      }
      if (rightEnd >= leftEnd) {
        left = isSpread(left) ? first[left] : leftThread[left];
        if (left) leftSum += mod[left];
      }
    }
    if (!right && left) {
      const from = extremeLeft[eldest];
      leftThread[from] = left;
      const difference = leftSum - mod[left] - sumLeft[eldest];
      mod[from] += difference;
      prelim[from] -= difference;
      extremeLeft[eldest] = extremeLeft[child];
      sumLeft[eldest] = sumLeft[child];
    } else if (right && !left) {
      const from = extremeRight[child];
      rightThread[from] = right;
      const difference = rightSum - mod[right] - sumRight[child];
      mod[from] += difference;
      prelim[from] -= difference;
      extremeRight[child] = extremeRight[before];
      sumRight[child] = sumRight[before];
    }
  }

  /** Moves a child away from its elder siblings, and those between along by their share. */
  function move(child: number, index: number, from: number, distance: number) {
    mod[child] += distance;
    sumLeft[child] += distance;
    sumRight[child] += distance;
    if (from === index - 1) return;
    const between = index - from;
    shift[order[from + 1]] += distance / between;
    shift[child] -= distance / between;
    change[child] -= distance - distance / between;
  }
}
