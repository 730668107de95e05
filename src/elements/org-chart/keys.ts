import { fold } from '../../i18n/fold.js';
import type { Chart } from './chart.js';

const arrows: Record<string, readonly [number, number]> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

/** What a key does: it leads to a slot, or opens or closes the branch of the one it was pressed on. */
export type Step = { to: number } | { open: boolean } | undefined;

/** Arrow keys, Home, End and the letters of a name, on top of what Tab and Enter do by themselves. */
export class Keys {
  #typed = '';
  #last = -Infinity;

  /** @param mirrored Does the chart run from right to left? */
  step(chart: Chart, slot: number, { key, timeStamp }: KeyboardEvent, mirrored: boolean): Step {
    const { count, layout, last, above } = chart.drawing;
    if (key === 'Home') return { to: 1 };
    if (key === 'End') return { to: count };
    const arrow = arrows[key] as readonly [number, number] | undefined;
    if (arrow) {
      const forth = mirrored ? -arrow[0] : arrow[0];
      if (layout === 'outline' && forth) {
        const index = chart.drawing.unit[slot];
        if (forth > 0) return last[slot] ? { to: slot + 1 } : chart.hasBranch(index) ? { open: true } : undefined;
        return last[slot] ? { open: false } : above[slot] ? { to: above[slot] } : undefined;
      }
      return { to: nearest(chart, slot, forth, arrow[1]) };
    }
    return key.length === 1 && key !== ' ' ? this.#type(chart, slot, key, timeStamp) : undefined;
  }

  #type({ drawing, organization }: Chart, slot: number, key: string, now: number): Step {
    this.#typed = now - this.#last < 700 ? this.#typed + key : key;
    this.#last = now;
    const typed = fold(this.#typed);
    // The first letter leads on from where one is; the next ones say more of the same name.
    const from = this.#typed.length > 1 ? slot - 1 : slot;
    for (let step = 1; step <= drawing.count; step++) {
      const other = ((from + step - 1) % drawing.count) + 1;
      if (fold(organization.units[drawing.unit[other]].name).startsWith(typed)) return { to: other };
    }
    return undefined;
  }
}

/** The card that the eye finds next in a direction: near, and straight ahead rather than aside. */
function nearest({ drawing }: Chart, from: number, across: number, down: number): number {
  const { count, x, y, width, height } = drawing;
  let best = from;
  let least = Infinity;
  for (let slot = 1; slot <= count; slot++) {
    if (slot === from) continue;
    const [gapAcross, gapDown] = [
      Math.max(x[slot] - x[from] - width[from], x[from] - x[slot] - width[slot], 0),
      Math.max(y[slot] - y[from] - height[from], y[from] - y[slot] - height[slot], 0),
    ];
    const isAhead = across
      ? (x[slot] - x[from]) * across > 0 && gapAcross > 0
      : (y[slot] - y[from]) * down > 0 && gapDown > 0;
    if (!isAhead) continue;
    const centres = across
      ? Math.abs(y[slot] + height[slot] / 2 - y[from] - height[from] / 2)
      : Math.abs(x[slot] + width[slot] / 2 - x[from] - width[from] / 2);
    const [ahead, aside] = across ? [gapAcross, gapDown] : [gapDown, gapAcross];
    const cost = ahead + 3 * aside + centres / 4;
    if (cost < least) [best, least] = [slot, cost];
  }
  return best;
}
