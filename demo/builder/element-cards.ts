// The first thing to choose: an element, or a beginning for a place.
import { html } from 'lit';
import type { Choice } from './choice.js';
import { elements } from './options.js';
import { isChosen, presets } from './presets.js';
import type { Width } from './preview.js';
import { renderThumbnail } from './thumbnails.js';
import type en from './words.en.js';

export function renderElements(
  { startWith, presets: places, elements: names }: typeof en,
  choice: Choice,
  choose: (element: string, attributes?: Record<string, string>, width?: Width) => void,
) {
  const aboutOf = (name: string) => names[name]?.[1] ?? elements.get(name)!.summary;
  return html`<div class="presets" role="group" aria-label=${startWith}>
      <span class="label" aria-hidden="true">${startWith}</span>
      ${Object.entries(presets).map(
        ([name, preset]) =>
          html`<button
            type="button"
            class="quiet"
            value=${name}
            aria-pressed=${isChosen(choice, preset)}
            @click=${() => choose(preset.element, preset.attributes, preset.width)}
          >
            ${places[name as keyof typeof places]}
          </button>`,
      )}
    </div>
    <div class="cards" role="radiogroup" aria-labelledby="step-element">
      ${[...elements.keys()].map(
        (name) =>
          html`<label title=${aboutOf(name)}
            ><input
              type="radio"
              name="element"
              value=${name}
              .checked=${name === choice.element}
              @change=${() => choose(name)}
            />${renderThumbnail(name)}<strong>${names[name]?.[0] ?? name}</strong></label
          >`,
      )}
    </div>
    <p class="hint">${aboutOf(choice.element)}</p>`;
}
