import { collect, type ChartLayout, type Hierarchy, type LayoutOptions } from './types.js';
import { outline } from './outline.js';
import { sideBySide } from './side-by-side.js';

/** Gives every unit that is shown its place. */
export function computeLayout(hierarchy: Hierarchy, options: LayoutOptions): ChartLayout {
  const layout = collect(hierarchy, options);
  if (options.layout === 'outline') outline(layout, hierarchy, options);
  else sideBySide(layout, hierarchy, options);
  return layout;
}
