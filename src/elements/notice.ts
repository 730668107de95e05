import { html, nothing, type TemplateResult } from 'lit';
import { WordsController } from '../controllers/words.js';
import { adopt } from '../tokens/adopt.js';
import { controlStyles } from '../tokens/control.styles.js';
import type { IomElement } from './iom-element.js';

/** The words for a visitor when something is missing or old: loaded only then. */
export class Notice {
  #words: WordsController;

  constructor(private host: IomElement) {
    this.#words = new WordsController(host, host.language);
    adopt(host, controlStyles);
  }

  render(state: 'empty' | 'error' | 'stale'): TemplateResult {
    const words = this.#words.words?.notice;
    return html`<p class="notice" part="notice" role="status">
      ${words?.[state]}
      ${words && state !== 'empty'
        ? html`<button part="button" @click=${() => this.host.retry()}>${words.retry}</button>`
        : nothing}
    </p>`;
  }
}
