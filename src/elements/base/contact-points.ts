import { html, nothing, type TemplateResult } from 'lit';
import type { OpenStatus } from '../../feed/parts/opening-hours.js';
import type { Hours } from '../../feed/schema/model.generated.js';
import type { ParsedPhone } from '../../feed/parts/contact-points.js';
import { mailUrl, telUrl } from '../../html/contact-url.js';
import { foreign } from '../../i18n/foreign.js';
import type { Messages } from '../../i18n/messages/common.js';
import { describeDays, describeMoment, describeTimes, groupHours, nameOfZone } from './format.js';

/** How somebody is reached: the same links and words for contacts and offices. */

/** A telephone number to dial; a fax is only shown. */
export function renderPhoneLink(phone: ParsedPhone, messages: Messages['contact']): TemplateResult {
  const { number, text = number, extension, kind = 'office' } = phone;
  const shown = html`<bdi dir="ltr">${text}</bdi
    >${extension && html`${` ${messages.extension} `}<bdi dir="ltr">${extension}</bdi>`}`;
  const href = kind === 'fax' ? undefined : telUrl(number, extension);
  return href ? html`<a href=${href}>${shown}</a>` : shown;
}

export const renderEmailLink = (email: string): TemplateResult =>
  html`<a href=${mailUrl(email) ?? nothing}><bdi dir="ltr">${email}</bdi></a>`;

/** Who has hours, and by which clock. */
export interface OfficeHours {
  hours?: readonly Hours[];
  time_zone?: string;
}

/** From when to when somebody is there, and whether that is now. */
export function renderHours(
  { hours = [], time_zone: zone }: OfficeHours,
  openness: OpenStatus | undefined,
  messages: Messages['contact'],
  tag: string,
): TemplateResult {
  const named = zone && nameOfZone(zone, tag);
  // A city is called as the zone is: in English.
  const lang = named && zone.replaceAll('_', ' ').endsWith(`/${named}`) ? foreign('en', tag) : undefined;
  return html`${groupHours(hours).map(
    ({ days, ranges }) =>
      html`<p class="stretch">
        <span lang=${tag}>${describeDays(days, tag)}</span>
        ${ranges.map((range) => html`${renderTimes(range, messages, tag)} `)}
      </p>`,
  )}
  ${zone ? html`<p class="meta">${messages.localTime}${named ? html` (<bdi lang=${lang ?? nothing}>${named}</bdi>)` : nothing}</p>` : nothing}
  ${zone ? html`<p class="now meta">${openness && renderOpenness(openness, zone, messages, tag)}</p>` : nothing}`;
}

function renderTimes(range: Hours, messages: Messages['contact'], tag: string) {
  const times = describeTimes(range, tag);
  return html`<span lang=${times ? tag : nothing}>${times ?? messages.allDay}</span>`;
}

const renderOpenness = ({ open, changes }: OpenStatus, zone: string, messages: Messages['contact'], tag: string) =>
  html`<span class="claim" part="open">${open ? messages.open : messages.closed}</span> ${
      open || !changes
        ? nothing
        : html`<span>${`${messages.opens} `}<span lang=${tag}>${describeMoment(changes, zone, tag)}</span></span>`
    }`;
