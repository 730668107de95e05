import type { ReactiveController } from 'lit';
import { lazyImport } from '../../../controllers/lazy-import.js';
import { adoptStyles } from '../../../tokens/adopt-styles.js';
import type { RenderFallbackContent } from '../../base/fallback-content.js';
import { SelectEvent } from '../../base/select-event.js';
import { PanZoomPointers } from '../../pan-zoom/pointers.js';
import type { ExportHost } from '../export/export.js';
import type { ChartActions, ExportForm } from '../model/chart-actions.js';
import { exportMenuStyles } from '../view/export-menu.styles.js';
import type { Viewport } from '../view/viewport.js';
import { writeHash, type HashHost } from './hash-controller.js';
import { focusUnit, KeyboardInput, type KeyboardHost } from './keyboard.js';

/** The element of a chart. */
export interface ChartInputHost extends ExportHost, HashHost, KeyboardHost {
  readonly viewport: Viewport;
  readonly language: { readonly tag: string };
  /** What a visitor looks for. */
  search: string;
  /** `id` of the unit from where the way to another is looked for. */
  from: string;
}

/** What a visitor does to the chart: loaded when a pointer or the focus comes near, for before that nobody does. */
export class ChartInput implements ReactiveController, ChartActions {
  readonly keys: KeyboardInput;
  readonly #pointers: PanZoomPointers;
  readonly #keptNotice: () => RenderFallbackContent | null | undefined;
  #view: HTMLElement | null = null;

  constructor(private host: ChartInputHost) {
    this.keys = new KeyboardInput(host);
    const { viewport } = host;
    this.#pointers = new PanZoomPointers({
      get isMovable() {
        return !viewport.isOutline;
      },
      panBy: (dx, dy) => viewport.view?.scrollBy({ left: -dx, top: -dy, behavior: 'instant' }),
      zoomBy: (factor, point) => viewport.zoom(viewport.scale * factor, point),
    });
    this.#keptNotice = lazyImport(host, async () =>
      (await import('../../base/fallback-content.js')).loadFallbackContent(host),
    );
    adoptStyles(host, exportMenuStyles);
    host.addController(this);
  }

  /** Another feed may have brought another view. */
  hostUpdated() {
    const { view } = this.host.viewport;
    if (view === this.#view) return;
    this.#view = view;
    view?.addEventListener('keydown', this.keys.press);
    if (view) this.#pointers.attach(view);
  }

  /** What lies over the chart goes once a visitor is elsewhere, and a card that has the focus is seen whole. */
  follow(to: Element): void {
    const { host } = this;
    const { chart, viewport } = host;
    if (host.search && !to.closest('.search')) host.search = '';
    if (!to.closest('.away')) host.renderRoot.querySelector('.away')?.removeAttribute('open');
    const card = to.closest<HTMLElement>('[data-slot]');
    const index = chart?.geometry.unit[Number(card?.dataset.slot)];
    if (!card || index === undefined) return;
    host.focused = index;
    if (to.matches(':focus-visible') && this.#isHidden(card)) viewport.show(index);
  }

  /** Shows the details of a unit. */
  async select(id: string): Promise<void> {
    const { host } = this;
    const unit = host.chart?.organization.units[host.chart.find(id)];
    if (!unit) return;
    host.unit = id;
    writeHash(host, id);
    host.dispatchEvent(new SelectEvent({ unit }));
    // Drawn without the panel, which asks for it; and again once it is there.
    await host.updateComplete;
    await import('../view/details-panel.js').catch(console.warn);
    await host.updateComplete;
    // The details take room from the view: there may be something to move now.
    host.requestUpdate();
    const panel = host.renderRoot.querySelector('.panel');
    panel?.querySelector<HTMLElement>('[tabindex]')?.focus({ preventScroll: true });
    panel?.scrollIntoView({ block: 'nearest' });
  }

  /** Closes the details; the focus goes back to the card. */
  async close(): Promise<void> {
    const { host } = this;
    const { unit } = host;
    const index = host.chart?.find(unit) ?? -1;
    host.unit = host.from = '';
    writeHash(host, '', unit);
    await focusUnit(host, index);
    host.requestUpdate();
  }

  /** What a visitor takes away is made by a script that is loaded for it. */
  export(form: ExportForm): void {
    const { host } = this;
    host.kept = undefined;
    void import('../export/export.js')
      // The chart may have gone with its feed meanwhile.
      .then((away) => host.viewport.isDrawn && away[form](host))
      .catch(console.warn);
  }

  /** What is said where the page around may forbid what was wanted. */
  renderKept(): unknown {
    const { kept } = this.host;
    return kept && this.#keptNotice()?.(kept.what, kept.text);
  }

  /** Escape closes what can be taken away. */
  closeExport = (event: KeyboardEvent): void => {
    const away = event.currentTarget as HTMLDetailsElement;
    if (event.key !== 'Escape' || !away.open) return;
    event.preventDefault();
    away.open = false;
    away.querySelector('summary')?.focus();
  };

  toggleFullscreen(): void {
    const done = document.fullscreenElement ? document.exitFullscreen() : this.host.requestFullscreen();
    void done.catch(console.warn);
  }

  /** Is some of a card out of view, or under the overview map? */
  #isHidden(card: Element): boolean {
    const { viewport, renderRoot } = this.host;
    const { left, top, right, bottom } = card.getBoundingClientRect();
    const view = viewport.view?.getBoundingClientRect();
    if (!view) return false;
    const map = renderRoot.querySelector('.map')?.getBoundingClientRect();
    const isOut = left < view.left || top < view.top || right > view.right || bottom > view.bottom;
    return isOut || (!!map && left < map.right && right > map.left && top < map.bottom && bottom > map.top);
  }
}
