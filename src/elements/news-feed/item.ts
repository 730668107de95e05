import { html, nothing, type TemplateResult } from 'lit';
import type { listWidth as enoughForList } from '../../feed/parts/image-sizes.js';
import type { ImageSize, Item } from '../../feed/schema/model.generated.js';
import { toHttpUrl } from '../../html/http-url.js';
import { formatDay } from '../../i18n/format-date.js';
import { directionOf } from '../../i18n/locale.js';
import type { NewsFeed } from './news-feed.js';

/** As image-sizes.ts says, which is not at hand. */
const listWidth: typeof enoughForList = 288;

/** Writes the line between the title and the summary of an item; `day` is its date in words, where the feed has them. */
export type RenderMeta = (item: Item, tag: string, day: string) => unknown;

/** Draws one row; `picture` is what stands there in place of the item's `image`. */
export type RenderRow = (item: Item, picture?: unknown) => TemplateResult;

/** Draws all rows, each by a template. */
export type RenderRows = (items: Item[], template: RenderRow) => unknown;

/** Draws the list. */
export type RenderItems = (host: NewsFeed, items: Item[], meta?: RenderMeta, rows?: RenderRows) => TemplateResult;

export const renderItems: RenderItems = (
  host,
  items,
  meta = renderDay,
  rows = (all, row) => all.map((item) => row(item)),
) => {
  const { layout, headingLevel, open, language } = host;
  // What isn't read yet may be anything.
  const { feed, baseUrl } = host.feedController.parsed!;
  const draw: RenderRow = (item, picture) => {
    const { id, title = '', url, external_url, summary, image, _iom } = item;
    const href = url ?? external_url ?? (open === 'here' ? '#' : nothing);
    const lang = item.language === language.tag ? nothing : (item.language ?? nothing);
    // Chinese, Japanese and Korean letters are twice as wide.
    const length = title < '⺀' && title.length < 40 ? 'short' : '';
    const isOwn = lang === nothing;
    const [kind, place, day] = [
      isOwn && feed._iom?.labels?.[_iom?.kind ?? ''],
      _iom?.dateline,
      isOwn && _iom?.date_text,
    ].map((text: unknown) => (typeof text === 'string' ? text : ''));
    // Blanks are nodes: only those that keep words apart where the text is taken as it stands.
    // prettier-ignore
    return html`<li class="item ${length}" part="item" data-id=${id}
      >${
        picture ??
        (image && layout !== 'compact'
          ? html`<img class="image" part="image" src=${smallOf(_iom?.image_sizes, baseUrl) ?? image} alt="" loading="lazy" />`
          : nothing)
      }<div class="text" lang=${lang} dir=${isOwn ? nothing : directionOf(lang)}
        >${kind || place ? html`<p class="kicker meta" part="kicker"><b>${kind || nothing}</b> ${place}</p> ` : nothing
        }<div class="title" role="heading" aria-level=${headingLevel || 3} part="title"
          ><a href=${href} hreflang=${lang}>${title}</a></div>
        <p class="summary" part="summary">${summary}</p>
        <p class="meta" part="meta">${meta(item, language.tag, day)}</p
      ></div
    ></li>`;
  };
  // On a server there is none.
  const root = host.renderRoot as ShadowRoot | undefined;
  if (root) {
    const focused = root.activeElement;
    const id = focused?.closest('li')?.dataset.id;
    host.shown = items;
    // Not on the list: screen readers would call all in it clickable. Twice does no harm.
    root.addEventListener('click', host);
    // Seldom enough to load it then.
    if (id) import('./interactive-list.js').then(({ keepFocus }) => keepFocus(host, focused, id), console.warn);
  }
  return html`<ul class="items" role="list" part="list">
    ${rows(items, draw)}
  </ul>`;
};

/** The size of a picture that is enough for a row, of what a feed says of sizes. */
const smallOf = (sizes: unknown, baseUrl: string) =>
  toHttpUrl([sizes as ImageSize[]].flat().find((size: ImageSize) => size?.width >= listWidth)?.url, baseUrl);

const renderDay: RenderMeta = ({ date_published: date }, tag, day) =>
  date && html`<time datetime=${date}>${day || formatDay(date, tag)}</time>`;
