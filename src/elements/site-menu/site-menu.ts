import { html, nothing, type PropertyDeclarations, type TemplateResult } from 'lit';
import { BackdropController } from '../../controllers/backdrop-controller.js';
import { MessagesController } from '../../controllers/messages-controller.js';
import { parseMenu } from '../../feed/parts/menu.js';
import { parseSite } from '../../feed/parts/site.js';
import type { ParsedFeed } from '../../feed/parse/parse-strict.js';
import { canonicalLocale } from '../../i18n/canonical-locale.js';
import { foreign } from '../../i18n/foreign.js';
import { nameOfLanguage } from '../../i18n/language-name.js';
import { loadMessages } from '../../i18n/messages/common.js';
import { lineStyles } from '../../tokens/lines.styles.js';
import { containKeys, stopKey } from '../base/contain-keys.js';
import { NavigateEvent } from '../base/events.js';
import { reportLanguage } from '../base/language-label.js';
import { skeletonStyles } from '../base/skeleton.js';
import { IomElement } from '../base/iom-element.js';
import { renderLanguages, renderSearch } from './extras.js';
import { focusTargetFor } from './keyboard.js';
import { Overlay } from './overlay.js';
import { renderSection, type SectionView } from './section.js';
import { styles } from './site-menu.styles.js';

/** Narrower than this, in `em`, a menu is an accordion even where its sections would fit. */
const minWidth = 36;

/**
 * The navigation of a site: sections with an introduction, groups and links, and its search and languages. If the sections fit in a row, each opens a
 * panel below it; otherwise a button opens a list of them. Nothing opens on hover. Links, buttons and keys (arrow keys,
 * Home, End and Escape) follow "Disclosure Navigation Menu with Top-Level Links" of the W3C's ARIA Authoring Practices
 * (https://www.w3.org/WAI/ARIA/apg/patterns/disclosure/examples/disclosure-navigation-hybrid/).
 *
 * @summary Site navigation: a bar with panels on wide columns, an accordion on narrow ones.
 * @tag iom-site-menu
 * @csspart nav - The landmark around everything.
 * @csspart button - The button that opens the list on narrow columns.
 * @csspart list - The sections.
 * @csspart section - A section, with its panel.
 * @csspart toggle - The button that opens a section.
 * @csspart panel - The content of a section.
 * @csspart intro - The introduction to a section.
 * @csspart group - A group of links.
 * @csspart link - A link.
 * @csspart search - The form that searches the site, where the feed says how.
 * @fires {NavigateEvent} iom-navigate - A visitor follows a link; its `item` has the `url` and `title` of the link, or of the results and the words of a search. Cancelable.
 */
export class SiteMenu extends IomElement {
  static override styles = [...IomElement.styles, lineStyles, skeletonStyles, styles];
  static override properties: PropertyDeclarations = { label: {} };

  /** Name of the navigation landmark; default "Site menu", in the element's language. */
  label = '';

  #messages = new MessagesController(this, this.language, loadMessages);
  /** Sections that are open, by place and title: a newer copy of the feed leaves them open. */
  #open = new Set<string>();
  #shown = false;
  #resized?: ResizeObserver;
  #overlay = new Overlay(this);

  constructor() {
    super();
    containKeys(this);
    new BackdropController(this);
  }

