import { html, nothing, type TemplateResult } from 'lit';
import type { ParsedFigure } from '../../feed/parts/figures.js';
import type { Messages } from '../../i18n/messages/common.js';
import { describeTrend, spell, type FormattedNumber } from './format-figure.js';
import type { Sources } from './sources.js';

/** What a figure is drawn with. */
export interface FigureView {
  tag: string;
  messages: Messages['figures'];
  /** Language of what the feed says. */
  language?: string;
  sources: Sources;
  /** The chart of a figure, where one is wanted. */
  chartOf: (figure: ParsedFigure) => unknown;
}

/** One figure. The number stands in the page as it is, also while it counts up: what counts is drawn over it. */
export function renderFigure(figure: ParsedFigure, written: FormattedNumber, view: FigureView): TemplateResult {
  const { value, label, kind, qualifier, note, icon } = figure;
  const { tag, messages, language } = view;
  const { before, digits, after, amount } = written;
  const full = spell(figure, tag);
  const source = view.sources.numberOf(figure, tag);
  // A number alone, said in one breath with the label, is no source.
  const number = source
    ? html`<span class="unseen">${figure.source ? ` ${messages.source} ` : ', '}</span><sup lang=${tag}>${source}</sup>`
    : nothing;
  const given = (text: string) => html`<bdi lang=${language ?? nothing}>${text}</bdi>`;
  return html`<li class="figure" part="figure">
    ${icon ? html`<img class="icon" part="icon" src=${icon} alt="" loading="lazy" />` : nothing}
    <p class="value" part="value">
      ${qualifier ? html`<span class="qualifier">${messages.qualifiers[qualifier]}</span>` : nothing}
      <data class="number" part="number" value=${value} lang=${tag}
        >${before ? html`<span class="affix">${before}</span>` : nothing}<span
          class="digits"
          data-count=${kind === 'year' ? nothing : amount}
          >${digits}</span
        >${after ? html`<span class="affix">${after}</span>` : nothing}</data
      >
    </p>
    ${label ? html`<p class="label" part="label">${given(label)}${number}</p>` : nothing}
    ${before + digits + after === full ? nothing : html`<p class="meta" part="full" lang=${tag}>${full}</p>`}
    ${note ? html`<p class="meta" part="note">${given(note)}</p>` : nothing} ${renderTrend(figure, view)}
    ${view.chartOf(figure)}
  </li>`;
}

function renderTrend(figure: ParsedFigure, { tag, messages }: FigureView) {
  const trend = describeTrend(figure, messages, tag);
  if (!trend) return nothing;
  const { path, text } = trend;
  const judged = !figure.better || path === 'same' ? '' : path === figure.better ? 'trend-good' : 'trend-bad';
  return html`<p class="meta" part="trend ${judged}">
    ${
      path === 'same'
        ? nothing
        : html`<svg class="arrow ${path}" viewBox="0 0 16 16" aria-hidden="true"><path d="M8 13V3M4 7l4-4 4 4" /></svg>`
    }
    ${text}
  </p>`;
}
