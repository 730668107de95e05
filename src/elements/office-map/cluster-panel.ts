import { html, nothing, svg, type TemplateResult } from 'lit';
import type { ParsedOffice, PlacedOffice } from '../../feed/parts/offices.js';
import { formattingTag } from '../../i18n/calendar.js';
import type { Messages } from '../../i18n/messages/common.js';
import type { Point } from '../pan-zoom/pointers.js';
import { adoptStyles } from '../../tokens/adopt-styles.js';
import { clusterPanelStyles } from './cluster-panel.styles.js';
import { kindOf, renderShape } from './kinds.js';
import type { Pin } from './pin.js';
import type { Size } from './viewport.js';

/** The map that a panel is on. */
interface PanelMap {
  readonly host: {
    readonly office: string;
    readonly renderRoot: ParentNode;
    readonly language: { readonly tag: string };
  };
  readonly size: Size;
  placeOf(pin: Pin): Point;
  /** Opens an office in the list beside the map. */
  choose(office: PlacedOffice): void;
  /** Closes the panel; its pin gets the focus, if that was in the panel. */
  closePanel(): void;
}

/** The offices at one place, which no zoom parts, as a list over the map. It closes with Escape, or when the focus leaves it. */
export function renderClusterPanel(
  map: PanelMap,
  pin: Pin,
  messages: Messages['map'],
  countryOf: (office: ParsedOffice) => string,
): TemplateResult {
  const { host, size } = map;
  adoptStyles(host, clusterPanelStyles);
  const number = new Intl.NumberFormat(formattingTag(host.language.tag)).format(pin.members.length);
  const place = [...new Set(pin.members.map((office) => office.city ?? countryOf(office)))];
  const side = map.placeOf(pin)[0] > size[0] / 2 ? 'at-left' : 'at-right';
  return html`<section
    class="cluster ${side}"
    dir=${directionOf(host)}
    tabindex="-1"
    aria-label="${messages.offices} ${number}"
    @pointerdown=${(event: Event) => event.stopPropagation()}
    @keydown=${(event: KeyboardEvent) => onKeydown(map, event)}
    @focusout=${(event: FocusEvent) => onFocusout(map, event)}
  >
    <button part="button" class="close" aria-expanded="true" @click=${() => map.closePanel()}>
      <span>${messages.offices} ${number}${place.length === 1 ? html` · <bdi>${place[0]}</bdi>` : nothing}</span>
      <svg viewBox="0 0 16 16" aria-hidden="true"><path d="M4 4l8 8M12 4l-8 8" /></svg>
    </button>
    <ul role="list">
      ${pin.members.map(
        (office) =>
          html`<li>
            <button
              part="button"
              aria-current=${office.id === host.office || nothing}
              @click=${() => map.choose(office)}
            >
              <svg viewBox="0 0 16 16" aria-hidden="true">${svg`${renderShape(office)}`}</svg>
              <span><bdi>${office.name}</bdi> <span class="meta">${messages.kinds[kindOf(office)]}</span></span>
            </button>
          </li>`,
      )}
    </ul>
  </section>`;
}

/** The map is never mirrored, but what stands on it follows the language. */
const directionOf = ({ renderRoot }: PanelMap['host']) => {
  const atlas = renderRoot.querySelector('.atlas');
  return atlas ? getComputedStyle(atlas).direction : nothing;
};

/** Gives the focus to the office that is open, or to the first. */
export function focusPanel(box: HTMLElement): void {
  const panel = box.querySelector<HTMLElement>('.cluster');
  const button = panel?.querySelector<HTMLElement>('[aria-current]') ?? panel?.querySelector<HTMLElement>('li button');
  button?.focus({ preventScroll: true });
  button?.scrollIntoView({ block: 'nearest' });
}

/** Arrows lead through the list, which may be long. */
function onKeydown(map: PanelMap, event: KeyboardEvent) {
  const panel = event.currentTarget as HTMLElement;
  const buttons = [...panel.querySelectorAll('button')];
  const index = buttons.indexOf(event.target as HTMLButtonElement);
  const next: Record<string, number> = {
    ArrowDown: Math.min(index + 1, buttons.length - 1),
    ArrowUp: Math.max(index - 1, 0),
    Home: 0,
    End: buttons.length - 1,
  };
  // What the map does with other keys is for what is behind.
  event.stopPropagation();
  if (event.key === 'Escape') map.closePanel();
  else if (Object.hasOwn(next, event.key)) buttons[next[event.key]].focus();
  else return;
  event.preventDefault();
}

function onFocusout(map: PanelMap, { currentTarget, relatedTarget }: FocusEvent) {
  // Another window may have come to the front.
  const isInside = relatedTarget && (currentTarget as Node).contains(relatedTarget as Node);
  if (!isInside && document.hasFocus()) map.closePanel();
}
