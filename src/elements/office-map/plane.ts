import { geoEqualEarthRaw } from 'd3-geo';

/**
 * The plane that the world is drawn on: the Equal Earth projection, in which every country has the size it has, from 84°
 * north to 57° south. It is cut in the Bering Strait, so that no country is in two pieces.
 */

/** Degrees east that stand in the middle. */
export const middle = 11;
/** How wide and how high the plane is. */
export const size = [10_000, 4348] as const;

const radians = Math.PI / 180;
/** Units of the plane for one of the projection. */
export const scale = size[0] / 2 / geoEqualEarthRaw(Math.PI, 0)[0];
/** Where the equator and the meridian in the middle meet. */
export const centre: [number, number] = [size[0] / 2, scale * geoEqualEarthRaw(0, 84 * radians)[1]];

/** Where a place stands on the plane. */
export function project(longitude: number, latitude: number): [number, number] {
  const turned = ((((longitude - middle + 180) % 360) + 360) % 360) - 180;
  const [x, y] = geoEqualEarthRaw(turned * radians, latitude * radians);
  return [centre[0] + scale * x, centre[1] - scale * y];
}

/** A world to draw, as the data of SVG paths in units of the plane. */
export interface World {
  /** Areas of land. */
  land: string;
  /** Lines between countries. */
  borders: string;
  /** Lines that are not settled, drawn in dashes. */
  dashed: string;
  /** Lines that are not settled, drawn in dots. */
  dotted: string;
}
