import { html, nothing, type PropertyDeclarations, type TemplateResult } from 'lit';
import { UpdateTimerController } from '../../controllers/update-timer.js';
import { ClipboardController } from '../../controllers/clipboard-controller.js';
import { rememberParsed } from '../../controllers/inline-feed.js';
import { lazyImport } from '../../controllers/lazy-import.js';
import { MessagesController } from '../../controllers/messages-controller.js';
import { isEmbargoed } from '../../feed/parts/embargo.js';
import { languageToShow } from '../../feed/parts/languages.js';
import { completeFeed } from '../../feed/parse/parse-lenient.js';
import type { Correction, Item } from '../../feed/schema/model.generated.js';
import type { ParsedFeed } from '../../feed/parse/parse-strict.js';
import { formatDay } from '../../i18n/format-date.js';
import { follow as followPlace } from '../../html/same-page.js';
import { directionOf, primarySubtag } from '../../i18n/locale.js';
import { foreign } from '../../i18n/foreign.js';
import { nameOfLanguage } from '../../i18n/language-name.js';
import { loadMessages, type Messages } from '../../i18n/messages/common.js';
import { controlStyles } from '../../tokens/control.styles.js';
import { lineStyles } from '../../tokens/lines.styles.js';
import { NavigateEvent } from '../base/events.js';
import { splitNames, integer } from '../base/converters.js';
import { containKeys } from '../base/contain-keys.js';
import { skeletonStyles, renderSkeleton } from '../base/skeleton.js';
import { IomElement } from '../base/iom-element.js';
import { reportLanguage } from '../base/language-label.js';
import { BodyController, type Body } from './body.js';
import { renderLanguages } from './languages.js';
import { renderPicture } from './picture.js';
import { renderShare } from './share.js';
import type { WholeItem } from './whole-item.js';
import { styles } from './press-release.styles.js';

/**
 * A press release: the newest of the feed, or the one named by `item-id`. Nothing of a release under embargo is shown
 * before its time.
 *
 * @summary One press release with its pictures, languages, notes to editors and contact.
 * @tag iom-press-release
 * @csspart title - The title.
 * @csspart meta - Kind and date.
 * @csspart corrections - What was changed in the text since it was published.
 * @csspart languages - The languages the release exists in.
 * @csspart figure - The main picture with its caption.
 * @csspart body - The text.
 * @csspart files - The files to download.
 * @csspart file - One file.
 * @csspart notes - Notes to editors.
 * @csspart contact - The press contact.
 * @csspart related - Items to read next.
 * @fires {NavigateEvent} iom-navigate - A visitor follows the link of a related item; cancelable.
 */
export class PressRelease extends IomElement {
  static override styles = [...IomElement.styles, lineStyles, controlStyles, skeletonStyles, styles];
  static override properties: PropertyDeclarations = {
    itemId: { attribute: 'item-id' },
    headingLevel: { attribute: 'heading-level', converter: integer(1, 6, 2) },
    hide: {},
    structuredData: { attribute: 'structured-data', type: Boolean },
  };

  /** The `id` of the item; without it the newest in the page's language. */
  itemId = '';
  /** Level of the title in the outline of the page: 1 to 6. */
  headingLevel = 2;
  /** Parts to leave out, separated by commas: `languages`, `files`, `share`, `notes`, `contact`, `related`. */
  hide = '';
  /** Adds the release to the page for search engines, as schema.org NewsArticle. */
  structuredData = false;

