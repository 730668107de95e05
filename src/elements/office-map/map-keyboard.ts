import type { Pin, WorldMap } from './map.js';
import type { Size } from './viewport.js';

/** Where arrow keys lead. */
const directions: Record<string, readonly [number, number]> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

/**
 * What keys and pointers do to the map: arrows between pins, a drag, a pinch, and the wheel with a modifier. Each has a
 * button that does the same.
 */
export class MapInput {
  #fingers = new Map<number, PointerEvent>();
  #isDragged = false;

  constructor(private map: WorldMap) {}

  attach(box: HTMLElement) {
    box.addEventListener('keydown', this.#key);
    box.addEventListener('pointerdown', this.#press);
    box.addEventListener('pointermove', this.#drag);
    box.addEventListener('pointerup', this.#release);
    box.addEventListener('pointercancel', this.#release);
    box.addEventListener('click', this.#click, true);
    // A passive listener could not keep the browser from zooming the page.
    box.addEventListener('wheel', this.#wheel, { passive: false });
  }

  #key = (event: KeyboardEvent) => {
    const { map } = this;
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const id = (event.target as Element).closest<HTMLElement>('.pin')?.dataset.pin;
    const pin = map.pins.find(({ members }) => members[0].id === id);
    const point = pin && map.placeOf(pin);
    const acts: Record<string, () => void> = {
      '+': () => map.zoom(1.6, point),
      '=': () => map.zoom(1.6, point),
      '-': () => map.zoom(1 / 1.6, point),
      Home: () => map.showWorld(),
      Escape: () => void map.host.showInList(map.host.office),
    };
    // The buttons have arrows of their own.
    const direction = pin || event.target === event.currentTarget ? directions[event.key] : undefined;
    const action = direction
      ? () => this.#step(point ?? [map.size[0] / 2, map.size[1] / 2], direction)
      : acts[event.key];
    if (!action) return;
    event.preventDefault();
    action();
  };

  /** From a point of the window to the next pin in a direction; where there is none in the window, the window moves. */
  #step([x, y]: Size, [across, down]: readonly [number, number]) {
    const { map } = this;
    let next: Pin | undefined;
    let least = Infinity;
    for (const pin of map.pins) {
      const place = map.placeOf(pin);
      const [dx, dy] = [place[0] - x, place[1] - y];
      const ahead = dx * across + dy * down;
      const aside = Math.abs(dx * down + dy * across);
      if (ahead < 1 || aside > 2 * ahead || ahead + 2 * aside > least || !map.isSeen(pin)) continue;
      [next, least] = [pin, ahead + 2 * aside];
    }
    if (next) map.focus(next);
    else map.pan(across * 0.4, down * 0.4);
  }

  /** Zooms, only while a modifier key is held (as a pinch on a touchpad does): the page's own scrolling is left alone. */
  #wheel = (event: WheelEvent) => {
    if (!event.ctrlKey && !event.metaKey) return;
    event.preventDefault();
    const lines = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? 16 : 1;
    this.map.zoom(Math.exp(-event.deltaY * lines * 0.004), pointOf(event.currentTarget, event), true);
  };

  #press = (event: PointerEvent) => {
    if (event.button > 0) return;
    this.#fingers.set(event.pointerId, event);
    this.#isDragged = false;
  };

  #drag = (event: PointerEvent) => {
    const { map } = this;
    const before = this.#fingers.get(event.pointerId);
    // A button that was let go outside is no longer held.
    if (!before || !event.buttons) return this.#release(event);
    const [dx, dy] = [event.clientX - before.clientX, event.clientY - before.clientY];
    // A hand that trembles still clicks.
    if (!this.#isDragged && this.#fingers.size < 2 && Math.hypot(dx, dy) < 5) return;
    const box = event.currentTarget as HTMLElement;
    if (!this.#isDragged) box.setPointerCapture(event.pointerId);
    this.#isDragged = true;
    const others = [...this.#fingers.values()].filter(({ pointerId }) => pointerId !== event.pointerId);
    this.#fingers.set(event.pointerId, event);
    const [other] = others;
    if (other) {
      const apart = (finger: PointerEvent) =>
        Math.hypot(finger.clientX - other.clientX, finger.clientY - other.clientY);
      map.zoom(apart(event) / (apart(before) || 1), pointOf(box, event, other), true);
    }
    const { scale, left, top } = map.view;
    // Each of two fingers moves the map by half of its way.
    map.move({ scale, left: left + dx / (others.length + 1), top: top + dy / (others.length + 1) }, true);
  };

  #release = ({ pointerId }: PointerEvent) => {
    this.#fingers.delete(pointerId);
    // The click comes first, where there is one.
    if (this.#isDragged) setTimeout(() => (this.#isDragged = false));
  };

  /** What was dragged is not clicked. */
  #click = (event: Event) => {
    if (!this.#isDragged) return;
    event.preventDefault();
    event.stopPropagation();
  };
}

/** The point of the box in the middle of the pointers. */
function pointOf(box: EventTarget | null, ...pointers: MouseEvent[]): Size {
  const { left, top } = (box as Element).getBoundingClientRect();
  const mean = (of: (pointer: MouseEvent) => number) =>
    pointers.reduce((sum, pointer) => sum + of(pointer), 0) / pointers.length;
  return [mean(({ clientX }) => clientX) - left, mean(({ clientY }) => clientY) - top];
}
