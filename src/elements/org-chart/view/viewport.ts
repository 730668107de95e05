import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Area, ChartModel } from '../model/chart-model.js';

/** Smallest and largest zoom. At the smallest the names can still be read, and a target is made 24 px high. */
export const scales = [0.5, 2] as const;
/** Free room around a chart, in pixels on screen. */
const margin = 24;
/** Free room between what was opened and the edge of the view. */
const minMargin = 4;

interface ViewportHost extends ReactiveControllerHost, HTMLElement {
  readonly renderRoot: HTMLElement | DocumentFragment;
  readonly chart?: ChartModel;
}

/**
 * The window on the chart: where it is and how large everything is in it. Scrolling is the browser's own, so that focus,
 * a reader's software and the browser's search move it, too; what is not asked for is never taken from the page.
 */
export class Viewport implements ReactiveController {
  scale = 1;
  /** Does the chart run from right to left? */
  isRtl = false;
  /** Width of the element when it was drawn. */
  width = 0;
  /** Free room before and behind the chart, in pixels, where it is not in the middle because a unit is held in place. */
  #blank?: { lead: [number, number]; trail: [number, number] };
  /** What is left to do once the page shows the newest drawing. */
  #moves: (() => void)[] = [];
  #resized?: ResizeObserver;

  constructor(private host: ViewportHost) {
    host.addController(this);
  }

