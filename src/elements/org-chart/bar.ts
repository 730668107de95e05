import { html, nothing, type TemplateResult } from 'lit';
import type { Messages } from '../../i18n/words.js';
import type { Chart } from './chart.js';
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

/** The search, and the buttons that do what a hand could do to the chart. */
export function renderBar(host: OrgChart, chart: Chart, words: Messages['chart'], found: unknown): TemplateResult {
  const { stage } = host;
  const button = (icon: keyof typeof icons, label: string, act: () => void, enabled = true, pressed?: boolean) =>
    html`<button
      part="button"
      class="icon"
      title=${label}
      aria-label=${label}
      aria-pressed=${pressed ?? nothing}
      ?disabled=${!enabled}
      @click=${act}
    >
      <svg viewBox="0 0 16 16" aria-hidden="true"><path d=${icons[icon]} /></svg>
    </button>`;
  const away = (name: 'printList' | 'printPage' | 'svg' | 'png' | 'csv') =>
    html`<button part="button" class="plain" @click=${() => takeAway(host, name)}>${words[name]}</button>`;
  const full = () =>
    void (document.fullscreenElement ? document.exitFullscreen() : host.requestFullscreen()).catch(console.warn);
  return html`<div class="bar" part="bar">
    <form class="search" role="search" @submit=${(event: Event) => event.preventDefault()}>
      <input
        type="search"
        aria-label=${words.search}
        placeholder=${words.search}
        autocomplete="off"
        .value=${host.search}
        @input=${({ target }: Event) => (host.search = (target as HTMLInputElement).value)}
      />
      ${found}
    </form>
    <label class="levels"
      >${words.levels}
      <select
        .value=${String(chart.levels)}
        @change=${({ target }: Event) => host.openLevels(Number((target as HTMLSelectElement).value))}
      >
        ${Array.from({ length: Math.min(chart.deepest, 12) }, (_, index) => {
          const level = index + 1 < Math.min(chart.deepest, 12) ? index + 1 : chart.deepest;
          const selected = chart.levels === level;
          return html`<option value=${level} ?selected=${selected}>
            ${level === chart.deepest ? words.all : level}
          </option>`;
        })}
      </select></label
    >
    ${
      host.isOutline
        ? nothing
        : html`<div class="group">
              ${button('minus', words.zoomOut, () => stage.zoom(stage.scale / 1.25), stage.canZoomOut)}
              ${button('plus', words.zoomIn, () => stage.zoom(stage.scale * 1.25), stage.canZoomIn)}
              ${button('fit', words.fit, () => stage.fit())}
            </div>
            <div class="group">
              ${button('left', words.left, () => stage.move(-0.5, 0))}
              ${button('up', words.up, () => stage.move(0, -0.5))}
              ${button('down', words.down, () => stage.move(0, 0.5))}
              ${button('right', words.right, () => stage.move(0.5, 0))}
            </div>
            <div class="group">
              ${button('map', words.map, () => host.toggleMap(), true, host.mapShown)}
              ${document.fullscreenEnabled ? button('full', words.full, full) : nothing}
            </div>`
    }
    <details class="away">
      <summary>${words.takeAway}</summary>
      <div class="menu">${away('printList')} ${away('printPage')} ${away('svg')} ${away('png')} ${away('csv')}</div>
    </details>
  </div>`;
}

/** What a visitor takes away is made by a script that is loaded for it. */
function takeAway(host: OrgChart, what: 'printList' | 'printPage' | 'svg' | 'png' | 'csv') {
  void import('./take-away.js').then((away) => away[what](host)).catch(console.warn);
}
