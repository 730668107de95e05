import { html, nothing, type PropertyDeclarations, type TemplateResult } from 'lit';
import { lazyImport } from '../../controllers/lazy-import.js';
import { MessagesController } from '../../controllers/messages-controller.js';
import { chooseFigures, parseFigures } from '../../feed/parts/figures.js';
import type { ParsedFeed } from '../../feed/parse/parse-strict.js';
import { canonicalLocale } from '../../i18n/canonical-locale.js';
import { loadMessages } from '../../i18n/messages/common.js';
import { adoptStyles } from '../../tokens/adopt-styles.js';
import { lineStyles } from '../../tokens/lines.styles.js';
import { splitList, integer, stringList as ids } from '../base/converters.js';
import { renderLanguage } from '../base/language-label.js';
import { skeletonStyles, renderSkeleton } from '../base/skeleton.js';
import { IomElement } from '../base/iom-element.js';
import { cssVariables } from '../base/css-variables.js';
import { CountUp } from './count-up.js';
import type { ChartKind } from './chart.js';
import { renderFigure, type FigureView } from './figure.js';
import { Fit } from './fit.js';
import { styles } from './key-figures.styles.js';
import { Sources } from './sources.js';
import { describeDate, describeHistory, spell, writeNumber, type FormattedNumber } from './format-figure.js';

/**
 * Figures about the organization, formatted in the reader's language, each with its label, trend, date and source.
 *
 * @summary Key figures with their trend, date and source.
 * @tag iom-key-figures
 * @csspart list - The figures.
 * @csspart figure - One figure.
 * @csspart value - The number, with its qualifier and unit.
 * @csspart number - The number itself.
 * @csspart label - What the number counts.
 * @csspart full - The full number, below its compact form.
 * @csspart note - A sentence about the number.
 * @csspart trend - How the number has changed; also `trend-good` or `trend-bad` if the feed says which way is better.
 * @csspart chart - The chart of its earlier values, or of its share.
 * @csspart icon - The icon of a figure.
 * @csspart source - A source with its date, below all figures.
 * @csspart language - The name of the feed's language, if the page has another one.
 */
export class KeyFigures extends IomElement {
  static override styles = [...IomElement.styles, lineStyles, skeletonStyles, styles];
  static override properties: PropertyDeclarations = {
    figures: { converter: ids },
    limit: { converter: integer(1, 1000, 3) },
    compact: { type: Boolean },
    chart: {},
    countUp: { attribute: 'count-up', type: Boolean },
  };

  /** `id`s of the figures to show, in this order, separated by commas; default the first of the feed. */
  figures: readonly string[] = [];
  /** Maximum number of figures, if `figures` is not set: 1 to 1000. */
  limit = 3;
  /** Shortens millions, such as `31.1 million`; the full number is shown below. */
  compact = false;
  /**
   * Shows a chart: the earlier values as a `line`, which the attribute without a value stands for, or as `bars`; a
   * percentage without earlier values as a part of a bar, or of the hundred squares of a `waffle`.
   */
  chart?: 'line' | 'bars' | 'waffle' | '' | boolean;
  /** Numbers count up when they come into view, unless the visitor prefers reduced motion. */
  countUp = false;

  #messages = new MessagesController(this, this.language, loadMessages);
  #drawing = lazyImport(this, () => import('./chart.js'));
  #counting = new CountUp();
  #fit = new Fit();

  override connectedCallback() {
    super.connectedCallback();
    this.#fit.start();
  }

  protected renderContent(parsed: ParsedFeed): TemplateResult | 'loading' | undefined {
    parseFigures(parsed);
    const messages = this.#messages.current?.figures;
    if (!messages) return 'loading';
    const { tag } = this.language;
    const figures = chooseFigures(parsed, this.#ids, this.#places);
    if (!figures.length) return undefined;
    const { lang } = this.#messages;
    const written = figures.map((figure) => writeNumber(figure, tag, this.compact));
    const language = canonicalLocale(parsed.feed.language);
    const qualified = figures.some(({ qualifier }) => qualifier) ? 'qualified' : '';
    const sources = new Sources(figures);
    const chart = this.#chart;
    const drawing = chart && this.#drawing();
    if (drawing) adoptStyles(this, drawing.chartStyles);
    const view: FigureView = {
      tag,
      messages,
      language,
      sources,
      chartOf: (figure) =>
        drawing &&
        drawing.renderChart(figure, chart, {
          history: `${messages.earlier} ${describeHistory(figure, tag)}`,
          value: (value) => spell({ ...figure, value }, tag),
          date: (date) => describeDate(date, tag),
        }),
    };
    return html`<div class="group" lang=${lang ?? nothing}>
      <ul class="figures ${this.#room} ${qualified}" role="list" part="list" ${cssVariables(roomFor(written))}>
        ${figures.map((figure, index) => renderFigure(figure, written[index], view))}
      </ul>
      <div class="sources">${sources.render(view)} ${renderLanguage(this, parsed)}</div>
    </div>`;
  }

  protected renderPlaceholder(first: TemplateResult) {
    return html`<div class="group">
      <div class="figures ${this.#room}">
        ${Array.from({ length: this.#places }).map(
          (_, index) =>
            html`<div class="figure waiting">
              <div>${index ? nothing : first}</div>
              ${renderSkeleton(1)}
            </div>`,
        )}
      </div>
      <div class="sources"></div>
    </div>`;
  }

  protected override updated() {
    super.updated();
    const list = this.renderRoot.querySelector<HTMLElement>('ul.figures');
    if (list) this.#fit.follow(list);
    if (!this.countUp) return;
    this.#counting.follow(this.renderRoot.querySelectorAll<HTMLElement>('[data-count]'), this.language.tag);
  }

  override disconnectedCallback() {
    super.disconnectedCallback();
    this.#counting.stop();
    this.#fit.stop();
  }

  get #places() {
    return this.#ids.length || Math.min(Math.abs(this.limit) || 3, 1000);
  }

  /** Frameworks set the property to the text that stands in the attribute. */
  get #ids() {
    return Array.isArray(this.figures) ? (this.figures as string[]) : splitList(this.figures);
  }

  /** The attribute without a value is empty, and frameworks set the property to `true`. */
  get #chart(): ChartKind | undefined {
    const { chart } = this;
    if (chart === undefined || chart === null || chart === false) return undefined;
    return chart === 'bars' || chart === 'waffle' ? chart : 'line';
  }

  /** What each figure needs room for, beside a number, its label, its source and its trend. */
  get #room() {
    return [this.#chart && 'charted', this.compact && 'shortened'].filter(Boolean).join(' ');
  }
}

/** How wide the widest number is, for the size of all: its digits in their own `em`, and the words around them in theirs. */
function roomFor(written: readonly FormattedNumber[]): Record<`--${string}`, string> {
  const widths = written.map(({ before, digits, after }) => ({
    digits: [...digits].map((sign) => (/\d/.test(sign) ? 0.6 : 0.3)).reduce((sum, entry) => sum + entry, 0),
    words: (before + after).length * 0.6,
  }));
  const { digits, words } = widths.reduce((one, other) => (other.digits > one.digits ? other : one));
  return { '--digits': `${digits}`, '--words': `${words}em` };
}
