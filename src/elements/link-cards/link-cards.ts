import { html, nothing, type PropertyDeclarations, type PropertyValues, type TemplateResult } from 'lit';
import { UpdateTimerController } from '../../controllers/update-timer.js';
import { MessagesController } from '../../controllers/messages-controller.js';
import type { Card } from '../../feed/schema/model.generated.js';
import type { ParsedFeed } from '../../feed/parse/parse-strict.js';
import { chooseCards, type ParsedSection } from '../../feed/parts/sections.js';
import { canonicalLocale } from '../../i18n/canonical-locale.js';
import { foreign } from '../../i18n/foreign.js';
import { loadMessages } from '../../i18n/messages/common.js';
import { controlStyles } from '../../tokens/control.styles.js';
import { lineStyles } from '../../tokens/lines.styles.js';
import { splitNames, integer } from '../base/converters.js';
import { NavigateEvent } from '../base/events.js';
import { containKeys } from '../base/contain-keys.js';
import { reportLanguage } from '../base/language-label.js';
import { skeletonStyles, renderSkeleton } from '../base/skeleton.js';
import { IomElement } from '../base/iom-element.js';
import { scripted } from '../base/scripted.js';
import { cssVariables } from '../base/css-variables.js';
import { renderCard, renderGiven } from './card.js';
import { deadlineOf, isOpen } from '../../feed/parts/deadline.js';
import { styles } from './link-cards.styles.js';
import { forwardTextClicks } from './forward-clicks.js';

/**
 * Links of one section of the feed: pages, files, data sets, vacancies and calls to action. A vacancy is shown until the
 * end of the day it closes, in the time zone of its office.
 *
 * @summary Cards of a section: pages, files, data sets, vacancies, calls to action.
 * @tag iom-link-cards
 * @csspart heading - The title of the section.
 * @csspart introduction - The introduction of the section.
 * @csspart list - The list of cards.
 * @csspart card - One card.
 * @csspart kind - What the link leads to.
 * @csspart title - The title of a card.
 * @csspart summary - The text of a card.
 * @csspart facts - Format, size, language, place and dates.
 * @csspart image - The picture of a card.
 * @fires {NavigateEvent} iom-navigate - A visitor follows the link of a card; cancelable.
 */
export class LinkCards extends IomElement {
  static override styles = [...IomElement.styles, lineStyles, controlStyles, skeletonStyles, styles];
  static override properties: PropertyDeclarations = {
    section: {},
    kind: {},
    limit: { converter: integer(1, 1000, 6) },
    hide: {},
    headingLevel: { attribute: 'heading-level', converter: integer(1, 6, 2) },
  };

  /** `id` of the section, such as `work`; default the cards of all sections, without their titles. */
  section = '';
  /** Only these kinds: `page`, `file`, `data`, `vacancy`, `action`; separated by commas. */
  kind = '';
  /** Number of cards at first, and added each time; space is reserved for as many. */
  limit = 6;
  /** Parts to leave out, separated by commas: `title`, `introduction`, `images`. */
  hide = '';
  /** Level of the section's title in the outline of the page: 1 to 6. Card titles are one level below. */
  headingLevel = 2;

  #messages = new MessagesController(this, this.language, loadMessages);
  #alarm = new UpdateTimerController(this);
  /** How many times the visitor asked for more. */
  #rounds = 1;

  /** @internal */
  get cardLevel(): number {
    return Math.min(6, this.headingLevel + 1);
  }

  constructor() {
    super();
    containKeys(this);
  }

  protected override willUpdate(changed: PropertyValues) {
    this.#alarm.clear();
    if (changed.has('section') || changed.has('kind') || changed.has('limit')) this.#rounds = 1;
  }

  protected override firstUpdated() {
    forwardTextClicks(this.renderRoot);
  }

  protected renderContent(parsed: ParsedFeed): TemplateResult | 'loading' | undefined {
    const { section, cards } = chooseCards(parsed, this.section, splitNames(this.kind));
    const messages = this.#messages.current;
    if (!messages) return 'loading';
    // Where a server draws, the feed holds no more than what is open.
    const open = this.prerendered ? cards : cards.filter((card) => isOpen(card, Date.now()));
    if (!open.length) return undefined;
    const shown = open.slice(0, this.limit * this.#rounds);
    const other = foreign(parsed.feed.language, this.language.tag);
    if (other) reportLanguage(this, parsed, other);
    for (const card of shown) this.#alarm.set(deadlineOf(card));
    const language = canonicalLocale(parsed.feed.language);
    const view = { host: this, messages, lang: this.#messages.lang, language, pictures: !this.#hides('images') };
    return this.#renderReserved(
      shown.length,
      html`${section ? this.#renderHead(section, language) : nothing}
        <ul class="cards" role="list" part="list">
          ${shown.map((card, index) => renderCard(card, index, view))}
        </ul>
        ${
          shown.length < open.length
            ? html`<p class="more" lang=${this.#messages.lang ?? nothing} dir=${this.#messages.dir ?? nothing}>
                ${scripted(
                  this,
                  messages.news.more,
                  () =>
                    html`<button part="button" @click=${() => this.#showMore(shown.length)}>
                      ${messages.news.more}
                    </button>`,
                )}
              </p>`
            : nothing
        }`,
    );
  }

  protected renderPlaceholder(first: TemplateResult) {
    const picture = this.#hides('images') ? nothing : html`<div class="image"></div>`;
    const card = html`<div class="card">
      <div class="text">${renderSkeleton(2)}</div>
      ${picture}
    </div>`;
    const cards = html`<div class="cards">${Array(this.limit).fill(card)}</div>`;
    return this.#renderReserved(
      this.limit,
      html`<div>${first}</div>
        ${cards}`,
    );
  }

  /** @internal Hears the click on the link of a card. */
  follow(card: Card, event: Event) {
    if (!this.dispatchEvent(new NavigateEvent(card, event))) event.preventDefault();
  }

  /** As high as so many cards are, below a title and an introduction. */
  #renderReserved(cards: number, content: TemplateResult) {
    const bare = this.#hides('images') ? 'bare' : '';
    const headless = !this.section || (this.#hides('title') && this.#hides('introduction')) ? 'headless' : '';
    return html`<div class="reserved ${bare} ${headless}" ${cssVariables({ '--cards': `${cards}` })}>${content}</div>`;
  }

  #renderHead({ title = '', summary = '', url }: ParsedSection, language?: string) {
    const name = renderGiven(title, language);
    return html`<div class="head">
      ${
        title && !this.#hides('title')
          ? html`<div class="heading" part="heading" role="heading" aria-level=${this.headingLevel}>
              ${url ? html`<a href=${url} hreflang=${foreign(language, this.language.tag) ?? nothing}>${name}</a>` : name}
            </div>`
          : nothing
      }
      ${
        summary && !this.#hides('introduction')
          ? html`<p class="introduction" part="introduction">${renderGiven(summary, language)}</p>`
          : nothing
      }
    </div>`;
  }

  #hides(part: string): boolean {
    return splitNames(this.hide).includes(part);
  }

  /** Shows more cards and brings the focus to the first of them, as the button may be gone. */
  async #showMore(shown: number) {
    this.#rounds++;
    this.requestUpdate();
    await this.updateComplete;
    const card = this.renderRoot.querySelectorAll('.card')[shown];
    card?.querySelector('a')?.focus({ preventScroll: true });
  }
}
