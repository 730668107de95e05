import {
  html,
  isServer,
  noChange,
  nothing,
  type PropertyDeclarations,
  type PropertyValues,
  type TemplateResult,
} from 'lit';
import { lazy } from '../../controllers/lazy.js';
import { WordsController } from '../../controllers/words.js';
import { readSoundOrganization, wayBetween, type Organization } from '../../feed/organization.js';
import type { Reading } from '../../feed/read.js';
import { foreign } from '../../i18n/foreign.js';
import { directionOf } from '../../i18n/language.js';
import { valid } from '../../i18n/valid.js';
import { fetchChartWords, type ChartWords } from '../../i18n/chart.js';
import { controlStyles } from '../../tokens/control.styles.js';
import { lineStyles } from '../../tokens/lines.styles.js';
import { whole } from '../converters.js';
import { containKeys } from '../contain-keys.js';
import { IomElement } from '../iom-element.js';
import { renderBar } from './bar.js';
import { barStyles } from './bar.styles.js';
import { cardStyles } from './card.styles.js';
import { Chart, type Setting } from './chart.js';
import type { Hands } from './hands.js';
import type { Layout } from './layout/drawing.js';
import { Motion } from './motion.js';
import { Paper } from './paper.js';
import { paperStyles } from './paper.styles.js';
import { Sheet } from './sheet.js';
import { Stage } from './stage.js';
import { stageStyles } from './stage.styles.js';

const layouts = ['chart', 'left-to-right', 'outline'];
/** Narrower than this, in `em`, a chart is drawn as an outline. */
const leastWidth = 42;
/** At first no chart is smaller than this, however large it is. */
const leastScale = 0.75;

/**
 * The units of an organization as a chart: nested lists of cards that open and close, drawn as a chart where there is
 * room and as an outline where there is not. Everything works by keyboard too: Tab, arrow keys, Home, End, and the first
 * letters of a name.
 *
 * @summary Organization chart with search, zoom, details of each unit, and print.
 * @tag iom-org-chart
 * @slot unit-… - In place of what the card of the unit with that `id` says.
 * @csspart bar - The search and the buttons above the chart.
 * @csspart view - The window on the chart.
 * @csspart card - The card of a unit.
 * @csspart name - The name of a unit.
 * @csspart note - Head, state and further reporting lines of a unit.
 * @csspart lines - The lines between cards.
 * @csspart panel - The details of a unit.
 * @csspart map - The overview map.
 * @csspart language - The name of the feed's language, where the page is in another one.
 * @cssproperty [--iom-chart-size=43em] - Height of the bar and the chart together; an outline grows beyond it.
 * @fires {SelectEvent} iom-select - A visitor chose a unit.
 */
export class OrgChart extends IomElement {
  static override styles = [
    ...IomElement.styles,
    lineStyles,
    controlStyles,
    barStyles,
    stageStyles,
    cardStyles,
    paperStyles,
  ];
  static override properties: PropertyDeclarations = {
    layout: {},
    root: {},
    depth: { converter: whole(1, 999, 0) },
    levels: { converter: whole(1, 999, 0) },
    unit: {},
    hash: { type: Boolean },
    headingLevel: { attribute: 'heading-level', converter: whole(1, 6, 3) },
    from: { state: true, attribute: false },
    search: { state: true, attribute: false },
    isMapShown: { state: true, attribute: false },
    kept: { state: true, attribute: false },
  };

  /**
   * How the units stand: `chart` from above, `left-to-right` from the side where reading begins, `outline` one below the
   * other; `auto` takes `chart` where there is room and `outline` where there is not.
   */
  layout: 'auto' | 'chart' | 'left-to-right' | 'outline' = 'auto';
  /** `id` of the unit at the top: its branch alone is shown. */
  root = '';
  /** Number of levels that are shown, from the top; 0 shows all. */
  depth = 0;
  /** Number of levels that are open at first; 0 opens two or three, by their size. */
  levels = 0;
  /** `id` of the unit whose details are shown. */
  unit = '';
  /** Keeps the chosen unit in the address of the page, as `#unit=` and its `id`, and follows it. */
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
  /** @internal Units on the way that was looked for, by `id`. */ onWay: ReadonlySet<string> = new Set();

