import { html, nothing, type TemplateResult } from 'lit';
import type { ParsedFigure } from '../../feed/parts/figures.js';
import { foreign } from '../../i18n/foreign.js';
import type { Messages } from '../../i18n/messages/common.js';
import { describeDate, describeHistory, describeTrend, spell, type FormattedNumber } from './format-figure.js';

/** What a figure is drawn with. */
export interface FigureView {
  tag: string;
  messages: Messages['figures'];
  /** Name of the feed's language, where that is not the page's. */
  named: unknown;
  /** Language of what the feed says. */
  language?: string;
  chart: boolean;
}

/** One figure. The number stands in the page as it is, also while it counts up: what counts is drawn over it. */
export function renderFigure(figure: ParsedFigure, written: FormattedNumber, view: FigureView): TemplateResult {
  const { value, label, kind, qualifier, note } = figure;
  const { tag, messages, language } = view;
  const { before, digits, after, amount } = written;
  const full = spell(figure, tag);
  const given = (text: string) => html`<bdi lang=${language ?? nothing}>${text}</bdi>`;
  return html`<li class="figure" part="figure">
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
    ${label ? html`<p class="label" part="label">${given(label)}</p>` : nothing}
    ${before + digits + after === full ? nothing : html`<p class="meta" part="full" lang=${tag}>${full}</p>`}
    ${note ? html`<p class="meta" part="note">${given(note)}</p>` : nothing} ${renderTrend(figure, view)}
    ${renderSource(figure, view)}
  </li>`;
}

function renderTrend(figure: ParsedFigure, { tag, messages, chart }: FigureView) {
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
    ${
      chart
        ? html`${drawHistory(figure)}<span class="unseen"
              >${messages.earlier} <span lang=${tag}>${describeHistory(figure, tag)}</span></span
            >`
        : nothing
    }
  </p>`;
}

/** The way of a figure through the years, as far apart as they are. */
function drawHistory({ value, as_of, history = [] }: ParsedFigure) {
  const times = history.map((entry) => Date.parse(entry.as_of));
  // Today's value without a date stands as far behind the last as the others do on average.
  const step = times.length > 1 ? (times.at(-1)! - times[0]) / (times.length - 1) : 1;
  const last = as_of ? Date.parse(as_of) : times.at(-1)! + step;
  const points = [...history.map((entry, index) => [times[index], entry.value]), [last, value]];
  const [left, right] = [times[0], Math.max(last, times.at(-1)!)];
  const values = points.map(([, entry]) => entry);
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const place = ([time, entry]: number[]) => [
    3 + ((time - left) / (right - left || 1)) * 114,
    29 - ((entry - low) / (high - low || 1)) * 26,
  ];
  const [x, y] = place(points.at(-1)!);
  return html`<svg class="chart" part="chart" viewBox="0 0 120 32" aria-hidden="true">
    <polyline
      points=${points
        .map((point) =>
          place(point)
            .map((entry) => entry.toFixed(1))
            .join(),
        )
        .join(' ')}
    />
    <circle cx=${x.toFixed(1)} cy=${y.toFixed(1)} r="2.5" />
  </svg>`;
}

function renderSource({ source, as_of }: ParsedFigure, { tag, messages, language, named }: FigureView) {
  if (!source && !as_of) return named;
  const title = source && html`<bdi lang=${language ?? nothing}>${source.title}</bdi>`;
  return html`<p class="meta source" part="source">
    ${source ? html`<span>${messages.source} ${source.url ? html`<a href=${source.url} hreflang=${foreign(language, tag) ?? nothing}>${title}</a>` : title}</span>` : nothing}
    ${as_of ? html`<span>${messages.asOf} <time datetime=${as_of} lang=${tag}>${describeDate(as_of, tag)}</time></span>` : nothing}
    ${named}
  </p>`;
}
