import { html, nothing, type TemplateResult } from 'lit';
import type { Item } from '../../feed/model.js';
import { formatDay } from '../../i18n/format.js';
import type { NewsFeed } from './news-feed.js';
import type { Rows } from './rows.js';

/** Writes the line between the title and the summary of an item. */
export type RenderMeta = (item: Item, tag: string) => unknown;

/** Draws the list; with `rows`, only what is new in it. */
export type RenderItems = (host: NewsFeed, items: Item[], rows?: Rows, meta?: RenderMeta) => TemplateResult;

export const renderItems: RenderItems = (host, items, rows, meta = renderDay) => {
  const { layout, headingLevel, open, language } = host;
  // Flat: each template within another takes 300 bytes of memory for each row.
  const draw = (item: Item) => {
    const { title, url, external_url, summary, image } = item;
    const href = url ?? external_url ?? (open === 'here' ? '#' : undefined);
    const lang = item.language === language.tag ? nothing : (item.language ?? nothing);
    return html`<li class="item" part="item" lang=${lang}>
      <div class="text">
        <div class="title" role="heading" aria-level=${headingLevel} part="title">
          <a href=${href ?? nothing} @click=${href && ((event: MouseEvent) => host.follow(item, event))}>${title}</a>
        </div>
        <p class="meta" part="meta">${meta(item, language.tag)}</p>
        <p class="summary" part="summary">${summary}</p>
      </div>
      ${
        layout !== 'compact' && (image || layout === 'cards')
          ? html`<img class="image" part="image" src=${image ?? nothing} alt="" loading="lazy" />`
          : nothing
      }
    </li>`;
  };
  return html`<ul class="items ${layout}" role="list" part="list">
    ${rows ? rows(items, draw, host) : items.map(draw)}
  </ul>`;
};

const renderDay: RenderMeta = ({ date_published: date }, tag) =>
  date && html`<time datetime=${date}>${formatDay(date, tag)}</time>`;

/** As many rows as there will be items, the first of them with the fallback in it. */
export const renderItemPlaceholder = (host: NewsFeed, first: TemplateResult): TemplateResult =>
  html`<div class="items ${host.layout}">
    <div class="item">${first}</div>
    ${Array.from({ length: host.rows - 1 }).map(() => html`<div class="item"></div>`)}
  </div>`;
