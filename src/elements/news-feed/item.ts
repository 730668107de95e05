import { html, nothing, type TemplateResult } from 'lit';
import type { Item } from '../../feed/model.js';
import { formatDay, nameOfLanguage } from '../../i18n/format.js';
import { primary } from '../../i18n/language.js';
import type { NewsFeed } from './news-feed.js';

/** The list. `format` writes dates otherwise than as a day. */
export const renderItems = (host: NewsFeed, items: Item[], format = formatDay): TemplateResult =>
  html`<ul class="items" role="list" part="list">
    ${items.map((item) => renderItem(host, item, format))}
  </ul>`;

function renderItem(host: NewsFeed, item: Item, format: typeof formatDay): TemplateResult {
  const { layout, headingLevel } = host;
  const { id, language, summary } = item;
  const title = item.title ?? summary ?? id;
  const href = item.url ?? item.external_url ?? (host.open === 'here' ? '#' : undefined);
  const follow = (event: MouseEvent) => host.follow(item, event);
  return html`<li class="item" part="item" lang=${language ?? nothing}>
    <div class="text">
      <div class="title" role="heading" aria-level=${headingLevel} part="title">
        ${href
          ? html`<a href=${href} hreflang=${language ?? nothing} data-id=${id} @click=${follow}>${title}</a>`
          : title}
      </div>
      ${renderMeta(host.language.tag, item, format)}
      ${layout === 'compact' || summary === title ? nothing : html`<p class="summary" part="summary">${summary}</p>`}
    </div>
    ${layout === 'compact' ? nothing : renderImage(item, layout === 'cards')}
  </li>`;
}

function renderMeta(tag: string, { date_published: date, language = tag }: Item, format: typeof formatDay) {
  return html`<p class="meta" part="meta" lang=${tag}>
    ${date ? html`<time datetime=${date}>${format(date, tag)}</time>` : nothing}
    ${primary(language) === primary(tag) ? nothing : html`<span lang=${language}>${nameOfLanguage(language)}</span>`}
  </p>`;
}

function renderImage({ image, _iom }: Item, always: boolean) {
  const { url = image, alt = '' } = _iom?.images?.[0] ?? {};
  return url || always
    ? html`<img class="image" part="image" src=${url ?? nothing} alt=${alt} loading="lazy" decoding="async" />`
    : nothing;
}

/** As many rows as there will be items, the first of them with the fallback in it. */
export const renderItemPlaceholder = ({ limit }: NewsFeed, first: TemplateResult): TemplateResult =>
  html`<div class="items">
    <div class="item">${first}</div>
    ${Array.from({ length: limit - 1 }, () => html`<div class="item"></div>`)}
  </div>`;
