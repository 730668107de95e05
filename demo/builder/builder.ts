import { LitElement, html, nothing, type PropertyDeclarations } from 'lit';
import library from '../../package.json' with { type: 'json' };
import { watch } from '../../src/autoload.js';
import { ClipboardController } from '../../src/controllers/clipboard-controller.js';
import { renderAppearance } from './appearance-fields.js';
import { styles } from './builder.styles.js';
import { checkFeed, linkOf, type Verdict } from './check.js';
import { initial, keptAttributes, readChoice, writeChoice, type Choice } from './choice.js';
import { renderElements } from './element-cards.js';
import { renderOption, renderRadios, type Form } from './field.js';
import { fieldStyles } from './fields.styles.js';
import { obstacleTo } from './obstacles.js';
import { elements, type Option } from './options.js';
import { smallestSrc, textLink } from './parts.js';
import { renderPaste } from './paste.js';
import { picksOf } from './picks.js';
import { Preview, type Width } from './preview.js';
import { isUnnamed, scriptsBeside, ScriptsController, type Hashes } from './scripts.js';
import { renderScripts } from './scripts-field.js';
import { snippetOf, themeCssOf } from './snippets.js';
import { renderVerdict } from './verdict.js';
import en from './words.en.js';
import fr from './words.fr.js';

const languages = { ar: 'العربية', zh: '中文', en: 'English', fr: 'français', ru: 'русский', es: 'español' };
const catalogues = { en, fr };
type Ui = keyof typeof catalogues;

/** The hashes of the scripts, where the library has been built. */
const built = Object.values(import.meta.glob<Hashes>('../../dist/integrity.json', { import: 'default' }));

/**
 * For whoever puts an element on a page: choose what to show, look at it, copy the lines. The choice stands in the address.
 *
 * @tag embed-builder
 */
export class EmbedBuilder extends LitElement {
  static override styles = [styles, fieldStyles];
  static override properties: PropertyDeclarations = {
    feed: {},
    choice: { state: true },
    verdict: { state: true },
    asksScripts: { state: true },
    ui: { state: true },
    hashes: { state: true },
  };

  /** Address of the feed to begin with. */
  feed = '';
  choice: Choice = initial;
  verdict: Verdict = { is: 'nothing' };
  /** Nobody has said where the scripts are: that is the first question then, and stays it while it is answered. */
  asksScripts = true;
  ui: Ui = navigator.language.startsWith('en') ? 'en' : 'fr';
  /** Of the scripts that were built here. */
  hashes?: Hashes;

  #copying = new ClipboardController(this);
  #preview: Preview = new Preview(this);
  #asking = new AbortController();
  #timer?: ReturnType<typeof setTimeout>;
  #scripts = new ScriptsController(this);

  override connectedCallback() {
    super.connectedCallback();
    addEventListener('hashchange', this.#restore);
    this.#restore();
    void built[0]?.().then((hashes) => (this.hashes = hashes), console.warn);
  }

  override disconnectedCallback() {
    super.disconnectedCallback();
    removeEventListener('hashchange', this.#restore);
    this.#asking.abort();
  }

  protected override firstUpdated() {
    watch(this.renderRoot as ShadowRoot);
  }

  protected override updated() {
    this.#preview.show(this.#smallest, this.verdict, this.#language, this.#link);
  }

  get #language() {
    return this.choice.lang || this.ui;
  }

  /** What was chosen, from the smallest feed that holds it. */
  get #smallest(): Choice {
    const parts = this.verdict.is === 'good' ? this.verdict.publication.parts : [];
    return { ...this.choice, src: smallestSrc(this.choice, parts) };
  }

