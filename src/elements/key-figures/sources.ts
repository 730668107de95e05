import { html, nothing, type TemplateResult } from 'lit';
import type { ParsedFigure } from '../../feed/parts/figures.js';
import { formattingTag } from '../../i18n/calendar.js';
import { foreign } from '../../i18n/foreign.js';
import type { FigureView } from './figure.js';
import { describeDate } from './format-figure.js';

/** A source and a date that figures have in common. */
type SourceOf = Pick<ParsedFigure, 'source' | 'as_of'>;

/** The sources of figures, each once. */
export class Sources {
  #all: SourceOf[] = [];
  #keys: string[] = [];

  constructor(private figures: readonly ParsedFigure[]) {
    for (const figure of figures) {
      const key = keyOf(figure);
      if (!key || this.#keys.includes(key)) continue;
      this.#keys.push(key);
      this.#all.push(figure);
    }
  }

  /** The number at a figure's label that leads to its source; none where all have the same. */
  numberOf(figure: ParsedFigure, tag: string): string | undefined {
    const index = this.#keys.indexOf(keyOf(figure));
    return this.#isShared || index < 0 ? undefined : numberIn(tag, index);
  }

  /** Where the figures come from and as of when. */
  render({ tag, messages, language }: FigureView): TemplateResult[] {
    return this.#all.map(({ source, as_of }, index) => {
      const title = source && html`<bdi lang=${language ?? nothing}>${source.title}</bdi>`;
      const number = this.#isShared ? nothing : html`<sup lang=${tag}>${numberIn(tag, index)}</sup>`;
      return html`<p class="meta source" part="source">
        ${source ? html`<span>${number}${` ${messages.source} `}${source.url ? html`<a href=${source.url} hreflang=${foreign(language, tag) ?? nothing}>${title}</a>` : title}</span>` : number}
        ${as_of ? html`<span>${`${messages.asOf} `}<time datetime=${as_of} lang=${tag}>${describeDate(as_of, tag)}</time></span>` : nothing}
      </p>`;
    });
  }

  get #isShared(): boolean {
    return this.#all.length === 1 && this.figures.every((figure) => keyOf(figure) === this.#keys[0]);
  }
}

/** From one on, in the digits of a language, whether the browser has data for it or not. */
const numberIn = (tag: string, index: number): string => new Intl.NumberFormat(formattingTag(tag)).format(index + 1);

const keyOf = ({ source, as_of }: SourceOf): string => (source || as_of ? JSON.stringify([source, as_of]) : '');
