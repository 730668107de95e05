import { adoptStyles } from '../../tokens/adopt-styles.js';
import { countryLabelStyles } from './country-labels.styles.js';
import type { Directory } from './directory.js';
import { project } from './projection.js';
import type { Size, Viewport } from './viewport.js';
import { rooms } from './world-near.generated.js';

export { default as world } from './world-near.generated.js';

/** Left, top, right and bottom in pixels of the zoomed plane. */
type Box = readonly [number, number, number, number];

interface Label {
  node: HTMLElement;
  /** Where its middle stands on the plane. */
  x: number;
  y: number;
  /** Side of a square as large as the country, in units of the plane. */
  room: number;
  width: number;
  height: number;
  /** Undefined while there is no place for it. */
  box?: Box;
}

/** What labels need to know of their map. */
interface LabelledMap {
  readonly host: { readonly renderRoot: ParentNode; readonly language: { readonly tag: string } };
  /** Where countries are: see country-points.generated.ts, which comes with the map. */
  readonly countryPoints: string;
  readonly view: Viewport;
  readonly size: Size;
  readonly pins: readonly { x: number; y: number }[];
  /** Pixels between pins that don't overlap. */
  readonly distance: number;
}

/** How much wider than its country a name may be: the sea and small neighbours often leave room. */
const overhang = 2.2;
/** Scales from which every name is written that finds a place, in parts of the whole world's: small islands have no room. */
const all = 6;

/**
 * The names of countries in the reader’s language, the largest first, where they overlap neither one another nor a pin.
 * Loaded with the finer world once a window has come near.
 */
export class CountryLabels {
  #labels: Label[] = [];
  #made: unknown[] = [];
  #placed = '';

  constructor(private map: LabelledMap) {
    adoptStyles(map.host, countryLabelStyles);
  }

  /** @param least The scale at which the whole world is seen. */
  draw(layer: HTMLElement, directory: Directory, least: number): void {
    const { view, pins, distance } = this.map;
    const made = [layer, directory, distance];
    if (made.some((part, index) => part !== this.#made[index])) {
      this.#made = made;
      this.#placed = '';
      this.#make(layer, directory);
    }
    // Where they stand depends on how near the window is, and not on where it is: none jumps while a hand moves the map.
    const placed = [view.scale, ...pins.map(({ x, y }) => `${x} ${y}`)].join();
    if (placed !== this.#placed) {
      this.#placed = placed;
      this.#place(view.scale, view.scale > all * least);
    }
    for (const { node, box } of this.#labels) node.classList.toggle('away', !box || !this.#isWhole(box));
  }

  #make(layer: HTMLElement, { countryOf }: Directory) {
    const places = new Map(
      this.map.countryPoints.split(' ').map((point) => {
        const [latitude, longitude] = point.slice(2).split(',').map(Number);
        return [point.slice(0, 2), project(longitude, latitude)];
      }),
    );
    const made = rooms.split(' ').flatMap((entry) => {
      const country = entry.slice(0, 2);
      const [x, y] = places.get(country) ?? [];
      if (x === undefined || y === undefined) return [];
      const node = document.createElement('span');
      node.className = 'country away';
      node.dir = 'auto';
      node.textContent = countryOf({ country });
      node.style.setProperty('--x', `${x}`);
      node.style.setProperty('--y', `${y}`);
      return [{ node, x, y, room: Number(entry.slice(2)) }];
    });
    layer.replaceChildren(...made.map(({ node }) => node));
    this.#labels = made.map((label) => ({ ...label, width: label.node.offsetWidth, height: label.node.offsetHeight }));
  }

  #place(scale: number, isNear: boolean) {
    const { distance, pins } = this.map;
    const taken: Box[] = pins.map(({ x, y }) => [
      x * scale - distance / 2,
      y * scale - (distance * 4) / 3,
      x * scale + distance / 2,
      y * scale,
    ]);
    for (const label of this.#labels) {
      const { node, x, y, width, height, room } = label;
      const fits = isNear || width <= room * scale * overhang;
      const boxAt = (down: number): Box => [
        x * scale - width / 2,
        y * scale + down - height / 2,
        x * scale + width / 2,
        y * scale + down + height / 2,
      ];
      // In the middle of its country; else below or above what stands there, as long as it is near.
      const down = fits
        ? [0, height * 0.75, -height * 0.75, distance].find((step) => {
            const box = boxAt(step);
            return !taken.some(
              ([left, top, right, bottom]) => box[0] < right && left < box[2] && box[1] < bottom && top < box[3],
            );
          })
        : undefined;
      label.box = down === undefined ? undefined : boxAt(down);
      if (!label.box) continue;
      taken.push(label.box);
      node.style.setProperty('--down', `${down}px`);
    }
  }

  /** Whether a name stands in the window with all of its letters. */
  #isWhole([left, top, right, bottom]: Box): boolean {
    const { view, size } = this.map;
    return left + view.left >= 0 && top + view.top >= 0 && right + view.left <= size[0] && bottom + view.top <= size[1];
  }
}
