import {
  LitElement,
  html,
  isServer,
  nothing,
  type PropertyDeclarations,
  type PropertyValues,
  type TemplateResult,
} from 'lit';
import { FeedController } from '../../controllers/feed-controller.js';
import { LanguageController } from '../../controllers/language-controller.js';
import { lazyImport } from '../../controllers/lazy-import.js';
import { reload } from '../../feed/load/store.js';
import type { ParsedFeed } from '../../feed/parse/parse-strict.js';
import { translatable } from '../../html/translatable.js';
import { directionOf } from '../../i18n/locale.js';
import { baseStyles } from '../../tokens/base.styles.js';
import { LoadEvent } from './events.js';

/**
 * What stands in for steps in the life of elements on a page that a server has filled, until they have taken over what is
 * there: hydrate.ts sets it, which only such pages load. Any other page has none, and its elements draw themselves.
 */
export interface HydrationHooks {
  /** False where an element has something to wait for before it updates. */
  shouldUpdate(element: IomElement, changed: PropertyValues): boolean;
  /** True where an update is done, with or without a change; false where the element is to draw itself. */
  update(element: IomElement, changed: PropertyValues): boolean;
}

/**
 * Common to all elements: the source of the feed, the language, and what is shown while there is no content. Every
 * attribute can also be written with the prefix `data-`.
 *
 * @attr {'lazy' | 'eager'} [loading=lazy] - `eager` loads at once, also far from the viewport; by default the embed script
 * loads an element when it comes near it.
 * @attr {boolean} consent - The embed script asks the visitor first and loads nothing for the element until they agree.
 * @slot - Fallback, at least a link: shown until the feed has loaded, and if it can't be loaded.
 * @csspart base - All content of the element.
 * @csspart notice - A notice that something is missing or old.
 * @csspart button - A button.
 * @cssproperty [--iom-accent] - Colour of kinds, charts and hovered links; default a blue as dark or light as the text.
 * @cssproperty [--iom-font=inherit] - Font family.
 * @cssproperty [--iom-line] - Colour of lines; default 18 % of the text colour.
 * @cssproperty [--iom-shade] - Background of areas; default 7 % of the text colour.
 * @cssproperty [--iom-radius=0.375em] - Radius of corners.
 * @cssstate loading - Nothing to show yet.
 * @cssstate ready - The content is on screen.
 * @cssstate empty - The feed has nothing for this element.
 * @cssstate stale - An older copy is on screen because the newest could not be loaded.
 * @cssstate error - Nothing could be loaded; the fallback or a message is on screen.
 * @fires {ConsentEvent} iom-consent - The visitor gives the consent that `consent` requires; cancelable.
 * @fires {LoadEvent} iom-load - The content, or a newer copy of it, is on screen.
 * @fires {LoadErrorEvent} iom-error - The feed could not be loaded.
 */
export abstract class IomElement extends LitElement {
  static override styles = [baseStyles];
  static override properties: PropertyDeclarations = {
    src: {},
    languages: {},
    feed: { attribute: false },
    theme: {},
    refresh: { type: Number },
  };

  /** @internal */ static hydration?: HydrationHooks;

  /** URL of the feed; `{lang}` in it is replaced by the element's language: `fr` for `fr-CA`. */
  src = '';
  /**
   * Languages of the feed, for `{lang}`; pages in any other language get the first. Separated by commas or spaces;
   * default `en ar es fr ru zh`.
   */
  languages?: string;
  /** The feed itself, as an object in the form of the JSON; no feed is requested then. */
  feed?: object;
  /** Colours: `auto` uses the page's text colour and colour scheme, `light` and `dark` their own. */
  theme: 'auto' | 'light' | 'dark' = 'auto';
  /** Reload the feed after this many seconds while the page is visible, at least 30; 0 is never. */
  refresh = 0;
  /** @internal */ readonly language = new LanguageController(this);
  /** @internal */ readonly feedController = new FeedController(this);
  #notice = lazyImport(this, () => import('./feedback.js').then(({ Notice }) => new Notice(this)));
  /** @internal */ state = 'loading';
  /**
   * @internal True where the content is drawn by a server, and for the first time after it: then it has to be what any
   * machine would draw at any time, without sizes, clocks and what a browser can do.
   */
  declare prerendered?: boolean;
  #internals = this.attachInternals();
  #reported?: unknown;

  static override get observedAttributes() {
    return super.observedAttributes.flatMap((name) => [name, `data-${name}`]);
  }

  protected override createRenderRoot() {
    // The embed script reserves space in there; what a server has drawn and nobody takes over would stand there twice.
    this.shadowRoot?.replaceChildren();
    Object.assign(this.renderOptions, translatable);
    return super.createRenderRoot();
  }

  protected override shouldUpdate(changed: PropertyValues) {
    return IomElement.hydration?.shouldUpdate(this, changed) ?? true;
  }

  protected override update(changed: PropertyValues) {
    if (!IomElement.hydration?.update(this, changed)) super.update(changed);
  }

  override attributeChangedCallback(name: string, old: string | null, value: string | null) {
    // Editors that can't leave an attribute out write "false".
    super.attributeChangedCallback(name.replace('data-', ''), old, value === 'false' ? null : value);
  }

  /** The content for a feed; `loading` while some of it is on its way, undefined when the feed has none. */
  protected abstract renderContent(parsed: ParsedFeed): TemplateResult | 'loading' | undefined;

  /** Something of the content's size. `first` belongs where the content begins. */
  protected abstract renderPlaceholder(first: TemplateResult): TemplateResult;

  /** @internal What is on screen as schema.org data; undefined for an element that is not asked for it. */
  toStructuredData?(): Promise<object | undefined>;

  /** Requests the feed again. */
  retry() {
    reload(this.feedController.key as string);
  }

  /** @internal What it shows by now; sets `state`. */
  override render(): TemplateResult {
    const { parsed, error, pending, isFromCache } = this.feedController;
    const { tag } = this.language;
    const slot = html`<slot></slot>`;
    let content: TemplateResult | 'loading' | undefined;
    try {
      content = parsed ? this.renderContent(parsed) : pending ? 'loading' : undefined;
    } catch (cause) {
      // On a server the command says so. A browser that lacks something, or a page that took it away, has the link.
      if (isServer) throw cause;
      console.warn(this, cause);
    }
    const state = content === 'loading' ? content : error ? (content ? 'stale' : 'error') : content ? 'ready' : 'empty';
    this.state = state;
    // No blank between the two: where the page keeps blanks it would be a line.
    // prettier-ignore
    return html`<div class="width"></div><div class="base ${this.theme}" part="base" lang=${tag} dir=${directionOf(tag)}>
        ${content === 'loading' ? this.renderPlaceholder(slot) : (content ?? slot)}
        ${state === 'loading' || (state === 'ready' && !isFromCache) ? nothing : this.#notice()?.render(state)}
      </div>`;
  }

  protected override updated() {
    try {
      const { states } = this.#internals;
      states.clear();
      states.add(this.state);
    } catch {
      // Chromium up to 124 takes no name without dashes, Firefox up to 125 none: there, styles can't ask for the state.
    }
    const { parsed, error } = this.feedController;
    const news = error ?? parsed;
    if (this.state === 'loading' || news === this.#reported) return;
    this.#reported = news;
    const event = !error && parsed && new LoadEvent(parsed);
    if (event) this.dispatchEvent(event);
    if (!event || event.problems[0])
      import('./feedback.js').then(({ reportProblems }) => reportProblems(this, news!), console.warn);
  }
}
