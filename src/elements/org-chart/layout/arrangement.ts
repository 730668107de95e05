import { step, type Hierarchy } from './types.js';

/** What a chart decides once, so that nobody changes place because a branch was opened. Lengths are in CSS pixels. */
export interface Arrangement {
  /** Width of every card. */
  width: number;
  /** The branches of units from this level on hang in columns below them; `Infinity` hangs none. */
  hangFrom: number;
}

/** At first no chart is smaller than this, however large it is. */
export const minScale = 0.75;

/** What is shown when everything is open, and the room there is for it. */
interface Measures {
  range: readonly [from: number, to: number];
  /** Does a unit stand beside the one above? By unit. */
  assistants: ArrayLike<number>;
  /** Has a unit others below it that may be shown? */
  hasBranch: (unit: number) => boolean;
  /** Is a unit shown at all? */
  isShown: (unit: number) => boolean;
  /** The widths that a card may have, the best one first. */
  widths: readonly number[];
  /** Height of most cards. */
  height: number;
  gaps: readonly [across: number, down: number];
  container: readonly [width: number, height: number];
}

/**
 * A small organization stands side by side throughout. In others the first level that has several units does, with
 * everything below it in columns; where even that has no room, its units stand in columns, too.
 */
export function chooseArrangement({ level }: Hierarchy, measures: Measures): Arrangement {
  const { range, assistants, hasBranch, isShown, widths, height, gaps, container } = measures;
  const counts: number[] = [];
  let leaves = 0;
  for (let unit = range[0]; unit < range[1]; unit++) {
    if (!isShown(unit)) continue;
    if (!assistants[unit]) counts[level[unit]] = (counts[level[unit]] ?? 0) + 1;
    if (!hasBranch(unit)) leaves++;
  }
  const [across, down] = container.map((length) => length / minScale);
  const top = level[range[0]] ?? 0;
  const isWhole = leaves * (widths[0] + gaps[0]) <= across && (counts.length - top) * (height + gaps[1]) <= down;
  if (isWhole) return { width: widths[0], hangFrom: Infinity };
  const first = counts.findIndex((count) => count > 1);
  if (first < 0) return { width: widths[0], hangFrom: Infinity };
  const width = widths.find((entry) => counts[first] * (entry + step + gaps[0]) <= across);
  return width ? { width, hangFrom: first } : { width: widths[0], hangFrom: first - 1 };
}
