/**
 * Where texts are noted that `Intl` has written, on pages that a server has filled: it has other data than the browser, and
 * what it wrote stays. A symbol, so that a filled page with a list alone loads nothing for it.
 */
export const key: unique symbol = Symbol.for('iom-widgets.noted') as never;

interface Noting {
  [key]?: Set<string>;
}

/** Begins to note. */
export const startNoting = (): void => {
  (globalThis as Noting)[key] ??= new Set();
};

/** Notes a text where that is wanted, and gives it back. */
export function noted(text: string): string {
  (globalThis as Noting)[key]?.add(text.trim());
  return text;
}

/** Whether `Intl` has written a text. */
export const isNoted = (text: string): boolean => !!(globalThis as Noting)[key]?.has(text.trim());
