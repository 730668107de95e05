import type { ReactiveController } from 'lit';
import { SelectEvent } from '../select-event.js';
import { keepInAddress } from './address.js';
import { focusUnit, Keys } from './keys.js';
import type { OrgChart } from './org-chart.js';
import { Pointers } from './pointers.js';

/** What a visitor takes away. */
export type Form = 'printList' | 'printPage' | 'svg' | 'png' | 'csv';

/** What a visitor does to the chart: loaded when a pointer or the focus comes near, for before that nobody does. */
export class Hands implements ReactiveController {
  readonly keys: Keys;
  readonly #pointers: Pointers;
  #view: HTMLElement | null = null;

  constructor(private host: OrgChart) {
    this.keys = new Keys(host);
    this.#pointers = new Pointers(host);
    host.addController(this);
  }

  /** Another feed may have brought another view. */
  hostUpdated() {
    const { view } = this.host.stage;
    if (view === this.#view) return;
    this.#view = view;
    view?.addEventListener('keydown', this.keys.press);
    if (view) this.#pointers.listenTo(view);
  }

  /** What lies over the chart goes once a visitor is elsewhere, and a card that has the focus is seen whole. */
  follow(to: Element): void {
    const { host } = this;
    const { chart, stage } = host;
    if (host.search && !to.closest('.search')) host.search = '';
    if (!to.closest('.away')) host.renderRoot.querySelector('.away')?.removeAttribute('open');
    const card = to.closest<HTMLElement>('[data-slot]');
    const index = chart?.drawing.unit[Number(card?.dataset.slot)];
    if (!card || index === undefined) return;
    host.focused = index;
    if (to.matches(':focus-visible') && this.#isHidden(card)) stage.show(index);
  }

  /** Shows the details of a unit. */
  async select(id: string): Promise<void> {
    const { host } = this;
    const unit = host.chart?.organization.units[host.chart.find(id)];
    if (!unit) return;
    host.unit = id;
    keepInAddress(host, id);
    host.dispatchEvent(new SelectEvent({ unit }));
    // Drawn without the panel, which asks for it; and again once it is there.
    await host.updateComplete;
    await import('./panel.js').catch(console.warn);
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
    const index = host.chart?.find(host.unit) ?? -1;
    host.unit = host.from = '';
    keepInAddress(host, '');
    await focusUnit(host, index);
    host.requestUpdate();
  }

  /** What a visitor takes away is made by a script that is loaded for it. */
  takeAway(form: Form): void {
    const { host } = this;
    host.kept = undefined;
    void import('./take-away/take-away.js')
      // The chart may have gone with its feed meanwhile.
      .then((away) => host.stage.isDrawn && away[form](host))
      .catch(console.warn);
  }

  /** Escape closes what can be taken away. */
  closeAway = (event: KeyboardEvent): void => {
    const away = event.currentTarget as HTMLDetailsElement;
    if (event.key !== 'Escape' || !away.open) return;
    event.preventDefault();
    away.open = false;
    away.querySelector('summary')?.focus();
  };

  fillScreen(): void {
    const done = document.fullscreenElement ? document.exitFullscreen() : this.host.requestFullscreen();
    void done.catch(console.warn);
  }

  /** Is some of a card out of view, or under the overview map? */
  #isHidden(card: Element): boolean {
    const { stage, renderRoot } = this.host;
    const { left, top, right, bottom } = card.getBoundingClientRect();
    const view = stage.view?.getBoundingClientRect();
    if (!view) return false;
    const map = renderRoot.querySelector('.map')?.getBoundingClientRect();
    const isOut = left < view.left || top < view.top || right > view.right || bottom > view.bottom;
    return isOut || (!!map && left < map.right && right > map.left && top < map.bottom && bottom > map.top);
  }
}
