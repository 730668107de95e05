import type { Point } from '../pan-zoom/pointers.js';
import { size as plane } from './projection.js';

/** Where the plane lies behind the window on it: a point of the plane is `x * scale + left` pixels from the window's left. */
export interface Viewport {
  /** Pixels for one unit of the plane. */
  scale: number;
  left: number;
  top: number;
}

/** Width and height of the window, in pixels. */
export type Size = readonly [number, number];

/** West, north, east and south of a part of the plane. */
export type Box = readonly [number, number, number, number];

/** All of the plane. */
export const world: Box = [0, 0, ...plane];

/** How much nearer than the whole world a view may come. */
const nearest = 16;

/** The scale at which the whole world is seen. */
export const minScale = ([width, height]: Size) => Math.min(width / plane[0], height / plane[1]);
export const maxScale = (size: Size) => nearest * minScale(size);

/** Keeps the world in the window: in the middle where it is smaller, and without a gap where it is larger. */
export function clamp({ scale, left, top }: Viewport, size: Size): Viewport {
  const kept = Math.min(maxScale(size), Math.max(minScale(size), scale));
  const [x, y] = [left, top].map((start, axis) => {
    const gap = size[axis] - plane[axis] * kept;
    return gap > 0 ? gap / 2 : Math.min(0, Math.max(gap, start));
  });
  return { scale: kept, left: x, top: y };
}

/** Zooms by a factor, around a point of the window. */
export function zoom({ scale, left, top }: Viewport, factor: number, [x, y]: Point, size: Size): Viewport {
  const kept = Math.min(maxScale(size), Math.max(minScale(size), scale * factor));
  const change = kept / scale;
  return clamp({ scale: kept, left: x - (x - left) * change, top: y - (y - top) * change }, size);
}

/** Brings a part of the plane into the window. @param margin Pixels that stay free around it. */
export function fitBounds([west, north, east, south]: Box, size: Size, margin = 0, most = maxScale(size)): Viewport {
  const room = size.map((entry) => Math.max(entry - 2 * margin, 1));
  const scale = Math.min(most, room[0] / (east - west), room[1] / (south - north));
  const kept = Math.max(minScale(size), scale);
  const [x, y] = [(west + east) / 2, (north + south) / 2];
  return clamp({ scale: kept, left: size[0] / 2 - x * kept, top: size[1] / 2 - y * kept }, size);
}

/** The smallest part of the plane that holds these points. */
export function boundsOf(points: readonly (readonly [number, number])[]): Box {
  const [across, down] = [0, 1].map((axis) => points.map((point) => point[axis]));
  return [Math.min(...across), Math.min(...down), Math.max(...across), Math.max(...down)];
}
