import { html, nothing, type TemplateResult } from 'lit';
import { WordsController } from '../controllers/words.js';
import { fetchWords } from '../i18n/words.js';
import { adopt } from '../tokens/adopt.js';
import { controlStyles } from '../tokens/control.styles.js';
import type { IomElement } from './iom-element.js';

/** The words for a visitor when something is missing or old: loaded only then. */
export class Notice {
  #words: WordsController;

  constructor(private host: IomElement) {
    this.#words = new WordsController(host, host.language, fetchWords);
    adopt(host, controlStyles);
  }

  /** Nothing where the page has its own words inside the element. */
  render(state: 'empty' | 'error' | 'stale'): TemplateResult | typeof nothing {
    const words = this.#words.words?.notice;
    if (!words || (state !== 'stale' && hasFallback(this.host))) return nothing;
    return html`<p class="notice" part="notice" role="status" lang=${this.#words.lang ?? nothing}>
      ${words[state]}
      ${
        state === 'empty'
          ? nothing
          : html`<button part="button" @click=${() => this.host.retry()}>${words.retry}</button>`
      }
    </p>`;
  }
}

/** Whether the page has put something inside the element to be shown instead. */
const hasFallback = (element: Element) =>
  [...element.childNodes].some((node) => node.nodeName !== 'SCRIPT' && node.textContent?.trim());
