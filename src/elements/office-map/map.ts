import { html, nothing, render, svg } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { isPlaced, type PlacedOffice } from '../../feed/parts/offices.js';
import { translatable } from '../../html/translatable.js';
import { adoptStyles } from '../../tokens/adopt-styles.js';
import { PanZoomPointers, type Point } from '../pan-zoom/pointers.js';
import { cluster } from './cluster.js';
import countryPoints from './country-points.generated.js';
import { mapControlStyles } from './map-controls.styles.js';
import type { CountryLabels } from './country-labels.js';
import type { Directory } from './directory.js';
import { rankOf } from './kinds.js';
import { renderControls } from './map-controls.js';
import type { MapHost } from './map-host.js';
import { onMapKeydown } from './map-keyboard.js';
import { mapStyles } from './map.styles.js';
import { renderPin, type Pin } from './pin.js';
import { pinStyles } from './pin.styles.js';
import { project } from './projection.js';
import { boxOf, spotsOf } from './spots.js';
import { fitBounds, clamp, minScale, maxScale, world, zoom, type Size, type Viewport } from './viewport.js';
import { WorldSource } from './world-source.js';

/** How much nearer than the whole world an office is shown, so that the countries around are seen. */
const close = 5;
/** How much nearer than the whole world a finer one is drawn, with names: the second step of zooming. */
const fine = 2.5;

/** The window on the world, with a pin for each office, or one for several that would overlap. */
export class WorldMap {
  /** Where countries are: comes with the map, since it is for offices that only a map needs a place for. */
  readonly countryPoints = countryPoints;
  view: Viewport = { scale: 1, left: 0, top: 0 };
  size: Size = [0, 0];
  pins: readonly Pin[] = [];
  /** `id` of the office at the pin that the Tab key leads to. */
  current = '';

