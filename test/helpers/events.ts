/** The next event of a name, with its type. */
export const nextEvent = <N extends keyof HTMLElementEventMap>(target: HTMLElement, name: N) =>
  new Promise<HTMLElementEventMap[N]>((done) => target.addEventListener(name, done, { once: true }));
