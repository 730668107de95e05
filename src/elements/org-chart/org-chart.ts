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
import { readOrganization, wayBetween, type Organization } from '../../feed/organization.js';
import type { Reading } from '../../feed/read.js';
import type { Messages } from '../../i18n/words.js';
import { directionOf } from '../../i18n/language.js';
import { controlStyles } from '../../tokens/control.styles.js';
import { flag, whole } from '../converters.js';
import { IomElement } from '../iom-element.js';
import { SelectEvent } from '../select-event.js';
import { variables } from '../variables.js';
import { Cards, notesOf } from './cards.js';
import { Chart, mostCards, type Setting } from './chart.js';
import { curveBetween, linesIn } from './lines.js';
import { styles } from './org-chart.styles.js';
import { Stage } from './stage.js';
import { renderBar } from './bar.js';
import type { Layout } from './tree.js';

/** Narrower than this, in `em`, a chart is drawn as an outline. */
const leastWidth = 42;

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
 * @cssproperty [--iom-chart-size] - Height of the window on the chart; 60 % of its width, at least 24em and at most 44em.
 * @fires {SelectEvent} iom-select - A visitor chose a unit.
 */
export class OrgChart extends IomElement {
  static override styles = [...IomElement.styles, controlStyles, styles];
  static override properties: PropertyDeclarations = {
    layout: {},
    root: {},
    depth: { converter: whole(1, 999, 0) },
    levels: { converter: whole(1, 999, 0) },
    unit: {},
    hash: { converter: flag },
    headingLevel: { type: Number, attribute: 'heading-level' },
  };

  /** How the units stand; `auto` takes `chart` where there is room and `outline` where there is not. */
  layout: 'auto' | Layout = 'auto';
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

  /** @internal */ readonly stage = new Stage(this);
  /** @internal */ chart?: Chart;
  /** @internal Unit from where the way to another is looked for. */ from = '';
  /** @internal Unit whose card has, or had last, the focus. */ focused = -1;
  /** @internal */ mapShown = false;
  /** @internal */ printing: 'list' | 'page' = 'list';

  #cards = new Cards(this);
  #words = new WordsController(this, this.language);
  #hands = lazy(this, () => import('./hands.js').then(({ Hands }) => new Hands(this)));
  #near = false;
  #panel = lazy(this, () => import('./panel.js'));
  #find = lazy(this, () => import('./find.js'));
  #outline = lazy(this, () => import('./outline.js'));
  #map = lazy(this, () => import('./map.js').then(({ OverviewMap }) => new OverviewMap(this)));
  #reading?: Reading;
  #width = 0;
  #all = false;
  #asked = '';
  #isNewDrawing = false;
  #before?: Map<string, [number, number]>;
  #measured = new Set<number>();
  #search = '';
  #onWay?: Set<string>;
  #list?: Element;
  #shown: unknown[] = [];
  #resized?: ResizeObserver;

