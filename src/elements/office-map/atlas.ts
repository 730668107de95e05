import { html, type TemplateResult } from 'lit';
import type { Messages } from '../../i18n/messages/common.js';
import { scripted, type ScriptedHost } from '../base/scripted.js';

/** The place of the map, with what has to be said of its lines, and the button that shows it in a narrow column. */
export function renderAtlas(
  host: ScriptedHost,
  messages: Messages['map'],
  isOpen: boolean,
  toggle: () => void,
): TemplateResult {
  const button = () =>
    html`<button part="button" aria-expanded=${isOpen} @click=${toggle}>
      ${isOpen ? messages.hide : messages.show}
    </button>`;
  const toggled = html`<p class="toggle">${scripted(host, messages.show, button)}</p>`;
  // Script draws the map.
  if (host.prerendered) return toggled;
  return html`${toggled}
    <div class="atlas" part="map">
      <div class="view" part="view" role="group" aria-label=${messages.map} tabindex="-1"></div>
      <div class="meta" part="disclaimer">
        <p>${messages.disclaimer}</p>
        <details>
          <summary>${messages.notes}</summary>
          <p>${messages.undetermined}</p>
        </details>
      </div>
    </div>`;
}
