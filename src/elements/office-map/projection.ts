/**
 * The plane that the world is drawn on, from 84° north to 57° south. It is cut in the Bering Strait, so that no country is
 * in two pieces.
 */

/** Degrees east that stand in the middle. */
export const middle = 11;
/** How wide and how high the plane is. */
export const size = [10_000, 4348] as const;

const radians = Math.PI / 180;
const [a1, a2, a3, a4] = [1.340264, -0.081106, 0.000893, 0.003796];
const m = Math.sqrt(3) / 2;

/**
 * The Equal Earth projection, in which every country has the size it has, in radians (Šavrič, Patterson and Jenny, 2018,
 * https://doi.org/10.1080/13658816.2018.1504949). d3-geo has it too, but not without all of its projections.
 */
function equalEarth(longitude: number, latitude: number): [number, number] {
  const angle = Math.asin(m * Math.sin(latitude));
  const square = angle ** 2;
  const sixth = square ** 3;
  return [
    (longitude * Math.cos(angle)) / (m * (a1 + 3 * a2 * square + sixth * (7 * a3 + 9 * a4 * square))),
    angle * (a1 + a2 * square + sixth * (a3 + a4 * square)),
  ];
}

/** Units of the plane for one of the projection. */
export const scale = size[0] / 2 / equalEarth(Math.PI, 0)[0];
/** Where the equator and the meridian in the middle meet. */
export const centre: [number, number] = [size[0] / 2, scale * equalEarth(0, 84 * radians)[1]];

/** Where a place stands on the plane; in degrees. */
export function project(longitude: number, latitude: number): [number, number] {
  const turned = ((((longitude - middle + 180) % 360) + 360) % 360) - 180;
  const [x, y] = equalEarth(turned * radians, latitude * radians);
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
