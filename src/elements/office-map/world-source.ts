import type { IomElement } from '../base/iom-element.js';
import type { World } from './projection.js';

/** The element that says which world is drawn. */
interface SourceHost extends IomElement {
  /** URL of another map to draw. */
  readonly topology: string;
}

/** What is drawn: the library’s world, with a finer one once a window has come near, or that of the page. */
export class WorldSource {
  world?: World | 'failed';
  #url?: string;
  #request?: AbortController;
  #near?: typeof import('./country-labels.js');
  #isNearWanted = false;

  /** @param update Called when there is something else to draw. */
  constructor(
    private host: SourceHost,
    private update: () => void,
  ) {}

  load(again = false): void {
    const { topology } = this.host;
    if (topology === this.#url && !again) return;
    this.#url = topology;
    this.#request?.abort();
    const { signal } = (this.#request = new AbortController());
    this.world = undefined;
    const take = (world: World | 'failed') => {
      if (signal.aborted) return;
      this.world = world;
      this.update();
    };
    const wanted = topology
      ? import('./topology.js').then(({ loadWorld }) => loadWorld(this.host, topology, signal))
      : import('./world.generated.js').then((module) => module.default);
    // Why it failed has been said in the console.
    wanted.then(take, () => take('failed'));
  }

  /** The finer world and the names on it, loaded when first asked for; never there for a map of the page’s own. */
  get near() {
    if (this.host.topology) return undefined;
    if (!this.#isNearWanted) {
      this.#isNearWanted = true;
      import('./country-labels.js').then((near) => {
        this.#near = near;
        this.update();
      }, console.warn);
    }
    return this.#near;
  }
}
