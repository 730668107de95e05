import type { ChartInput, ChartInputHost } from './chart-input.js';

/** What a visitor does to a chart, once the script for it is there: asked for when it is first needed. */
export class LazyInput {
  current?: ChartInput;
  #loading?: Promise<void>;

  constructor(private host: ChartInputHost) {}

  /** Resolves once the script is there, if it was asked for. */
  get complete(): Promise<void> | undefined {
    return this.#loading;
  }

  /** Does something at once, or once the script for it is there; not at all where that can't be had. */
  async run(what: (input: ChartInput) => unknown): Promise<void> {
    if (!this.current) await (this.#loading ??= this.#load());
    if (this.current) await what(this.current);
  }

  /** A pointer that only comes closes nothing. */
  preload = () => void this.run(() => undefined);

  /** A pointer or the focus is somewhere in the chart. */
  follow = ({ target }: Event) => void this.run((input) => input.follow(target as Element));

  async #load() {
    try {
      const { ChartInput } = await import('./chart-input.js');
      this.current = new ChartInput(this.host);
      this.host.requestUpdate();
    } catch (error) {
      this.#loading = undefined;
      console.warn(error);
    }
  }
}