  #box?: HTMLElement;
  #offices: readonly PlacedOffice[] = [];
  /** Those of the list and all others. */
  #all: readonly PlacedOffice[] = [];
  #directory?: Directory;
  #selected = '';
  #narrowed: readonly unknown[] = [];
  #source = new WorldSource(this.host, () => this.#render());
  #labels?: CountryLabels;
  #panel?: typeof import('./cluster-panel.js');
  /** `id` of the office at the pin whose list is open. */
  #opened = '';
  #pointers = new PanZoomPointers({
    isMovable: true,
    panBy: (dx, dy) => this.#moveBy(dx, dy, true),
    zoomBy: (factor, point) => this.zoom(factor, point, true),
  });
  #onKeydown = (event: KeyboardEvent) => onMapKeydown(this, event);
  /** A press beside all that is on the map closes a list, or brings that place into the middle: without dragging, too. */
  #onClick = ({ target, clientX, clientY }: MouseEvent) => {
    if ((target as Element).closest('button, .cluster, .failed')) return;
    if (this.#opened) return this.closePanel();
    const { left, top } = this.#box!.getBoundingClientRect();
    if (this.view.scale > minScale(this.size) * 1.01)
      this.#moveBy(this.size[0] / 2 - (clientX - left), this.size[1] / 2 - (clientY - top));
  };
  /** Whoever uses keys needs buttons that move the map; they stay while the focus goes from one to another. */
  #onFocus = ({ type, target, relatedTarget }: FocusEvent) => {
    const isIn = type === 'focusin';
    if (isIn || !this.#box?.contains(relatedTarget as Node | null))
      this.#box?.classList.toggle('by-keys', isIn && (target as Element).matches(':focus-visible'));
  };
  #resized = new ResizeObserver(([{ contentRect }]) =>
    // In the next frame: what is drawn then may have another size, which would be observed in this one again.
    requestAnimationFrame(() => this.#resize([contentRect.width, contentRect.height])),
  );

  constructor(readonly host: MapHost) {
    for (const styles of [mapStyles, pinStyles, mapControlStyles]) adoptStyles(host, styles);
  }

  /** Draws what the list shows; goes to an office that was chosen there, or to those it was narrowed to. */
  draw(box: HTMLElement, offices: readonly PlacedOffice[], directory: Directory) {
    [this.#offices, this.#all] = [offices, directory.offices.filter(isPlaced)].map((entry) =>
      [...entry].sort((a, b) => rankOf(a) - rankOf(b)),
    );
    this.#directory = directory;
    this.#source.load();
    if (box !== this.#box) {
      this.#box = box;
      this.#resized.disconnect();
      this.#resized.observe(box);
      this.#pointers.attach(box);
      box.addEventListener('keydown', this.#onKeydown);
      box.addEventListener('click', this.#onClick);
      for (const type of ['focusin', 'focusout'] as const) box.addEventListener(type, this.#onFocus);
    } else if (this.size[0]) this.#follow();
  }

  get distance() {
    return Math.max(24, parseFloat(getComputedStyle(this.#box!).fontSize) * 1.75) + 4;
  }

  /** Moves the window; at once where a hand holds it. */
  move(view: Viewport, isHeld = false) {
    this.view = clamp(view, this.size);
    this.#box?.classList.toggle('held', isHeld);
    this.#render();
  }

  /** Zooms by a factor around a point of the window; around its middle without one. */
  zoom(factor: number, point: Point = [this.size[0] / 2, this.size[1] / 2], isHeld = false) {
    this.move(zoom(this.view, factor, point, this.size), isHeld);
  }

  /** Moves by parts of the window. */
  pan(across: number, down: number) {
    this.#moveBy(-across * this.size[0], -down * this.size[1]);
  }

  #moveBy(dx: number, dy: number, isHeld = false) {
    const { scale, left, top } = this.view;
    this.move({ scale, left: left + dx, top: top + dy }, isHeld);
  }

  showWorld() {
    this.move(fitBounds(world, this.size));
  }

  /** Brings an office into the middle, near enough for a pin of its own where that can be. */
  goTo({ longitude, latitude }: PlacedOffice) {
    if (!this.size[0]) return;
    const [x, y] = project(longitude, latitude);
    const others = this.#offices.map((entry) => project(entry.longitude, entry.latitude));
    const distances = others.map(([otherX, otherY]) => Math.hypot(otherX - x, otherY - y)).filter(Boolean);
    const apart = this.distance / Math.min(...distances, Infinity);
    const scale = Math.max(this.view.scale, minScale(this.size) * close, apart);
    this.move(fitBounds([x, y, x, y], this.size, 0, Math.min(scale, maxScale(this.size))));
  }

  /** What a pin does: opens its office in the list; of several comes nearer, or lists them, where that would not part them. */
  press({ members }: Pin) {
    if (members.length === 1) return this.choose(members[0]);
    const nearest = this.distance / maxScale(this.size);
    const isParted = cluster(spotsOf(members), nearest).length > 1 && this.view.scale < maxScale(this.size) * 0.999;
    if (isParted) return this.move(fitBounds(boxOf(members), this.size, 2 * this.distance));
    this.#opened = members[0].id;
    import('./cluster-panel.js').then((panel) => {
      this.#panel = panel;
      this.#render();
      panel.focusPanel(this.#box!);
    }, console.warn);
  }

  /** Opens an office in the list. */
  choose({ id }: PlacedOffice) {
    this.#opened = '';
    this.#selected = id;
    this.host.choose(id);
    void this.host.showInList(id);
  }

  closePanel() {
    const id = this.#opened;
    if (!id) return;
    this.#opened = '';
    const isFocused = this.host.shadowRoot?.activeElement?.closest('.cluster');
    if (isFocused) this.#focusOn(id);
    this.#render();
  }

  /** Where a pin stands in the window. */
  placeOf({ x, y }: Pin): Point {
    const { scale, left, top } = this.view;
    return [x * scale + left, y * scale + top];
  }

  isSeen(pin: Pin): boolean {
    return this.placeOf(pin).every((place, axis) => place >= 0 && place <= this.size[axis]);
  }

  /** Gives a pin the focus. */
  focus(pin: Pin) {
    this.#focusOn(pin.members[0].id);
    this.#render();
  }

  /** The pin of this `id` gets the focus; the window, where that pin is gone. */
  #focusOn(id: string) {
    const buttons = [...(this.#box?.querySelectorAll<HTMLElement>('.pin') ?? [])];
    (buttons.find(({ dataset }) => dataset.pin === id) ?? this.#box)?.focus({ preventScroll: true });
  }

  #follow() {
    const { office, chosen } = this.host;
    const narrowed = [chosen.kinds, chosen.countries, chosen.regions];
    const isNarrowed = narrowed.some((part, index) => part !== this.#narrowed[index]);
    const selected = office === this.#selected ? undefined : this.#offices.find(({ id }) => id === office);
    this.#selected = office;
    this.#narrowed = narrowed;
    if (selected) this.goTo(selected);
    else if (isNarrowed) this.#showAll();
    else this.#render();
  }

  /** All offices of the list; the world when they are all over it. */
  #showAll() {
    const view = this.#offices.length
      ? fitBounds(boxOf(this.#offices), this.size, 2 * this.distance, minScale(this.size) * close)
      : undefined;
    if (view && view.scale > 1.5 * minScale(this.size)) this.move(view);
    else this.showWorld();
  }

  #resize(size: Size) {
    if (!size[0] || !size[1]) return;
    const before = this.size;
    this.size = size;
    if (!before[0]) {
      const { chosen } = this.host;
      this.#narrowed = [chosen.kinds, chosen.countries, chosen.regions];
      this.view = fitBounds(world, size);
      this.#showAll();
      return this.#follow();
    }
    // What stood in the middle stays there.
    const { scale, left, top } = this.view;
    const middle = [(before[0] / 2 - left) / scale, (before[1] / 2 - top) / scale];
    const kept = (scale / minScale(before)) * minScale(size);
    this.move({ scale: kept, left: size[0] / 2 - middle[0] * kept, top: size[1] / 2 - middle[1] * kept }, true);
  }

  #render() {
    const box = this.#box;
    if (!box || !this.#directory || !this.size[0]) return;
    const { view, size } = this;
    const { messages, countryOf } = this.#directory;
    this.pins = cluster(spotsOf(this.#offices), this.distance / view.scale);
    const seen = this.pins.filter((pin) => this.isSeen(pin));
    const holds = (id: string) => (pin: Pin) => pin.members.some((entry) => entry.id === id);
    const focused = (this.host.shadowRoot?.activeElement as HTMLElement | null)?.dataset.pin;
    if (focused) this.current = focused;
    const tabbed = seen.find(holds(this.current)) ?? seen.find(holds(this.#selected)) ?? seen[0];
    for (const [name, value] of Object.entries({ ...view, width: size[0], height: size[1] })) {
      box.style.setProperty(`--${name}`, `${value}`);
    }
    box.classList.toggle('near', view.scale > minScale(size) * 1.01);
    const near = view.scale >= fine * minScale(size) ? this.#source.near : undefined;
    const isFailed = this.#source.world === 'failed';
    const world = near?.world ?? this.#source.world;
    const opened = this.#panel && seen.find((pin) => pin.members.length > 1 && pin.members[0].id === this.#opened);
    if (this.#panel && !opened) this.#opened = '';
    const pinOf = new Map(this.pins.map((pin) => [pin.members[0].id, pin]));
    render(
      html`<svg class="world" viewBox="0 0 ${size[0]} ${size[1]}" aria-hidden="true">
          <g class="plane">
            ${
              typeof world === 'object'
                ? svg`<path class="land" d=${world.land} /><path class="line" d=${world.borders} /><path class="line dashed" d=${world.dashed} /><path class="line dotted" d=${world.dotted} />`
                : nothing
            }
          </g>
        </svg>
        <div class="countries" aria-hidden="true" ?hidden=${!near}></div>
        ${
          isFailed
            ? html`<p class="failed" role="status">
                ${messages.map.failed}
                <button part="button" @click=${() => this.#source.load(true)}>${messages.notice.retry}</button>
              </p>`
            : nothing
        }
        ${repeat(
          // Each office has its place, with a pin or without: of each that goes, Lit leaves a comment behind (lit#5298).
          this.#all,
          ({ id }) => id,
          ({ id }) => {
            const pin = isFailed ? undefined : pinOf.get(id);
            return pin ? renderPin(this, pin, pin === tabbed, messages.map, countryOf) : nothing;
          },
        )}
        ${isFailed ? nothing : renderControls(this, messages.map)}
        ${opened ? this.#panel?.renderClusterPanel(this, opened, messages.map, countryOf) : nothing}`,
      box,
      translatable,
    );
    if (near) {
      this.#labels ??= new near.CountryLabels(this);
      this.#labels.draw(box.querySelector('.countries')!, this.#directory, minScale(size));
    }
    if (focused) this.#focusOn(tabbed && holds(focused)(tabbed) ? tabbed.members[0].id : '');
  }
}
