import { html, nothing, type TemplateResult } from 'lit';
import { MessagesController } from '../../controllers/messages-controller.js';
import { loadMessages } from '../../i18n/messages/common.js';
import { adoptStyles } from '../../tokens/adopt-styles.js';
import { controlStyles } from '../../tokens/control.styles.js';
import type { IomElement } from './iom-element.js';

/** The words for a visitor when something is missing or old: loaded only then. */
export class Notice {
  #messages: MessagesController;

  constructor(private host: IomElement) {
    this.#messages = new MessagesController(host, host.language, loadMessages);
    adoptStyles(host, controlStyles);
  }

  /** Nothing where the page has its own words inside the element. */
  render(state: 'empty' | 'error' | 'stale'): TemplateResult | typeof nothing {
    const messages = this.#messages.current?.notice;
    if (!messages || (state !== 'stale' && hasFallback(this.host))) return nothing;
    return html`<p
      class="notice"
      part="notice"
      role="status"
      lang=${this.#messages.lang ?? nothing}
      dir=${this.#messages.dir ?? nothing}
    >
      ${messages[state]}
      ${
        state === 'empty'
          ? nothing
          : html`<button part="button" @click=${() => this.host.retry()}>${messages.retry}</button>`
      }
    </p>`;
  }
}

/** Whether the page has put something inside the element to be shown instead. */
const hasFallback = (element: Element) =>
  [...element.childNodes].some((node) => node.nodeName !== 'SCRIPT' && node.textContent?.trim());
