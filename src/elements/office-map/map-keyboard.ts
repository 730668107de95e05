import { directions, isShortcut, type Direction } from '../pan-zoom/keys.js';
import type { Point } from '../pan-zoom/pointers.js';
import type { Pin } from './pin.js';
import type { Size } from './viewport.js';

/** What keys do to a map. */
interface KeyboardMap {
  readonly host: { readonly office: string; showInList(id: string): Promise<void> };
  readonly pins: readonly Pin[];
  readonly size: Size;
  placeOf(pin: Pin): Point;
  isSeen(pin: Pin): boolean;
  focus(pin: Pin): void;
  zoom(factor: number, point?: Point): void;
  pan(across: number, down: number): void;
  showWorld(): void;
}

/** Arrows lead from pin to pin, plus and minus zoom, Home shows the world, and Escape leads to the list. */
export function onMapKeydown(map: KeyboardMap, event: KeyboardEvent): void {
  if (isShortcut(event)) return;
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
  const action = direction ? () => step(map, point ?? [map.size[0] / 2, map.size[1] / 2], direction) : acts[event.key];
  if (!action) return;
  event.preventDefault();
  action();
}

/** From a point of the window to the next pin in a direction; where there is none in the window, the window moves. */
function step(map: KeyboardMap, [x, y]: Point, [across, down]: Direction) {
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
