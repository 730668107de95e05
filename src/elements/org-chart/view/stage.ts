import { html, type TemplateResult } from 'lit';
import type { ChartModel } from '../model/chart-model.js';
import type { ChartMessages } from '../../../i18n/messages/org-chart.js';

/**
 * The window on the chart. What is in it is drawn apart, by the virtualizer.
 *
 * @param isWindowed Are only the cards in view in the page?
 * @param language BCP 47 tag of what stands on the cards.
 * @param follow Called as the view scrolls.
 * @param minimap What lies over the chart.
 */
export const renderStage = (
  isWindowed: boolean,
  language: unknown,
  messages: ChartMessages,
  follow: () => void,
  minimap: unknown,
): TemplateResult =>
  html`<div class="stage">
    <button class="skip" @click=${skip}>${messages.skip}</button>
    <div class="view ${isWindowed ? 'windowed' : ''}" part="view" @scroll=${follow}>
      <div class="sizer">
        <div class="plane" lang=${language}>
          <svg class="lines" part="lines" aria-hidden="true">
            <path />
            <path class="further" />
            <path class="further dotted" />
          </svg>
          <ul class="cards" role="list"></ul>
        </div>
      </div>
    </div>
    ${minimap}
    <span class="end" tabindex="-1"></span>
  </div>`;

/** What the bars at the edges of cards say. */
export const renderLegend = (kinds: ChartModel['kinds'], messages: ChartMessages): TemplateResult =>
  html`<ul class="legend" part="legend" role="list">
    ${kinds.map((kind) => html`<li class=${kind}>${messages.kinds[kind]}</li>`)}
  </ul>`;

/** A chart as large as it will be, before there is one. */
export const renderPlaceholder = (first: TemplateResult): TemplateResult =>
  html`<div class="chart">
    <div class="frame">
      <div class="bar"></div>
      <div class="stage"><div class="view">${first}</div></div>
    </div>
  </div>`;

/** The focus goes to what follows the chart. */
const skip = ({ currentTarget }: Event) =>
  ((currentTarget as Element).parentElement!.lastElementChild as HTMLElement).focus();
