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
}

const motion = (): ScrollBehavior => (matchMedia('(prefers-reduced-motion: reduce)').matches ? 'instant' : 'smooth');
