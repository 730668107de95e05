import type { ReactiveControllerHost } from 'lit';
import { geoDistance } from 'd3-geo';
import { isPlaced, type ReadOffice } from '../../feed/offices.js';

/** Kilometres; the mean radius of the Earth (IUGG). */
const radius = 6371;
/** Milliseconds a browser may take to find out where it is. */
const patience = 15_000;

/**
 * Asks the browser where the visitor is, once, and tells how far the offices are from there. The position is kept for as
 * long as the list is sorted by it, and goes nowhere. Loaded when a visitor asks for the nearest office.
 */
export class Nearest {
  /** What became of it: `sorted`, or why not. */
  state: 'asking' | 'sorted' | 'denied' | 'unavailable' | 'timeout' = 'asking';
  #here?: [number, number];

  constructor(host: ReactiveControllerHost) {
    const end = (state: Nearest['state']) => {
      this.state = state;
      host.requestUpdate();
    };
    // Missing on pages without https.
    const { geolocation } = navigator as Partial<Navigator>;
    if (!geolocation) this.state = 'unavailable';
    geolocation?.getCurrentPosition(
      ({ coords }) => {
        this.#here = [coords.longitude, coords.latitude];
        end('sorted');
      },
      ({ code }) => end(code === 1 ? 'denied' : code === 3 ? 'timeout' : 'unavailable'),
      { timeout: patience, maximumAge: 300_000 },
    );
  }

  /** Kilometres along a great circle; undefined for an office that has no place, and while the visitor has none. */
  distanceTo(office: ReadOffice): number | undefined {
    return this.#here && isPlaced(office)
      ? geoDistance(this.#here, [office.longitude, office.latitude]) * radius
      : undefined;
  }
}
