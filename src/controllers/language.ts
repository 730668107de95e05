import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { languageAt } from '../i18n/language.js';

/** The language an element speaks: that of the place it stands in, followed as it changes. */
export class LanguageController implements ReactiveController {
  /** BCP 47 tag. */
  tag = '';

  #observer?: MutationObserver;

  constructor(private host: ReactiveControllerHost & Element) {
    host.addController(this);
  }

  hostConnected() {
    const follow = () => {
      this.tag = languageAt(this.host, (root) => observer.observe(root, { subtree: true, attributeFilter: ['lang'] }));
      this.host.requestUpdate();
    };
    const observer = (this.#observer = new MutationObserver(follow));
    follow();
  }

  hostDisconnected() {
    this.#observer?.disconnect();
  }
}
