import type { ChartModel } from '../model/chart-model.js';
import type { Viewport } from './viewport.js';

interface TransitionsHost {
  readonly chart?: ChartModel;
  readonly renderRoot: ParentNode;
  readonly viewport: Pick<Viewport, 'toScreenX'>;
  requestUpdate(): void;
}

/** More cards than these just stand where they belong. */
const maxCards = 400;

/** Lets cards move from where they stood to where they stand, and new ones appear, where motion is welcome. */
export class Transitions {
  #before?: Map<string, [x: number, y: number]>;

  constructor(private host: TransitionsHost) {}

  /** Remembers where the cards stand, before something changes. */
  remember(): void {
    const { chart, viewport } = this.host;
    if (!chart || chart.geometry.count > maxCards) return;
    const { count, x, y } = chart.geometry;
    this.#before = new Map();
    for (let slot = 1; slot <= count; slot++)
      this.#before.set(chart.unitAt(slot).id, [viewport.toScreenX(x[slot]), y[slot]]);
  }

  /** Changes the chart, and lets its cards move to where they stand afterwards; nothing while there is none. */
  change<T>(change: (chart: ChartModel) => T): T | undefined {
    const { chart } = this.host;
    if (!chart) return undefined;
    this.remember();
    const result = change(chart);
    chart.redraw();
    this.host.requestUpdate();
    return result;
  }

  /** Moves the cards that are in the page now. */
  play(): void {
    const before = this.#before;
    this.#before = undefined;
    const { chart, viewport, renderRoot } = this.host;
    if (!chart || !before || matchMedia('(prefers-reduced-motion: reduce)').matches) return;
    const { x, y } = chart.geometry;
    for (const card of renderRoot.querySelectorAll<HTMLElement>('[data-slot]')) {
      const slot = Number(card.dataset.slot);
      const old = before.get(chart.unitAt(slot).id);
      const [dx, dy] = old ? [old[0] - viewport.toScreenX(x[slot]), old[1] - y[slot]] : [0, 0];
      const frames = old ? { translate: [`${dx}px ${dy}px`, '0 0'] } : { opacity: [0, 1] };
      if (!old || dx || dy) card.animate(frames, { duration: 250, easing: 'ease-out' });
    }
  }
}
