import { html, nothing, type TemplateResult } from 'lit';
import type { ChartWords } from '../../i18n/chart.js';
import type { Chart } from './chart.js';
import type * as Search from './found.js';
import type { OrgChart } from './org-chart.js';

/** Drawn in a square of 16 by lines. */
const icons = {
  plus: 'M8 3v10M3 8h10',
  minus: 'M3 8h10',
  fit: 'M2 6V2h4M10 2h4v4M14 10v4h-4M6 14H2v-4M6 6h4v4H6z',
  full: 'M9 7l5-5M10 2h4v4M7 9l-5 5M2 10v4h4',
  map: 'M2 3h12v10H2zM8 8h6v5H8z',
  left: 'M10 3 5 8l5 5',
  right: 'M6 3l5 5-5 5',
  up: 'M3 10l5-5 5 5',
  down: 'M3 6l5 5 5-5',
};

/** More levels than these are not offered one by one. */
const mostLevels = 12;

/**
 * The search, and the buttons that do what a hand could do to the chart.
 *
 * @param search What goes on in the search, once it is loaded for a visitor who looks for something.
 * @param language Names the language of the units, where that is not the page's.
 */
export function renderBar(
  host: OrgChart,
  chart: Chart,
  words: ChartWords,
  search: typeof Search | null | undefined,
  found: unknown,
  language: unknown,
): TemplateResult {
  return html`<div class="bar" part="bar">
    <form
      class="search"
      role="search"
      @submit=${(event: Event) => {
        event.preventDefault();
        search?.chooseFirst(host);
      }}
      @keydown=${(event: KeyboardEvent) => search?.goThroughFound(host, event)}
    >
      <input
        type="search"
        aria-label=${words.search}
        placeholder=${words.search}
        autocomplete="off"
        .value=${host.search}
        @input=${({ target }: Event) => (host.search = (target as HTMLInputElement).value)}
      />
      ${found ?? nothing}
    </form>
    ${language} ${renderLevels(host, chart, words)} ${host.stage.isOutline ? nothing : renderMoves(host, words)}
    <details class="away" @keydown=${host.hands?.closeAway}>
      <summary>${words.takeAway}</summary>
      <div class="menu">
        ${(['printList', 'printPage', 'svg', 'png', 'csv'] as const).map(
          (name) =>
            html`<button part="button" class="plain" @click=${() => host.act((hands) => hands.takeAway(name))}>
              ${words[name]}
            </button>`,
        )}
      </div>
    </details>
    ${host.kept ? html`<div class="told" role="status">${host.renderKept()}</div>` : nothing}
  </div>`;
}

function renderLevels(host: OrgChart, { branches }: Chart, words: ChartWords) {
  const { levels, deepest } = branches;
  const offered = Array.from({ length: Math.min(deepest, mostLevels) - 1 }).map((_, index) => index + 1);
  return html`<label class="levels"
    >${words.levels}
    <select
      .value=${`${levels}`}
      @change=${({ target }: Event) => host.openLevels(Number((target as HTMLSelectElement).value))}
    >
      ${[...offered, deepest].map(
        (level) =>
          html`<option value=${level} ?selected=${level === levels}>${level === deepest ? words.all : level}</option>`,
      )}
    </select></label
  >`;
}

/** What a drag, a pinch or a wheel does, by button. */
function renderMoves(host: OrgChart, words: ChartWords) {
  const { stage } = host;
  const isWhole = stage.isWhole;
  const button = (icon: keyof typeof icons, label: string, act: () => void, enabled = true, pressed?: boolean) =>
    html`<button
      part="button"
      class="icon"
      title=${label}
      aria-label=${label}
      aria-pressed=${pressed ?? nothing}
      aria-disabled=${!enabled}
      @click=${act}
    >
      <svg viewBox="0 0 16 16" aria-hidden="true"><path d=${icons[icon]} /></svg>
    </button>`;
  return html`<div class="group">
      ${button('minus', words.zoomOut, () => stage.zoom(stage.scale / 1.25), stage.canZoomOut)}
      ${button('plus', words.zoomIn, () => stage.zoom(stage.scale * 1.25), stage.canZoomIn)}
      ${button('fit', words.fit, () => stage.fit())}
    </div>
    <div class="group">
      ${button('left', words.left, () => stage.move(-0.5, 0), !isWhole)}
      ${button('up', words.up, () => stage.move(0, -0.5), !isWhole)}
      ${button('down', words.down, () => stage.move(0, 0.5), !isWhole)}
      ${button('right', words.right, () => stage.move(0.5, 0), !isWhole)}
    </div>
    <div class="group">
      ${button('map', words.map, () => (host.isMapShown = !host.isMapShown), true, host.isMapShown)}
      ${document.fullscreenEnabled ? button('full', words.full, () => void host.act((hands) => hands.fillScreen())) : nothing}
    </div>`;
}
