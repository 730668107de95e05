import { LitElement, html, nothing, type PropertyDeclarations } from 'lit';
import library from '../../package.json' with { type: 'json' };
import { watch } from '../../src/autoload.js';
import { ClipboardController } from '../../src/controllers/clipboard-controller.js';
import { styles } from './builder.styles.js';
import { checkFeed, type Verdict } from './check.js';
import { initial, readChoice, ways, writeChoice, type Choice } from './choice.js';
import { elements, type Option } from './options.js';
import { smallestSrc } from './parts.js';
import { Preview } from './preview.js';
import { snippetOf } from './snippets.js';
import { renderVerdict } from './verdict.js';
import en from './words.en.js';
import fr from './words.fr.js';

const languages = { ar: 'العربية', zh: '中文', en: 'English', fr: 'français', ru: 'русский', es: 'español' };
const catalogues = { en, fr };
type Ui = keyof typeof catalogues;

/** The hash of the embed script, where the library has been built. */
const built = Object.values(
  import.meta.glob<Record<string, string>>('../../dist/integrity.json', { import: 'default' }),
);

/**
 * For whoever puts an element on a page: choose what to show, look at it, copy the lines. The choice stands in the address.
 *
 * @tag embed-builder
 */
export class EmbedBuilder extends LitElement {
  static override styles = styles;
  static override properties: PropertyDeclarations = {
    feed: {},
    choice: { state: true },
    verdict: { state: true },
    ui: { state: true },
    integrity: { state: true },
  };

  /** Address of the feed to begin with. */
  feed = '';
  choice: Choice = initial;
  verdict: Verdict = { is: 'nothing' };
  ui: Ui = navigator.language.startsWith('fr') ? 'fr' : 'en';
  integrity?: string;

  #copying = new ClipboardController(this);
  #preview: Preview = new Preview(this);
  #asking = new AbortController();
  #timer?: ReturnType<typeof setTimeout>;

  override connectedCallback() {
    super.connectedCallback();
    addEventListener('hashchange', this.#restore);
    this.#restore();
    void built[0]?.().then((hashes) => (this.integrity = hashes['autoload.js']), console.warn);
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
    const parts = this.verdict.is === 'good' ? this.verdict.parts : [];
    return { ...this.choice, src: smallestSrc(this.choice, parts) };
  }

  /** Where a reader finds the same without script. */
  get #link() {
    const { src, element } = this.choice;
    const feed = this.verdict.is === 'good' ? this.verdict.reading.feed : undefined;
    const host = URL.canParse(src) ? new URL(src).origin : 'https://www.example.org/';
    return {
      href: feed?.home_page_url ?? host,
      text: feed?.title ?? catalogues[this.ui].elements[element]?.[0] ?? element,
    };
  }

