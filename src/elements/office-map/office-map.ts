import { html, nothing, type PropertyDeclarations, type TemplateResult } from 'lit';
import { UpdateTimerController } from '../../controllers/update-timer.js';
import { lazyImport } from '../../controllers/lazy-import.js';
import { MessagesController } from '../../controllers/messages-controller.js';
import { openStatusAt } from '../../feed/parts/opening-hours.js';
import { isOnMap, isPlaced, parseOffices, type OfficeFilter, type ParsedOffice } from '../../feed/parts/offices.js';
import type { ParsedFeed } from '../../feed/parse/parse-strict.js';
import { loadCountryTable, type CountryTable } from '../../i18n/countries.js';
import { foreign } from '../../i18n/foreign.js';
import { canonicalLocale } from '../../i18n/canonical-locale.js';
import { loadMessages, type Messages } from '../../i18n/messages/common.js';
import { controlStyles } from '../../tokens/control.styles.js';
import { lineStyles } from '../../tokens/lines.styles.js';
import { splitList, string } from '../base/converters.js';
import { containKeys } from '../base/contain-keys.js';
import { skeletonStyles, renderSkeleton } from '../base/skeleton.js';
import { IomElement } from '../base/iom-element.js';
import { SelectEvent } from '../base/select-event.js';
import { renderAtlas } from './atlas.js';
import { Directory } from './directory.js';
import { renderFilters } from './filters.js';
import type { Geolocation } from './geolocation.js';
import { renderOffice } from './office.js';
import { styles } from './office-map.styles.js';

/**
 * The offices of an organization: a list with search and filters, and beside it, or behind a button in a narrow column, a
 * map of the world. What is selected in the one is shown in the other. On the map, arrow keys go from pin to pin, plus
 * and minus zoom, and Escape returns to the list.
 *
 * @summary Offices as a list with search and filters, and on a map of the world.
 * @tag iom-office-map
 * @csspart filters - The filters above the list.
 * @csspart list - The list.
 * @csspart office - One office.
 * @csspart name - The name of an office.
 * @csspart meta - Kind, city and country of an office.
 * @csspart details - The details of the selected office.
 * @csspart region - The region of an office.
 * @csspart address - The address of an office.
 * @csspart phone - A telephone or fax number.
 * @csspart email - The e-mail address.
 * @csspart hours - When the office is open.
 * @csspart open - Whether the office is open now.
 * @csspart map - The map and what is below it.
 * @csspart view - The viewport of the map.
 * @csspart pin - A pin on the map, for one office or several.
 * @csspart disclaimer - The disclaimer about boundaries.
 * @csspart language - The name of the feed's language, if the page has another one.
 * @fires {SelectEvent} iom-select - A visitor selected an office.
 */
export class OfficeMap extends IomElement {
  static override styles = [...IomElement.styles, lineStyles, controlStyles, skeletonStyles, styles];
  static override properties: PropertyDeclarations = {
    kind: {},
    countries: {},
    region: {},
    search: { converter: string() },
    controls: { converter: string('search,kind,countries,region,nearest') },
    office: { converter: string() },
    topology: {},
  };

  /**
   * Only these kinds: `headquarters`, `regional`, `country`, `sub-office`, `liaison`, `clinic`, `centre`; separated by
   * commas.
   */
  kind = '';
  /** Only offices in one of these countries: ISO 3166-1 codes such as `UY`; separated by commas. */
  countries = '';
  /** Only offices of this region, by its name in the feed. */
  region = '';
  /** Only offices with all of these words in name, city, country, region, kind or address. */
  search = '';
  /** Filters and sorting for visitors: `search`, `kind`, `countries`, `region`, `nearest`; separated by commas. */
  controls = 'search,kind,countries,region,nearest';
  /** `id` of the office whose details are shown. */
  office = '';
  /** URL of another map: TopoJSON or GeoJSON in degrees. Lines with the property `disputed` are dashed, or `dotted`. */
  topology = '';

