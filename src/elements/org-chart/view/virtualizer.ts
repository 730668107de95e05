import { CardList, type CardListHost } from './card-list.js';
import type { Area, ChartModel } from '../model/chart-model.js';
import { curveBetween, connectorsIn } from './connectors.js';
import type { Viewport } from './viewport.js';

export interface VirtualizerHost extends CardListHost {
  readonly isConnected: boolean;
  readonly renderRoot: ParentNode;
  readonly viewport: Pick<Viewport, 'scale' | 'toScreenX' | 'visibleArea'>;
  /** Unit whose card has, or had last, the focus. */
  readonly focused: number;
  requestUpdate(): void;
}

/** Milliseconds of a frame that may be spent on making cards: the rest of it belongs to the page. */
const frameBudget = 6;

const everything: Area = { left: -Infinity, top: -Infinity, right: Infinity, bottom: Infinity };

/**
 * What of the chart is in the page: all cards and lines, of a large chart those in view and around it. What is in view
 * comes first; what takes longer than its share of a frame comes in the next ones.
 */
export class Virtualizer {
  #cards: CardList;
  /** The part of the drawing that is, or is about to be, in the page. */
  #area = everything;
  /** Counts the times that cards were made: what was left for later is no longer wanted when it is done anew. */
  #generation = 0;
  #isAsked = false;
  #isBegun = false;
  #complete?: Promise<void>;
  #finish?: () => void;

  constructor(private host: VirtualizerHost) {
    this.#cards = new CardList(host);
  }

  /** Resolves once everything is in the page that belongs there now. */
  get complete(): Promise<void> | undefined {
    return this.#complete;
  }

  /**
   * Whether it is time for cards. The first ones wait for a task of their own: together with all that is around them they
   * would keep a phone from answering.
   *
   * @param resume Called when it is time for the first ones.
   */
  start(resume: () => void): boolean {
    if (!this.#isBegun && !this.#complete) {
      this.#later(false, () => {
        this.#isBegun = true;
        resume();
      });
    }
    return this.#isBegun;
  }

  /** Draws on before the view comes to the end of what is drawn. */
  onScroll = (): void => {
    if (this.#isAsked) return;
    this.#isAsked = true;
    // Once this frame is laid out: to ask where the view is before that would have it laid out for the answer.
    setTimeout(() => {
      this.#isAsked = false;
      this.draw(false, true);
    });
  };

  /**
   * @param whole For paper: all of it, and at once.
   * @param moved The view has moved, nothing else.
   */
  draw(whole = false, moved = false): void {
    const { chart, viewport } = this.host;
    const list = this.#list;
    if (!chart || !list) return this.end();
    const seen = viewport.visibleArea();
    if (moved && isWithin(seen, this.#area)) return;
    const windowed = chart.isWindowed && !whole;
    this.#area = windowed ? around(seen) : everything;
    this.#drawLines(chart, windowed);
    this.#renderVisible(chart, list, seen, whole);
  }

  get #list() {
    return this.host.renderRoot.querySelector<HTMLElement>('.cards');
  }

  /**
   * Puts the cards into the page that belong there: as many as this frame has time for, the others in the next ones.
   *
   * @param seen What is in view: asked for before the page is changed, or it would be laid out for the answer once more.
   */
  #renderVisible(chart: ChartModel, list: HTMLElement, seen: Area, whole = false) {
    this.#generation++;
    const { viewport } = this.host;
    const near = chart.cardsIn(this.#area);
    const inView = new Set(chart.cardsIn(seen));
    const focused = chart.slots[this.host.focused];
    // Tab goes on from the card that has the focus, and back.
    for (const slot of focused ? [focused - 1, focused, focused + 1] : []) {
      if (slot && slot <= chart.geometry.count) inView.add(slot);
    }
    const isFirst = this.#cards.isEmpty;
    const end = performance.now() + frameBudget;
    const isComplete = this.#cards.render(
      list,
      [...inView, ...near.filter((slot) => !inView.has(slot))],
      !chart.isWindowed,
      // Nobody waits for a page in the background, and it has no frames.
      (slot) => whole || document.hidden || (isFirst ? inView.has(slot) : performance.now() < end),
    );
    // In steps, and last: every card is styled anew for it.
    list.style.setProperty('--zoom', `${Math.floor(viewport.scale * 8) / 8}`);
    if (!chart.isWindowed && this.#measure(chart, list)) {
      chart.redraw();
      this.host.requestUpdate();
    }
    if (isComplete) this.end();
    else {
      // Once this frame is painted: what is in view is not kept waiting, and the page knows where everything is.
      // By then the feed may have taken the chart away.
      this.#later(true, () =>
        list.isConnected ? this.#renderVisible(chart, list, viewport.visibleArea()) : this.end(),
      );
    }
  }

  /** Goes on in another task, or once this frame is painted, if by then that is still wanted. */
  #later(isPainted: boolean, resume: () => void) {
    const turn = ++this.#generation;
    this.#complete ??= new Promise((finish) => (this.#finish = finish));
    const next = () =>
      setTimeout(() => {
        if (turn !== this.#generation) return;
        if (this.host.isConnected) resume();
        else this.end();
      });
    if (isPainted) requestAnimationFrame(next);
    else next();
  }

  /** Leaves what was left for later. */
  end() {
    this.#generation++;
    this.#finish?.();
    this.#complete = undefined;
  }

  /** Looks how high the cards turned out to be; true if the drawing thought otherwise. */
  #measure({ geometry, sizes }: ChartModel, list: Element): boolean {
    let isOther = false;
    for (const card of list.querySelectorAll<HTMLElement>('.card')) {
      const unit = geometry.unit[Number(card.dataset.slot)];
      isOther = sizes.measure(unit, () => card.offsetHeight) || isOther;
    }
    return isOther;
  }

  #drawLines(chart: ChartModel, windowed: boolean) {
    const { viewport, renderRoot } = this.host;
    const { geometry } = chart;
    const { left, top, right, bottom } = windowed
      ? this.#area
      : { left: 0, top: 0, right: geometry.size[0], bottom: geometry.size[1] };
    const lines = renderRoot.querySelector<SVGElement>('.lines')!;
    const origin = [Math.round(viewport.toScreenX(left, right - left)), Math.round(top)] as const;
    const secondary = { solid: '', dotted: '' };
    for (const { from, to, dotted } of chart.secondaryLines) {
      secondary[dotted ? 'dotted' : 'solid'] += curveBetween(geometry, from, to, viewport.toScreenX, origin);
    }
    const paths = [connectorsIn(geometry, this.#area, viewport.toScreenX, origin), secondary.solid, secondary.dotted];
    paths.forEach((d, index) => lines.children[index].setAttribute('d', d));
    Object.assign(lines.style, {
      left: `${origin[0]}px`,
      top: `${origin[1]}px`,
      width: `${right - left}px`,
      height: `${bottom - top}px`,
    });
  }
}

/** Does something end well before the area that it is in? */
const isWithin = (some: Area, { left, top, right, bottom }: Area) =>
  Math.min(some.left - left, right - some.right, some.top - top, bottom - some.bottom) > (some.right - some.left) / 8;

/** An area with a third as much around it on each side. */
function around({ left, top, right, bottom }: Area): Area {
  const [across, down] = [(right - left) / 3, (bottom - top) / 3];
  return { left: left - across, top: top - down, right: right + across, bottom: bottom + down };
}
