import { html, nothing, type TemplateResult } from 'lit';
import { allSizes } from '../../feed/parts/image-sizes.js';
import type { ParsedCard } from '../../feed/parts/sections.js';
import { formatDay } from '../../i18n/format-date.js';
import { foreign } from '../../i18n/foreign.js';
import { nameOfLanguage } from '../../i18n/language-name.js';
import type { Messages } from '../../i18n/messages/common.js';
import { pictureSource } from '../base/picture-source.js';
import type { LinkCards } from './link-cards.js';
import { renderIcon } from './icons.js';
import { formatOf, formatSize } from '../base/format-file.js';

/** What a card is drawn with, beside what the feed says of it. */
export interface CardView {
  host: LinkCards;
  messages: Messages;
  /** Language of the words, where it is not the page's. */
  lang?: string;
  /** Language of what the feed says. */
  language?: string;
  /** Whether there are pictures. */
  pictures: boolean;
}

/** Letters of a title that is not set large. */
const longTitle = 60;

/** One card. Its link is described by its kind and the facts, so that a list of links says them too. */
export function renderCard(card: ParsedCard, index: number, view: CardView): TemplateResult {
  const { host, messages, language } = view;
  const { kind = 'page', title, summary, url } = card;
  const other = foreign(card.language ?? language, host.language.tag);
  const name = renderGiven(title, language);
  return html`<li class="card ${title.length > longTitle ? 'long' : ''}" part="card">
    <div class="text">
      <p class="meta kind" part="kind" lang=${view.lang ?? nothing} id="kind-${index}">
        ${renderIcon(kind)} ${messages.cards.kinds[kind]}
      </p>
      <div class="title" part="title" role="heading" aria-level=${host.cardLevel}>
        ${
          url
            ? html`<a
                href=${url}
                hreflang=${other ?? nothing}
                aria-describedby="kind-${index} facts-${index}"
                @click=${(event: Event) => host.follow({ ...card, url }, event)}
                >${name}</a
              >`
            : name
        }
      </div>
      ${summary ? html`<p class="summary" part="summary">${renderGiven(summary, language)}</p>` : nothing}
      <p class="meta facts" part="facts" lang=${view.lang ?? nothing} id="facts-${index}">
        ${factsOf(card, other, view).map((fact) => html`<span>${fact}</span> `)}
      </p>
    </div>
    ${view.pictures ? renderPicture(card) : nothing}
  </li>`;
}

/** Words of the feed: in the feed's language, whatever the direction of the page. */
export const renderGiven = (text: string, language?: string): TemplateResult =>
  html`<bdi lang=${language ?? nothing}>${text}</bdi>`;

/**
 * What there is to know before following the link. A blank belongs to the text before it: Chromium tells screen readers
 * nothing of one that stands alone beside a comment, as Lit leaves them.
 */
function factsOf(card: ParsedCard, other: string | undefined, { host, messages, language }: CardView): unknown[] {
  const { kind, size_in_bytes: size, updated, closes, place } = card;
  const { tag } = host.language;
  const day = (date: string) => html`<time datetime=${date} lang=${tag}>${formatDay(date, tag)}</time>`;
  const format = (kind === 'file' || kind === 'data') && formatOf(card);
  return [
    place && renderGiven(place, language),
    closes && html`${`${messages.cards.closes} `}${day(closes)}`,
    format && html`<bdi>${format}</bdi>`,
    size && html`<span lang=${tag}>${formatSize(size, tag)}</span>`,
    other && renderGiven(nameOfLanguage(other), other),
    updated && html`${`${messages.release.updated} `}${day(updated)}`,
  ].filter(Boolean);
}

/** Beside the text on a phone, above it in a column elsewhere. */
const pictureSizes = '(max-width: 30em) 7em, 22em';

function renderPicture({ image }: ParsedCard) {
  if (!image) return nothing;
  const { src, srcset, sizes } = pictureSource(image.url, allSizes(image), pictureSizes);
  return html`<img
    class="image"
    part="image"
    alt=${image.alt ?? ''}
    loading="lazy"
    sizes=${sizes ?? nothing}
    srcset=${srcset ?? nothing}
    src=${src!}
  />`;
}
