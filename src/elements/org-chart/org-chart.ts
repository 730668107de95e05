import { html, isServer, noChange, nothing } from 'lit';
import type { PropertyDeclarations, PropertyValues, TemplateResult } from 'lit';
import { BackdropController } from '../../controllers/backdrop-controller.js';
import { lazyImport } from '../../controllers/lazy-import.js';
import { MessagesController } from '../../controllers/messages-controller.js';
import { parseStrictOrganization, type Organization } from '../../feed/parts/unit-tree.js';
import type { ParsedFeed } from '../../feed/parse/parse-strict.js';
import { foreign } from '../../i18n/foreign.js';
import { directionOf } from '../../i18n/locale.js';
import { canonicalLocale } from '../../i18n/canonical-locale.js';
import { loadChartMessages, type ChartMessages } from '../../i18n/messages/org-chart.js';
import { controlStyles } from '../../tokens/control.styles.js';
import { lineStyles } from '../../tokens/lines.styles.js';
import { integer } from '../base/converters.js';
import { containKeys } from '../base/contain-keys.js';
import { IomElement } from '../base/iom-element.js';
import { renderToolbar } from './view/toolbar.js';
import { toolbarStyles } from './view/toolbar.styles.js';
import { cardStyles } from './view/card.styles.js';
import { minScale } from './layout/arrangement.js';
import { ChartModel } from './model/chart-model.js';
import type { ChartInput } from './input/chart-input.js';
import { LazyInput } from './input/lazy-input.js';
import { layoutEnvironment } from './view/layout-environment.js';
import { renderLegend, renderPlaceholder, renderStage } from './view/stage.js';
import { Transitions } from './view/transitions.js';
import { PrintController } from './view/print-controller.js';
import { printStyles } from './view/print.styles.js';
import { Virtualizer } from './view/virtualizer.js';
import { Viewport } from './view/viewport.js';
import { viewportStyles } from './view/viewport.styles.js';

/**
 * The units of an organization: nested lists of cards that open and close, shown as a chart where there is room, else as
 * an outline. Everything also works by keyboard: Tab, arrow keys, Home, End, and the first letters of a name.
 *
 * @summary Organization chart with search, zoom, details of each unit, and print.
 * @tag iom-org-chart
 * @slot unit-… - Replaces the content of the card of the unit with that `id`.
 * @csspart bar - The search and the buttons above the chart.
 * @csspart view - The viewport of the chart.
 * @csspart card - The card of a unit.
 * @csspart name - The name of a unit.
 * @csspart note - Head, state and secondary reporting lines of a unit.
 * @csspart lines - The lines between cards.
 * @csspart legend - The kinds of units, below the chart.
 * @csspart panel - The details of a unit.
 * @csspart map - The overview map.
 * @csspart language - The name of the feed's language, if the page has another one.
 * @cssproperty [--iom-chart-size=43em] - Height of the bar and the chart together; an outline grows beyond it.
 * @fires {SelectEvent} iom-select - A visitor selected a unit.
 */
export class OrgChart extends IomElement {
  static override styles = [
    ...IomElement.styles,
    lineStyles,
    controlStyles,
    toolbarStyles,
    viewportStyles,
    cardStyles,
    printStyles,
  ];
  static override properties: PropertyDeclarations = {
    layout: {},
    root: {},
    depth: { converter: integer(1, 999, 0) },
    levels: { converter: integer(1, 999, 0) },
    unit: {},
    hash: { type: Boolean },
    headingLevel: { attribute: 'heading-level', converter: integer(1, 6, 3) },
    from: { state: true, attribute: false },
    search: { state: true, attribute: false },
    isMapShown: { state: true, attribute: false },
    kept: { state: true, attribute: false },
  };

  /**
   * Layout of the units: `chart` from the top down, `left-to-right` in reading direction, `outline` as a nested list;
   * `auto` is `chart` where there is room, else `outline`.
   */
  layout: 'auto' | 'chart' | 'left-to-right' | 'outline' = 'auto';
  /** `id` of the unit at the top: only its branch is shown. */
  root = '';
  /** Number of levels shown, from the top; 0 shows all. */
  depth = 0;
  /** Number of levels open at first; 0 opens two or three, by their size. */
  levels = 0;
  /** `id` of the unit whose details are shown. */
  unit = '';
  /** Keeps the selected unit in the address of the page, as `#unit=` and its `id`, and follows changes there. */
  hash = false;
  /** Level of the heading above the details of a unit: 1 to 6. */
  headingLevel = 3;

