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
  const isNear = (slot: number) =>
    x[slot] - width[slot] <= area.right &&
    x[slot] + 2 * width[slot] >= area.left &&
    y[slot] - height[slot] <= area.bottom &&
    y[slot] + 2 * height[slot] >= area.top;

  for (let slot = 1; slot <= count; slot++) {
    const holder = above[slot];
    if (!holder) continue;
    // Siblings share a line that reaches to the outermost of them; who is neither near nor outermost adds nothing to it.
    const outermost =
      slot === last[holder] ||
      slot === holder + 1 ||
      beside[slot - 1] ||
      (slot < count && trunk[slot + 1] !== trunk[slot]);
    if (!outermost && !isNear(slot)) continue;
    const middle = y[slot] + height[slot] / 2;
    const below = y[holder] + height[holder];
    let points: number[];
    if (beside[slot]) {
      const start = y[holder] + Math.min(height[holder], height[slot]) / 2;
      const turn = x[slot] - 10;
      points = [x[holder] + width[holder], start, turn, start, turn, middle, x[slot], middle];
    } else if (join[holder] === Join.hung) {
      points = [trunk[slot], below, trunk[slot], middle, x[slot], middle];
      if (trunk[slot] < x[holder] || trunk[slot] > x[holder] + width[holder]) {
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