  #messages = new MessagesController(this, this.language, loadMessages);
  #body = new BodyController(this);
  #alarm = new UpdateTimerController(this);
  #copying = new ClipboardController(this);
  #contact = lazyImport(this, () => import('../press-contact/define.js'));
  #structured = lazyImport(this, async () => ({
    ...(await import('../base/structured-data.js')),
    ...(await import('./news-article.js')),
  }));
  #whole = lazyImport(this, () => import('./whole-item.js').then(({ WholeItems }) => new WholeItems(this)));
  #files = lazyImport(this, () => import('./files.js'));
  #shown?: Item;
  #source?: ParsedFeed;

  constructor() {
    super();
    containKeys(this);
  }

  protected override willUpdate() {
    this.#shown = undefined;
    this.#alarm.clear();
  }

  protected renderContent(parsed: ParsedFeed): TemplateResult | 'loading' | undefined {
    const { feed } = completeFeed(parsed);
    for (const { _iom } of feed.items.filter(isEmbargoed))
      this.#alarm.set(Date.parse(_iom?.embargo_until ?? '') || undefined);
    const items = feed.items.filter((item) => !isEmbargoed(item));
    const listed = this.itemId
      ? items.find(({ id }) => id === this.itemId)
      : newest(items, languageToShow(feed, items, this.language.tag));
    if (!listed) return undefined;
    const whole = this.#wholeOf(listed);
    if (whole === 'loading') return whole;
    const { item, parsed: source } = whole ?? { item: listed, parsed };
    this.#source = source;
    const body = this.#body.prepare(item, {
      base: item.url ?? feed.home_page_url ?? source.baseUrl,
      feed: source.baseUrl,
      page: item.url,
      headingLevel: this.headingLevel,
      language: item.language,
    });
    const messages = this.#messages.current;
    if (!body || !messages) return 'loading';
    this.#shown = item;
    const other = foreign(item.language, this.language.tag);
    if (other) reportLanguage(this, parsed, other);
    return this.#renderRelease(item, body, messages);
  }

  /** Where the feed has only an excerpt of an item: the whole; undefined where the excerpt is shown. */
  #wholeOf(item: Item): WholeItem | 'loading' | undefined {
    if (!item._iom?.excerpt_of || this.prerendered) return undefined;
    const whole = this.#whole();
    const match = whole && whole.find(item);
    // What a server has drawn of it stays until then.
    return match ?? (match === null || this.prerendered === false ? undefined : 'loading');
  }

  protected renderPlaceholder(first: TemplateResult) {
    return html`<div class="reserved waiting">
      <div>${first}</div>
      <article>
        ${renderSkeleton(1)}
        <div class="picture-to-come"></div>
        ${renderSkeleton(6)}
      </article>
    </div>`;
  }

  /** @internal */
  override async toStructuredData() {
    const shown = this.structuredData && this.#shown;
    return shown ? (await import('./news-article.js')).newsArticle(shown) : undefined;
  }

  protected override updated() {
    super.updated();
    const wanted = this.structuredData && this.#shown;
    if (!wanted && !this.querySelector(':scope > script[type*=ld]')) return;
    const structured = this.#structured();
    structured?.keepStructuredData(this, wanted ? structured.newsArticle(wanted) : undefined);
  }

  #renderRelease(item: Item, body: Body, messages: Messages) {
    const { release, kinds } = messages;
    const hidden = splitNames(this.hide);
    const part = (name: string, content: () => unknown) => (hidden.includes(name) ? nothing : content());
    const { title, date_published: date, date_modified: modified, _iom: more = {}, language } = item;
    const { tag } = this.language;
    const { lang = tag } = this.#messages;
    const other = foreign(language, tag);
    const later = date && modified && modified.slice(0, 10) > date.slice(0, 10);
    // Not on the article: screen readers would call all in it clickable. On a server there is no root; twice does no harm.
    (this.renderRoot as ShadowRoot | undefined)?.addEventListener('click', followPlace as EventListener);
    return html`<article class="reserved" lang=${language ?? nothing} dir=${language ? directionOf(language) : nothing}>
      <p class="meta" part="meta" lang=${tag}>
        ${more.kind && Object.hasOwn(kinds, more.kind) ? html`<span lang=${lang}><bdi>${kinds[more.kind]}</bdi></span>` : nothing}
        ${date ? html`<time datetime=${date}><bdi>${formatDay(date, tag)}</bdi></time>` : nothing}
        ${
          later
            ? html`<span
                ><bdi
                  ><span lang=${lang}>${release.updated}</span>
                  <time datetime=${modified}>${formatDay(modified, tag)}</time></bdi
                ></span
              >`
            : nothing
        }
        ${other ? html`<span lang=${other}><bdi>${nameOfLanguage(other)}</bdi></span>` : nothing}
      </p>
      <div class="title" role="heading" aria-level=${this.headingLevel} part="title">${title}</div>
      ${part('languages', () => renderLanguages(item, release.languages, lang))}
      ${renderCorrections(more.corrections, release.updated, lang, tag)} ${renderPicture(item)} ${body.content}
      ${
        !item.url || ((item.content_html || item.content_text) && !body.isPlain && !more.excerpt_of)
          ? nothing
          : html`<p lang=${lang}><a href=${item.url} hreflang=${other ?? nothing}>${release.page}</a></p>`
      }
      ${part('files', () => this.#renderFiles(item, release.files))}
      ${part('share', () => renderShare(this, item, this.#copying, messages, lang))}
      ${
        body.notes &&
        part('notes', () => html`<section part="notes">${this.#renderHeading(release.notes)} ${body.notes}</section>`)
      }
      ${part('contact', () => this.#renderContact(item, release.contact))}
      ${part('related', () => this.#renderRelated(item, release.related))}
    </article>`;
  }

  #renderHeading(text: string) {
    const level = Math.min(6, this.headingLevel + 1);
    return html`<div
      class="heading"
      role="heading"
      aria-level=${level}
      lang=${this.#messages.lang ?? this.language.tag}
    >
      ${text}
    </div>`;
  }

  #renderFiles(item: Item, heading: string) {
    if (!item.attachments?.length && !item._iom?.images?.[1]) return nothing;
    const files = this.#files()?.renderFiles(item, this.language.tag);
    return files ? html`<section part="files">${this.#renderHeading(heading)} ${files}</section>` : nothing;
  }

  #renderContact({ id, _iom }: Item, heading: string) {
    if (!_iom?.contacts?.length) return nothing;
    this.#contact();
    return html`<section part="contact">
      ${this.#renderHeading(heading)}
      <iom-press-contact
        lang=${this.language.tag}
        .feed=${this.#source && rememberParsed(this.#source)}
        .itemId=${id}
        .isPart=${true}
        .headingLevel=${Math.min(6, this.headingLevel + 2)}
      ></iom-press-contact>
    </section>`;
  }

  #renderRelated({ _iom }: Item, heading: string) {
    const { items } = completeFeed(this.#source!).feed;
    const related = items.filter((item) => item.url && _iom?.related?.includes(item.id) && !isEmbargoed(item));
    if (!related.length) return nothing;
    const follow = (item: Item) => (event: Event) => {
      if (!this.dispatchEvent(new NavigateEvent(item, event))) event.preventDefault();
    };
    return html`<section part="related">
      ${this.#renderHeading(heading)}
      <ul role="list" class="related">
        ${related.map(
          (item) =>
            html`<li lang=${item.language ?? nothing} dir=${item.language ? directionOf(item.language) : nothing}>
              <a
                href=${item.url!}
                hreflang=${foreign(item.language, this.language.tag) ?? nothing}
                @click=${follow(item)}
                >${item.title}</a
              >
            </li>`,
        )}
      </ul>
    </section>`;
  }
}

/** The newest item in a language; the first of the feed where dates are the same. */
const newest = (items: readonly Item[], tag: string): Item | undefined =>
  items
    .filter(({ language }) => !language || primarySubtag(language) === primarySubtag(tag))
    .reduce<Item | undefined>((best, item) => (best && when(best) >= when(item) ? best : item), undefined);

const when = ({ date_published: date }: Item) => (date ? Date.parse(date) : 0);

/** What was changed in the text, and when. */
function renderCorrections(corrections: readonly Correction[] = [], label: string, lang: string, tag: string) {
  if (!corrections.length) return nothing;
  return html`<ul class="corrections" part="corrections" role="list">
    ${corrections.map(
      ({ date, text }) =>
        html`<li>
          <b
            ><bdi lang=${lang}>${label}</bdi>
            <time lang=${tag} datetime=${date}><bdi>${formatDay(date, tag)}</bdi></time></b
          >
          ${text}
        </li>`,
    )}
  </ul>`;
}
