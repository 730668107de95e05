import type { ReactiveControllerHost } from 'lit';
import { normalizeForSearch } from '../../../i18n/search-text.js';
import { directions, isShortcut } from '../../pan-zoom/keys.js';
import type { ChartModel } from '../model/chart-model.js';
import type { Viewport } from '../view/viewport.js';

export interface KeyboardHost extends ReactiveControllerHost {
  readonly chart?: ChartModel;
  readonly renderRoot: ParentNode;
  readonly viewport: Pick<Viewport, 'isRtl'>;
  /** Unit whose card has, or had last, the focus. */
  focused: number;
  toggle(id: string, open: boolean): void;
}

/** Arrow keys, Home, End and the letters of a name, on top of what Tab and Enter do by themselves. */
export class KeyboardInput {
  #typed = '';
  #last = -Infinity;

  constructor(private host: KeyboardHost) {}

  press = (event: KeyboardEvent): void => {
    const slot = Number((event.target as Element).closest<HTMLElement>('[data-slot]')?.dataset.slot);
    const { chart } = this.host;
    if (!chart || !slot || isShortcut(event)) return;
    const to = this.#step(chart, slot, event);
    if (to === undefined) return;
    event.preventDefault();
    if (to !== slot) void focusUnit(this.host, chart.geometry.unit[to]);
  };

  /** Slot that a key leads to; the same one where it did something there, undefined where it does nothing. */
  #step(chart: ChartModel, slot: number, { key, timeStamp }: KeyboardEvent): number | undefined {
    const { count, layout } = chart.geometry;
    if (key === 'Home') return 1;
    if (key === 'End') return count;
    const arrow = directions[key];
    if (!arrow) return key.length === 1 && key !== ' ' ? this.#type(chart, slot, key, timeStamp) : undefined;
    const [across, down] = [this.host.viewport.isRtl ? -arrow[0] : arrow[0], arrow[1]];
    return layout === 'outline' && across
      ? this.#collapse(chart, slot, across > 0)
      : nearestUnit(chart, slot, across, down);
  }

  /** In an outline forth opens a branch, then goes into it; back closes it, then goes up. */
  #collapse({ geometry, branches, organization }: ChartModel, slot: number, forth: boolean): number | undefined {
    const { last, above, unit } = geometry;
    if (forth && last[slot]) return slot + 1;
    if (!forth && !last[slot]) return above[slot] || undefined;
    if (forth && !branches.has(unit[slot])) return undefined;
    this.host.toggle(organization.units[unit[slot]].id, forth);
    return slot;
  }

  #type({ geometry, organization }: ChartModel, slot: number, key: string, now: number): number | undefined {
    this.#typed = now - this.#last < 700 ? this.#typed + key : key;
    this.#last = now;
    const typed = normalizeForSearch(this.#typed);
    // The first letter leads on from where one is; the next ones say more of the same name.
    const from = this.#typed.length > 1 ? slot - 1 : slot;
    for (let step = 0; step < geometry.count; step++) {
      const other = ((from + step) % geometry.count) + 1;
      if (normalizeForSearch(organization.units[geometry.unit[other]].name).startsWith(typed)) return other;
    }
    return undefined;
  }
}

/** Brings the focus to the card of a unit, and the card into view. */
export async function focusUnit(host: KeyboardHost, index: number): Promise<void> {
  if (!host.chart?.slots[index]) return;
  host.focused = index;
  host.requestUpdate();
  await host.updateComplete;
  // The chart may have gone with its feed meanwhile.
  const card = host.renderRoot.querySelector(`[data-slot="${host.chart?.slots[index]}"]`);
  card?.querySelector<HTMLElement>('a, button')?.focus({ preventScroll: true });
}

/** The card that the eye finds next in a direction: near, and straight ahead rather than aside. */
function nearestUnit({ geometry }: ChartModel, from: number, across: number, down: number): number {
  const { count, x, y, width, height } = geometry;
  let best = from;
  let least = Infinity;
  for (let slot = 1; slot <= count; slot++) {
    const gapAcross = Math.max(x[slot] - x[from] - width[from], x[from] - x[slot] - width[slot], 0);
    const gapDown = Math.max(y[slot] - y[from] - height[from], y[from] - y[slot] - height[slot], 0);
    const [ahead, aside] = across ? [gapAcross, gapDown] : [gapDown, gapAcross];
    const isAhead = (across ? (x[slot] - x[from]) * across : (y[slot] - y[from]) * down) > 0;
    if (!isAhead || !ahead) continue;
    const centres = across
      ? Math.abs(y[slot] + height[slot] / 2 - y[from] - height[from] / 2)
      : Math.abs(x[slot] + width[slot] / 2 - x[from] - width[from] / 2);
    const cost = ahead + 3 * aside + centres / 4;
    if (cost < least) [best, least] = [slot, cost];
  }
  return best;
}
