import type { ChartModel } from '../model/chart-model.js';
import type { Viewport } from './viewport.js';

interface TransitionsHost {
  readonly chart?: ChartModel;
  readonly renderRoot: ParentNode;
  readonly viewport: Pick<Viewport, 'hold' | 'isDrawn' | 'positionOf' | 'scale'>;
  requestUpdate(): void;
}

/** More cards than these just stand where they belong. */
const maxCards = 400;

/** Lets cards move from where they stood on screen to where they stand, and new ones appear, where motion is welcome. */
export class Transitions {
  #before?: Map<string, [x: number, y: number]>;

  constructor(private host: TransitionsHost) {}

  /** Remembers where the cards stand, before something changes. */
  remember(): void {
    const { chart, viewport } = this.host;
    if (!chart || !viewport.isDrawn || chart.geometry.count > maxCards) return;
    this.#before = new Map();
    for (let slot = 1; slot <= chart.geometry.count; slot++) {
      this.#before.set(chart.unitAt(slot).id, viewport.positionOf(slot));
    }
  }

  /**
   * Changes the chart, and lets its cards move to where they stand afterwards; nothing while there is none.
   *
   * @param held Unit that stays where it is on screen.
   */
  change<T>(change: (chart: ChartModel) => T, held?: (chart: ChartModel) => number): T | undefined {
    const { chart, viewport } = this.host;
    if (!chart) return undefined;
    this.remember();
    const apply = () => {
      const result = change(chart);
      chart.redraw();
      return result;
    };
    const unit = held?.(chart) ?? -1;
    const result = unit < 0 ? apply() : viewport.hold(unit, apply);
    this.host.requestUpdate();
    return result;
  }

  /** Moves the cards that are in the page now. */
  play(): void {
    const before = this.#before;
    this.#before = undefined;
    const { chart, viewport, renderRoot } = this.host;
    if (!chart || !before || matchMedia('(prefers-reduced-motion: reduce)').matches) return;
    for (const card of renderRoot.querySelectorAll<HTMLElement>('[data-slot]')) {
      const slot = Number(card.dataset.slot);
      const old = before.get(chart.unitAt(slot).id);
      const [dx, dy] = old ? viewport.positionOf(slot).map((now, axis) => (old[axis] - now) / viewport.scale) : [0, 0];
      const frames = old ? { translate: [`${dx}px ${dy}px`, '0 0'] } : { opacity: [0, 1] };
      if (!old || dx || dy) card.animate(frames, { duration: 250, easing: 'ease-out' });
    }
  }
}
