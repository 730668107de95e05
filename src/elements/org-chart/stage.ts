import type { LitElement } from 'lit';
import type { Area, Chart } from './chart.js';

/** Smallest and largest zoom. At the smallest the names can still be read, and a target is made 24 px high. */
const scales = [0.5, 2] as const;
/** Free room around a chart, in pixels on screen. */
const margin = 24;

/**
 * The window on the chart: where it is and how large everything is in it. Scrolling is the browser's own, so that focus,
 * a reader's software and touch all move it alike; what is not asked for is never taken from the page.
 */
export class Stage {
  scale = 1;
  /** Does the chart run from right to left? */
  mirrored = false;

  /** The part of the drawing whose cards are in the page. */
  drawn: Area = { left: 0, top: 0, right: 0, bottom: 0 };
  #chart?: Chart;
  #fingers = new Map<number, PointerEvent>();
  #dragged = false;

  constructor(private host: LitElement) {}

  get view(): HTMLElement | null {
    return this.host.renderRoot?.querySelector('.view') ?? null;
  }

  /** Horizontal position in the drawing as it is on screen; with a width, that of the left edge. */
  place = (x: number, width = 0) => (this.mirrored ? this.#chart!.drawing.size[0] - x - width : x);

  /** Width and height of what is scrolled. */
  get size(): [number, number] {
    const [width, height] = this.#chart!.drawing.size;
    const outline = this.#chart!.drawing.layout === 'outline';
    return [width * this.scale + (outline ? 0 : 2 * margin), height * this.scale + (outline ? 0 : 2 * margin)];
  }

  /** Takes what is in view, and half as much around it, to be drawn. */
  take(chart: Chart) {
    this.#chart = chart;
    const seen = this.seen();
    const [across, down] = [(seen.right - seen.left) / 2 + 100, (seen.bottom - seen.top) / 2 + 100];
    this.drawn = {
      left: seen.left - across,
      right: seen.right + across,
      top: seen.top - down,
      bottom: seen.bottom + down,
    };
  }

  /** The part of the drawing in view. */
  seen(): Area {
    const { view, scale } = this;
    const [left, top] = this.#corner();
    const x = ((view?.scrollLeft ?? 0) - left) / scale;
    const width = (view?.clientWidth || 1200) / scale;
    const y = ((view?.scrollTop ?? 0) - top) / scale;
    const from = this.mirrored ? this.#chart!.drawing.size[0] - x - width : x;
    return { left: from, top: y, right: from + width, bottom: y + (view?.clientHeight || 800) / scale };
  }

  /** Where the drawing begins in what is scrolled: in the middle where there is room. */
  #corner(): [number, number] {
    if (this.#chart?.drawing.layout === 'outline') return [0, 0];
    const [width] = this.size;
    return [margin + Math.max(0, ((this.view?.clientWidth ?? 0) - width) / 2), margin];
  }

  /** Draws anew once the view has come near the edge of what is drawn. */
  scrolled = () => {
    const seen = this.seen();
    const { drawn } = this;
    const near = 50;
    if (
      seen.left < drawn.left + near ||
      seen.right > drawn.right - near ||
      seen.top < drawn.top + near ||
      seen.bottom > drawn.bottom - near
    ) {
      this.host.requestUpdate();
    }
    this.host.dispatchEvent(new Event('view-moved'));
  };

  /** Zooms around a point of the view; around its middle without one. */
  zoom(scale: number, point?: readonly [number, number]) {
    const { view } = this;
    if (!view || !this.#chart) return;
    const [px, py] = point ?? [view.clientWidth / 2, view.clientHeight / 2];
    const [left, top] = this.#corner();
    const x = (view.scrollLeft + px - left) / this.scale;
    const y = (view.scrollTop + py - top) / this.scale;
    this.scale = Math.min(scales[1], Math.max(scales[0], scale));
    this.host.requestUpdate();
    void this.host.updateComplete.then(() => {
      const [newLeft, newTop] = this.#corner();
      view.scrollTo({ left: x * this.scale + newLeft - px, top: y * this.scale + newTop - py, behavior: 'instant' });
    });
  }

  get canZoomIn() {
    return this.scale < scales[1];
  }
  get canZoomOut() {
    return this.scale > scales[0];
  }

  /** The scale at which all of the chart is in view, as far as its smallest allows. */
  get fitting() {
    const { view } = this;
    const [width, height] = this.#chart?.drawing.size ?? [1, 1];
    if (!view) return 1;
    const fit = Math.min((view.clientWidth - 2 * margin) / width, (view.clientHeight - 2 * margin) / height);
    return Math.min(1, Math.max(scales[0], fit));
  }

  /** Shows all of the chart, or as much as can be read. */
  fit() {
    this.scale = this.fitting;
    this.host.requestUpdate();
    void this.host.updateComplete.then(() => this.toStart());
  }

  /** Shows where the chart begins. */
  toStart() {
    const { view } = this;
    const slot = this.#chart?.drawing.count ? 1 : 0;
    if (!view || !slot) return;
    const { drawing } = this.#chart!;
    if (drawing.layout !== 'outline') this.show(slot, 'instant');
  }

  /** Moves by parts of the view: 1 is all of its width or height. */
  move(across: number, down: number) {
    const { view } = this;
    view?.scrollBy({ left: across * view.clientWidth, top: down * view.clientHeight, behavior: motion() });
  }

  /** Brings a card into the middle of the view. */
  show(slot: number, behavior: ScrollBehavior = motion()) {
    const { view } = this;
    if (!view || !this.#chart) return;
    const { x, y, width, height, layout } = this.#chart.drawing;
    const [left, top] = this.#corner();
    const middle = this.place(x[slot] + width[slot] / 2) * this.scale + left;
    const centre = (y[slot] + height[slot] / 2) * this.scale + top;
    view.scrollTo({ left: middle - view.clientWidth / 2, top: centre - view.clientHeight / 2, behavior });
    // An outline is as high as it is; there the page itself moves.
    if (layout === 'outline') {
      this.host.renderRoot.querySelector(`[data-slot="${slot}"]`)?.scrollIntoView({ block: 'nearest', behavior });
    }
  }

  /** Brings a point of the drawing into the middle of the view. */
  centre(x: number, y: number) {
    const { view } = this;
    const [left, top] = this.#corner();
    view?.scrollTo({
      left: this.place(x) * this.scale + left - view.clientWidth / 2,
      top: y * this.scale + top - view.clientHeight / 2,
      behavior: 'instant',
    });
  }

  /** Zooms, only while a modifier key is held (as a pinch on a touchpad does): the page's own scrolling is left alone. */
  wheel = (event: WheelEvent) => {
    if (!(event.ctrlKey || event.metaKey) || this.#chart?.drawing.layout === 'outline') return;
    event.preventDefault();
    const lines = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? 16 : 1;
    this.zoom(this.scale * Math.exp(-event.deltaY * lines * 0.004), this.#pointOf(event));
  };

  press = (event: PointerEvent) => {
    if (event.button || this.#chart?.drawing.layout === 'outline') return;
    this.#fingers.set(event.pointerId, event);
    this.#dragged = false;
  };

  drag = (event: PointerEvent) => {
    const before = this.#fingers.get(event.pointerId);
    const { view } = this;
    if (!before || !view) return;
    const [dx, dy] = [event.clientX - before.clientX, event.clientY - before.clientY];
    // A hand that trembles still clicks.
    if (!this.#dragged && this.#fingers.size < 2 && Math.hypot(dx, dy) < 5) return;
    if (!this.#dragged) view.setPointerCapture(event.pointerId);
    this.#dragged = true;
    const others = [...this.#fingers.values()].filter(({ pointerId }) => pointerId !== event.pointerId);
    this.#fingers.set(event.pointerId, event);
    const [other] = others;
    if (other) {
      const distance = (finger: PointerEvent) =>
        Math.hypot(finger.clientX - other.clientX, finger.clientY - other.clientY);
      this.zoom((this.scale * distance(event)) / (distance(before) || 1), this.#pointOf(event, other));
    }
    view.scrollBy({ left: -dx / (others.length + 1), top: -dy / (others.length + 1), behavior: 'instant' });
  };

  release = (event: PointerEvent) => void this.#fingers.delete(event.pointerId);

  /** What was dragged is not clicked. */
  click = (event: Event) => {
    if (!this.#dragged) return;
    event.preventDefault();
    event.stopPropagation();
    this.#dragged = false;
  };

  #pointOf(...pointers: MouseEvent[]): [number, number] {
    const box = this.view!.getBoundingClientRect();
    const mean = (of: (pointer: MouseEvent) => number) =>
      pointers.reduce((sum, each) => sum + of(each), 0) / pointers.length;
    return [mean(({ clientX }) => clientX) - box.left, mean(({ clientY }) => clientY) - box.top];
  }
}

const motion = (): ScrollBehavior => (matchMedia('(prefers-reduced-motion: reduce)').matches ? 'instant' : 'smooth');
