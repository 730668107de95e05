import { html, nothing, type TemplateResult } from 'lit';
import type { ChartMessages } from '../../../i18n/messages/org-chart.js';
import type { ActionsHost } from '../model/chart-actions.js';
import type { ChartModel } from '../model/chart-model.js';

/** What a card asks of its chart. */
export interface CardHost extends ActionsHost {
  readonly messages?: ChartMessages;
  /** `id` of the unit whose details are shown. */
  readonly unit: string;
  readonly hreflang?: string;
  toggle(id: string): void;
}

/** What stands on the card of a unit: its name, what is known of it at a glance, and the buttons on its lower edge. */
export function renderCard(host: CardHost, chart: ChartModel, index: number): TemplateResult {
  const unit = chart.organization.units[index];
  const { id, name, url, image } = unit;
  const messages = host.messages!;
  const select = () => void host.withInput((input) => input.select(id));
  const current = host.unit === id;
  const text = html`<bdi>${name}</bdi>`;
  const hasBranch = chart.branches.has(index);
  return html`<slot name="unit-${id}"
      >${image ? html`<img class="portrait" src=${image} alt="" loading="lazy" />` : nothing}
      <p class="name" part="name">
        ${
          url
            ? html`<a href=${url} hreflang=${host.hreflang ?? nothing}>${text}</a>`
            : html`<button class="plain" aria-pressed=${current} @click=${select}>${text}</button>`
        }
      </p>
      ${chart.notesAt(index).map((note) => html`<p class="note" part="note"><bdi>${note}</bdi></p>`)}
      ${chart.newUnits.has(index) ? html`<p class="fresh">${messages.fresh}</p>` : nothing}</slot
    >
    ${
      chart.hasButtons(index)
        ? html`<p class="foot">
            ${
              url
                ? html`<button part="button" aria-pressed=${current} @click=${select}>
                    <span aria-hidden="true">···</span><span class="unseen">${`${messages.details} ${name}`}</span>
                  </button>`
                : nothing
            }
            ${
              hasBranch
                ? html`<button
                    part="button"
                    class="toggle"
                    aria-expanded=${chart.branches.open[index] === 1}
                    @click=${() => host.toggle(id)}
                  >
                    <svg viewBox="0 0 10 10" aria-hidden="true"><path d="M2 3.5 5 6.5 8 3.5" /></svg>
                    ${chart.branches.countBelow(index)} <span class="unseen">${messages.below}: ${name}</span>
                  </button>`
                : nothing
            }
          </p>`
        : nothing
    }`;
}
