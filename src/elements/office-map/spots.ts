import type { PlacedOffice } from '../../feed/parts/offices.js';
import type { Spot } from './cluster.js';
import { project } from './projection.js';
import { boundsOf, type Box } from './viewport.js';

/** Where offices stand on the plane. */
export const spotsOf = (offices: readonly PlacedOffice[]): Spot<PlacedOffice>[] =>
  offices.map((what) => {
    const [x, y] = project(what.longitude, what.latitude);
    return { what, x, y };
  });

/** The part of the plane that they are on. */
export const boxOf = (offices: readonly PlacedOffice[]): Box => boundsOf(spotsOf(offices).map(({ x, y }) => [x, y]));