  get #link() {
    return linkOf(this.choice, this.verdict, catalogues[this.ui]);
  }

  #restore = () => {
    const src = this.feed && new URL(this.feed, document.baseURI).href.replaceAll('%7B', '{').replaceAll('%7D', '}');
    const scripts = isUnnamed(initial.scripts) ? scriptsBeside(location.href) : initial.scripts;
    this.choice = readChoice(location.hash, { ...initial, scripts, src });
    this.asksScripts = isUnnamed(this.choice.scripts);
    this.#check();
    this.#scripts.check(this.choice, library.version);
  };

  #choose(change: Partial<Choice>) {
    const { src, lang, scripts } = this.choice;
    this.choice = { ...this.choice, ...change };
    // Not a step back in the visitor's history for each letter.
    history.replaceState(history.state, '', `#${writeChoice(this.choice)}`);
    if (src !== this.choice.src) this.#check(400);
    else if (lang !== this.choice.lang) this.#check();
    this.#scripts.check(this.choice, library.version, scripts === this.choice.scripts ? 0 : 400);
  }

  /** @param width Of the place that it is for. */
  #chooseElement = (element: string, attributes?: Record<string, string>, width?: Width) => {
    const { theme } = this.choice.attributes;
    const kept = attributes
      ? { ...attributes, ...(theme && { theme }) }
      : keptAttributes(this.choice.attributes, element);
    this.#choose({ element, attributes: kept });
    if (width) this.#preview.width = width;
  };

  #set(name: string, value: string | undefined) {
    const attributes = { ...this.choice.attributes };
    delete attributes[name];
    if (value !== undefined) attributes[name] = value;
    this.#choose({ attributes });
  }

  /** @param wait Milliseconds: whoever types is let finish. */
  #check(wait = 0) {
    clearTimeout(this.#timer);
    this.#asking.abort();
    const { signal } = (this.#asking = new AbortController());
    this.#timer = setTimeout(() => {
      if (this.choice.src) this.verdict = { is: 'asked' };
      checkFeed(this.choice.src, this.#language, signal).then((verdict) => (this.verdict = verdict), String);
    }, wait);
  }

  protected override render() {
    const words = catalogues[this.ui];
    return html`<div class="builder" lang=${this.ui}>
      <header>
        <div>
          <h1>${words.title}</h1>
          <p>${words.intro}</p>
        </div>
        <fieldset class="row">
          <legend>${words.otherLanguage}</legend>
          ${renderRadios('ui', this.ui, { fr: 'Français', en: 'English' }, (ui) => (this.ui = ui as Ui))}
        </fieldset>
      </header>
      <div class="columns">
        <form class="choices" @submit=${(event: Event) => event.preventDefault()}>
          ${
            this.asksScripts
              ? html`<section aria-labelledby="step-scripts">
                  ${this.#renderStep('scripts')} ${this.#renderScripts()}
                </section>`
              : nothing
          }
          <section aria-labelledby="step-element">
            ${this.#renderStep('element')} ${renderElements(words, this.choice, this.#chooseElement)}
          </section>
          ${this.#renderFeed()} ${this.#renderLook()}
        </form>
        <div class="result">${this.#preview.render(words, this.ui)} ${this.#renderPaste()}</div>
      </div>
    </div>`;
  }

  #renderFeed() {
    const words = catalogues[this.ui];
    const { src, lang } = this.choice;
    const picked = elements.get(this.choice.element)!.options.flatMap((option) => {
      const picks = this.#picksOf(option);
      return picks ? [{ option, picks }] : [];
    });
    const lists = picked.filter(({ picks }) => picks.isList);
    const isUsed = lists.some(({ option }) => option.name in this.choice.attributes);
    return html`<section aria-labelledby="step-feed">
      ${this.#renderStep('feed')}
      <label class="label" for="src">${words.feed.label}</label>
      <p class="hint" id="src-hint">${words.feed.hint}</p>
      <input
        id="src"
        type="url"
        inputmode="url"
        spellcheck="false"
        autocomplete="off"
        placeholder="https://"
        aria-describedby="src-hint"
        .value=${src}
        @input=${({ target }: Event) => this.#choose({ src: (target as HTMLInputElement).value.trim() })}
      />
      <div role="status">${renderVerdict(this.verdict, words.feed)}</div>
      <label class="field"
        ><span class="label">${words.language}</span>
        <select @change=${({ target }: Event) => this.#choose({ lang: (target as HTMLSelectElement).value })}>
          <option value="">${words.pageLanguage}</option>
          ${Object.entries(languages).map(
            ([tag, name]) => html`<option value=${tag} lang=${tag} .selected=${tag === lang}>${name}</option>`,
          )}
        </select></label
      >
      ${picked.map(({ option, picks }) => (picks.isList ? nothing : renderOption(option, this.#form, picks)))}
      ${
        lists.length
          ? html`<details ?open=${isUsed}>
              <summary>${words.someOfIt}</summary>
              ${lists.map(({ option, picks }) => renderOption(option, this.#form, picks))}
            </details>`
          : nothing
      }
    </section>`;
  }

  #renderLook() {
    const words = catalogues[this.ui];
    const options = elements.get(this.choice.element)!.options.filter((option) => !this.#picksOf(option));
    const rest = options.slice(3);
    const isUsed = rest.some(({ name }) => name in this.choice.attributes);
    return html`<section aria-labelledby="step-look">
      ${this.#renderStep('look')} ${renderAppearance(this.#form, (change) => this.#choose(change))}
      ${options.slice(0, 3).map((option) => renderOption(option, this.#form))}
      <details ?open=${isUsed}>
        <summary>${words.more}</summary>
        ${rest.map((option) => renderOption(option, this.#form))}
      </details>
    </section>`;
  }

  #renderPaste() {
    const words = catalogues[this.ui];
    const smallest = this.#smallest;
    const scripts = this.#scripts.verdict;
    const texts = this.verdict.is === 'good' ? this.verdict.publication.texts : [];
    const published = scripts.is === 'good' ? scripts.hashes : undefined;
    return html`<section aria-labelledby="step-paste">
      ${this.#renderStep('paste')}
      ${renderPaste({
        words,
        choice: this.choice,
        isPart: smallest.src !== this.choice.src,
        hasHashes: !!(published ?? this.hashes),
        code: snippetOf(smallest, {
          version: library.version,
          hashes: published ?? this.hashes,
          link: this.#link,
          textLink: textLink(this.choice, texts, this.#language),
          height: this.#preview.height,
          language: this.ui,
        }),
        css: themeCssOf(smallest),
        obstacle: obstacleTo(this.choice, this.verdict, scripts, this.#language, words),
        copying: this.#copying,
        choose: (change) => this.#choose(change),
      })}
      ${
        this.asksScripts
          ? nothing
          : html`<details>
              <summary>${words.scripts}</summary>
              ${this.#renderScripts()}
            </details>`
      }
      <p class="hint"><a href=${`#${writeChoice(this.choice)}`}>${words.link}</a> – ${words.linkHint}</p>
    </section>`;
  }

  #renderScripts() {
    const { scripts } = this.choice;
    return renderScripts(catalogues[this.ui], scripts, this.#scripts.verdict, (change) => this.#choose(change));
  }

  /** What the feed has of an option, as soon as the feed is there. */
  #picksOf({ name }: Option) {
    const { verdict, choice } = this;
    return verdict.is === 'good' ? picksOf(choice.element, name, verdict.reading, this.#language) : undefined;
  }

  get #form(): Form {
    const { ui, choice } = this;
    return { words: catalogues[ui], ui, choice, set: (name, value) => this.#set(name, value) };
  }

  #renderStep(step: keyof typeof en.steps) {
    const steps = [...(this.asksScripts ? ['scripts'] : []), 'element', 'feed', 'look', 'paste'];
    return html`<h2 id=${`step-${step}`}>
      <span class="number">${steps.indexOf(step) + 1}</span>${catalogues[this.ui].steps[step]}
    </h2>`;
  }
}

if (!customElements.get('embed-builder')) customElements.define('embed-builder', EmbedBuilder);
