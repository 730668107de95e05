import { html, nothing, type TemplateResult } from 'lit';
import type { ReadCard } from '../../feed/sections.js';
import { formatDay } from '../../i18n/format.js';
import { directionOf, primary } from '../../i18n/language.js';
import type { Messages } from '../../i18n/words.js';
import type { LinkCards } from './link-cards.js';
import { renderSign } from './signs.js';
import { formatOf, formatSize, nameOfLanguage } from './wording.js';

/** What a card is drawn with, beside what the feed says of it. */
export interface CardView {
  host: LinkCards;
  words: Messages;
  /** Language of what the feed says. */
  language?: string;
  /** Whether there are pictures. */
  pictures: boolean;
}

/** One card. Its link is described by its kind and the facts, so that a list of links says them too. */
export function renderCard(card: ReadCard, index: number, view: CardView): TemplateResult {
  const { host, words, language } = view;
  const { kind = 'page', title, summary, url } = card;
  const { tag } = host.language;
  const [lang, dir] = languageOf(language);
  const foreign = card.language && primary(card.language) !== primary(tag) ? card.language : undefined;
  const facts = factsOf(card, foreign, view);
  return html`<li class="card" part="card">
    <div class="text">
      <p class="meta kind" part="kind" id="kind-${index}">${renderSign(kind)} ${words.cards.kinds[kind]}</p>
      <div class="title" part="title" role="heading" aria-level=${host.cardLevel} lang=${lang} dir=${dir}>
        ${
          url
            ? html`<a
                href=${url}
                hreflang=${foreign ?? nothing}
                aria-describedby="kind-${index} facts-${index}"
                @click=${(event: Event) => host.follow({ ...card, url }, event)}
                >${title}</a
              >`
            : title
        }
      </div>
      ${summary ? html`<p class="summary" part="summary" lang=${lang} dir=${dir}>${summary}</p>` : nothing}
      <p class="meta facts" part="facts" id="facts-${index}">${facts.map((fact) => html`<span>${fact}</span> `)}</p>
    </div>
    ${view.pictures ? renderPicture(card) : nothing}
  </li>`;
}

/** What `lang` and `dir` say of words in a language. */
export const languageOf = (language?: string) =>
  language ? ([language, directionOf(language)] as const) : ([nothing, nothing] as const);

/** What there is to know before following the link. */
function factsOf(card: ReadCard, foreign: string | undefined, { host, words, language }: CardView): unknown[] {
  const { kind, size_in_bytes: size, updated, closes, place } = card;
  const { tag } = host.language;
  const day = (date: string) => html`<time datetime=${date}>${formatDay(date, tag)}</time>`;
  const format = (kind === 'file' || kind === 'data') && formatOf(card);
  return [
    place && html`<bdi lang=${language ?? nothing}>${place}</bdi>`,
    closes && html`${words.cards.closes} ${day(closes)}`,
    format && html`<bdi>${format}</bdi>`,
    size && formatSize(size, tag),
    foreign && html`<bdi lang=${foreign}>${nameOfLanguage(foreign)}</bdi>`,
    updated && html`${words.release.updated} ${day(updated)}`,
  ].filter(Boolean);
}

const renderPicture = ({ image, kind = 'page' }: ReadCard) =>
  image
    ? html`<img class="image" part="image" src=${image.url} alt=${image.alt ?? ''} loading="lazy" />`
    : html`<div class="image">${renderSign(kind)}</div>`;