  override connectedCallback() {
    super.connectedCallback();
    this.#resized ??= new ResizeObserver(() => {
      // In the next frame: what is drawn then has another height, which would be observed in this one again.
      if (this.clientWidth !== this.#width) requestAnimationFrame(() => this.requestUpdate());
    });
    this.#resized.observe(this);
    addEventListener('hashchange', this.#followHash);
    addEventListener('beforeprint', this.#showAll);
    addEventListener('afterprint', this.#showAll);
    document.fonts.addEventListener('loadingdone', this.#remeasure);
    this.#followHash();
    this.requestUpdate();
  }

  override disconnectedCallback() {
    super.disconnectedCallback();
    this.#resized?.disconnect();
    removeEventListener('hashchange', this.#followHash);
    removeEventListener('beforeprint', this.#showAll);
    removeEventListener('afterprint', this.#showAll);
    document.fonts.removeEventListener('loadingdone', this.#remeasure);
  }

  /** Opens this many levels, counted from the top, and closes the others; `Infinity` opens all. */
  openLevels(levels: number) {
    this.#change((chart) => chart.openLevels(levels));
  }

  /** Opens or closes the branch of a unit; with `whole`, everything below it too. */
  toggle(id: string, open?: boolean, whole = false) {
    this.#change((chart) => {
      const index = chart.find(id);
      if (index < 0 || !chart.hasBranch(index)) return;
      const wanted = open ?? !chart.open[index];
      if (whole) chart.openBranch(index, wanted);
      else chart.open[index] = wanted ? 1 : 0;
    });
  }

  /** Opens the way to a unit and brings its card into view; false where the chart does not hold it. */
  async show(id: string, focus = false): Promise<boolean> {
    const { chart } = this;
    const index = chart?.find(id) ?? -1;
    if (!chart || index < 0 || !chart.reveal(index)) return false;
    this.#change(() => {});
    this.focused = index;
    await this.updateComplete;
    this.stage.show(chart.slots[index]);
    if (focus) await this.focusUnit(index);
    return true;
  }

  /** `id`s of the units from one to another: up to the one that both stand below, and down again. */
  way(from: string, to: string): string[] {
    const { chart } = this;
    const [a, b] = [chart?.find(from) ?? -1, chart?.find(to) ?? -1];
    if (!chart || a < 0 || b < 0) return [];
    return wayBetween(chart.organization, a, b).map((index) => chart.organization.units[index].id);
  }

  /** @internal Shows the details of a unit, or of none. */
  async select(id: string) {
    this.unit = this.#asked = id;
    if (this.hash) {
      const { pathname, search } = location;
      history.replaceState(history.state, '', id ? `#${new URLSearchParams({ unit: id })}` : pathname + search);
    }
    const unit = this.chart?.organization.units[this.chart.find(id)];
    if (!unit) return;
    await this.show(id);
    this.dispatchEvent(new SelectEvent(unit));
    await import('./panel.js');
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>('.panel [tabindex]')?.focus({ preventScroll: true });
    this.renderRoot.querySelector('.panel')?.scrollIntoView({ block: 'nearest' });
  }

  /** @internal */
  async closePanel() {
    const id = this.unit;
    this.from = '';
    await this.select('');
    await this.updateComplete;
    await this.focusUnit(this.chart?.find(id) ?? -1);
  }

  /** @internal The next unit that is chosen is where the way from this one leads. */
  lookForWay() {
    this.from = this.unit;
    this.requestUpdate();
  }

  /** @internal */
  async prepareToPrint(how: 'list' | 'page') {
    this.printing = how;
    this.requestUpdate();
    await this.updateComplete;
  }

  /** @internal */
  toggleMap() {
    this.mapShown = !this.mapShown;
    this.requestUpdate();
  }

  /** @internal */
  set search(text: string) {
    this.#search = text;
    this.requestUpdate();
  }
  get search() {
    return this.#search;
  }

  /** @internal The units on the way that was looked for, by `id`. */
  get onWay(): ReadonlySet<string> {
    return (this.#onWay ??= new Set(this.from && this.unit !== this.from ? this.way(this.from, this.unit) : []));
  }

  /** @internal Is the chart an outline? Then there is nothing to zoom. */
  get isOutline() {
    return this.chart?.drawing.layout === 'outline';
  }

  protected override shouldUpdate(changed: PropertyValues) {
    if (changed.has('root') || changed.has('depth') || changed.has('levels')) this.#reading = undefined;
    // Out of the page nothing has a size.
    return this.isConnected && super.shouldUpdate(changed);
  }

  protected renderContent(reading: Reading): TemplateResult | 'loading' | undefined {
    const organization = readOrganization(reading);
    if (!organization.units.length) return undefined;
    const messages = this.#words.words;
    if (!messages) return 'loading';
    if (this.prerendered) {
      // Before it has a size a chart is a list. Who takes it over leaves it as it is, and then draws the chart.
      const outline = isServer ? this.#outline()?.renderOutline(organization, this) : noChange;
      return outline ? this.renderPlaceholder(html`${outline}`) : 'loading';
    }
    const chart = this.#prepare(reading, organization, messages.chart);
    if (chart.range[0] === chart.range[1]) return undefined;
    const { drawing } = chart;
    const { stage } = this;
    const words = messages.chart;
    stage.mirrored = directionOf(this.language.tag) === 'rtl';
    const outline = this.isOutline;
    if (outline) stage.scale = 1;
    stage.take(chart);
    const [width, height] = stage.size;
    const windowed = this.#isWindowed(chart);
    const language = reading.feed.language;
    const hands = this.#near ? this.#hands() : undefined;
    const panel = chart.find(this.unit) < 0 ? nothing : this.#panel()?.renderPanel(this, reading, chart, words);
    return html`<div class="chart ${panel === nothing ? '' : 'with-panel'}" data-print=${this.printing}>
      ${renderBar(this, chart, words, this.#renderFound(words, reading))}
      <div class="stage">
        <div
          class="view ${drawing.layout} ${windowed ? 'windowed' : ''}"
          part="view"
          @scroll=${stage.scrolled}
          @pointerenter=${this.#come}
          @focusin=${this.#come}
          @keydown=${hands?.key}
          @wheel=${hands?.wheel}
          @click=${hands?.click}
          @pointerdown=${hands?.press}
          @pointermove=${hands?.drag}
          @pointerup=${hands?.release}
          @pointercancel=${hands?.release}
        >
          <div class="sizer" ${variables({ '--width': `${width}px`, '--height': `${height}px` })}>
            <div
              class="plane"
              ${variables({ '--zoom': `${stage.scale}`, '--w': `${drawing.size[0]}px`, '--h': `${drawing.size[1]}px` })}
              lang=${language || nothing}
            >
              ${this.#renderLines(chart, windowed)}
              <ul class="cards" role="list"></ul>
            </div>
          </div>
        </div>
        ${this.mapShown && !outline ? this.#map()?.render(words) : nothing}
        <div class="print-page" aria-hidden="true"></div>
      </div>
      ${panel}
    </div>`;
  }

  protected renderPlaceholder(first: TemplateResult) {
    return html`<div class="chart"><div class="waiting">${first}</div></div>`;
  }

  protected override updated() {
    super.updated();
    const { chart, stage } = this;
    const { view } = stage;
    if (!chart || !view) return;
    this.#drawCards(chart);
    if (this.#measure(chart)) return;
    if (this.#isNewDrawing) {
      this.#isNewDrawing = false;
      if (!this.isOutline) {
        stage.scale = Math.max(0.75, stage.fitting);
        this.requestUpdate();
        void this.updateComplete.then(() => {
          if (this.#asked) void this.show(this.#asked);
          else stage.toStart();
        });
      }
    }
    if (this.unit !== this.#asked && chart.find(this.unit) >= 0) {
      this.#asked = this.unit;
      void this.show(this.unit);
    }
    this.#animate(chart);
    if (this.mapShown) this.#map()?.draw();
  }

  #prepare(reading: Reading, organization: Organization, words: Messages['chart']): Chart {
    const { fontSize, fontFamily } = getComputedStyle(this);
    const size = parseFloat(fontSize);
    this.#width = this.clientWidth;
    const view = this.stage.view;
    const layout =
      this.layout in { chart: 1, 'left-to-right': 1, outline: 1 }
        ? (this.layout as Layout)
        : this.#width < leastWidth * size
          ? 'outline'
          : 'chart';
    const setting: Setting = {
      layout,
      view: [view?.clientWidth || this.#width, view?.clientHeight || this.#width * 0.6],
      fontSize: size,
      fontFamily,
      language: this.language.tag,
      root: this.root,
      depth: this.depth,
      levels: this.levels,
      notes: (unit, nameOf) => notesOf(unit, words, nameOf),
    };
    const old = this.chart;
    if (!old || this.#reading !== reading) {
      const isSame = old && this.#reading && this.#reading !== reading;
      if (isSame) this.#remember(old);
      this.#reading = reading;
      this.chart = new Chart(organization, setting, isSame ? old : undefined);
      this.#measured.clear();
      if (!isSame) this.#isNewDrawing = true;
    } else if (
      old.drawing.layout !== layout ||
      old.setting.view[0] !== setting.view[0] ||
      old.setting.fontSize !== size ||
      old.setting.fontFamily !== fontFamily ||
      old.setting.language !== setting.language
    ) {
      if (old.drawing.layout !== layout) this.#isNewDrawing = true;
      this.#measured.clear();
      old.arrange(setting);
    }
    return this.chart!;
  }

  #isWindowed(chart: Chart) {
    return chart.windowed && !this.#all;
  }

  /** Of a large chart the cards in view, and the one that has the focus, with its neighbours. */
  #drawCards(chart: Chart) {
    const list = this.renderRoot.querySelector('.cards');
    const words = this.#words.words?.chart;
    if (!list || !words) return;
    const windowed = this.#isWindowed(chart);
    const { drawn } = this.stage;
    const shown = [chart.drawing, words, this.unit, this.from, windowed && drawn, windowed && this.focused];
    // A zoom, a search or a button in the bar changes no card.
    if (list === this.#list && shown.every((each, index) => each === this.#shown[index])) return;
    this.#list = list;
    this.#shown = shown;
    this.#onWay = undefined;
    if (!windowed) return this.#cards.drawNested(list, chart, words);
    const slots = new Set(chart.cardsIn(drawn));
    const focused = chart.slots[this.focused] ?? 0;
    if (focused)
      for (const slot of [focused - 1, focused, focused + 1]) if (slot && slot <= chart.drawing.count) slots.add(slot);
    this.#cards.drawSome(
      list,
      chart,
      [...slots].sort((a, b) => a - b),
      words,
    );
  }

  #renderLines(chart: Chart, windowed: boolean) {
    const { drawing } = chart;
    const area = windowed ? this.stage.drawn : { left: -Infinity, top: -Infinity, right: Infinity, bottom: Infinity };
    const [left, top] = windowed
      ? [this.stage.mirrored ? drawing.size[0] - area.right : area.left, area.top].map(Math.round)
      : [0, 0];
    const { place } = this.stage;
    const further = { dotted: '', solid: '' };
    for (let slot = 1; slot <= drawing.count; slot++) {
      for (const { unit, line } of chart.unitAt(slot).reports_to ?? []) {
        const to = chart.slots[chart.find(unit)];
        if (to) further[line ?? 'dotted'] += curveBetween(drawing, slot, to, place, [left, top]);
      }
    }
    const [width, height] = windowed ? [area.right - area.left, area.bottom - area.top] : drawing.size;
    return html`<svg
      class="lines"
      part="lines"
      aria-hidden="true"
      ${variables({ '--x': `${left}px`, '--y': `${top}px`, '--w': `${width}px`, '--h': `${height}px` })}
    >
      <path d=${linesIn(drawing, area, place, [left, top])} />
      <path class="further" d=${further.solid} />
      <path class="further dotted" d=${further.dotted} />
    </svg>`;
  }

  #renderFound(words: Messages['chart'], reading: Reading) {
    return this.#search ? (this.#find()?.renderFound(this, reading, this.chart!, words) ?? nothing) : nothing;
  }

  /** Keys and gestures are loaded when a visitor comes near. */
  #come = () => {
    if (this.#near) return;
    this.#near = true;
    this.requestUpdate();
  };

  /** @internal Brings the focus to the card of a unit, and the card into view. */
  async focusUnit(index: number) {
    const { chart } = this;
    const slot = chart?.slots[index];
    if (!chart || !slot) return;
    this.focused = index;
    this.requestUpdate();
    await this.updateComplete;
    const card = this.renderRoot.querySelector(`[data-slot="${slot}"]`);
    card?.querySelector<HTMLElement>('a, button')?.focus({ preventScroll: true });
    this.#keepInView(slot);
  }

  /** Moves the view only as far as it takes to see a card whole. */
  #keepInView(slot: number) {
    const { chart, stage } = this;
    const { x, y, width, height } = chart!.drawing;
    const { left, top, right, bottom } = stage.seen();
    const outside =
      x[slot] < left || x[slot] + width[slot] > right || y[slot] < top || y[slot] + height[slot] + 16 > bottom;
    if (outside || this.isOutline) stage.show(slot);
  }

  #change(change: (chart: Chart) => void) {
    const { chart } = this;
    if (!chart) return;
    this.#remember(chart);
    change(chart);
    chart.redraw();
    this.requestUpdate();
  }

  #remember(chart: Chart) {
    const { count, x, y } = chart.drawing;
    if (count > 400) return;
    this.#before = new Map();
    for (let slot = 1; slot <= count; slot++) {
      this.#before.set(chart.unitAt(slot).id, [this.stage.place(x[slot]), y[slot]]);
    }
  }

  /** Lets cards move from where they stood before, where motion is welcome. */
  #animate(chart: Chart) {
    const before = this.#before;
    this.#before = undefined;
    if (!before || matchMedia('(prefers-reduced-motion: reduce)').matches) return;
    const { x, y } = chart.drawing;
    for (const card of this.renderRoot.querySelectorAll<HTMLElement>('[data-slot]')) {
      const slot = Number(card.dataset.slot);
      const old = before.get(chart.unitAt(slot).id);
      const [dx, dy] = old ? [old[0] - this.stage.place(x[slot]), old[1] - y[slot]] : [0, 0];
      const frames = old ? [{ translate: `${dx}px ${dy}px` }, { translate: '0 0' }] : [{ opacity: 0 }, { opacity: 1 }];
      if (!old || dx || dy) card.animate(frames, { duration: 250, easing: 'ease-out' });
    }
  }

