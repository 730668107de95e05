import { collect, type ChartLayout, type Hierarchy, type LayoutOptions } from './drawing.js';
import { outline } from './outline.js';
import { sideBySide, type Strategy } from './spread.js';

/** Above this many units only one way of drawing is tried. */
const maxTried = 1500;
/** Branches are hung whole from this level below the top, or from one above it. */
const minStacked = 7;

/** Draws the forest so that it fits its container best. */
export function computeLayout(forest: Hierarchy, plan: LayoutOptions): ChartLayout {
  const drawing = collect(forest, plan);
  if (plan.layout === 'outline') outline(drawing, forest, plan);
  else if (plan.layout === 'chart' && drawing.count <= maxTried) return bestFit(drawing, forest, plan);
  else sideBySide(drawing, forest, plan, {});
  return drawing;
}

/** What is less of a chart has to save a tenth of the size. */
function bestFit(best: ChartLayout, forest: Hierarchy, plan: LayoutOptions): ChartLayout {
  sideBySide(best, forest, plan, { rows: Infinity });
  for (const path of strategiesFor(best, forest)) {
    if (fit(best, plan) === 1) break;
    const next = collect(forest, plan);
    sideBySide(next, forest, plan, path);
    if (fit(next, plan) > fit(best, plan) * 1.1) best = next;
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
