import type { ReactiveControllerHost } from 'lit';

/**
 * Something that is loaded when it is first asked for. Asking gives undefined until it is there; then the host updates.
 * When the script can't be had, the element does without.
 */
export function lazy<T>(host: ReactiveControllerHost, load: () => Promise<T>): () => T | undefined {
  let loaded: T | undefined;
  let asked = false;
  return () => {
    if (!asked) {
      asked = true;
      load().then((value) => {
        loaded = value;
        host.requestUpdate();
      }, console.warn);
    }
    return loaded;
  };
}