  /** Looks how high the cards are; true if that is not what was thought, and all is drawn again. */
  #measure(chart: Chart): boolean {
    // Among thousands only what would not fit counts, and one line more is let stand in the gap below.
    const windowed = this.#isWindowed(chart);
    if (windowed && chart.drawing.count > 5 * mostCards) return false;
    const list = this.renderRoot.querySelector('.cards');
    list?.classList.toggle('measured', !windowed);
    let changed = false;
    for (const card of list?.querySelectorAll<HTMLElement>('[data-slot]') ?? []) {
      const index = chart.drawing.unit[Number(card.dataset.slot)];
      if (this.#measured.has(index)) continue;
      this.#measured.add(index);
      changed = chart.setHeight(index, card.offsetHeight) || changed;
    }
    list?.classList.remove('measured');
    if (!changed) return false;
    chart.redraw();
    this.requestUpdate();
    return true;
  }

  #remeasure = () => {
    if (this.chart) this.chart.setting = { ...this.chart.setting, fontFamily: '' };
    this.requestUpdate();
  };

  #followHash = () => {
    const id = new URLSearchParams(location.hash.slice(1)).get('unit');
    if (this.hash && id) this.unit = id;
  };

  /** On paper all that is open is shown. */
  #showAll = ({ type }: Event) => {
    this.#all = type === 'beforeprint';
    if (type === 'afterprint') this.printing = 'list';
    this.requestUpdate();
    this.performUpdate();
  };
}
