/**
 * Where the cards of a chart stand. Pure arithmetic over typed arrays: no DOM, no recursion, so that a chain of thousands
 * and a hundred thousand units are drawn like any others.
 */

/** How the units stand: top down, from the start of the line to its end, or indented like a list. */
export type Layout = 'chart' | 'left-to-right' | 'outline';

/** The forest to draw; see Organization. */
export interface Hierarchy {
  parent: Int32Array;
  end: Int32Array;
  level: Int32Array;
}

/** What a drawing is made from. Lengths are in CSS pixels. */
export interface LayoutOptions {
  layout: Layout;
  /** Width of every card; in an outline that of the container. */
  width: number;
  /** Height of each card, by unit. */
  heights: ArrayLike<number>;
  /** Is the branch of a unit open? By unit. */
  open: ArrayLike<number>;
  /** Does a unit stand beside the one above? By unit. */
  assistants?: ArrayLike<number>;
  /** Are there buttons on the lower edge of a unit's card? By unit. */
  footed?: ArrayLike<number>;
  /** First unit to draw, and the one after the last. */
  range: readonly [from: number, to: number];
  /** Between cards side by side, and between one below the other. */
  gaps: readonly [across: number, down: number];
  /** The branches of units from this level on hang in columns; `Infinity` hangs none. */
  hangFrom: number;
  /** Width and height of the container; columns are chosen to fit it. */
  container: readonly [width: number, height: number];
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
export interface ChartLayout {
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
  stemX: Float64Array;
  /** Is the unit beside the one above? */
  assistants: Uint8Array;
  /** Width and height of the whole. */
  size: readonly [number, number];
}

/** Width that each level moves in where units hang below each other. */
export const step = 20;

/** The units that are shown, those whose branches are open, with no place yet. */
export function collect(
  { parent, end }: Hierarchy,
  { open, range, layout, heights, width }: LayoutOptions,
): ChartLayout {
  const [from, to] = range;
  let count = 0;
  for (let unit = from; unit < to; unit = open[unit] ? unit + 1 : end[unit]) count++;
  const ints = () => new Int32Array(count + 1);
  const floats = () => new Float64Array(count + 1);
  const drawing: ChartLayout = {
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
    stemX: floats(),
    assistants: new Uint8Array(count + 1),
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
