import { html, nothing, type TemplateResult } from 'lit';
import { lazyImport } from '../../controllers/lazy-import.js';
import { UpdateTimerController } from '../../controllers/update-timer.js';
import { MessagesController } from '../../controllers/messages-controller.js';
import type { Item } from '../../feed/schema/model.generated.js';
import { isEmbargoed } from '../../feed/parts/embargo.js';
import { languageToShow } from '../../feed/parts/languages.js';
import type { completeFeed } from '../../feed/parse/parse-lenient.js';
import type { ParsedFeed } from '../../feed/parse/parse-strict.js';
import { filterItems, type ItemFilter } from '../../feed/parts/filter-items.js';
import { loadCountryTable, nameOfCountry, type CountryTable } from '../../i18n/countries.js';
import { foreign } from '../../i18n/foreign.js';
import { formatDay } from '../../i18n/format-date.js';
import { nameOfLanguage } from '../../i18n/language-name.js';
import { formatRelative } from '../../i18n/relative.js';
import { loadMessages, type Messages } from '../../i18n/messages/common.js';
import { adoptStyles } from '../../tokens/adopt-styles.js';
import { controlStyles } from '../../tokens/control.styles.js';
import { lineStyles } from '../../tokens/lines.styles.js';
import { interactiveListStyles } from './interactive-list.styles.js';
import { containKeys } from '../base/contain-keys.js';
import { splitList, splitNames } from '../base/converters.js';
import { reportLanguage } from '../base/language-label.js';
import { cardStyles } from './cards.styles.js';
import { featuredStyles } from './featured.styles.js';
import type { excerptOf } from './excerpt.js';
import { cameSince, FeedPages } from './feed-pages.js';
import { renderFilters } from './filters.js';
import { renderItemPicture } from './item-picture.js';
import type { RenderItems, RenderMeta, RenderRows } from './item.js';
import { scripted } from '../base/scripted.js';
import type { NewsFeed } from './news-feed.js';
import { ClonedRows } from './cloned-rows.js';

export { keepFocus } from './keep-focus.js';

/**
 * What makes the list more than a list: cards, time passed instead of dates, attributes that narrow it, controls for the
 * visitor, older pages, and items that open in place. Loaded only for a list that asks for one of them.
 */
export class InteractiveList {
  #filters: ItemFilter = {};
  /** How many rows the visitor asked for. */
  #pageSize = 0;
  #pages: FeedPages;
  /** Whether there is a list on screen: while something of it is on its way, it stays. */
  #isShown = false;
  /** The newest page as it was when the list was first shown. */
  #known: readonly Item[] = [];
  /** `id`s of what is newer. */
  #came?: ReadonlySet<string>;
  /** What was drawn last: it stays while what a new choice needs is on its way. */
  #drawn?: TemplateResult;
  /** The item that stands in place of the list. */
  #opened?: Opened;
  #messages: MessagesController;
  /** Only for those that let visitors choose a country. */
  #countries?: MessagesController<CountryTable>;
  #alarm: UpdateTimerController;
  /** Undefined until the first list is drawn, null where a server has drawn it: that is Lit's to change. */
  #rows?: ClonedRows | null;

  /** What lists don't show is read only for those that are narrowed by it, or open it. */
  #whole: () => { completeFeed: typeof completeFeed } | null | undefined;

  /** For items that have a text and no summary. */
  #excerptOf?: typeof excerptOf;
  #excerpts: () => { excerptOf: typeof excerptOf } | null | undefined;

  constructor(private host: NewsFeed) {
    this.#excerpts = lazyImport(host, () => import('./excerpt.js'));
    this.#whole = lazyImport(host, () => import('../../feed/parse/parse-lenient.js'));
    this.#pages = new FeedPages(host);
    this.#alarm = new UpdateTimerController(host);
    this.#messages = new MessagesController(host, host.language, loadMessages);
    containKeys(host);
    adoptStyles(host, lineStyles);
    adoptStyles(host, controlStyles);
    adoptStyles(host, interactiveListStyles);
  }

