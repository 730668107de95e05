import { LitElement, css, html, type PropertyDeclarations } from 'lit';
import { unsafeHTML } from 'lit/directives/unsafe-html.js';
import { watch } from '../src/autoload.js';
import { renderAppearance } from '../demo/builder/appearance-fields.js';
import { declarationsOf, propertiesOf } from '../demo/builder/appearance.js';
import { initial, type Choice } from '../demo/builder/choice.js';
import { renderRadios, type Form } from '../demo/builder/field.js';
import { fieldStyles } from '../demo/builder/fields.styles.js';
import { styles } from '../demo/builder/builder.styles.js';
import words from '../demo/builder/words.en.js';

/** Font sizes of the page, which everything in an element follows. */
const densities = { compact: '0.875em', normal: '1em', roomy: '1.125em' };

/**
 * Elements on a page whose look can be changed, and the CSS that makes it.
 *
 * @tag theme-playground
 */
export class ThemePlayground extends LitElement {
  static override styles = [
    styles,
    fieldStyles,
    css`
      .columns {
        gap: 2em;
        padding-block: 1em;
      }
      .stage {
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        gap: 2.5em;
        box-shadow: none;
        border: 1px solid var(--line);
      }
    `,
  ];
  static override properties: PropertyDeclarations = {
    feed: {},
    choice: { state: true },
    density: { state: true },
    page: { state: true },
    direction: { state: true },
  };

  feed = '';
  choice: Choice = initial;
  density: keyof typeof densities = 'normal';
  page: 'light' | 'dark' = 'light';
  direction: 'ltr' | 'rtl' = 'ltr';

  protected override firstUpdated() {
    watch(this.renderRoot as ShadowRoot);
  }

  protected override updated() {
    const { style } = this.renderRoot.querySelector<HTMLElement>('.stage')!;
    for (const name of ['--iom-accent', '--iom-font', '--iom-radius']) style.removeProperty(name);
    for (const [name, value] of Object.entries(propertiesOf(this.choice))) style.setProperty(name, value);
    style.fontSize = densities[this.density];
  }

  protected override render() {
    const { choice, density, page, direction } = this;
    const set: Form['set'] = (name, value) => (this.choice = { ...choice, attributes: value ? { [name]: value } : {} });
    const form: Form = { words, ui: 'en', choice, set };
    const rules = [declarationsOf(choice), density === 'normal' ? '' : `font-size: ${densities[density]}`].filter(
      Boolean,
    );
    const lang = direction === 'rtl' ? 'ar' : 'fr';
    const { theme } = choice.attributes;
    const look = (name: string, attributes = '') =>
      unsafeHTML(
        `<iom-${name} src="${this.feed}" ${attributes} ${theme ? `theme="${theme}"` : ''}><a href="https://www.iom.int/">iom.int</a></iom-${name}>`,
      );
    return html`<div class="columns">
      <form class="choices" @submit=${(event: Event) => event.preventDefault()}>
        <div>
          ${renderAppearance(form, (change) => (this.choice = { ...choice, ...change }))}
          <fieldset class="field">
            <legend>Density</legend>
            <div class="row">
              ${renderRadios(
                'density',
                density,
                { compact: 'Compact', normal: 'Normal', roomy: 'Roomy' },
                (value) => (this.density = value as keyof typeof densities),
              )}
            </div>
          </fieldset>
          <fieldset class="field">
            <legend>Page</legend>
            <div class="row">
              ${renderRadios('page', page, words.pages, (value) => (this.page = value as 'light' | 'dark'))}
            </div>
          </fieldset>
          <fieldset class="field">
            <legend>Direction</legend>
            <div class="row">
              ${renderRadios(
                'direction',
                direction,
                { ltr: 'Left to right', rtl: 'Right to left' },
                (value) => (this.direction = value as 'ltr' | 'rtl'),
              )}
            </div>
          </fieldset>
        </div>
      </form>
      <div class="result">
        <pre tabindex="0" aria-label="The CSS">
${rules.length ? `:root {\n  ${rules.join(';\n  ').replaceAll('; --', ';\n  --')};\n}` : '/* Nothing: the page’s own look. */'}</pre>
        <div class="stage ${page}" lang=${lang} dir=${direction}>
          ${look('news-feed', 'limit="3" more')} ${look('key-figures', 'chart')} ${look('press-contact')}
          ${look('link-cards', 'section="work" limit="3"')}
        </div>
      </div>
    </div>`;
  }
}

if (!customElements.get('theme-playground')) customElements.define('theme-playground', ThemePlayground);