  /** @internal What is shown, and where. */ chart?: Chart;
  /** @internal */ readonly stage = new Stage(this);
  /** @internal */ readonly sheet = new Sheet(this);
  /** @internal */ readonly paper = new Paper(this);
  #words = new WordsController(this, this.language, fetchChartWords);
  /** @internal What a visitor does, once the script for it is there. */ hands?: Hands;
  #coming?: Promise<Hands | undefined>;
  /** Is what the feed says of its units known? */
  #isRead = true;
  #motion = new Motion(this);
  #mend = lazy(this, () => import('../../feed/units.js').then(({ readOrganization }) => readOrganization));
  #address = lazy(this, () => import('./address.js').then(({ Address }) => new Address(this)));
  #label = lazy(this, () => import('../language-label.js'));
  #panel = lazy(this, () => import('./panel.js'));
  #found = lazy(this, () => import('./found.js'));
  #map = lazy(this, () => import('./map.js').then(({ OverviewMap }) => new OverviewMap(this)));
  #outline = lazy(this, () => import('./outline.js'));
  #keptNotice = lazy(this, () => import('../kept.js'));

  constructor() {
    super();
    containKeys(this);
  }

  /** Opens this many levels, counted from the top, and closes the others; `Infinity` opens all. */
  openLevels(levels: number) {
    this.#change(({ branches }) => branches.openLevels(levels));
  }