  render(first: ParsedFeed, renderItems: RenderItems): TemplateResult | 'loading' | undefined {
    const { host } = this;
    const messages = this.#messages.current;
    if (!messages) return 'loading';
    if (splitList(host.controls).includes('countries')) {
      this.#countries ??= new MessagesController(host, host.language, loadCountryTable);
    }
    this.#alarm.clear();
    // A minute is the least of the times that have passed.
    if (host.dates === 'relative') this.#alarm.set(Date.now() + 60_000);
    adoptStyles(host, cardStyles, host.layout === 'cards');
    adoptStyles(host, featuredStyles, host.layout === 'featured');
    const narrowed = host.tags || host.countries || host.kind || host.search || host.controls;
    const hasSizes = first.feed.items.some(({ _iom }) => _iom?.image_sizes);
    const whole = narrowed || hasSizes || host.open === 'here' ? this.#whole() : null;
    if (whole === undefined) return this.#drawn ?? 'loading';
    this.#pages.complete = whole?.completeFeed;
    // Of another feed, an opened item isn't left either.
    if (this.#pages.begin(first)) {
      this.#opened = undefined;
      this.#known = first.feed.items;
      // What a server has drawn is on screen, too.
      this.#isShown = host.prerendered !== undefined;
    }
    if (this.#opened) return this.#renderOpened(this.#opened, messages.news.back);
    this.#came =
      host.refresh && first.feed.items !== this.#known ? cameSince(this.#known, first.feed.items) : undefined;
    const isWithoutSummary = ({ summary, content_html, content_text }: Item) =>
      !summary && (content_html || content_text);
    // A server draws what it has; publish writes excerpts.
    const excerpts =
      host.prerendered === undefined && first.feed.items.some(isWithoutSummary) ? this.#excerpts() : null;
    if (excerpts === undefined && !this.#isShown) return 'loading';
    this.#excerptOf = excerpts?.excerptOf;
    const isLacking = this.#pages.lacks(Math.max(host.rows, this.#pageSize), !!narrowed);
    if (isLacking && !this.#isShown) return 'loading';
    this.#isShown = true;
    const parsedFeeds = this.#pages.all;
    const { feed } = this.#pages.newest;
    const open = feed.items.filter((item) => !isEmbargoed(item));
    const tag = languageToShow(feed, open, host.language.tag);
    const all = new Map(parsedFeeds.flatMap((parsed) => host.visibleItems(parsed, tag).map((item) => [item.id, item])));
    const items = filterItems([...all.values()], {
      tags: splitList(host.tags),
      countries: splitList(host.countries),
      kinds: splitList(host.kind),
      search: host.search || '',
    });
    if (!items.length) return undefined;
    const other = foreign(tag, host.language.tag);
    if (other && !host.anyLanguage) reportLanguage(host, first, other);
    const chosen = filterItems(items, this.#filters);
    const shown = chosen.slice(0, Math.max(host.rows, this.#pageSize));
    const rest = shown.length < chosen.length || this.#pages.next;
    const failed = this.#pages.error ? messages.notice.error : nothing;
    const notice = chosen.length ? failed : messages.news.noMatch;
    return (this.#drawn = host.renderFrame(
      first,
      shown.length,
      html`${this.#renderFilters(items, messages, first.feed._iom?.labels)}
        ${renderItems(host, shown, this.#renderMeta, this.#renderRows)}
        <p class="notice" aria-live="polite" lang=${this.#lang} dir=${this.#dir}>${notice}</p>
        ${
          host.more
            ? html`<p class="more" lang=${this.#lang} dir=${this.#dir}>
                ${
                  rest
                    ? scripted(
                        host,
                        messages.news.more,
                        () =>
                          html`<button part="button" @click=${() => this.#showMore(shown.length)}>
                            ${messages.news.more}
                          </button>`,
                      )
                    : nothing
                }
              </p>`
            : nothing
        }`,
      splitNames(host.hide)
        .map((name) => `no-${name}`)
        .join(' '),
    ));
  }

  #renderMeta: RenderMeta = ({ id, date_published: date, language }, tag, day) => {
    // Time passes between a server and its readers.
    const isRelative = this.host.dates === 'relative' && !this.host.prerendered;
    const format = (published: string) =>
      isRelative ? formatRelative(published, tag) : day || formatDay(published, tag);
    const other = foreign(language, tag);
    const mark = this.#came?.has(id)
      ? html`<b class="new" part="new" lang=${this.#lang}>${this.#messages.current?.news.new}</b>`
      : nothing;
    return html`${mark} ${date ? html`<time lang=${tag} dir="auto" datetime=${date}>${format(date)}</time>` : nothing}
    ${other ? html`<span lang=${other} dir="auto">${nameOfLanguage(other)}</span>` : nothing}`;
  };

  #renderRows: RenderRows = (items, template) => {
    const { layout, headingLevel, open, dates, language, prerendered } = this.host;
    if (this.#rows === undefined) this.#rows = prerendered ? null : new ClonedRows();
    // Times change by themselves.
    const excerptOf = this.#excerptOf;
    const look = dates === 'relative' ? '' : `${[layout, headingLevel, open, language.tag, !!excerptOf]}`;
    const row = (item: Item) =>
      template(
        item.summary || !excerptOf ? item : { ...item, summary: excerptOf(item) },
        renderItemPicture(item, layout, item === items[0]),
      );
    return this.#rows?.draw(items, row, look) ?? items.map(row);
  };

  /** Opens an item in place of the list, unless the visitor wants its page in a tab or window of its own. */
  open(item: Item, event: MouseEvent): void {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    // A translator may have put elements into the link.
    const link = (event.target as Element).closest('a')!;
    const parsed = this.#pages.all.find(({ feed }) => feed.items.includes(item));
    if (!parsed) return;
    Promise.all([import('../../controllers/inline-feed.js'), import('../press-release/define.js')]).then(
      async ([{ rememberParsed }]) => {
        await this.#update(() => (this.#opened = { item, feed: rememberParsed(parsed) }));
        this.host.renderRoot.querySelector<HTMLElement>('.back')?.focus();
      },
      // What can't be shown here is where the link leads, in the window that the page has for links.
      () => Object.assign(document.createElement('a'), { href: link.href }).click(),
    );
  }

  /** Where the item is by now: newer ones may have come before it. */
  async #close(id: string) {
    await this.#update(() => (this.#opened = undefined));
    this.host.renderRoot.querySelector<HTMLElement>(`[data-id="${CSS.escape(id)}"] a`)?.focus();
  }

  async #showMore(shown: number) {
    await this.#update(() => (this.#pageSize = shown + this.host.rows));
    if (this.#links().length < this.#pageSize) {
      await this.#pages.fetchNext();
      await this.host.updateComplete;
    }
    this.#links()[shown]?.focus({ preventScroll: true });
  }

  /** Of what is not in the language of the page although it stands in it. */
  get #lang() {
    return this.#messages.lang ?? nothing;
  }

  get #dir() {
    return this.#messages.dir ?? nothing;
  }

  async #update(change: () => unknown) {
    change();
    this.host.requestUpdate();
    await this.host.updateComplete;
  }

  #links() {
    return this.host.renderRoot.querySelectorAll<HTMLElement>('.item a');
  }

  #renderOpened({ item, feed }: Opened, back: string) {
    return html`<p>
        <button class="back" part="button" lang=${this.#lang} dir=${this.#dir} @click=${() => this.#close(item.id)}>
          ${back}
        </button>
      </p>
      <iom-press-release .feed=${feed} .itemId=${item.id} .headingLevel=${this.host.headingLevel}></iom-press-release>`;
  }

  #renderFilters(items: Item[], messages: Messages, names?: object) {
    if (!this.host.controls) return nothing;
    return renderFilters(items, {
      host: this.host,
      messages,
      lang: this.#lang,
      dir: this.#dir,
      countryOf: (code) => nameOfCountry(code, this.host.language.tag, this.#countries?.current, names),
      chosen: this.#filters,
      choose: (change) => this.#choose(change),
    });
  }

  #choose(change: ItemFilter) {
    void this.#update(() => (this.#filters = { ...this.#filters, ...change }));
  }
}

interface Opened {
  item: Item;
  /** The feed it was read from. */
  feed: object;
}
