import type { ReactiveControllerHost } from 'lit';

/**
 * Something that is loaded when it is first asked for. Asking gives undefined until it is there; then the host updates.
 * When the script can't be had, asking gives null, and the element does without.
 */
export function lazyImport<T>(host: ReactiveControllerHost, load: () => Promise<T>): () => T | null | undefined {
  let loaded: T | null | undefined;
  let asked: Promise<void> | undefined;
  return () => {
    asked ??= load()
      .catch(console.warn)
      .then((value) => {
        loaded = value ?? null;
        host.requestUpdate();
      });
    return loaded;
  };
}
