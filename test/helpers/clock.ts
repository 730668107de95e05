import { timeout } from './events.js';

/**
 * A clock that goes only when a test says so, with the timers of the page that wait for a second and more.
 *
 * @param start What it shows, as RFC 3339; the time it is, where nothing is said.
 */
export function stopClock(start?: string) {
  const real = {
    now: Date.now.bind(Date),
    setTimeout: window.setTimeout.bind(window),
    clearTimeout: window.clearTimeout.bind(window),
    setInterval: window.setInterval.bind(window),
    clearInterval: window.clearInterval.bind(window),
  };
  const { now, ...timers } = real;
  /** What the clock has gone on by, and what of it timers have seen: they stand still while the machine sleeps. */
  let passed = 0;
  let awake = 0;
  const waiting = new Map<object, { index: number; every?: number; run: () => void }>();
  const isTests = (wait: number) => wait < 1000 || wait === timeout;
  const hold = (run: () => void, wait: number, every?: number) => {
    const id = {};
    waiting.set(id, { index: awake + wait, every, run });
    return id;
  };
  const forget = (clear: (id?: number) => void) => (id: unknown) =>
    waiting.delete(id as object) || clear(id as number | undefined);

  const began = start ? Date.parse(start) : real.now();
  Date.now = () => began + passed;
  Object.assign(window, {
    setTimeout: (run: () => void, wait = 0) => (isTests(wait) ? real.setTimeout(run, wait) : hold(run, wait)),
    setInterval: (run: () => void, wait = 0) => (isTests(wait) ? real.setInterval(run, wait) : hold(run, wait, wait)),
    clearTimeout: forget(real.clearTimeout),
    clearInterval: forget(real.clearInterval),
  });

  return {
    /** How many timers wait. */
    get waiting() {
      return waiting.size;
    },
    /** Lets time pass, for the page too. */
    pass(seconds: number) {
      passed += seconds * 1000;
      awake += seconds * 1000;
      for (const [id, timer] of waiting) {
        if (timer.index > awake) continue;
        if (timer.every) timer.index = awake + timer.every;
        else waiting.delete(id);
        timer.run();
      }
    },
    /** The machine sleeps. */
    sleep(seconds: number) {
      passed += seconds * 1000;
    },
    restore() {
      Date.now = now;
      Object.assign(window, timers);
    },
  };
}
