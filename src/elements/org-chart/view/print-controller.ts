import type { ReactiveController, ReactiveControllerHost } from 'lit';

interface PrintHost extends ReactiveControllerHost {
  /** Draws at once, for paper. */
  redraw(): void;
}

/** Sees to it that all that is open comes to paper, though only some of it may be in the page. */
export class PrintController implements ReactiveController {
  /** As a list on as many sheets as it takes, or as a picture on one. */
  form: 'list' | 'page' = 'list';
  /** Is the page being printed? */
  isPrinting = false;

  constructor(private host: PrintHost) {
    host.addController(this);
  }

  hostConnected() {
    addEventListener('beforeprint', this.#follow);
    addEventListener('afterprint', this.#follow);
  }

  hostDisconnected() {
    removeEventListener('beforeprint', this.#follow);
    removeEventListener('afterprint', this.#follow);
  }

  #follow = ({ type }: Event) => {
    this.isPrinting = type === 'beforeprint';
    if (!this.isPrinting) this.form = 'list';
    this.host.redraw();
  };
}
