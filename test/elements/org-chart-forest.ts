import { computeLayout } from '../../src/elements/org-chart/layout/layout.js';
import type { ChartLayout, LayoutOptions } from '../../src/elements/org-chart/layout/types.js';
import { parseOrganization } from '../../src/feed/parts/parse-units.js';

/** A forest from the number of the parent of each unit; -1 is none. */
export function forest(parents: readonly number[]) {
  const organization = parents.map((parent, id) => ({
    id: `${id}`,
    name: `${id}`,
    parent: parent < 0 ? '' : `${parent}`,
  }));
  return parseOrganization({
    feed: { version: '', title: '', items: [], _iom: { about: '', organization } },
    baseUrl: '',
    problems: [],
  });
}

/** Cards of 100 × 50 with 20 between them across and 40 down, all of them open; nobody hangs but from `hangFrom` on. */
export function laidOut(parents: readonly number[], plan: Partial<LayoutOptions> = {}): ChartLayout {
  return computeLayout(forest(parents), {
    layout: 'chart',
    width: 100,
    heights: parents.map(() => 50),
    open: parents.map(() => 1),
    range: [0, parents.length],
    gaps: [20, 40],
    hangFrom: Infinity,
    container: [800, 600],
    ...plan,
  });
}

/** `[x, y]` of each card, in the order of the units. */
export function corners({ x, y, count }: ChartLayout): [x: number, y: number][] {
  return Array.from({ length: count }, (_, index) => [x[index + 1], y[index + 1]]);
}
