import type { ReactiveController, ReactiveControllerHost } from 'lit';

/**
 * Updates its host at a moment to come; while the page is hidden it sleeps, and then sees whether the moment has passed.
 * It looks at the clock every minute, since timers stand still while the machine sleeps.
 */
export class UpdateTimerController implements ReactiveController {
  #at = Infinity;
  #timer = 0;

  constructor(private host: ReactiveControllerHost & Element) {
    host.addController(this);
  }

  /** Forgets what it was set to. */
  clear() {
    this.#at = Infinity;
    this.#reschedule();
  }

  /** @param index Milliseconds since 1970; the earliest of several counts. */
  set(index = Infinity) {
    if (index >= this.#at) return;
    this.#at = index;
    this.#reschedule();
  }

  hostConnected() {
    document.addEventListener('visibilitychange', this.#reschedule);
    this.#reschedule();
  }

  hostDisconnected() {
    document.removeEventListener('visibilitychange', this.#reschedule);
    clearTimeout(this.#timer);
  }

  #reschedule = () => {
    clearTimeout(this.#timer);
    if (!this.host.isConnected || document.hidden || this.#at === Infinity) return;
    // A second at least, so that a clock that is set back can't make it spin.
    const wait = Math.min(Math.max(this.#at - Date.now(), 1000), 60_000);
    const ring = () => (Date.now() < this.#at ? this.#reschedule() : this.host.requestUpdate());
    this.#timer = setTimeout(ring, wait) as unknown as number;
  };
}
