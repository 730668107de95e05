import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { localeOf } from '../i18n/locale.js';

/** The language an element speaks: that of the place it stands in, followed as it changes. */
export class LanguageController implements ReactiveController {
  /** BCP 47 tag. */
  tag = '';

  #observer?: MutationObserver;

  constructor(private host: ReactiveControllerHost & Element) {
    host.addController(this);
  }

  hostConnected() {
    this.#observer = new MutationObserver((_, observer) => {
      import('./rare.js').then(({ follow }) => follow(this, this.host, observer)).catch(console.warn);
    });
    this.tag = localeOf(this.host, this.#observer);
    this.host.requestUpdate();
  }

  hostDisconnected() {
    this.#observer!.disconnect();
  }
}
