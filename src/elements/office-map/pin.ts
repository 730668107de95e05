import { html, nothing, svg, type TemplateResult } from 'lit';
import type { ParsedOffice, PlacedOffice } from '../../feed/parts/offices.js';
import { formattingTag } from '../../i18n/calendar.js';
import type { Messages } from '../../i18n/messages/common.js';
import { cssVariables } from '../base/css-variables.js';
import type { Point } from '../pan-zoom/pointers.js';
import type { Cluster } from './cluster.js';
import { renderShape } from './kinds.js';
import type { Size } from './viewport.js';

/** A pin: at the place of the first of its offices. */
export type Pin = Cluster<PlacedOffice>;

/** What a pin asks of its map. */
interface PinMap {
  readonly host: { readonly office: string; readonly language: { readonly tag: string } };
  readonly size: Size;
  placeOf(pin: Pin): Point;
  isSeen(pin: Pin): boolean;
  press(pin: Pin): void;
}

/** Most offices that a pin names. */
const maxLength = 5;

/** A pin, with what it stands for in words: for one office its shape, for several their number. */
export function renderPin(
  map: PinMap,
  pin: Pin,
  isTabbed: boolean,
  messages: Messages['map'],
  countryOf: (office: ParsedOffice) => string,
): TemplateResult {
  const { members, x, y } = pin;
  const { host, size } = map;
  const [first, ...others] = members;
  const isSelected = members.some(({ id }) => id === host.office);
  const number = new Intl.NumberFormat(formattingTag(host.language.tag)).format(members.length);
  const names = [...new Set(members.map(({ name }) => name))];
  const named = `${names.slice(0, maxLength).join(', ')}${names.length > maxLength ? ' …' : ''}`;
  const spoken = others.length
    ? `${messages.offices} ${number}, ${named}`
    : [first.name, countryOf(first)].filter(Boolean).join(', ');
  const place = map.placeOf(pin)[0] / size[0];
  const classes = [
    'pin',
    others.length ? 'several' : '',
    isSelected ? 'selected' : '',
    members.every(({ isAtCountry }) => isAtCountry) ? 'about' : '',
    map.isSeen(pin) ? '' : 'away',
    place < 0.25 ? 'at-left' : place > 0.75 ? 'at-right' : '',
  ];
  return html`<button
    class=${classes.filter(Boolean).join(' ')}
    part="pin"
    data-pin=${first.id}
    tabindex=${isTabbed ? 0 : -1}
    aria-label=${spoken}
    aria-current=${isSelected || nothing}
    ${cssVariables({ '--x': `${x}`, '--y': `${y}` })}
    @click=${() => map.press(pin)}
  >
    <svg viewBox="0 0 24 32" aria-hidden="true">
      <path class="drop" d="M12 31.2C7.6 26 1 18 1 11.8a11 11 0 0122 0C23 18 16.4 26 12 31.2z" />
      ${
        others.length
          ? svg`<text class="number" x="12" y="12" text-anchor="middle" dominant-baseline="central">${number}</text>`
          : svg`<g transform="translate(4 4)">${renderShape(first)}</g>`
      }
    </svg>
    <span class="label" aria-hidden="true"><bdi>${named}</bdi></span>
  </button>`;
}
