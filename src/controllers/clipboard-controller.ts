import type { ReactiveControllerHost } from 'lit';

/** What became of the wish to copy: in the clipboard, or selected for the visitor to copy. */
export type CopyResult = 'copied' | 'selected';

/** Copies text for a visitor and remembers what was copied last, so that it can be said. */
export class ClipboardController {
  #copied?: unknown;
  #result?: CopyResult;

  constructor(private host: ReactiveControllerHost) {}

  /** What became of this one, if it was the last. */
  result(what: unknown): CopyResult | undefined {
    return what === this.#copied ? this.#result : undefined;
  }

  /**
   * @param what Stands for the thing that is copied.
   * @param text Goes into the clipboard.
   * @param shown Is selected where the page may not write to the clipboard.
   */
  async copy(what: unknown, text: string, shown: Element): Promise<void> {
    // The line is emptied first: what stands there already is not read out again.
    await this.#announce(what);
    await this.#announce(
      what,
      await write(text).then(
        () => 'copied' as const,
        () => select(shown),
      ),
    );
  }

  async #announce(what: unknown, how?: CopyResult) {
    this.#copied = what;
    this.#result = how;
    this.host.requestUpdate();
    await this.host.updateComplete;
  }
}

/** Rejects where the clipboard is denied, and where there is none: on pages without https. */
const write = async (text: string) => navigator.clipboard.writeText(text);

function select(shown: Element): CopyResult {
  getSelection()?.selectAllChildren(shown);
  return 'selected';
}
