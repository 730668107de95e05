import type { Area } from './chart.js';
import { Join, type Drawing } from './tree.js';

/**
 * The lines between cards as the `d` of an SVG path, as far as they cross an area.
 *
 * @param place Where a horizontal position comes to stand: charts from right to left are mirrored.
 * @param origin What is subtracted from every position.
 */
export function linesIn(drawing: Drawing, area: Area, place: (x: number) => number, origin: readonly [number, number]) {
  const { count, above, last, join, x, y, width, height, trunk, layout, beside } = drawing;
  const across = layout === 'left-to-right';
  let path = '';
  const draw = (points: number[]) => {
    for (let index = 0; index < points.length; index += 2) {
      path += `${index ? 'L' : 'M'}${round(place(points[index]) - origin[0])} ${round(points[index + 1] - origin[1])}`;
    }
  };
  const touches = (points: number[]) => {
    let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
    for (let index = 0; index < points.length; index += 2) {
      left = Math.min(left, points[index]);
      right = Math.max(right, points[index]);
      top = Math.min(top, points[index + 1]);
      bottom = Math.max(bottom, points[index + 1]);
    }
    return left <= area.right && right >= area.left && top <= area.bottom && bottom >= area.top;
  };
  /** The first of the units below one, but for assistants. */
  const first = new Int32Array(count + 1);
  for (let slot = count; slot; slot--) if (!beside[slot]) first[above[slot]] = slot;
  /** The trunk below a unit that is drawn already: siblings share it, and only the last on it draws it whole. */
  const drawn = new Float64Array(count + 1).fill(NaN);

  for (let slot = count; slot; slot--) {
    const holder = above[slot];
    if (!holder) continue;
    const isLast = Number.isNaN(drawn[holder]);
    const isOutermost = drawn[holder] !== trunk[slot] || (join[holder] !== Join.hung && slot === first[holder]);
    if (!beside[slot]) drawn[holder] = trunk[slot];
    const middle = y[slot] + height[slot] / 2;
    const below = y[holder] + height[holder];
    let points: number[];
    if (beside[slot]) {
      const start = y[holder] + Math.min(height[holder], height[slot]) / 2;
      const turn = x[slot] - 10;
      points = [x[holder] + width[holder], start, turn, start, turn, middle, x[slot], middle];
    } else if (join[holder] === Join.hung) {
      points = [trunk[slot], below, trunk[slot], middle, x[slot], middle];
      if (trunk[first[holder]] !== trunk[last[holder]]) {
        const centre = x[holder] + width[holder] / 2;
        points = [centre, below, centre, below + 18, trunk[slot], below + 18, ...points.slice(2)];
      }
    } else if (across) {
      const turn = x[slot] - 18;
      const start = y[holder] + height[holder] / 2;
      points = [x[holder] + width[holder], start, turn, start, turn, middle, x[slot], middle];
    } else {
      const turn = y[slot] - 14;
      const [from, to] = [x[holder] + width[holder] / 2, x[slot] + width[slot] / 2];
      points = [from, below, from, turn, to, turn, to, y[slot]];
    }
    // What siblings share is drawn once: drawn twice it would look darker. The last two points are each one's own.
    if (!beside[slot] && !isLast) points = points.slice(isOutermost ? 2 : -4);
    if (touches(points)) draw(points);
  }
  return path;
}

/** The dotted and solid lines from units to those they report to beside the one above, from edge to edge. */
export function curveBetween(
  { x, y, width, height }: Drawing,
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