  /** Opens or closes the branch of a unit; with `whole`, everything below it too. */
  toggle(id: string, open?: boolean, whole = false) {
    this.#change(({ branches, find }) => {
      const index = find(id);
      if (index >= 0) branches.toggle(index, open ?? !branches.open[index], whole);
    });
  }

  /** Opens the way to a unit and brings its card into view; false where the chart does not hold it. */
  async show(id: string): Promise<boolean> {
    const isThere = this.#reveal(id);
    await this.updateComplete;
    return isThere;
  }

  /** `id`s of the units from one to another: up to the one that both stand below, and down again. */
  way(from: string, to: string): string[] {
    if (!this.chart) return [];
    const { organization, find } = this.chart;
    const [start, end] = [find(from), find(to)];
    if (start < 0 || end < 0) return [];
    return wayBetween(organization, start, end).map((index) => organization.units[index].id);
  }

  /** @internal Does what a visitor asks for: at once, or once the script for it is there. */
  async act(what: (hands: Hands) => unknown): Promise<void> {
    const hands = this.hands ?? (await (this.#coming ??= this.#loadHands()));
    if (hands) await what(hands);
  }

  /** @internal Words of the chart itself, once they are there. */
  get words(): ChartWords | undefined {
    return this.#words.words;
  }

  /** @internal */
  renderKept() {
    const { kept } = this;
    return kept ? this.#keptNotice()?.renderKept(this, this.language.tag, kept.what, kept.text) : undefined;
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
      this.onWay = new Set(this.from && this.from !== this.unit ? this.way(this.from, this.unit) : []);
    }
  }

  protected renderContent(reading: Reading): TemplateResult | 'loading' | undefined {
    const { words, stage } = this;
    const found = readSoundOrganization(reading) ?? this.#mend()?.(reading);
    this.#isRead = !!found;
    // While the script that mends is on its way, the chart of an earlier feed stays.
    const organization = found ?? this.chart?.organization;
    if (!organization) return this.#mend() === null ? undefined : 'loading';
    if (!organization.units.length) return undefined;
    if (!words) return 'loading';
    if (this.prerendered) {
      // Before it has a size a chart is a list. Who takes it over leaves it as it is, and then draws the chart.
      const outline = isServer ? this.#outline()?.renderOutline(organization, this) : noChange;
      return outline ? this.renderPlaceholder(html`<div data-kept>${outline}</div>`) : 'loading';
    }
    const language = valid(reading.feed.language);
    this.hreflang = foreign(language, this.language.tag);
    const label = this.hreflang && this.#label();
    const chart = this.#arrange(organization, words);
    const { drawing } = chart;
    if (!drawing.count) return undefined;
    const panel = chart.find(this.unit) < 0 ? undefined : this.#panel()?.renderPanel(this, reading, chart, words);
    const search = this.search ? this.#found() : undefined;
    return html`<div
      lang=${this.#words.lang ?? nothing}
      class="chart ${panel ? 'with-panel' : ''}"
      data-print=${this.paper.form}
      @focusin=${this.#come}
      @pointerenter=${this.#expect}
      @pointerdown=${this.#come}
    >
      <div class="frame ${drawing.layout} ${chart.isWindowed ? 'cut' : ''}">
        ${renderBar(this, chart, words, search, search?.renderFound(this, reading, chart, words), label && label.renderLanguage(this, reading))}
        <div class="stage">
          <button class="skip" @click=${this.#skip}>${words.skip}</button>
          <div class="view ${chart.isWindowed ? 'windowed' : ''}" part="view" @scroll=${this.#follow}>
            <div class="sizer">
              <div class="plane" lang=${language ?? nothing}>
                <svg class="lines" part="lines" aria-hidden="true">
                  <path />
                  <path class="further" />
                  <path class="further dotted" />
                </svg>
                <ul class="cards" role="list"></ul>
              </div>
            </div>
          </div>
          ${this.isMapShown && !stage.isOutline ? this.#map()?.render(words) : nothing}
          <span class="end" tabindex="-1"></span>
        </div>
      </div>
      <div class="print-page" aria-hidden="true"></div>
      ${panel ?? nothing}
    </div>`;
  }

  protected renderPlaceholder(first: TemplateResult) {
    return html`<div class="chart">
      <div class="frame">
        <div class="bar"></div>
        <div class="stage"><div class="view">${first}</div></div>
      </div>
    </div>`;
  }

  protected override updated() {
    // Its feed is gone, or has no units any more. While another one is on its way, what is open is remembered for that.
    if (this.state === 'error' || this.state === 'empty') this.chart = undefined;
    if (this.chart && this.stage.isDrawn) {
      const { isPrinting } = this.paper;
      this.stage.settle();
      if (!isPrinting && !this.sheet.begin(() => this.updated())) return;
      this.sheet.draw(isPrinting);
      this.#motion.play();
      if (this.isMapShown) this.#map()?.draw();
    } else this.sheet.end();
    // What is still that of a server or of an earlier feed is no news.
    if (this.#isRead || this.state === 'loading') super.updated();
  }

  protected override async getUpdateComplete() {
    const isComplete = await super.getUpdateComplete();
    await this.#coming;
    await this.sheet.complete;
    return isComplete;
  }

  /** The chart of an organization, as the page has room for it. */
  #arrange(organization: Organization, words: ChartWords): Chart {
    const { stage, chart: old } = this;
    const { fontSize, fontFamily } = getComputedStyle(this);
    const em = parseFloat(fontSize);
    const width = (stage.width = stage.room);
    const layout = layouts.includes(this.layout)
      ? (this.layout as Layout)
      : width < leastWidth * em
        ? 'outline'
        : 'chart';
    const container = [width, stage.view?.clientHeight || width * 0.6] as const;
    const setting: Setting = { layout, container, fontSize: em, fontFamily, words };
    stage.mirrored = directionOf(this.language.tag) === 'rtl';
    const before = old?.drawing.layout;
    const isSame = old?.organization === organization;
    if (isSame) old.arrange(setting);
    else {
      this.#motion.remember();
      this.chart = new Chart(organization, this, setting, old);
    }
    const chart = this.chart!;
    if (before !== layout || !(isSame || chart.isFollowing)) {
      stage.fit(leastScale);
      if (this.unit) stage.show(chart.find(this.unit), 'instant');
    }
    return chart;
  }

  #reveal(id: string): boolean {
    const { chart } = this;
    const index = chart?.find(id) ?? -1;
    if (!chart || index < 0) return false;
    this.#motion.remember();
    const isThere = chart.branches.reveal(index);
    chart.redraw();
    this.stage.show(index);
    return isThere;
  }

  #change(change: (chart: Chart) => void) {
    if (!this.chart) return;
    this.#motion.remember();
    change(this.chart);
    this.chart.redraw();
    this.requestUpdate();
  }

  #follow = () => {
    this.sheet.follow();
    if (this.isMapShown) this.#map()?.draw();
  };

  #skip = () => this.renderRoot.querySelector<HTMLElement>('.end')?.focus();

  /** A pointer that only comes closes nothing. */
  #expect = () => void this.act(() => undefined);

  #come = ({ target }: Event) => void this.act((hands) => hands.follow(target as Element));

  async #loadHands(): Promise<Hands | undefined> {
    try {
      const { Hands } = await import('./hands.js');
      this.hands = new Hands(this);
      this.requestUpdate();
    } catch (error) {
      this.#coming = undefined;
      console.warn(error);
    }
    return this.hands;
  }
}
