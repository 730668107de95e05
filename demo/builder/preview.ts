import { html, type LitElement } from 'lit';
import { propertiesOf } from './appearance.js';
import type { Verdict } from './check.js';
import type { Choice } from './choice.js';
import { renderRadios } from './field.js';
import type en from './words.en.js';

/** Widths of what a visitor may have before him, in CSS pixels. */
const widths = { phone: 390, tablet: 768, page: 1200, column: 300 };
export type Width = keyof typeof widths;

/** Shows the element as it will be, in a page of a width and brightness that can be chosen; what is too wide is scaled. */
export class Preview {
  /** Of the element as it stands, in CSS pixels; a guess until it is there. */
  height = 600;

  #width: Width = innerWidth < 600 ? 'phone' : 'tablet';
  #page: 'light' | 'dark' = 'light';
  #scale = 1;
  #shown?: HTMLElement;
  #what = '';
  #sizes = new ResizeObserver(() => {
    const height = Math.ceil(this.#shown?.offsetHeight ?? 0);
    if (height && height !== this.height) {
      this.height = height;
      this.host.requestUpdate();
    }
    this.#fit();
  });

  constructor(private host: LitElement) {}

  /** Shows the place that something is meant for. */
  set width(width: Width) {
    this.#width = width;
    this.host.requestUpdate();
  }

  render(words: typeof en, ui: string) {
    const width = (value: string) => (this.width = value as Width);
    const page = (value: string) => {
      this.#page = value as 'light' | 'dark';
      this.host.requestUpdate();
    };
    const scale = new Intl.NumberFormat(ui, { style: 'percent' }).format(this.#scale);
    return html`<section aria-label=${words.preview}>
      <div class="tools">
        <fieldset class="row">
          <legend>${words.width}</legend>
          ${renderRadios('width', this.#width, words.widths, width)}
        </fieldset>
        <fieldset class="row">
          <legend>${words.page}</legend>
          ${renderRadios('page', this.#page, words.pages, page)}
        </fieldset>
      </div>
      <div class="window" tabindex="0" role="group" aria-label=${words.preview}>
        <div class="fit">
          <div class="stage ${this.#page}">
            <p class="waiting">${words.waiting}</p>
            <div class="place"></div>
          </div>
        </div>
      </div>
      <p class="hint scale">${words.scale(widths[this.#width], scale)}</p>
    </section>`;
  }

  /** Brings the element up to what was chosen; a new one only where it has to begin anew. */
  show(choice: Choice, verdict: Verdict, lang: string, link: { href: string; text: string }): void {
    const { element, src, attributes } = choice;
    const root = this.host.renderRoot;
    this.#fit();
    // What was there stays while the next is looked for.
    if (verdict.is === 'asked') return;
    root.querySelector<HTMLElement>('.waiting')!.hidden = verdict.is === 'good';
    const what = verdict.is === 'good' ? [element, src, lang, 'consent' in attributes].join(' ') : '';
    if (what !== this.#what) {
      this.#what = what;
      this.#sizes.disconnect();
      this.#shown = what ? document.createElement(`iom-${element}`) : undefined;
      root.querySelector('.place')!.replaceChildren(...(this.#shown ? [this.#shown] : []));
      this.#sizes.observe(root.querySelector('.window')!);
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
    const properties = propertiesOf(choice);
    for (const name of ['--iom-accent', '--iom-font', '--iom-radius']) {
      if (properties[name]) this.#shown.style.setProperty(name, properties[name]);
      else this.#shown.style.removeProperty(name);
    }
    if (!this.#shown.childElementCount) this.#shown.append(Object.assign(document.createElement('a'), link));
  }

  /** Scales the page in the preview so that all of its width is in the window. */
  #fit() {
    const find = (name: string) => this.host.renderRoot.querySelector<HTMLElement>(name)!;
    const [frame, fit, stage] = ['.window', '.fit', '.stage'].map(find);
    const width = widths[this.#width];
    const { paddingInlineStart, paddingInlineEnd } = getComputedStyle(frame);
    const room = frame.clientWidth - parseFloat(paddingInlineStart) - parseFloat(paddingInlineEnd);
    const scale = Math.min(1, room / width);
    stage.style.inlineSize = `${width}px`;
    stage.style.transform = scale < 1 ? `scale(${scale})` : '';
    fit.style.inlineSize = `${width * scale}px`;
    fit.style.blockSize = `${stage.offsetHeight * scale}px`;
    if (scale === this.#scale) return;
    this.#scale = scale;
    this.host.requestUpdate();
  }
}
