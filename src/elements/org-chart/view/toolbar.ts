import { html, nothing, type TemplateResult } from 'lit';
import type { ChartMessages } from '../../../i18n/messages/org-chart.js';
import type { ActionsHost, ChartActions } from '../model/chart-actions.js';
import type { ChartModel } from '../model/chart-model.js';
import type * as Search from './search-results.js';
import { scales, type Viewport } from './viewport.js';

export interface ToolbarHost extends ActionsHost, Search.SearchHost {
  readonly viewport: Pick<Viewport, 'fit' | 'isOutline' | 'move' | 'scale' | 'size' | 'view' | 'zoom'>;
  readonly input?: Pick<ChartActions, 'closeExport' | 'renderKept'>;
  readonly kept?: object;
  isMapShown: boolean;
  openLevels(levels: number): void;
}

/** Drawn in a square of 16 by lines. */
const icons = {
  zoomIn: 'M8 3v10M3 8h10',
  zoomOut: 'M3 8h10',
  fit: 'M2 6V2h4M10 2h4v4M14 10v4h-4M6 14H2v-4M6 6h4v4H6z',
  full: 'M9 7l5-5M10 2h4v4M7 9l-5 5M2 10v4h4',
  map: 'M2 3h12v10H2zM8 8h6v5H8z',
  left: 'M10 3 5 8l5 5',
  right: 'M6 3l5 5-5 5',
  up: 'M3 10l5-5 5 5',
  down: 'M3 6l5 5 5-5',
};

/** More levels than these are not offered one by one. */
const maxLevels = 12;

/**
 * The search, and the buttons that do what a hand could do to the chart.
 *
 * @param search What goes on in the search, once it is loaded for a visitor who looks for something.
 * @param language Names the language of the units, where that is not the page's.
 */
export function renderToolbar(
  host: ToolbarHost,
  chart: ChartModel,
  messages: ChartMessages,
  search: typeof Search | null | undefined,
  match: unknown,
  language: unknown,
): TemplateResult {
  return html`<div class="bar" part="bar">
    <form
      class="search"
      role="search"
      aria-label=${messages.search}
      @submit=${(event: Event) => {
        event.preventDefault();
        search?.selectFirst(host);
      }}
      @keydown=${(event: KeyboardEvent) => search?.onResultKeydown(host, event)}
    >
      <input
        type="search"
        aria-label=${messages.search}
        placeholder=${messages.search}
        autocomplete="off"
        .value=${host.search}
        @input=${({ target }: Event) => (host.search = (target as HTMLInputElement).value)}
      />
      ${match ?? nothing}
    </form>
    ${language} ${chart.branches.deepest > 2 ? renderLevels(host, chart, messages) : nothing}
    ${host.viewport.isOutline ? nothing : renderMoves(host, chart, messages)}
    <details class="away" @keydown=${host.input?.closeExport}>
      <summary>${messages.export}</summary>
      <div class="menu">
        ${(['printList', 'printPage', 'svg', 'png', 'csv'] as const).map(
          (name) =>
            html`<button part="button" class="plain" @click=${() => host.withInput((input) => input.export(name))}>
              ${messages[name]}
            </button>`,
        )}
      </div>
    </details>
    ${host.kept ? html`<div class="told" aria-live="polite">${host.input?.renderKept()}</div>` : nothing}
  </div>`;
}

function renderLevels(host: ToolbarHost, { branches }: ChartModel, messages: ChartMessages) {
  const { levels, deepest } = branches;
  const offered = Array.from({ length: Math.min(deepest, maxLevels) - 1 }).map((_, index) => index + 1);
  return html`<label class="levels"
    >${messages.levels}
    <select
      .value=${`${levels}`}
      @change=${({ target }: Event) => host.openLevels(Number((target as HTMLSelectElement).value))}
    >
      ${[...offered, deepest].map(
        (level) =>
          html`<option value=${level} ?selected=${level === levels}>
            ${level === deepest ? messages.all : level}
          </option>`,
      )}
    </select></label
  >`;
}

/** What a drag, a pinch or a wheel does, by button. */
function renderMoves(host: ToolbarHost, { branches, organization }: ChartModel, messages: ChartMessages) {
  const { viewport } = host;
  const { view, size } = viewport;
  const isWhole = !view || (size[0] <= view.clientWidth && size[1] <= view.clientHeight);
  const button = (icon: keyof typeof icons, action: () => void, enabled = true, pressed?: boolean) => {
    const label = messages[icon];
    return html`<button
      part="button"
      class="icon"
      title=${label}
      aria-label=${label}
      aria-pressed=${pressed ?? nothing}
      aria-disabled=${!enabled}
      @click=${action}
    >
      <svg viewBox="0 0 16 16" aria-hidden="true"><path d=${icons[icon]} /></svg>
    </button>`;
  };
  const move = (icon: keyof typeof icons, across: number, down: number) =>
    button(icon, () => viewport.move(across, down));
  // What moves the chart is there once there is more of it than is in view.
  // Named by the unit at the top: what is moved.
  return html`<div class="moves" role="group" aria-label=${organization.units[branches.range[0]].name}>
    <div class="group">
      ${button('zoomOut', () => viewport.zoom(viewport.scale / 1.25), viewport.scale > scales[0])}
      ${button('zoomIn', () => viewport.zoom(viewport.scale * 1.25), viewport.scale < scales[1])}
      ${isWhole && viewport.scale >= 1 ? nothing : button('fit', () => viewport.fit())}
    </div>
    ${
      isWhole
        ? nothing
        : html`<div class="group">
            ${move('left', -0.5, 0)} ${move('up', 0, -0.5)} ${move('down', 0, 0.5)} ${move('right', 0.5, 0)}
          </div>`
    }
    <div class="group">
      ${isWhole && !host.isMapShown ? nothing : button('map', () => (host.isMapShown = !host.isMapShown), true, host.isMapShown)}
      ${document.fullscreenEnabled ? button('full', () => void host.withInput((input) => input.toggleFullscreen())) : nothing}
    </div>
  </div>`;
}
