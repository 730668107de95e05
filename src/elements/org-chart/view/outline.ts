import { unsafeHTML } from 'lit/directives/unsafe-html.js';
import type { Organization } from '../../../feed/parts/unit-tree.js';
import { outlineOf } from '../../../html/outline.js';
import type { ChartOptions } from '../model/chart-model.js';

/** The units of a chart as nested lists: what a server draws of it. */
export function renderOutline(organization: Organization, { root, depth }: Pick<ChartOptions, 'root' | 'depth'>) {
  const { units, end, level } = organization;
  const top = units.findIndex(({ id }) => id === root);
  const [from, to] = top < 0 ? [0, root ? 0 : units.length] : [top, end[top]];
  const shown = units
    .map((unit, index) => ({ unit, level: level[index] - (level[from] ?? 0) }))
    .slice(from, to)
    .filter((entry) => !depth || entry.level < depth);
  return unsafeHTML(
    outlineOf({
      ...organization,
      units: shown.map(({ unit }) => unit),
      level: Int32Array.from(shown, (entry) => entry.level),
    }),
  );
}
