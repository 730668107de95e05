import { html, type LitElement } from 'lit';
import type { Verdict } from './check.js';
import type { Choice } from './choice.js';
import type en from './words.en.js';

/** Widths of what a visitor may have before him; builder.styles.ts says how wide they are. */
type Width = keyof (typeof en)['widths'];

/** Shows the element as it will be, in a page of a width and brightness that can be chosen. */
export class Preview {
  /** Of the element as it stands, in CSS pixels; a guess until it is there. */
  height = 600;

  #width: Width = 'tablet';
  #page: 'light' | 'dark' = 'light';
  #shown?: HTMLElement;
  #what = '';
  #sizes = new ResizeObserver(([{ contentRect }]) => {
    const height = Math.ceil(contentRect.height);
    if (!height || height === this.height) return;
    this.height = height;
    this.host.requestUpdate();
  });

  constructor(private host: LitElement) {}

  render(words: typeof en) {
    return html`<section aria-label=${words.preview}>
      <div class="tools">
        ${this.#renderChoice('width', words.width, words.widths, this.#width, (width) => (this.#width = width))}
        ${this.#renderChoice('page', words.page, words.pages, this.#page, (page) => (this.#page = page))}
      </div>
      <div class="window" tabindex="0" role="group" aria-label=${words.preview}>
        <div class="stage ${this.#page}" data-width=${this.#width}>
          <p class="waiting">${words.waiting}</p>
          <div class="place"></div>
        </div>
      </div>
    </section>`;
  }

  /** Brings the element up to what was chosen; a new one only where it has to begin anew. */
  show(
    { element, src, attributes }: Choice,
    verdict: Verdict,
    lang: string,
    link: { href: string; text: string },
  ): void {
    const root = this.host.renderRoot;
    const place = root.querySelector('.place')!;
    // What was there stays while the next is looked for.
    if (verdict.is === 'asked') return;
    root.querySelector<HTMLElement>('.waiting')!.hidden = verdict.is === 'good';
    const what = verdict.is === 'good' ? [element, src, lang, 'consent' in attributes].join(' ') : '';
    if (what !== this.#what) {
      this.#what = what;
      this.#sizes.disconnect();
      this.#shown = what ? document.createElement(`iom-${element}`) : undefined;
      place.replaceChildren(...(this.#shown ? [this.#shown] : []));
      if (this.#shown) this.#sizes.observe(this.#shown);
    }
    if (!this.#shown) return;
    const wanted: Record<string, string> = { ...attributes, src, lang, loading: 'eager' };
    for (const name of this.#shown.getAttributeNames()) {
      if (!(name in wanted) && name !== 'style') this.#shown.removeAttribute(name);
    }
    for (const [name, value] of Object.entries(wanted)) {
      if (this.#shown.getAttribute(name) !== value) this.#shown.setAttribute(name, value);
    }
    if (!this.#shown.childElementCount) this.#shown.append(Object.assign(document.createElement('a'), link));
  }

  #renderChoice<T extends string>(
    group: string,
    legend: string,
    names: Record<T, string>,
    chosen: T,
    choose: (value: T) => void,
  ) {
    const change = (value: T) => {
      choose(value);
      this.host.requestUpdate();
    };
    return html`<fieldset class="row">
      <legend>${legend}</legend>
      ${(Object.entries(names) as [T, string][]).map(
        ([value, name]) =>
          html`<label
            ><input
              type="radio"
              name=${group}
              .checked=${value === chosen}
              @change=${() => change(value)}
            />${name}</label
          >`,
      )}
    </fieldset>`;
  }
}
