// Colours, accent, font and corners, with what the accent's contrast means in words.
import { html, nothing } from 'lit';
import { isAccent, isFont, isRadius } from './appearance.js';
import type { Choice } from './choice.js';
import { backgrounds, contrast, readable, readableNear } from './contrast.js';
import { renderRadios, type Form } from './field.js';

/** Shown by the colour field as long as there is no accent. */
const suggested = '#0033a0';

export function renderAppearance(form: Form, choose: (change: Partial<Choice>) => void) {
  const { words, choice } = form;
  const { accent, font, radius, attributes } = choice;
  const setAccent = ({ target }: Event) => choose({ accent: (target as HTMLInputElement).value.trim().toLowerCase() });
  return html`<fieldset>
      <legend>${words.theme}</legend>
      <div class="row">
        ${renderRadios('theme', attributes.theme ?? 'auto', words.themes, (value) =>
          form.set('theme', value === 'auto' ? undefined : value),
        )}
      </div>
    </fieldset>
    <div class="field">
      <label class="label" for="accent">${words.accent}</label>
      <div class="accent">
        <input
          type="color"
          aria-label=${words.pickAccent}
          .value=${isAccent(accent) ? accent : suggested}
          @input=${setAccent}
        />
        <input
          id="accent"
          type="text"
          spellcheck="false"
          autocomplete="off"
          placeholder=${suggested}
          aria-describedby="accent-hint"
          .value=${accent}
          @input=${setAccent}
        />
      </div>
      <div role="status">${renderContrast(form, choose)}</div>
      <p class="hint" id="accent-hint">${words.accentHint}</p>
    </div>
    <fieldset class="field">
      <legend>${words.font}</legend>
      <div class="row">
        ${renderRadios('font', font, words.fonts, (value) => choose({ font: isFont(value) ? value : '' }))}
      </div>
    </fieldset>
    <fieldset class="field">
      <legend>${words.radius}</legend>
      <div class="row">
        ${renderRadios('radius', radius, words.radii, (value) => choose({ radius: isRadius(value) ? value : '' }))}
      </div>
    </fieldset>`;
}

function renderContrast({ words, ui, choice }: Form, choose: (change: Partial<Choice>) => void) {
  const { accent, attributes } = choice;
  if (!accent) return nothing;
  if (!isAccent(accent)) return html`<p class="verdict bad">${words.obstacles.accent}</p>`;
  const [light, dark] = [backgrounds.light, backgrounds.dark].map((background) => contrast(accent, background));
  const [onLight, onDark] = [light >= readable, dark >= readable];
  const pages = onLight && onDark ? 'both' : onLight ? 'light' : onDark ? 'dark' : 'none';
  const { theme } = attributes;
  const isGood = theme === 'light' ? onLight : theme === 'dark' ? onDark : pages !== 'none';
  // Rounded down: 4.46 is not enough, and must not look so.
  const written = (ratio: number) =>
    new Intl.NumberFormat(ui, { maximumFractionDigits: 1 }).format(Math.floor(ratio * 10) / 10);
  const better = readableNear(accent, theme === 'dark' ? backgrounds.dark : backgrounds.light);
  return html`<p class="verdict ${isGood ? 'good' : 'bad'}">${words.contrast(written(light), written(dark), pages)}</p>
    ${
      isGood
        ? nothing
        : html`<p class="verdict">
            ${words.readableNear}
            <button type="button" class="quiet" @click=${() => choose({ accent: better })}>${better}</button>
          </p>`
    }`;
}
