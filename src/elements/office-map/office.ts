import { html, nothing, svg, type TemplateResult } from 'lit';
import type { OpenStatus } from '../../feed/parts/opening-hours.js';
import { isOnMap, isPlaced, type ParsedOffice, type PlacedOffice } from '../../feed/parts/offices.js';
import { namingTag } from '../../i18n/calendar.js';
import type { Messages } from '../../i18n/messages/common.js';
import type { ScriptedHost } from '../base/scripted.js';
import { renderEmailLink, renderHours, renderPhoneLink } from '../base/contact-points.js';
import { kindOf, renderShape } from './kinds.js';

/** The element that an office is listed in. */
interface OfficeHost extends ScriptedHost {
  readonly language: { readonly tag: string };
  choose(id: string): void;
  showOnMap(id: string): void;
}

/** What an office is drawn with, beside itself. */
export interface OfficeView {
  host: OfficeHost;
  messages: Messages;
  /** Language of what the feed says. */
  language?: string;
  /** The same, where it is not the page's. */
  hreflang?: string;
  countryOf: (office: ParsedOffice) => string;
  /** How far it is from the visitor, where that is known. */
  distanceOf: (office: ParsedOffice) => string | undefined;
}

/**
 * One office of the list: a button, and below it all that is known of the office.
 *
 * @param openness Whether the office is open now; only asked for while its details are shown.
 */
export function renderOffice(
  office: ParsedOffice,
  isOpen: boolean,
  openness: OpenStatus | undefined,
  view: OfficeView,
): TemplateResult {
  const { host, messages, countryOf } = view;
  const { id, name, city } = office;
  const given = (text: string) => html`<bdi lang=${view.language || nothing}>${text}</bdi>`;
  const country = countryOf(office);
  const distance = view.distanceOf(office);
  const row = html`<svg class="mark ${isExact(office) ? '' : 'hollow'}" viewBox="0 0 16 16" aria-hidden="true">
      ${svg`<circle cx="8" cy="8" r="7.5"></circle>`}${renderShape(office)}
    </svg>
    <span>
      <span class="name" part="name">${given(name)}</span>
      <span class="meta" part="meta">
        <span>${messages.map.kinds[kindOf(office)]}</span>
        ${city && !name.includes(city) ? html`<span>${given(city)}</span>` : nothing}
        ${country && country !== name ? html`<span lang=${namingTag(host.language.tag)}>${country}</span>` : nothing}
      </span>
    </span>
    ${distance ? html`<span class="distance meta" lang=${host.language.tag}>${distance}</span>` : nothing}`;
  return html`<li class="office" part="office" data-id=${id}>
    ${
      host.prerendered
        ? html`<div class="row">${row}</div>`
        : html`<button class="row" part="button" aria-expanded=${isOpen} @click=${() => host.choose(isOpen ? '' : id)}>
            ${row}
          </button>`
    }
    ${isOpen ? renderDetails(office, openness, view, given) : nothing}
  </li>`;
}

function renderDetails(
  office: ParsedOffice,
  openness: OpenStatus | undefined,
  { host, messages, hreflang }: OfficeView,
  given: (text: string) => TemplateResult,
) {
  const { region, address, phones = [], email, url } = office;
  const { contact, map } = messages;
  const entry = (label: string, value: unknown, part: string) =>
    html`<div class="entry">
      <dt class="meta">${label}</dt>
      <dd part=${part}>${value}</dd>
    </div>`;
  return html`<div class="details" part="details">
    <dl>
      ${address ? entry(map.address, html`<address>${given(address)}</address>`, 'address') : nothing}
      ${phones.map((phone) => entry(contact.phones[phone.kind ?? 'office'], renderPhoneLink(phone, contact), 'phone'))}
      ${email ? entry(contact.email, renderEmailLink(email), 'email') : nothing}
      ${office.hours?.length ? entry(contact.hours, renderHours(office, openness, contact, host.language.tag), 'hours') : nothing}
      ${region ? entry(map.region, given(region), 'region') : nothing}
    </dl>
    ${url ? html`<p><a href=${url} hreflang=${hreflang ?? nothing}>${map.page}</a></p>` : nothing}
    ${
      isOnMap(office)
        ? html`<p class="locate">
            <button part="button" @click=${() => host.showOnMap(office.id)}>${map.locate}</button>
            ${isExact(office) ? renderDirections(office, map) : html`<span class="meta">${map.atCountry}</span>`}
          </p>`
        : html`<p class="meta">${map.notOnMap}</p>`
    }
  </div>`;
}

/** Whether the feed says where an office is, and not only its country. */
const isExact = (office: ParsedOffice): office is PlacedOffice => isPlaced(office) && !office.isAtCountry;

/** The way to an office, on a map that anybody may use (https://wiki.openstreetmap.org/wiki/Browsing#URLs). */
const renderDirections = ({ latitude, longitude }: PlacedOffice, map: Messages['map']) =>
  html`<a href="https://www.openstreetmap.org/directions?to=${latitude}%2C${longitude}">${map.directions}</a>`;