  override connectedCallback() {
    super.connectedCallback();
    this.#resized ??= new ResizeObserver(() => requestAnimationFrame(this.#fit));
    this.#resized.observe(this);
    document.fonts.addEventListener('loadingdone', this.#fit);
    addEventListener('keydown', this.#escapeFirst, true);
    document.addEventListener('keydown', this.#escape);
    // A page may keep clicks to itself, and iOS doesn't send any for what can't be clicked.
    document.addEventListener('click', this.#leave, true);
    document.addEventListener('pointerup', this.#leave, true);
    addEventListener('popstate', this.#relocate);
  }

  override disconnectedCallback() {
    super.disconnectedCallback();
    this.#resized?.disconnect();
    this.#overlay.close();
    document.fonts.removeEventListener('loadingdone', this.#fit);
    removeEventListener('keydown', this.#escapeFirst, true);
    document.removeEventListener('keydown', this.#escape);
    document.removeEventListener('click', this.#leave, true);
    document.removeEventListener('pointerup', this.#leave, true);
    removeEventListener('popstate', this.#relocate);
  }

  protected renderContent(parsed: ParsedFeed): TemplateResult | 'loading' | undefined {
    const sections = parseMenu(parsed);
    const words = this.#messages.current;
    if (!words) return 'loading';
    const messages = words.menu;
    if (!sections.length) return undefined;
    const language = canonicalLocale(parsed.feed.language);
    const other = foreign(language, this.language.tag);
    if (other) reportLanguage(this, parsed, other);
    const label = this.label || messages.label;
    const { search, translations } = parseSite(parsed);
    const viewOf = (id: string, key: string, label: string) => ({
      id: `panel-${id}`,
      isOpen: this.#open.has(key),
      toggle: () => this.#toggle(key),
      label,
      here: this.prerendered ? '' : location.href,
      hreflang: other,
    });
    // Not on the landmark: screen readers would call all in it clickable. On a server there is no root; twice does no harm.
    (this.renderRoot as ShadowRoot | undefined)?.addEventListener('click', this.#follow as EventListener);
    return html`<nav
      lang=${this.#messages.lang ?? nothing}
      class="menu"
      part="nav"
      aria-label=${other ? `${label} (${nameOfLanguage(other)})` : label}
      @keydown=${this.#step}
      @focusout=${this.#blur}
    >
      <button
        class="all"
        part="button"
        aria-expanded=${this.#shown}
        aria-controls="sections"
        @click=${this.#toggleList}
      >
        <svg viewBox="0 0 16 16" aria-hidden="true"><path d="M2 4h12M2 8h12M2 12h12" /></svg> ${messages.open}
      </button>
      <ul class="sections" part="list" id="sections" role="list" lang=${language ?? ''}>
        ${sections.map((section, index) => {
          const view = viewOf(`${index}`, `${index} ${section.title}`, `${section.title} – ${messages.below}`);
          return renderSection(section, view);
        })}
        ${search ? renderSearch(search, this.#searchView(viewOf('search', 'search', words.news.search)), this.#search) : nothing}
        ${renderLanguages(translations, language, viewOf('languages', 'languages', words.contact.languages))}
      </ul>
    </nav>`;
  }

  protected renderPlaceholder(first: TemplateResult) {
    return html`<div class="menu to-come">
      <div>${first}</div>
      ${Array(5).fill(html`<div class="skeleton"><i></i></div>`)}
    </div>`;
  }

  protected override willUpdate() {
    // Chromium 156 crashes where a panel is still in the top layer when it becomes `hidden="until-found"`.
    if (this.#overlay.raised?.matches('.panel')) this.#overlay.close();
  }

  protected override updated() {
    super.updated();
    this.#fit();
  }

  get #nav() {
    return this.renderRoot.querySelector('nav');
  }

  get #isWide() {
    return !!this.#nav?.classList.contains('wide');
  }

  /** Whether what is open lies over the page. */
  get #isOver() {
    return this.#isWide || !!this.#overlay.raised;
  }

  /** Sections stand side by side where they fit. */
  #fit = () => {
    const nav = this.#nav;
    if (!nav || !this.isConnected) return;
    const list = nav.querySelector<HTMLElement>('.sections');
    // An optimizer may have taken the class from what a server has drawn.
    if (!list) return;
    // In the top layer it has no width of its own.
    if (this.#overlay.raised === list) {
      if (this.#shown) return this.#overlay.show(nav, list, false);
      this.#overlay.close();
    }
    nav.classList.remove('narrow');
    nav.classList.add('wide');
    const { scrollWidth, clientWidth } = list;
    const fits = scrollWidth <= clientWidth && clientWidth >= minWidth * parseFloat(getComputedStyle(nav).fontSize);
    nav.classList.toggle('wide', fits);
    nav.classList.toggle('narrow', !fits);
    const panel = nav.querySelector<HTMLElement>('.panel:not([hidden])');
    this.#overlay.show(nav, fits ? panel : this.#shown ? list : null, fits);
  };

  #toggle(section: string) {
    const wasOpen = this.#open.has(section);
    // Panels lie over one another; in an accordion, what was above would run away from under the finger.
    if (this.#isWide) this.#open.clear();
    if (wasOpen) this.#open.delete(section);
    else this.#open.add(section);
    this.requestUpdate();
  }

  #toggleList = () => {
    this.#shown = !this.#shown;
    this.requestUpdate();
  };

  #close() {
    this.#open.clear();
    this.#shown = false;
    this.requestUpdate();
  }

  #relocate = () => this.requestUpdate();

  /** A panel lies over the page and goes when the visitor turns to the page; an accordion doesn't. */
  #leave = (event: Event) => {
    if ((this.#open.size || this.#shown) && this.#isOver && !event.composedPath().includes(this)) this.#close();
  };

  #blur = ({ relatedTarget }: FocusEvent) => {
    if (relatedTarget && this.#isOver && !this.#nav?.contains(relatedTarget as Node)) this.#close();
  };

  #follow = (event: MouseEvent) => {
    const link = (event.target as Element).closest('a');
    if (!link) return;
    const { href, textContent } = link;
    const item = { id: href, url: href, title: textContent };
    if (!this.dispatchEvent(new NavigateEvent(item, event))) event.preventDefault();
    this.#close();
  };

  /** Whoever opens the search is about to write. */
  #searchView(view: SectionView): SectionView {
    const toggle = async () => {
      view.toggle();
      await this.updateComplete;
      this.renderRoot.querySelector<HTMLElement>('.search .panel:not([hidden]) [type=search]')?.focus();
    };
    return { ...view, toggle: () => void toggle() };
  }

  #search = (event: SubmitEvent) => {
    const form = event.target as HTMLFormElement;
    const url = new URL(form.action);
    url.search = `${new URLSearchParams(new FormData(form) as unknown as Record<string, string>)}`;
    const { value } = form.querySelector<HTMLInputElement>('[type=search]')!;
    const item = { id: url.href, url: url.href, title: value };
    if (!this.dispatchEvent(new NavigateEvent(item, event))) event.preventDefault();
  };

  #step = (event: KeyboardEvent) => {
    const target = focusTargetFor(event, this.language.tag);
    if (!target) return;
    event.preventDefault();
    target.focus();
  };

  /** Of what is open the menu's is the innermost where the focus is in it, or in nothing further in. */
  #escapeFirst = (event: KeyboardEvent) => {
    const [from] = event.composedPath();
    const isHere = event.composedPath().includes(this) || (from instanceof Node && from.contains(this));
    if (isHere && this.#escape(event)) stopKey(event);
  };

  #escape = (event: KeyboardEvent): boolean => {
    if (event.key !== 'Escape' || event.isComposing || event.defaultPrevented) return false;
    const active = (this.renderRoot as ShadowRoot).activeElement;
    // Chromium 156 says `false` to `:focus-within` where what has the focus has come to the top layer.
    const isInside = !!active;
    const openIn = (part?: Element | null) => part?.querySelector<HTMLElement>('.toggle[aria-expanded=true]');
    const button =
      openIn(active?.closest('.section')) ??
      (this.#isWide
        ? openIn(this.#nav)
        : (isInside || this.#isOver) && this.#nav?.querySelector<HTMLElement>('.all[aria-expanded=true]'));
    if (!button) return false;
    event.preventDefault();
    button.click();
    // Safari doesn't give the focus to buttons that are clicked.
    if (isInside || document.activeElement === document.body) button.focus();
    return true;
  };
}