  hostConnected() {
    this.#resized = new ResizeObserver(() => {
      // In the next frame: what is drawn then has another height, which would be observed in this one again.
      if (this.room !== this.width) requestAnimationFrame(() => this.host.requestUpdate());
    });
    this.#resized.observe(this.host);
    document.fonts.addEventListener('loadingdone', this.#measureAnew);
  }

  hostDisconnected() {
    this.#resized?.disconnect();
    document.fonts.removeEventListener('loadingdone', this.#measureAnew);
  }

  #measureAnew = () => {
    this.host.chart?.remeasure();
    this.host.requestUpdate();
  };

  /** Width there is for the chart: beside a picture that floats, less than the element has. */
  get room(): number {
    return (this.host.renderRoot?.querySelector('.base') ?? this.host).clientWidth;
  }

  get view(): HTMLElement | null {
    return this.host.renderRoot?.querySelector('.view') ?? null;
  }

  /** Is there a chart in the page? Before its feed is there, and once that is gone, there is none. */
  get isDrawn(): boolean {
    return !!this.host.renderRoot?.querySelector('.sizer');
  }

  get isOutline(): boolean {
    return this.host.chart?.geometry.layout === 'outline';
  }

  get #drawing() {
    return this.host.chart!.geometry;
  }

  /** Horizontal position in the drawing as it is on screen; with a width, that of the left edge. */
  toScreenX = (x: number, width = 0): number => (this.isRtl ? this.#drawing.size[0] - x - width : x);

  /** Width and height of what is scrolled. */
  get size(): [width: number, height: number] {
    const [width, height] = this.#drawing.size;
    const around = this.isOutline ? 0 : 2 * margin;
    return [width * this.scale + around, height * this.scale + around];
  }

  /** Where the card of a slot begins in the view, in pixels on screen. */
  positionOf(slot: number): [left: number, top: number] {
    const { x, y, width } = this.#drawing;
    const { scrollLeft, scrollTop } = this.view!;
    const [left, top] = this.#corner();
    return [
      left + this.toScreenX(x[slot], width[slot]) * this.scale - scrollLeft,
      top + y[slot] * this.scale - scrollTop,
    ];
  }

  /** The part of the drawing in view. */
  visibleArea(): Area {
    const { scale } = this;
    const { scrollLeft, scrollTop, clientWidth, clientHeight } = this.view!;
    const [left, top] = this.#corner();
    const width = clientWidth / scale;
    const from = this.toScreenX((scrollLeft - left) / scale, width);
    const y = (scrollTop - top) / scale;
    return { left: from, top: y, right: from + width, bottom: y + clientHeight / scale };
  }

  /** Where the drawing begins in what is scrolled: in the middle where there is room. */
  #corner(): [left: number, top: number] {
    if (this.isOutline) return [0, 0];
    if (this.#blank) return [margin + this.#blank.lead[0], margin + this.#blank.lead[1]];
    return [margin + Math.max(0, (this.view!.clientWidth - this.size[0]) / 2), margin];
  }

  /** Makes room for the drawing as large as it is now, and the moves that waited for the page. */
  applyPendingMoves(): void {
    const sizer = this.view!.firstElementChild as HTMLElement;
    const [width, height] = this.size;
    const { lead, trail } = this.#blank ?? { lead: [0, 0], trail: [0, 0] };
    sizer.style.padding = `${lead[1]}px ${trail[0]}px ${trail[1]}px ${lead[0]}px`;
    sizer.style.inlineSize = this.isOutline ? '' : `${lead[0] + width + trail[0]}px`;
    sizer.style.blockSize = `${lead[1] + height + trail[1]}px`;
    const { style } = sizer.firstElementChild as HTMLElement;
    // Chromium 103 has no scale apart from other transforms.
    if ('scale' in style) style.scale = `${this.scale}`;
    else (style as CSSStyleDeclaration).transform = `scale(${this.scale})`;
    for (const move of this.#moves.splice(0)) move();
  }

  #next(move: () => void) {
    this.#moves.push(move);
    this.host.requestUpdate();
  }

  /**
   * Keeps a unit where it is on screen while a change gives it another place in the drawing; then brings what is below it
   * into view.
   */
  hold<T>(unit: number, change: () => T): T {
    const chart = this.host.chart!;
    const before = this.isDrawn && !this.isOutline && chart.slots[unit] && this.positionOf(chart.slots[unit]);
    const result = change();
    const slot = chart.slots[unit];
    if (!before || !slot) return result;
    const { clientWidth, clientHeight } = this.view!;
    const { x, y, width } = this.#drawing;
    const { scale, size } = this;
    const start = [before[0] - this.toScreenX(x[slot], width[slot]) * scale, before[1] - y[slot] * scale];
    const lead = start.map((from) => Math.max(0, from - margin)) as [number, number];
    const scroll = start.map((from, axis) => lead[axis] + margin - from);
    const trail = [clientWidth, clientHeight].map((room, axis) =>
      Math.max(0, scroll[axis] + room - lead[axis] - size[axis]),
    ) as [number, number];
    this.#blank = { lead, trail };
    this.#next(() => {
      this.view!.scrollTo({ left: scroll[0], top: scroll[1], behavior: 'instant' });
      this.#revealBranch(unit);
    });
    return result;
  }

  /** Moves the view as far as it takes to see all that is below a unit, but not so far that the unit is out of view. */
  #revealBranch(unit: number) {
    const { slots, organization } = this.host.chart!;
    const { width, height, unit: units, count } = this.#drawing;
    const { clientWidth, clientHeight } = this.view!;
    const room = [clientWidth - minMargin, clientHeight - minMargin];
    const card = this.positionOf(slots[unit]);
    const [from, to] = [[...card], [...card]];
    for (let slot = slots[unit]; slot <= count && units[slot] < organization.end[unit]; slot++) {
      const corner = this.positionOf(slot);
      const size = [width[slot], height[slot]];
      for (const axis of [0, 1]) {
        from[axis] = Math.min(from[axis], corner[axis]);
        to[axis] = Math.max(to[axis], corner[axis] + size[axis] * this.scale);
      }
    }
    const [left, top] = from.map((start, axis) => {
      if (to[axis] > room[axis]) return Math.max(0, Math.min(to[axis] - room[axis], card[axis] - minMargin));
      return Math.min(0, start - minMargin);
    });
    // At once: cards come from where they stood on screen.
    if (left || top) this.view!.scrollBy({ left, top, behavior: 'instant' });
  }

  /** Zooms around a point of the view; around its middle without one. */
  zoom(scale: number, point?: readonly [number, number]): void {
    const { view } = this;
    if (!view || !this.host.chart) return;
    const [px, py] = point ?? [view.clientWidth / 2, view.clientHeight / 2];
    const [left, top] = this.#corner();
    const x = (view.scrollLeft + px - left) / this.scale;
    const y = (view.scrollTop + py - top) / this.scale;
    this.#blank = undefined;
    this.scale = Math.min(scales[1], Math.max(scales[0], scale));
    this.#next(() => {
      const [newLeft, newTop] = this.#corner();
      this.#scroll(x * this.scale + newLeft - px, y * this.scale + newTop - py, 'instant');
    });
  }

  /** Shows all of the chart, or as much as `least` allows, from where it begins. */
  fit(least: number = scales[0]): void {
    const { view } = this;
    if (!this.host.chart) return;
    this.#blank = undefined;
    const [width, height] = this.#drawing.size;
    const fitting = view
      ? Math.min((view.clientWidth - 2 * margin) / width, (view.clientHeight - 2 * margin) / height)
      : 1;
    this.scale = this.isOutline ? 1 : Math.min(1, Math.max(least, fitting));
    this.#next(() => !this.isOutline && this.#show(1, 'instant'));
  }

  /** Moves by parts of the view: 1 is all of its width or height. */
  move(across: number, down: number): void {
    const { view } = this;
    view?.scrollBy({ left: across * view.clientWidth, top: down * view.clientHeight, behavior: motion() });
  }

  /** Brings the card of a unit into the middle of the view. */
  show(unit: number, behavior = motion()): void {
    this.#next(() => this.#show(this.host.chart!.slots[unit], behavior));
  }

  #show(slot: number, behavior: ScrollBehavior) {
    const { x, y, width, height } = this.#drawing;
    if (!slot || slot >= x.length) return;
    this.centre(x[slot] + width[slot] / 2, y[slot] + height[slot] / 2, behavior);
    if (!this.isOutline) return;
    // An outline is as high as it is; there the page itself moves, once the card is there.
    void this.host.updateComplete.then(() =>
      this.host.renderRoot.querySelector(`[data-slot="${slot}"]`)?.scrollIntoView({ block: 'nearest', behavior }),
    );
  }

  /** Brings a point of the drawing into the middle of the view. */
  centre(x: number, y: number, behavior: ScrollBehavior = 'instant'): void {
    const { view } = this;
    if (!view || !this.host.chart) return;
    const [left, top] = this.#corner();
    this.#scroll(
      this.toScreenX(x) * this.scale + left - view.clientWidth / 2,
      y * this.scale + top - view.clientHeight / 2,
      behavior,
    );
  }

  #scroll(left: number, top: number, behavior: ScrollBehavior) {
    const view = this.view!;
    // A longer way is no way that an eye could follow.
    const isFar =
      Math.abs(left - view.scrollLeft) > 3 * view.clientWidth || Math.abs(top - view.scrollTop) > 3 * view.clientHeight;
    view.scrollTo({ left, top, behavior: isFar ? 'instant' : behavior });
  }
}

const motion = (): ScrollBehavior => (matchMedia('(prefers-reduced-motion: reduce)').matches ? 'instant' : 'smooth');
