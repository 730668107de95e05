import type { ReactiveController, ReactiveControllerHost } from 'lit';

interface AddressHost extends ReactiveControllerHost {
  hash: boolean;
  unit: string;
}

/** Keeps the chosen unit in the address of the page, as `#unit=` and its `id`, and follows it: if the page asks for it. */
export class Address implements ReactiveController {
  constructor(private host: AddressHost) {
    host.addController(this);
  }

  hostConnected() {
    addEventListener('hashchange', this.#follow);
    this.#follow();
  }

  hostDisconnected() {
    removeEventListener('hashchange', this.#follow);
  }

  /** @param id Empty for none. */
  keep(id: string): void {
    if (!this.host.hash) return;
    const { pathname, search } = location;
    // Whole, for a `#` alone is of the page that `<base>` names.
    history.replaceState(history.state, '', pathname + search + (id ? `#${new URLSearchParams({ unit: id })}` : ''));
  }

  #follow = () => {
    const id = new URLSearchParams(location.hash.slice(1)).get('unit');
    if (this.host.hash && id) this.host.unit = id;
  };
}
