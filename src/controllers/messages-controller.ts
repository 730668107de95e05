import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { standInLanguage } from '../i18n/messages/load.js';
import type { Messages } from '../i18n/messages/common.js';
import type { LanguageController } from './language-controller.js';

/** The words for what an element itself says, in the element's language. */
export class MessagesController<Words extends object = Messages> implements ReactiveController {
  #messages?: Words;
  #tag?: string;

  /** @param fetch Gets the words in a language; a server puts those that a page brings over them. */
  constructor(
    private host: ReactiveControllerHost,
    private language: LanguageController,
    public fetch: (tag: string) => Promise<Words>,
  ) {
    host.addController(this);
  }

  /** Undefined while the first are on their way; then the host updates. */
  get current(): Words | undefined {
    // On a server nobody else asks for them.
    this.hostUpdate();
    return this.#messages;
  }

  /** The language of the words, where it is not the element's: for `lang` around them. */
  get lang(): 'en' | 'zh-Hans' | undefined {
    return standInLanguage(this.current, this.#tag ?? '');
  }

  /** The direction of words in another language than the element’s: both that there are go from left to right. */
  get dir(): 'ltr' | undefined {
    return this.lang && 'ltr';
  }

  hostUpdate() {
    const { tag } = this.language;
    if (!tag || tag === this.#tag) return;
    this.#tag = tag;
    this.fetch(tag).then((current) => {
      if (tag !== this.#tag) return; // The language changed meanwhile.
      this.#messages = current;
      this.host.requestUpdate();
    }, console.warn);
  }
}
