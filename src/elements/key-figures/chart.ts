import { html, nothing, svg, type TemplateResult } from 'lit';
import type { ParsedFigure } from '../../feed/parts/figures.js';
import { cssVariables } from '../base/css-variables.js';
export { chartStyles } from './chart.styles.js';

/** How figures are drawn: earlier values as a `line` or as `bars`; percentages as a share of a bar, or of a `waffle`. */
export type ChartKind = 'line' | 'bars' | 'waffle';

/** A figure in words: handed on, since a file that both share would be one more request. */
export interface FigureWords {
  /** All earlier values, for those who can't see them. */
  history: string;
  value(value: number): string;
  date(date: string): string;
}

/** A value of a figure at a time, and where it stands in the chart, in percent. */
interface Point {
  value: number;
  date?: string;
  x: number;
  y: number;
}

/** The chart of a figure; nothing where it has neither earlier values nor a share. */
export function renderChart(
  figure: ParsedFigure,
  kind: ChartKind,
  words: FigureWords,
): TemplateResult | typeof nothing {
  if (figure.history?.length) return renderHistory(figure, kind === 'bars', words);
  if (figure.kind !== 'percent' || figure.value < 0 || figure.value > 100) return nothing;
  return kind === 'waffle' ? renderWaffle(figure.value) : renderShare(figure.value);
}

/** Both ends are labelled, the others under the pointer and by arrow keys; who sees none of it is told all values. */
function renderHistory(figure: ParsedFigure, isBars: boolean, words: FigureWords) {
  const points = pointsOf(figure, isBars);
  const [first, last] = [points[0], points.at(-1)!];
  return html`<div class="history">
    <div
      class="chart ${isBars ? 'bars' : 'line'}"
      part="chart"
      role="img"
      tabindex="0"
      aria-label=${words.history}
      @pointermove=${pointAt}
      @pointerleave=${leave}
      @blur=${leave}
      @keydown=${step}
    >
      ${
        isBars
          ? nothing
          : html`<svg viewBox="0 0 100 100" preserveAspectRatio="none">
              <polyline points=${points.map(({ x, y }) => `${x.toFixed(1)},${(100 - y).toFixed(1)}`).join(' ')} />
            </svg>`
      }
      ${points.map(
        ({ value, date, x, y }) =>
          html`<span class="point" ${cssVariables({ '--x': `${x}`, '--y': `${y}` })}
            ><span class="reading"
              ><b>${words.value(value)}</b
              >${date ? html` <span class="when">${words.date(date)}</span>` : nothing}</span
            ></span
          >`,
      )}
    </div>
    <p class="ends meta" aria-hidden="true">
      <span>${first.date && words.date(first.date)}</span>
      <span>${last.date && words.date(last.date)}</span>
    </p>
  </div>`;
}

/** Bars stand in a row and begin at zero; the points of a line are as far apart as their dates, between the extremes. */
function pointsOf({ value, as_of, history = [] }: ParsedFigure, isBars: boolean): Point[] {
  const times = history.map((entry) => Date.parse(entry.as_of));
  // Today's value without a date stands as far behind the last as the others do on average.
  const average = times.length > 1 ? (times.at(-1)! - times[0]) / (times.length - 1) : 1;
  times.push(as_of ? Date.parse(as_of) : times.at(-1)! + average);
  const all = [...history, { as_of, value }];
  const [left, right] = [Math.min(...times), Math.max(...times)];
  const values = all.map((entry) => entry.value);
  const [low, high] = [Math.min(...values, ...(isBars ? [0] : [])), Math.max(...values, ...(isBars ? [0] : []))];
  const share = (part: number, whole: number) => (100 * part) / (whole || 1);
  return all.map((entry, index) => ({
    value: entry.value,
    date: entry.as_of,
    x: isBars ? share(index + 0.5, all.length) : share(times[index] - left, right - left),
    y: share(entry.value - low, high - low),
  }));
}

/** A part of the whole. */
const renderShare = (percent: number) =>
  html`<div class="share" part="chart" aria-hidden="true" ${cssVariables({ '--x': `${percent}` })}></div>`;

/** A hundred squares, one for each percent. */
function renderWaffle(percent: number) {
  const squares = (from: number, to: number) =>
    Array.from({ length: to - from })
      .map((_, index) => `M${((from + index) % 10) * 10 + 1} ${Math.floor((from + index) / 10) * 10 + 1}h8v8h-8z`)
      .join('');
  const count = Math.round(percent);
  return html`<svg class="waffle" part="chart" viewBox="0 0 100 100" aria-hidden="true">
    ${svg`<path class="part" d=${squares(0, count)} /><path class="rest" d=${squares(count, 100)} />`}
  </svg>`;
}

const pointsIn = (chart: Element) => [...chart.querySelectorAll<HTMLElement>('.point')];

/** Shows what one of the points says. */
function show(chart: Element, index?: number) {
  pointsIn(chart).forEach((point, number) => point.classList.toggle('shown', number === index));
  chart.classList.toggle('pointed', index !== undefined);
}

/** The point that is nearest to the pointer. */
function pointAt({ currentTarget, clientX }: PointerEvent) {
  const chart = currentTarget as Element;
  const distances = pointsIn(chart).map((point) => {
    const { left, width } = point.getBoundingClientRect();
    return Math.abs(left + width / 2 - clientX);
  });
  show(chart, distances.indexOf(Math.min(...distances)));
}

const leave = ({ currentTarget }: Event) => show(currentTarget as Element);

/** Arrow keys go from point to point, as they are seen; Home and End to the ends. */
function step(event: KeyboardEvent) {
  const chart = event.currentTarget as Element;
  const points = pointsIn(chart);
  const last = points.length - 1;
  const isMirrored = getComputedStyle(chart).direction === 'rtl';
  const shown = points.findIndex((point) => point.classList.contains('shown'));
  const steps: Record<string, number> = {
    ArrowLeft: isMirrored ? shown + 1 : (shown < 0 ? last + 1 : shown) - 1,
    ArrowRight: isMirrored ? (shown < 0 ? last + 1 : shown) - 1 : shown + 1,
    Home: 0,
    End: last,
  };
  if (!Object.hasOwn(steps, event.key)) return;
  event.preventDefault();
  show(chart, Math.min(last, Math.max(0, steps[event.key])));
}
