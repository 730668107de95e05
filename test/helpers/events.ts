import { waitUntil } from '@open-wc/testing';

/** The next event of a name, with its type. */
export const nextEvent = <N extends keyof HTMLElementEventMap>(target: HTMLElement, name: N) =>
  new Promise<HTMLElementEventMap[N]>((done) => target.addEventListener(name, done, { once: true }));

/** How long a test waits for what the page owes, in milliseconds: a busy machine is slow, not wrong. No timer of an element takes as long (clock.ts). */
export const timeout = 30_000;

/** Waits for what the page owes. */
export const until = (check: () => unknown, what = 'what was waited for') =>
  waitUntil(check, what, { timeout: timeout });