  /** @internal What the visitor narrowed the list to. */ chosen: OfficeFilter = {};

  #messages = new MessagesController(this, this.language, loadMessages);
  #countries = new MessagesController(this, this.language, loadCountryTable);
  #alarm = new UpdateTimerController(this);
  #label = lazyImport(this, () => import('../base/language-label.js'));
  #map = lazyImport(this, () => {
    // Both at once; the map asks again for what can't be had.
    if (!this.topology) import('./world.generated.js').catch(String);
    return import('./map.js').then(({ WorldMap }) => new WorldMap(this));
  });
  #directory?: Directory;
  #geolocation?: Geolocation;
  #shown: readonly ParsedOffice[] = [];
  #revealed = '';
  #isMapOpen = false;
  #isMapSeen = false;
  #isPrinting = false;
  #watch?: IntersectionObserver;

  constructor() {
    super();
    containKeys(this);
  }

  override connectedCallback() {
    super.connectedCallback();
    addEventListener('beforeprint', this.#print);
    addEventListener('afterprint', this.#print);
  }

  override disconnectedCallback() {
    super.disconnectedCallback();
    removeEventListener('beforeprint', this.#print);
    removeEventListener('afterprint', this.#print);
    this.#watch?.disconnect();
    this.#watch = undefined;
  }

  /** @internal Is the list sorted by distance, or about to be? */
  get isNearestFirst(): boolean {
    return this.#geolocation?.state === 'asking' || this.#geolocation?.state === 'sorted';
  }

  /** @internal Asks where the visitor is, or forgets it. */
  toggleNearest() {
    const wanted = !this.isNearestFirst;
    this.#geolocation = undefined;
    this.requestUpdate();
    if (wanted)
      import('./geolocation.js').then(({ Geolocation }) => (this.#geolocation = new Geolocation(this)), console.warn);
  }

  /** @internal */
  narrow(change: OfficeFilter) {
    this.chosen = { ...this.chosen, ...change };
    this.requestUpdate();
  }

  /** @internal Opens an office in the list, and closes the one before; none without an `id`. */
  choose(id: string) {
    this.office = id;
    const office = this.#directory && parseOffices(this.#directory.parsed).find((entry) => entry.id === id);
    if (office) this.dispatchEvent(new SelectEvent({ office }));
  }

  /** @internal Leads to an office in the list. */
  async showInList(id: string) {
    await this.updateComplete;
    const row = this.#rowOf(id) ?? this.renderRoot.querySelector('.office');
    row?.scrollIntoView({ block: 'nearest' });
    row?.querySelector('button')?.focus({ preventScroll: true });
  }

  /** @internal Leads to an office on the map. */
  async showOnMap(id: string) {
    this.#isMapOpen = true;
    this.requestUpdate();
    await this.updateComplete;
    const office = this.#shown.find((entry) => entry.id === id);
    // A map that is not there yet goes to what is selected.
    if (office && isPlaced(office)) this.#map()?.goTo(office);
    this.renderRoot.querySelector('.atlas')?.scrollIntoView({ block: 'nearest' });
  }

  protected override willUpdate() {
    this.#alarm.clear();
  }

  protected renderContent(parsed: ParsedFeed): TemplateResult | 'loading' | undefined {
    const messages = this.#messages.current;
    const language = canonicalLocale(parsed.feed.language);
    const hreflang = foreign(language, this.language.tag);
    const countries = this.#countries.current;
    // A server has these at once, and who takes over waits for them.
    const isWaiting = this.prerendered && (!countries || (hreflang && !this.#label()));
    if (!messages || isWaiting) return 'loading';
    const directory = this.#directoryFor(parsed, messages, countries);
    const allowed = directory.select(directory.offices, this.#allowed);
    if (!allowed.length) return undefined;
    const nearest = this.#geolocation;
    const chosen = directory.select(allowed, this.chosen);
    this.#shown = nearest?.sort(chosen) ?? chosen;
    const hasMap = allowed.some(isOnMap);
    const view = {
      host: this,
      messages,
      language,
      hreflang,
      countryOf: directory.countryOf,
      distanceOf: (office: ParsedOffice) => nearest?.messageFor(office, this.language.tag),
    };
    return html`<div
      lang=${this.#messages.lang ?? nothing}
      class="offices ${hasMap ? 'has-map' : ''} ${this.#isMapOpen ? 'map-open' : ''} ${this.#isMapSeen ? 'map-seen' : ''}"
    >
      ${renderFilters(this, allowed, directory, messages)}
      <div class="results">
        <div class="meta">
          <p class="count" role="status">${directory.count(this.#shown, hasMap)}</p>
          ${hreflang && this.#label()?.renderLanguage(this, parsed)}
        </div>
        <p class="told meta" aria-live="polite">${nearest ? messages.map[nearest.state] : nothing}</p>
        <ul class="list" part="list" role="list">
          ${this.#shown.map((office) => {
            const isOpen = this.#isPrinting || office.id === this.office;
            const openness = isOpen ? openStatusAt(office.hours, office.time_zone, Date.now()) : undefined;
            this.#alarm.set(openness?.changes);
            return renderOffice(office, isOpen, openness, view);
          })}
        </ul>
      </div>
      ${hasMap ? renderAtlas(this, messages.map, this.#isMapOpen, this.#toggleMap) : nothing}
    </div>`;
  }

  protected renderPlaceholder(first: TemplateResult) {
    return html`<div class="offices has-map">
      <div class="first">${first}</div>
      <div class="results waiting">
        <div>${Array(6).fill(html`<div class="office to-come">${renderSkeleton(1)}</div>`)}</div>
      </div>
      <div class="atlas"><div class="sea"></div></div>
    </div>`;
  }

  protected override updated() {
    super.updated();
    const row = this.office !== this.#revealed && this.#rowOf(this.office);
    if (row) {
      this.#revealed = this.office;
      import('./scroll-to-row.js').then(({ reveal }) => reveal(row), console.warn);
    }
    const view = this.renderRoot.querySelector<HTMLElement>('.view');
    if (!view || !this.#directory) return;
    if (this.#isMapSeen) return this.#map()?.draw(view, this.#shown.filter(isPlaced), this.#directory);
    this.#watch ??= new IntersectionObserver(
      (entries) => {
        if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
        this.#isMapSeen = true;
        this.#watch?.disconnect();
        this.requestUpdate();
      },
      { rootMargin: '200px' },
    );
    this.#watch.observe(view);
  }

  #toggleMap = () => {
    this.#isMapOpen = !this.#isMapOpen;
    this.requestUpdate();
  };

  #rowOf(id: string) {
    return [...this.renderRoot.querySelectorAll<HTMLElement>('.office')].find((entry) => entry.dataset.id === id);
  }

  /** What the page narrowed the list to. */
  get #allowed(): OfficeFilter {
    const { kind, countries, region, search } = this;
    return {
      kinds: splitList(kind),
      countries: splitList(countries),
      regions: region ? [`${region}`] : [],
      search: `${search ?? ''}`,
    };
  }

  #directoryFor(parsed: ParsedFeed, messages: Messages, countries?: CountryTable): Directory {
    const isPartlyPlaced = parseOffices(parsed).some((office) => !isPlaced(office) && office.country);
    const points = isPartlyPlaced && this.#isMapSeen ? this.#map()?.countryPoints : undefined;
    const { tag } = this.language;
    const old = this.#directory;
    if (
      old?.parsed === parsed &&
      old.messages === messages &&
      old.tag === tag &&
      old.countries === countries &&
      old.points === points
    )
      return old;
    // Regions have other names in another language.
    if (old && old.tag !== tag) this.chosen = { ...this.chosen, regions: [] };
    return (this.#directory = new Directory(parsed, tag, messages, countries, points));
  }

  /** Paper shows what a click would open. */
  #print = ({ type }: Event) => {
    this.#isPrinting = type === 'beforeprint';
    this.requestUpdate();
  };
}