  #restore = () => {
    const src = this.feed && new URL(this.feed, document.baseURI).href.replaceAll('%7B', '{').replaceAll('%7D', '}');
    this.choice = readChoice(location.hash, { ...initial, src });
    this.#check();
  };

  #choose(change: Partial<Choice>) {
    const { src, lang } = this.choice;
    this.choice = { ...this.choice, ...change };
    // Not a step back in the visitor's history for each letter.
    history.replaceState(history.state, '', `#${writeChoice(this.choice)}`);
    if (src !== this.choice.src) this.#check(400);
    else if (lang !== this.choice.lang) this.#check();
  }

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
          ${this.#renderChoice('ui', this.ui, { en: 'English', fr: 'Français' }, (ui) => (this.ui = ui as Ui), words.otherLanguage)}
        </fieldset>
      </header>
      <div class="columns">
        <form class="choices" @submit=${(event: Event) => event.preventDefault()}>
          ${this.#renderElements()} ${this.#renderFeed()} ${this.#renderLook()}
        </form>
        <div class="result">${this.#preview.render(words)} ${this.#renderPaste()}</div>
      </div>
    </div>`;
  }

  #renderElements() {
    const { steps, elements: names } = catalogues[this.ui];
    return html`<section aria-labelledby="step-1">
      ${renderStep(1, steps.element)}
      <div class="cards" role="radiogroup" aria-labelledby="step-1">
        ${[...elements].map(([name, { summary }]) => {
          const [title, what] = names[name] ?? [name, summary];
          const choose = () => this.#choose({ element: name, attributes: keep(this.choice.attributes, name) });
          return html`<label
            ><input
              type="radio"
              name="element"
              value=${name}
              .checked=${name === this.choice.element}
              @change=${choose}
            />
            <strong>${title}</strong> <span>${what}</span></label
          >`;
        })}
      </div>
    </section>`;
  }

  #renderFeed() {
    const words = catalogues[this.ui];
    const { src, lang } = this.choice;
    return html`<section aria-labelledby="step-2">
      ${renderStep(2, words.steps.feed)}
      <label class="label" for="src">${words.feed.label}</label>
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
      <p class="hint" id="src-hint">${words.feed.hint}</p>
      <label class="field"
        ><span class="label">${words.language}</span>
        <select @change=${({ target }: Event) => this.#choose({ lang: (target as HTMLSelectElement).value })}>
          <option value="">${words.pageLanguage}</option>
          ${Object.entries(languages).map(
            ([tag, name]) => html`<option value=${tag} lang=${tag} .selected=${tag === lang}>${name}</option>`,
          )}
        </select></label
      >
    </section>`;
  }

  #renderLook() {
    const words = catalogues[this.ui];
    const { element, attributes } = this.choice;
    const { options } = elements.get(element)!;
    const theme = (value: string) => this.#set('theme', value === 'auto' ? undefined : value);
    const first = options.slice(0, 3);
    return html`<section aria-labelledby="step-3">
      ${renderStep(3, words.steps.look)}
      <fieldset>
        <legend>${words.theme}</legend>
        <div class="row">${this.#renderChoice('theme', attributes.theme ?? 'auto', words.themes, theme)}</div>
      </fieldset>
      ${first.map((option) => this.#renderOption(option))}
      <details ?open=${options.slice(3).some(({ name }) => name in attributes)}>
        <summary>${words.more}</summary>
        ${options.slice(3).map((option) => this.#renderOption(option))}
      </details>
    </section>`;
  }

  #renderOption({ name, kind, values = [], description, initial: unset }: Option) {
    const words = catalogues[this.ui];
    const named = name.replaceAll('-', ' ');
    const [label, hint] = words.options[name] ?? [
      named[0].toUpperCase() + named.slice(1),
      description.replaceAll('`', ''),
    ];
    const value = this.choice.attributes[name];
    const set = (given: string) => this.#set(name, given === '' || given === unset ? undefined : given);
    const note = hint ? html`<span class="hint">${hint}</span>` : nothing;
    if (kind === 'switch') {
      const toggle = ({ target }: Event) => this.#set(name, (target as HTMLInputElement).checked ? '' : undefined);
      return html`<label class="switch"
        ><input type="checkbox" .checked=${value !== undefined} @change=${toggle} />
        <span>${label}</span> ${note}</label
      >`;
    }
    if (kind === 'list') {
      const named = Object.fromEntries(values.map((entry) => [entry, words.values[entry] ?? entry]));
      return html`<fieldset class="field">
        <legend>${label}</legend>
        <div class="row">${this.#renderChoice(name, value ?? unset, named, set)}</div>
        ${note}
      </fieldset>`;
    }
    return html`<label class="field"
      ><span class="label">${label}</span>
      <input
        type=${kind === 'number' ? 'number' : 'text'}
        min="0"
        placeholder=${unset ? `${words.byDefault} ${unset}` : ''}
        .value=${value ?? ''}
        @input=${({ target }: Event) => set((target as HTMLInputElement).value)}
      />
      ${note}</label
    >`;
  }

  #renderPaste() {
    const words = catalogues[this.ui];
    const { way, scripts, lang, src } = this.choice;
    const smallest = this.#smallest;
    const [, about] = words.ways[way];
    const code = snippetOf(smallest, {
      version: library.version,
      integrity: this.integrity,
      link: this.#link,
      height: this.#preview.height,
      language: this.ui,
    });
    const outcome = this.#copying.result(code);
    const copy = () => this.#copying.copy(code, code, this.renderRoot.querySelector('pre')!);
    const names = Object.fromEntries(ways.map((entry) => [entry, words.ways[entry][0]]));
    return html`<section aria-labelledby="step-4">
      ${renderStep(4, words.steps.paste)}
      <fieldset>
        <legend>${words.way}</legend>
        <div class="row">
          ${this.#renderChoice('way', way, names, (chosen) => this.#choose({ way: chosen as Choice['way'] }))}
        </div>
      </fieldset>
      <p class="about-way">${about}</p>
      ${way === 'pinned' && !this.integrity ? html`<p class="notice">${words.pinnedUnsealed}</p>` : nothing}
      ${way === 'iframe' && !lang ? html`<p class="notice">${words.iframeLanguage}</p>` : nothing}
      ${smallest.src === src ? nothing : html`<p class="hint">${words.part(src)}</p>`}
      <pre tabindex="0" aria-label=${words.lines} dir="ltr" translate="no">${code}</pre>
      <div class="copy">
        <button type="button" @click=${copy}>${words.copy}</button>
        <span role="status">${outcome && words[outcome]}</span>
      </div>
      <details>
        <summary>${words.scripts}</summary>
        <label class="field"
          ><span class="label">${words.scripts}</span>
          <input
            type="url"
            spellcheck="false"
            .value=${scripts}
            @input=${({ target }: Event) => this.#choose({ scripts: (target as HTMLInputElement).value })}
          />
          <span class="hint">${words.scriptsHint}</span></label
        >
      </details>
      <p class="hint"><a href=${`#${writeChoice(this.choice)}`}>${words.link}</a> – ${words.linkHint}</p>
    </section>`;
  }

  /** One of several, as a row of buttons. */
  #renderChoice(
    group: string,
    chosen: string,
    names: Record<string, string>,
    choose: (value: string) => unknown,
    legend?: string,
  ) {
    return html`${legend ? html`<legend>${legend}</legend>` : nothing}
    ${Object.entries(names).map(
      ([value, name]) =>
        html`<label
          ><input
            type="radio"
            name=${group}
            value=${value}
            .checked=${value === chosen}
            @change=${() => choose(value)}
          />${name}</label
        >`,
    )}`;
  }
}

const renderStep = (number: number, title: string) =>
  html`<h2 id=${`step-${number}`}><span class="number">${number}</span>${title}</h2>`;

/** The attributes that the other element has, too. */
function keep(attributes: Record<string, string>, element: string): Record<string, string> {
  const known = elements.get(element)!.options.map(({ name }) => name);
  return Object.fromEntries(Object.entries(attributes).filter(([name]) => name === 'theme' || known.includes(name)));
}

if (!customElements.get('embed-builder')) customElements.define('embed-builder', EmbedBuilder);
