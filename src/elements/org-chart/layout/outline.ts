import { Join, step, type ChartLayout, type Hierarchy, type LayoutOptions } from './types.js';

/** Every unit on a line of its own, further in the deeper it stands; less so where many levels share a narrow column. */
export function outline(layout: ChartLayout, { level }: Hierarchy, { width, gaps, range }: LayoutOptions): void {
  const { count, unit, x, y, height, stemX, join, last } = layout;
  let deepest = 0;
  const top = level[range[0]] ?? 0;
  for (let slot = 1; slot <= count; slot++) deepest = Math.max(deepest, level[unit[slot]] - top);
  const entry = Math.min(step, (width * 0.4) / (deepest || 1));
  let bottom = 0;
  for (let slot = 1; slot <= count; slot++) {
    x[slot] = (level[unit[slot]] - top) * entry;
    layout.width[slot] = width - x[slot];
    stemX[slot] = x[slot] - entry / 2;
    y[slot] = bottom;
    join[slot] = last[slot] ? Join.hung : Join.none;
    bottom += height[slot] + gaps[1];
  }
  layout.size = [width, Math.max(0, bottom - gaps[1])];
}
