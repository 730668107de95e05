import { formatUnit } from '../../i18n/calendar.js';
import type { ReactiveControllerHost } from 'lit';
import { isPlaced, type ParsedOffice } from '../../feed/parts/offices.js';

/** Kilometres; the mean radius of the Earth (IUGG). */
const radius = 6371;
/** Milliseconds a browser may take to find out where it is. */
const timeout = 15_000;

/**
 * Asks the browser where the visitor is, once, and tells how far the offices are from there. The position is kept for as
 * long as the list is sorted by it, and goes nowhere. Loaded when a visitor asks for the nearest office.
 */
export class Geolocation {
  /** What became of it: `sorted`, or why not. */
  state: 'asking' | 'sorted' | 'denied' | 'unavailable' | 'timeout' = 'asking';
  #here?: [number, number];

  constructor(host: ReactiveControllerHost) {
    const end = (state: Geolocation['state']) => {
      this.state = state;
      host.requestUpdate();
    };
    // Missing on pages without https.
    const { geolocation } = navigator as Partial<Navigator>;
    if (!geolocation) this.state = 'unavailable';
    host.requestUpdate();
    geolocation?.getCurrentPosition(
      ({ coords }) => {
        this.#here = [coords.longitude, coords.latitude];
        end('sorted');
      },
      ({ code }) => end(code === 1 ? 'denied' : code === 3 ? 'timeout' : 'unavailable'),
      { timeout: timeout, maximumAge: 300_000 },
    );
  }

  /** How far an office is, in the words of a language; undefined where that is not known. */
  messageFor(office: ParsedOffice, tag: string): string | undefined {
    const kilometres = this.#distanceTo(office);
    if (kilometres === Infinity) return undefined;
    return formatUnit(kilometres, 'kilometer', tag, kilometres < 10 ? 1 : 0);
  }

  /** Offices by how far they are, those last of which that is not known; as they came while the visitor’s place isn’t. */
  sort(offices: readonly ParsedOffice[]): readonly ParsedOffice[] {
    if (!this.#here) return offices;
    return offices
      .map((office) => ({ office, distance: this.#distanceTo(office) }))
      .sort((a, b) => (a.distance === b.distance ? 0 : a.distance - b.distance))
      .map(({ office }) => office);
  }

  /** Kilometres; infinite for an office that has no place, and while the visitor has none. */
  #distanceTo(office: ParsedOffice): number {
    return this.#here && isPlaced(office) ? distance(this.#here, [office.longitude, office.latitude]) : Infinity;
  }
}

/** Kilometres along a great circle, by the haversine formula. */
export function distance(from: readonly [number, number], to: readonly [number, number]): number {
  const [[west, south], [east, north]] = [from, to].map((place) => place.map((degrees) => (degrees * Math.PI) / 180));
  const square =
    Math.sin((north - south) / 2) ** 2 + Math.cos(south) * Math.cos(north) * Math.sin((east - west) / 2) ** 2;
  return 2 * radius * Math.asin(Math.min(1, Math.sqrt(square)));
}
