import { collect, type ChartLayout, type Hierarchy, type LayoutOptions } from './types.js';
import { outline } from './outline.js';
import { sideBySide, type Strategy } from './side-by-side.js';

/** Above this many units only one way of drawing is tried. */
const maxTried = 1500;
/** Branches are hung whole from this level below the top, or from one above it. */
const minStacked = 7;

/** Draws the forest so that it fits its container best. */
export function computeLayout(hierarchy: Hierarchy, options: LayoutOptions): ChartLayout {
  const layout = collect(hierarchy, options);
  if (options.layout === 'outline') outline(layout, hierarchy, options);
  else if (options.layout === 'chart' && layout.count <= maxTried) return bestFit(layout, hierarchy, options);
  else sideBySide(layout, hierarchy, options, {});
  return layout;
}

/** What is less of a chart has to save a tenth of the size. */
function bestFit(best: ChartLayout, hierarchy: Hierarchy, options: LayoutOptions): ChartLayout {
  sideBySide(best, hierarchy, options, { rows: Infinity });
  for (const path of strategiesFor(best, hierarchy)) {
    if (fit(best, options) === 1) break;
    const next = collect(hierarchy, options);
    sideBySide(next, hierarchy, options, path);
    if (fit(next, options) > fit(best, options) * 1.1) best = next;
  }
  return best;
}

/** The last units of each branch hang, ever more below one another; then ever larger branches do. */
function* strategiesFor({ count, unit }: ChartLayout, { level }: Hierarchy): Generator<Strategy> {
  for (const rows of [2, 3, 4, 6, 9, undefined]) yield { rows };
  const top = level[unit[1]];
  let deepest = top;
  for (let slot = 1; slot <= count; slot++) deepest = Math.max(deepest, level[unit[slot]]);
  for (let from = Math.min(deepest - 1, top + minStacked); from >= top; from--) yield { from };
}

/** The scale at which a drawing fits its container, at most 1. */
const fit = ({ size }: ChartLayout, { container }: LayoutOptions) =>
  Math.min(1, container[0] / size[0], container[1] / size[1]);
