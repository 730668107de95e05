import { html, type PropertyDeclarations, type TemplateResult } from 'lit';
import { lazyImport } from '../../controllers/lazy-import.js';
import { isEmbargoed } from '../../feed/parts/embargo.js';
import type { Item } from '../../feed/schema/model.generated.js';
import type { ParsedFeed } from '../../feed/parse/parse-strict.js';
import { toHttpUrl } from '../../html/http-url.js';
import { primarySubtag } from '../../i18n/locale.js';
import { NavigateEvent } from '../base/events.js';
import { IomElement } from '../base/iom-element.js';
import { renderItems } from './item.js';
import { styles } from './news-feed.styles.js';

/**
 * A list of news and press releases.
 *
 * @summary News and press releases as a list, cards or compact lines.
 * @tag iom-news-feed
 * @csspart head - Icon and title of the feed.
 * @csspart list - The list.
 * @csspart item - One item.
 * @csspart kicker - Kind and place of an item.
 * @csspart title - The title of an item.
 * @csspart meta - Date and language of an item.
 * @csspart new - The mark of an item that has come since the page was opened, where `refresh` is on.
 * @csspart summary - The summary of an item.
 * @csspart image - The picture of an item.
 * @csspart filters - The filters above the list.
 * @csspart foot - The link to the site of the feed.
 * @fires {NavigateEvent} iom-navigate - A visitor follows the link of an item; cancelable.
 */
export class NewsFeed extends IomElement {
  static override styles = [...IomElement.styles, styles];
  static override properties: PropertyDeclarations = {
    limit: { type: Number },
    layout: {},
    more: { type: Boolean },
    tags: {},
    countries: {},
    kind: {},
    search: {},
    controls: {},
    dates: {},
    headingLevel: { type: Number, attribute: 'heading-level' },
    open: {},
    anyLanguage: { type: Boolean, attribute: 'any-language' },
    hide: {},
  };

  /** Number of items at first, and added each time: 1 to 1000. */
  limit = 5;
  /**
   * `list` has pictures beside the text, `cards` above it, `compact` none; `featured` is a list whose first item is large.
   * All adapt to the width of their column.
   */
  layout: 'list' | 'cards' | 'compact' | 'featured' = 'list';
  /** A button to show more: first loaded items, then the feed's older pages. */
  more = false;
  /** Only items with one of these tags; separated by commas. */
  tags = '';
  /** Only items about one of these countries: ISO 3166-1 codes such as `UY`; separated by commas. */
  countries = '';
  /** Only these kinds: `press-release`, `news`, `statement`, `story`, `briefing`, `advisory`; separated by commas. */
  kind = '';
  /** Only items with all of these words in title, summary or tags. */
  search = '';
  /** Filters for visitors: `search`, `tags`, `countries`, `kind`; separated by commas. */
  controls = '';
  /** Dates as a day (`absolute`) or as elapsed time (`relative`). */
  dates: 'absolute' | 'relative' = 'absolute';
  /** Level of the titles in the outline of the page: 1 to 6. */
  headingLevel = 3;
  /** Where an item opens: on its `page`, or `here` in place of the list. */
  open: 'page' | 'here' = 'page';
  /** Also shows items in other languages than the page's, with their language named. */
  anyLanguage = false;
  /**
   * Parts to leave out: `title` (of the feed), `source` (the link to its site), `kind`, `summary`, `date`, `images`; separated
   * by commas or spaces.
   */
  hide = '';
  /** @internal The items in the list. */
  declare shown: readonly Item[];

  #browse = lazyImport(this, () =>
    import('./interactive-list.js').then(({ InteractiveList }) => new InteractiveList(this)),
  );

  protected renderContent(parsed: ParsedFeed): TemplateResult | 'loading' | undefined {
    const items = this.visibleItems(parsed);
    if (
      this.tags ||
      this.countries ||
      this.kind ||
      this.search ||
      this.controls ||
      this.more ||
      this.anyLanguage ||
      this.open === 'here' ||
      /cards|featured/.test(this.layout) ||
      this.dates === 'relative' ||
      this.hide ||
      this.refresh ||
      this.rows > 100 ||
      !items[0]?.summary ||
      // Where others follow, a light list has too few.
      items.length < (parsed.feed.next_url ? this.rows : 1)
    ) {
      const interactive = this.#browse();
      // A list without its extras is better than none.
      if (interactive !== null) return interactive ? interactive.render(parsed, renderItems) : 'loading';
    }
    return (
      items[0] &&
      this.renderFrame(parsed, Math.min(items.length, this.rows), renderItems(this, items.slice(0, this.rows)))
    );
  }

  /** The fallback, and as many rows as there will be items. */
  protected renderPlaceholder(first: TemplateResult) {
    return this.#renderReserved(
      this.rows,
      html`<p class="head">${first}</p>
        <div class="items">${Array(this.rows).fill(html`<div class="item"></div>`)}</div>`,
    );
  }

  /** @internal The list between whose news it is and the way to all of it. */
  renderFrame({ feed, baseUrl }: ParsedFeed, rows: number, list: unknown, hidden?: string): TemplateResult {
    const home = toHttpUrl(feed.home_page_url, baseUrl);
    const icon = toHttpUrl(feed.icon ?? feed.favicon, baseUrl);
    return this.#renderReserved(
      rows,
      html`<p class="head" part="head">${icon && html`<img src=${icon} alt="" /> `}${feed.title}</p>
        ${list}
        <p class="foot meta" part="foot">${home && html`<a href=${home}>${new URL(home).host}</a>`}</p>`,
      hidden,
    );
  }

  #renderReserved(rows: number, content: TemplateResult, hidden?: string) {
    return html`<div class="feed ${this.layout} ${rows > 10 ? 'many' : `r${rows}`} ${hidden}">${content}</div>`;
  }

  /** @internal How many whole rows the list has at first: its `limit` where that makes sense. */
  get rows(): number {
    return Math.min(~~Math.abs(this.limit) || 5, 1000);
  }

  /** @internal The items that may be shown, in a language: that of the place. */
  visibleItems({ feed }: ParsedFeed, tag = this.language.tag): Item[] {
    const own = primarySubtag(tag);
    return feed.items.filter(
      (item) => !isEmbargoed(item) && (this.anyLanguage || primarySubtag(item.language ?? own) === own),
    );
  }

  /** @internal Hears a click on the link of an item. */
  handleEvent(event: MouseEvent) {
    const row = (event.target as Element).closest('a[href]')?.closest('li')?.dataset.id;
    const item = this.shown.find(({ id }) => id === row);
    if (!item) return;
    if (!this.dispatchEvent(new NavigateEvent(item, event))) event.preventDefault();
    else if (this.open === 'here') this.#browse()?.open(item, event);
  }
}
