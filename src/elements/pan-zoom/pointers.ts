import type { OrgChart } from '../org-chart/org-chart.js';

/**
 * What a mouse, a finger or a pen does beyond the browser's own: a drag, a pinch, and the wheel with a modifier key. Each
 * has a button in the bar that does the same.
 */
export class PointerInput {
  #pressed = new Map<number, PointerEvent>();
  #view: HTMLElement | null = null;
  #isDragged = false;

  constructor(private host: OrgChart) {}

  listenTo(view: HTMLElement): void {
    // A passive listener could not keep the browser from zooming the page.
    view.addEventListener('wheel', this.#wheel, { passive: false });
    view.addEventListener('click', this.#click, { capture: true });
    view.addEventListener('pointerdown', this.#press);
    view.addEventListener('pointermove', this.#drag);
    view.addEventListener('pointerup', this.#release);
    view.addEventListener('pointercancel', this.#release);
  }

  /** Zooms, only while a modifier key is held (as a pinch on a touchpad does): the page's own scrolling is left alone. */
  #wheel = (event: WheelEvent): void => {
    const { viewport } = this.host;
    if (!(event.ctrlKey || event.metaKey) || viewport.isOutline || !viewport.view) return;
    event.preventDefault();
    const lines = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? 16 : 1;
    viewport.zoom(viewport.scale * Math.exp(-event.deltaY * lines * 0.004), this.#pointOf(event));
  };

  #press = (event: PointerEvent): void => {
    const { view, isOutline } = this.host.viewport;
    if (event.button > 0 || isOutline) return;
    // What was pressed on a view that has gone with its feed was let go elsewhere.
    if (view !== this.#view) this.#pressed.clear();
    this.#view = view;
    this.#pressed.set(event.pointerId, event);
    this.#isDragged = this.#pressed.size > 1;
  };

  #drag = (event: PointerEvent): void => {
    const { viewport } = this.host;
    const { view } = viewport;
    if (view !== this.#view) this.#pressed.clear();
    // A finger that came down before this was loaded begins here.
    if (event.pointerType === 'touch' && !this.#pressed.has(event.pointerId)) this.#press(event);
    const before = this.#pressed.get(event.pointerId);
    if (!before || !view?.isConnected) return;
    const [dx, dy] = [event.clientX - before.clientX, event.clientY - before.clientY];
    // A hand that trembles still clicks.
    if (!this.#isDragged && Math.hypot(dx, dy) < 5) return;
    this.#isDragged = true;
    // The card under the pointer may leave the page on the way.
    if (!view.hasPointerCapture(event.pointerId)) view.setPointerCapture(event.pointerId);
    this.#pressed.set(event.pointerId, event);
    const other = [...this.#pressed.values()].find(({ pointerId }) => pointerId !== event.pointerId);
    // Two fingers move the chart together, each by half.
    const share = other ? 2 : 1;
    view.scrollBy({ left: -dx / share, top: -dy / share, behavior: 'instant' });
    if (!other) return;
    const distance = (finger: PointerEvent) =>
      Math.hypot(finger.clientX - other.clientX, finger.clientY - other.clientY);
    viewport.zoom((viewport.scale * distance(event)) / (distance(before) || 1), this.#pointOf(event, other));
  };

  #release = ({ pointerId }: PointerEvent): void => void this.#pressed.delete(pointerId);

  /** What was dragged is not clicked. */
  #click = (event: Event): void => {
    if (!this.#isDragged) return;
    event.preventDefault();
    event.stopPropagation();
    this.#isDragged = false;
  };

  #pointOf(...pointers: MouseEvent[]): [number, number] {
    const box = this.host.viewport.view!.getBoundingClientRect();
    const mean = (of: (pointer: MouseEvent) => number) =>
      pointers.reduce((sum, entry) => sum + of(entry), 0) / pointers.length;
    return [mean(({ clientX }) => clientX) - box.left, mean(({ clientY }) => clientY) - box.top];
  }
}
