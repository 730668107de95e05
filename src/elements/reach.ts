import { html, nothing, type TemplateResult } from 'lit';
import type { Openness } from '../feed/hours.js';
import type { Hours } from '../feed/model.js';
import type { ReadPhone } from '../feed/reach.js';
import { mailUrl, telUrl } from '../html/contact-url.js';
import type { Messages } from '../i18n/words.js';
import { cityOf, describeDays, describeMoment, describeTimes } from './wording.js';

/** How somebody is reached: the same links and words for contacts and offices. */

/** A telephone number to dial; a fax is only shown. */
export function renderNumber(phone: ReadPhone, words: Messages['contact']): TemplateResult {
  const { number, text = number, extension, kind = 'office' } = phone;
  const shown = html`<bdi dir="ltr">${text}</bdi
    >${extension && html` ${words.extension} <bdi dir="ltr">${extension}</bdi>`}`;
  const href = kind === 'fax' ? undefined : telUrl(number, extension);
  return href ? html`<a href=${href}>${shown}</a>` : shown;
}

export const renderAddress = (email: string): TemplateResult =>
  html`<a href=${mailUrl(email) ?? nothing}><bdi dir="ltr">${email}</bdi></a>`;

/** Who has hours, and by which clock. */
export interface Keeper {
  hours?: readonly Hours[];
  time_zone?: string;
}

/** From when to when somebody is there, and whether that is now. */
export function renderHours(
  { hours = [], time_zone: zone }: Keeper,
  openness: Openness | undefined,
  words: Messages['contact'],
  tag: string,
): TemplateResult {
  return html`${hours.map(
    (stretch) =>
      html`<p class="stretch">
        <span lang=${tag}>${describeDays(stretch.days, tag)}</span> ${renderTimes(stretch, words, tag)}
      </p>`,
  )}
  ${zone ? html`<p class="meta">${words.localTime} (<bdi>${cityOf(zone)}</bdi>)</p>` : nothing}
  ${zone ? html`<p class="now meta">${openness && renderOpenness(openness, zone, words, tag)}</p>` : nothing}`;
}

function renderTimes(stretch: Hours, words: Messages['contact'], tag: string) {
  const times = describeTimes(stretch, tag);
  return html`<span lang=${times ? tag : nothing}>${times ?? words.allDay}</span>`;
}

const renderOpenness = ({ open, changes }: Openness, zone: string, words: Messages['contact'], tag: string) =>
  html`<span class="claim" part="open">${open ? words.open : words.closed}</span> ${
      open || !changes
        ? nothing
        : html`<span>${words.opens} <span lang=${tag}>${describeMoment(changes, zone, tag)}</span></span>`
    }`;
