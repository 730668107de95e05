import { Keys } from './keys.js';
import type { OrgChart } from './org-chart.js';

/**
 * What keys and pointers do beyond the browser's own: arrows between cards, a drag, a pinch, and the wheel with a modifier.
 * Each drag has a button in the bar that does the same.
 */
export class Hands {
  #keys = new Keys();
  #fingers = new Map<number, PointerEvent>();
  #dragged = false;

  constructor(private host: OrgChart) {}

  /** Keys that are not the control's own. */
  key = (event: KeyboardEvent) => {
    const slot = Number((event.target as Element).closest<HTMLElement>('[data-slot]')?.dataset.slot);
    const { chart, stage } = this.host;
    if (!chart || !slot || event.ctrlKey || event.metaKey || event.altKey) return;
    const step = this.#keys.step(chart, slot, event, stage.mirrored);
    if (!step) return;
    event.preventDefault();
    if ('to' in step) void this.host.focusUnit(chart.drawing.unit[step.to]);
    else this.host.toggle(chart.unitAt(slot).id, step.open);
  };

  /** Zooms, only while a modifier key is held (as a pinch on a touchpad does): the page's own scrolling is left alone. */
  wheel = {
    // A passive listener could not keep the browser from zooming the page.
    passive: false,
    handleEvent: (event: WheelEvent) => {
      const { stage, isOutline } = this.host;
      if (!(event.ctrlKey || event.metaKey) || isOutline) return;
      event.preventDefault();
      const lines = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? 16 : 1;
      stage.zoom(stage.scale * Math.exp(-event.deltaY * lines * 0.004), this.#pointOf(event));
    },
  };

  press = (event: PointerEvent) => {
    if (event.button > 0 || this.host.isOutline) return;
    this.#fingers.set(event.pointerId, event);
    this.#dragged = false;
  };

  drag = (event: PointerEvent) => {
    const before = this.#fingers.get(event.pointerId);
    const { stage } = this.host;
    const { view } = stage;
    // A finger that came down before this was loaded begins here.
    if (!before && event.buttons && event.isPrimary) this.press(event);
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
      stage.zoom((stage.scale * distance(event)) / (distance(before) || 1), this.#pointOf(event, other));
    }
    view.scrollBy({ left: -dx / (others.length + 1), top: -dy / (others.length + 1), behavior: 'instant' });
  };

  release = (event: PointerEvent) => void this.#fingers.delete(event.pointerId);

  /** What was dragged is not clicked. */
  click = {
    capture: true,
    handleEvent: (event: Event) => {
      if (!this.#dragged) return;
      event.preventDefault();
      event.stopPropagation();
      this.#dragged = false;
    },
  };

  #pointOf(...pointers: MouseEvent[]): [number, number] {
    const box = this.host.stage.view!.getBoundingClientRect();
    const mean = (of: (pointer: MouseEvent) => number) =>
      pointers.reduce((sum, each) => sum + of(each), 0) / pointers.length;
    return [mean(({ clientX }) => clientX) - box.left, mean(({ clientY }) => clientY) - box.top];
  }
}
