import type { Area } from '../model/chart-model.js';
import { Join, type ChartLayout } from '../layout/types.js';

/** How far a line may stray from the cards it joins, in pixels. */
const stray = 40;

/**
 * The lines between cards as the `d` of an SVG path, as far as they cross an area.
 *
 * @param place Where a horizontal position comes to stand: charts from right to left are mirrored.
 * @param origin What is subtracted from every position.
 */
export function connectorsIn(
  drawing: ChartLayout,
  area: Area,
  place: (x: number) => number,
  origin: readonly [number, number],
) {
  const { count, above, join, x, y, width, height, stemX, layout, assistants } = drawing;
  const { first, last, isEnd } = endsOf(drawing);
  let path = '';

  for (let slot = count; slot; slot--) {
    const holder = above[slot];
    // What siblings share is drawn by those at its ends: drawn by each it would look darker. The others draw their own bit.
    const isShared = assistants[slot] || isEnd[slot];
    if (!holder || !isNear(slot, isShared ? holder : slot)) continue;
    const middle = y[slot] + height[slot] / 2;
    const below = y[holder] + height[holder];
    let points: number[];
    if (assistants[slot]) {
      const start = y[holder] + Math.min(height[holder], height[slot]) / 2;
      const turn = x[slot] - 10;
      points = [x[holder] + width[holder], start, turn, start, turn, middle, x[slot], middle];
    } else if (join[holder] === Join.hung) {
      points = [stemX[slot], below, stemX[slot], middle, x[slot], middle];
      if (stemX[first[holder]] !== stemX[last[holder]]) {
        const centre = x[holder] + width[holder] / 2;
        points = [centre, below, centre, below + 18, stemX[slot], below + 18, ...points.slice(2)];
      }
    } else if (layout === 'left-to-right') {
      const turn = x[slot] - 18;
      const start = y[holder] + height[holder] / 2;
      points = [x[holder] + width[holder], start, turn, start, turn, middle, x[slot], middle];
    } else {
      const turn = y[slot] - 14;
      const [from, to] = [x[holder] + width[holder] / 2, x[slot] + width[slot] / 2];
      points = [from, below, from, turn, to, turn, to, y[slot]];
    }
    if (!isShared) points = points.slice(-4);
    else if (!assistants[slot] && slot !== last[holder]) points = points.slice(2);
    for (let index = 0; index < points.length; index += 2) {
      path += `${index ? 'L' : 'M'}${round(place(points[index]) - origin[0])} ${round(points[index + 1] - origin[1])}`;
    }
  }
  return path;

  function isNear(slot: number, holder: number) {
    return (
      Math.min(x[slot], x[holder]) - stray < area.right &&
      Math.min(y[slot], y[holder]) - stray < area.bottom &&
      Math.max(x[slot] + width[slot], x[holder] + width[holder]) + stray > area.left &&
      Math.max(y[slot] + height[slot], y[holder] + height[holder]) + stray > area.top
    );
  }
}

interface Ends {
  /** The first and the last of those below a slot, but for assistants. */
  first: Int32Array;
  last: Int32Array;
  /** Does a shared line end at this slot? Then it draws the line for all that are on it. */
  isEnd: Uint8Array;
}

const known = new WeakMap<ChartLayout, Ends>();

/** Found once for each drawing: a view that moves asks for its lines in every frame. */
function endsOf(layout: ChartLayout): Ends {
  let ends = known.get(layout);
  if (!ends) {
    const { count, above, join, stemX, assistants } = layout;
    const [first, last] = [new Int32Array(count + 1), new Int32Array(count + 1)];
    const isEnd = new Uint8Array(count + 1);
    for (let slot = count; slot; slot--) {
      const holder = above[slot];
      if (assistants[slot]) continue;
      const later = first[holder];
      if (!later) last[holder] = slot;
      isEnd[slot] = !later || stemX[later] !== stemX[slot] ? 1 : 0;
      first[holder] = slot;
    }
    for (let slot = 1; slot <= count; slot++) {
      const holder = above[slot];
      if (join[holder] !== Join.hung) isEnd[slot] = slot === first[holder] || slot === last[holder] ? 1 : 0;
    }
    known.set(layout, (ends = { first, last, isEnd }));
  }
  return ends;
}

/** The line from a unit to one that it also reports to, from edge to edge. */
export function curveBetween(
  { x, y, width, height }: ChartLayout,
  from: number,
  to: number,
  place: (x: number) => number,
  origin: readonly [number, number],
) {
  const [x1, x2] = [x[from] + width[from] / 2, x[to] + width[to] / 2];
  const up = y[from] > y[to] + height[to] / 2;
  const y1 = up ? y[from] : y[from] + height[from];
  const y2 = up ? y[to] + height[to] : y[to] + height[to] / 2;
  const bend = Math.max(24, Math.abs(y1 - y2) / 2);
  const point = (px: number, py: number) => `${round(place(px) - origin[0])} ${round(py - origin[1])}`;
  return `M${point(x1, y1)}C${point(x1, up ? y1 - bend : y1 + bend)} ${point(x2, y2 + bend)} ${point(x2, y2)}`;
}

const round = (value: number) => Math.round(value * 10) / 10;
