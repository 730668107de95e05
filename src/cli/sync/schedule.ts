import { setTimeout } from 'node:timers/promises';

/**
 * Does something again and again, from one beginning to the next, until it is told to stop. What takes longer than that
 * is followed by the next one at once.
 *
 * @param minutes From one beginning to the next.
 * @param signal Ends the wait; what is being done is finished.
 * @param wait Waits so many milliseconds, or until it is told to stop.
 */
export async function every(
  minutes: number,
  round: () => Promise<void>,
  signal: AbortSignal,
  wait: (milliseconds: number, signal: AbortSignal) => Promise<unknown> = (milliseconds, signal) =>
    setTimeout(milliseconds, undefined, { signal }).catch(() => {}),
): Promise<void> {
  while (!signal.aborted) {
    const began = performance.now();
    await round();
    if (!signal.aborted) await wait(Math.max(0, minutes * 60_000 - (performance.now() - began)), signal);
  }
}