  /** @internal Unit from where the way to another is looked for. */ from = '';
  /** @internal What a visitor looks for. */ search = '';
  /** @internal */ isMapShown = false;
  /** @internal What a visitor wanted last of what the page around may forbid, and its text. */
  kept?: { what: 'save' | 'print'; text?: string };
  /** @internal Unit whose card has, or had last, the focus. */ focused = -1;
  /** @internal The language that links of units lead to, where that is not the page's. */ hreflang?: string;
  /** @internal Units on the way that was looked for, by `id`. */ onPath: ReadonlySet<string> = new Set();

  /** @internal What is shown, and where. */ chart?: ChartModel;
  /** @internal */ readonly viewport = new Viewport(this);
  /** @internal */ readonly virtualizer = new Virtualizer(this);
  /** @internal */ readonly paper = new PrintController(this);
  #messages = new MessagesController(this, this.language, loadChartMessages);
  #input = new LazyInput(this);
  /** Is what the feed says of its units known? */
  #areUnitsParsed = true;
  #transitions = new Transitions(this);
  #parseUnits = lazyImport(this, () => import('../../feed/parts/parse-units.js'));
  #address = lazyImport(this, () =>
    import('./input/hash-controller.js').then(({ HashController }) => new HashController(this)),
  );
  #label = lazyImport(this, () => import('../base/language-label.js'));
  #detailsPanel = lazyImport(this, () => import('./view/details-panel.js'));
  #searchResults = lazyImport(this, () => import('./view/search-results.js'));
  #minimap = lazyImport(this, () => import('./view/minimap.js').then(({ Minimap }) => new Minimap(this)));
  #outline = lazyImport(this, () => import('./view/outline.js'));

  constructor() {
    super();
    containKeys(this);
    new BackdropController(this);
  }

  /** Opens this many levels, counted from the top, and closes the others; `Infinity` opens all. */
  openLevels(levels: number) {
    this.#transitions.change(
      ({ branches }) => branches.openLevels(levels),
      ({ branches }) => branches.range[0],
    );
  }

  /** Opens or closes the branch of a unit; with `whole`, everything below it too. */
  toggle(id: string, open?: boolean, whole = false) {
    this.#transitions.change(
      ({ branches, find }) => {
        const index = find(id);
        if (index >= 0) branches.toggle(index, open ?? !branches.open[index], whole);
      },
      ({ find }) => find(id),
    );
  }

  /** Opens the branches above a unit and scrolls its card into view; false if the chart has no such unit. */
  async show(id: string): Promise<boolean> {
    const isThere = this.#reveal(id);
    await this.updateComplete;
    return isThere;
  }

  /** Reporting path: `id`s of the units from one to another, up to their common superior and down again. */
  way(from: string, to: string): string[] {
    return this.chart?.way(from, to) ?? [];
  }

  /** @internal Does what a visitor asks for: at once, or once the script for it is there. */
  withInput(what: (input: ChartInput) => unknown): Promise<void> {
    return this.#input.run(what);
  }

  /** @internal What a visitor does, once the script for it is there. */
  get input(): ChartInput | undefined {
    return this.#input.current;
  }

  /** @internal Words of the chart itself, once they are there. */
  get messages(): ChartMessages | undefined {
    return this.#messages.current;
  }

  /** @internal At once, for paper. */
  redraw() {
    this.requestUpdate();
    this.performUpdate();
  }

  protected override shouldUpdate(changed: PropertyValues) {
    // Out of the page nothing has a size; it is drawn when it comes back.
    if (!this.isConnected) this.willUpdate(changed);
    return this.isConnected && super.shouldUpdate(changed);
  }

  protected override willUpdate(changed: PropertyValues) {
    if (changed.has('root') || changed.has('depth') || changed.has('levels')) this.chart = undefined;
    if (this.hash) this.#address();
    if (changed.has('unit')) this.#reveal(this.unit);
    if (changed.has('unit') || changed.has('from')) {
      this.onPath = new Set(this.from && this.from !== this.unit ? this.way(this.from, this.unit) : []);
    }
  }

  protected renderContent(parsed: ParsedFeed): TemplateResult | 'loading' | undefined {
    const { messages, viewport } = this;
    const match = parseStrictOrganization(parsed) ?? this.#parseUnits()?.parseOrganization(parsed);
    this.#areUnitsParsed = !!match;
    // While the lenient parser is on its way, the chart of an earlier feed stays.
    const organization = match ?? this.chart?.organization;
    if (!organization) return this.#parseUnits() === null ? undefined : 'loading';
    if (!organization.units.length) return undefined;
    if (!messages) return 'loading';
    if (this.prerendered) {
      // Before it has a size a chart is a list. Who takes it over leaves it as it is, and then draws the chart.
      const outline = isServer ? this.#outline()?.renderOutline(organization, this) : noChange;
      return outline ? this.renderPlaceholder(html`<div data-kept>${outline}</div>`) : 'loading';
    }
    const language = canonicalLocale(parsed.feed.language);
    this.hreflang = foreign(language, this.language.tag);
    const label = this.hreflang && this.#label();
    const chart = this.#layOut(organization, messages);
    const { geometry } = chart;
    if (!geometry.count) return undefined;
    const panel =
      chart.find(this.unit) < 0 ? undefined : this.#detailsPanel()?.renderDetailsPanel(this, parsed, chart, messages);
    const search = this.search ? this.#searchResults() : undefined;
    return html`<div
      lang=${this.#messages.lang ?? nothing}
      class="chart ${panel ? 'with-panel' : ''}"
      data-print=${this.paper.form}
      @focusin=${this.#input.follow}
      @pointerenter=${this.#input.preload}
      @pointerdown=${this.#input.follow}
    >
      <div class="frame ${geometry.layout} ${chart.isWindowed ? 'cut' : ''}">
        ${renderToolbar(this, chart, messages, search, search?.renderResults(this, parsed, chart, messages), label && label.renderLanguage(this, parsed))}
        ${renderStage(chart.isWindowed, language ?? nothing, messages, this.#follow, this.isMapShown && !viewport.isOutline ? this.#minimap()?.render(messages) : nothing)}
        ${chart.kinds.length ? renderLegend(chart.kinds, messages) : nothing}
      </div>
      <div class="print-page" aria-hidden="true"></div>
      ${panel ?? nothing}
    </div>`;
  }

  protected renderPlaceholder(first: TemplateResult) {
    return renderPlaceholder(first);
  }

  protected override updated() {
    // Its feed is gone, or has no units any more. While another one is on its way, what is open is remembered for that.
    if (this.state === 'error' || this.state === 'empty') this.chart = undefined;
    if (this.chart && this.viewport.isDrawn) {
      const { isPrinting } = this.paper;
      this.viewport.applyPendingMoves();
      if (!isPrinting && !this.virtualizer.start(() => this.updated())) return;
      this.virtualizer.draw(isPrinting);
      this.#transitions.play();
      if (this.isMapShown) this.#minimap()?.draw();
    } else this.virtualizer.end();
    // What is still that of a server or of an earlier feed is no news.
    if (this.#areUnitsParsed || this.state === 'loading') super.updated();
  }

  protected override async getUpdateComplete() {
    const isComplete = await super.getUpdateComplete();
    await this.#input.complete;
    await this.virtualizer.complete;
    return isComplete;
  }

  /** The chart of an organization, as the page has room for it. */
  #layOut(organization: Organization, messages: ChartMessages): ChartModel {
    const { viewport, chart: old } = this;
    const width = (viewport.width = viewport.room);
    const environment = layoutEnvironment(this, this.layout, width, viewport, messages);
    viewport.isRtl = directionOf(this.language.tag) === 'rtl';
    const before = old?.geometry.layout;
    const isSame = old?.organization === organization;
    if (isSame) old.layOut(environment);
    else {
      this.#transitions.remember();
      this.chart = new ChartModel(organization, this, environment, old);
    }
    const chart = this.chart!;
    if (before !== environment.layout || !(isSame || chart.isUpdate)) {
      viewport.fit(minScale);
      if (this.unit) viewport.show(chart.find(this.unit), 'instant');
    }
    return chart;
  }

  #reveal(id: string): boolean {
    const index = this.chart?.find(id) ?? -1;
    if (index < 0) return false;
    const isThere = this.#transitions.change(({ branches }) => branches.reveal(index));
    this.viewport.show(index);
    return !!isThere;
  }

  #follow = () => {
    this.virtualizer.onScroll();
    if (this.isMapShown) this.#minimap()?.draw();
  };
}
