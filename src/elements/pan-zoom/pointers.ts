/** Pixels from the left and the top of a window. */
export type Point = readonly [x: number, y: number];

/** A window on something larger, such as a map: what is behind it scrolls, or is transformed. */
export interface PanZoomView {
  /** False where the page alone moves what is shown: then nothing is taken from it. */
  readonly isMovable: boolean;
  /** Moves what is shown by pixels, at once: a hand holds it. */
  panBy(dx: number, dy: number): void;
  /** Zooms by a factor, at once, so that what is at a point of the window stays there. */
  zoomBy(factor: number, point: Point): void;
}

/**
 * What a mouse, a finger or a pen does to a view beyond the browser's own: a drag, a pinch, and the wheel with a modifier
 * key. Each has a button that does the same.
 */
export class PanZoomPointers {
  #pressed = new Map<number, PointerEvent>();
  #isDragged = false;

  constructor(private view: PanZoomView) {}

  /** @param box The element that is the window; one before it is let go. */
  attach(box: HTMLElement): void {
    // What was pressed on a window that has gone with its feed was let go elsewhere.
    this.#pressed.clear();
    // A passive listener could not keep the browser from zooming the page.
    box.addEventListener('wheel', this.#wheel, { passive: false });
    box.addEventListener('click', this.#click, { capture: true });
    box.addEventListener('pointerdown', this.#press);
    box.addEventListener('pointermove', this.#drag);
    box.addEventListener('pointerup', this.#release);
    box.addEventListener('pointercancel', this.#release);
  }

  /** Zooms, only while a modifier key is held (as a pinch on a touchpad does): the page's own scrolling is left alone. */
  #wheel = (event: WheelEvent): void => {
    if (!(event.ctrlKey || event.metaKey) || !this.view.isMovable) return;
    event.preventDefault();
    const lines = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? 16 : 1;
    this.view.zoomBy(Math.exp(-event.deltaY * lines * 0.004), pointOf(event.currentTarget, event));
  };

  #press = (event: PointerEvent): void => {
    if (event.button > 0 || !this.view.isMovable) return;
    this.#pressed.set(event.pointerId, event);
    this.#isDragged = this.#pressed.size > 1;
  };

  #drag = (event: PointerEvent): void => {
    const box = event.currentTarget as HTMLElement;
    // A finger that came down before this was loaded begins here.
    if (event.pointerType === 'touch' && !this.#pressed.has(event.pointerId)) this.#press(event);
    const before = this.#pressed.get(event.pointerId);
    if (!before || !box.isConnected) return;
    // A button that was let go outside is no longer held.
    if (before.buttons && !event.buttons) return this.#release(event);
    const [dx, dy] = [event.clientX - before.clientX, event.clientY - before.clientY];
    // A hand that trembles still clicks.
    if (!this.#isDragged && Math.hypot(dx, dy) < 5) return;
    this.#isDragged = true;
    // What is under the pointer may leave the page on the way.
    if (!box.hasPointerCapture(event.pointerId)) box.setPointerCapture(event.pointerId);
    this.#pressed.set(event.pointerId, event);
    const other = [...this.#pressed.values()].find(({ pointerId }) => pointerId !== event.pointerId);
    // Two fingers move the view together, each by half.
    const share = other ? 2 : 1;
    this.view.panBy(dx / share, dy / share);
    if (!other) return;
    const distance = (finger: PointerEvent) =>
      Math.hypot(finger.clientX - other.clientX, finger.clientY - other.clientY);
    this.view.zoomBy(distance(event) / (distance(before) || 1), pointOf(box, event, other));
  };

  #release = ({ pointerId }: PointerEvent): void => {
    this.#pressed.delete(pointerId);
    // The click comes first, where there is one; keys and what speaks for them click without a pointer.
    if (!this.#pressed.size) setTimeout(() => (this.#isDragged = false));
  };

  /** What was dragged is not clicked. */
  #click = (event: Event): void => {
    if (!this.#isDragged) return;
    event.preventDefault();
    event.stopPropagation();
  };
}

/** The point of a box in the middle of the pointers. */
function pointOf(box: EventTarget | null, ...pointers: MouseEvent[]): Point {
  const { left, top } = (box as Element).getBoundingClientRect();
  const mean = (of: (pointer: MouseEvent) => number) =>
    pointers.reduce((sum, pointer) => sum + of(pointer), 0) / pointers.length;
  return [mean(({ clientX }) => clientX) - left, mean(({ clientY }) => clientY) - top];
}
