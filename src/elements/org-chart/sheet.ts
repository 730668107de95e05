import { Cards } from './cards.js';
import type { Area, Chart } from './chart.js';
import { curveBetween, linesIn } from './lines.js';
import type { OrgChart } from './org-chart.js';

/** Milliseconds of a frame that may be spent on making cards: the rest of it belongs to the page. */
const budget = 6;

const everything: Area = { left: -Infinity, top: -Infinity, right: Infinity, bottom: Infinity };

/**
 * What of the chart is in the page: all cards and lines, of a large chart those in view and around it. What is in view
 * comes first; what takes longer than its share of a frame comes in the next ones.
 */
export class Sheet {
  #cards: Cards;
  /** The part of the drawing that is, or is about to be, in the page. */
  #area = everything;
  #frame = 0;
  #complete?: Promise<void>;
  #finish?: () => void;

  constructor(private host: OrgChart) {
    this.#cards = new Cards(host);
  }

  /** Resolves once everything is in the page that belongs there now. */
  get complete(): Promise<void> | undefined {
    return this.#complete;
  }

  /** Draws on before the view comes to the end of what is drawn. */
  follow = (): void => {
    const { chart, stage } = this.host;
    if (!chart?.isWindowed || this.#frame) return;
    const seen = stage.seen();
    const { left, top, right, bottom } = this.#area;
    const near = (seen.right - seen.left) / 8;
    if (seen.left < left + near || seen.right > right - near || seen.top < top + near || seen.bottom > bottom - near) {
      this.#frame = requestAnimationFrame(() => this.draw());
    }
  };

  /** @param whole For paper: all of it, and at once. */
  draw(whole = false): void {
    cancelAnimationFrame(this.#frame);
    this.#frame = 0;
    const { chart, stage, renderRoot } = this.host;
    const list = renderRoot.querySelector('.cards');
    if (!chart || !list) return;
    const windowed = chart.isWindowed && !whole;
    const seen = stage.seen();
    this.#area = windowed ? around(seen) : everything;
    this.#drawLines(chart, windowed);

    const inView = new Set(chart.cardsIn(seen));
    const focused = chart.slots[this.host.focused];
    // Tab goes on from the card that has the focus, and back.
    for (const slot of focused ? [focused - 1, focused, focused + 1] : []) {
      if (slot && slot <= chart.drawing.count) inView.add(slot);
    }
    const isFirst = this.#cards.isEmpty;
    const end = performance.now() + budget;
    const isComplete = this.#cards.draw(
      list,
      [...inView, ...chart.cardsIn(this.#area).filter((slot) => !inView.has(slot))],
      !chart.isWindowed,
      // Nobody waits for a page in the background, and it has no frames.
      (slot) => whole || document.hidden || (isFirst && inView.has(slot)) || performance.now() < end,
    );
    if (!chart.isWindowed && this.#measure(chart, list)) {
      chart.redraw();
      this.host.requestUpdate();
    }
    if (isComplete) {
      this.#finish?.();
      this.#complete = undefined;
    } else {
      this.#complete ??= new Promise((finish) => (this.#finish = finish));
      this.#frame = requestAnimationFrame(() => this.draw());
    }
  }

  /** Looks how high the cards turned out to be; true if the drawing thought otherwise. */
  #measure({ drawing, sizes }: Chart, list: Element): boolean {
    let isOther = false;
    for (const card of list.querySelectorAll<HTMLElement>('.card')) {
      const unit = drawing.unit[Number(card.dataset.slot)];
      isOther = sizes.measure(unit, () => card.offsetHeight) || isOther;
    }
    return isOther;
  }

  #drawLines(chart: Chart, windowed: boolean) {
    const { stage, renderRoot } = this.host;
    const { drawing } = chart;
    const { left, top, right, bottom } = windowed
      ? this.#area
      : { left: 0, top: 0, right: drawing.size[0], bottom: drawing.size[1] };
    const lines = renderRoot.querySelector<SVGElement>('.lines')!;
    const origin = [Math.round(stage.place(left, right - left)), Math.round(top)] as const;
    const further = { solid: '', dotted: '' };
    for (const { from, to, dotted } of chart.further) {
      further[dotted ? 'dotted' : 'solid'] += curveBetween(drawing, from, to, stage.place, origin);
    }
    const paths = [linesIn(drawing, this.#area, stage.place, origin), further.solid, further.dotted];
    paths.forEach((d, index) => lines.children[index].setAttribute('d', d));
    for (const [name, length] of Object.entries({ x: origin[0], y: origin[1], w: right - left, h: bottom - top })) {
      lines.style.setProperty(`--${name}`, `${length}px`);
    }
  }
}

/** An area with a third as much around it on each side. */
function around({ left, top, right, bottom }: Area): Area {
  const [across, down] = [(right - left) / 3, (bottom - top) / 3];
  return { left: left - across, top: top - down, right: right + across, bottom: bottom + down };
}
