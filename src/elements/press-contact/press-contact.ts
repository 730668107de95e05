import { html, nothing, type PropertyDeclarations, type TemplateResult } from 'lit';
import { UpdateTimerController } from '../../controllers/update-timer.js';
import { ClipboardController } from '../../controllers/clipboard-controller.js';
import { lazyImport } from '../../controllers/lazy-import.js';
import { MessagesController } from '../../controllers/messages-controller.js';
import { chooseContacts, parseContacts, type ParsedContact } from '../../feed/parts/contacts.js';
import { isEmbargoed } from '../../feed/parts/embargo.js';
import { openStatusAt } from '../../feed/parts/opening-hours.js';
import type { ParsedFeed } from '../../feed/parse/parse-strict.js';
import { toHttpUrl } from '../../html/http-url.js';
import { canonicalLocale } from '../../i18n/canonical-locale.js';
import { loadMessages } from '../../i18n/messages/common.js';
import { controlStyles } from '../../tokens/control.styles.js';
import { lineStyles } from '../../tokens/lines.styles.js';
import { integer } from '../base/converters.js';
import { containKeys } from '../base/contain-keys.js';
import { renderLanguage } from '../base/language-label.js';
import { skeletonStyles, renderSkeleton } from '../base/skeleton.js';
import { IomElement } from '../base/iom-element.js';
import { renderCard } from './card.js';
import { styles } from './press-contact.styles.js';

/**
 * People and desks that the press can call or write to: by default the contacts of the newest item; if it has none, all
 * of the feed's.
 *
 * @summary Press contacts with phone, e-mail, languages and hours, to call, copy and save.
 * @tag iom-press-contact
 * @csspart list - The list, if there are several contacts.
 * @csspart contact - One contact.
 * @csspart portrait - The picture of a contact.
 * @csspart name - The name of a contact.
 * @csspart role - What the contact does.
 * @csspart office - The office of a contact.
 * @csspart phone - A telephone or fax number.
 * @csspart email - The e-mail address.
 * @csspart accounts - Accounts for messages and on social networks.
 * @csspart languages - The languages a contact speaks.
 * @csspart topics - The topics of a contact.
 * @csspart hours - When the office is open.
 * @csspart open - Whether the office is open now.
 * @csspart duty - Phone numbers outside office hours.
 * @csspart actions - The buttons below a contact.
 * @csspart qr - The QR code and its text.
 * @csspart code - The QR code.
 * @csspart language - The name of the feed's language, if the page has another one.
 */
export class PressContact extends IomElement {
  static override styles = [...IomElement.styles, lineStyles, controlStyles, skeletonStyles, styles];
  static override properties: PropertyDeclarations = {
    contactId: { attribute: 'contact-id' },
    itemId: { attribute: 'item-id' },
    country: {},
    headingLevel: { attribute: 'heading-level', converter: integer(1, 6, 3) },
    structuredData: { attribute: 'structured-data', type: Boolean },
  };

  /** Only the contact with this `id`. */
  contactId = '';
  /** Only the contacts of the item with this `id`; none while the item is under embargo. */
  itemId = '';
  /** Only contacts for this country: an ISO 3166-1 code such as `UY`. */
  country = '';
  /** Level of the names in the outline of the page: 1 to 6. */
  headingLevel = 3;
  /** Adds the contacts to the page for search engines, as schema.org ContactPoints. */
  structuredData = false;

  /** @internal True inside of a release, which names its language. */
  isPart = false;
  /** @internal What was copied last. */
  readonly copying = new ClipboardController(this);
  /** @internal `id`s of the contacts whose QR code is open: a newer copy of the feed leaves it open. */
  readonly opened = new Set<string>();

  #messages = new MessagesController(this, this.language, loadMessages);
  #alarm = new UpdateTimerController(this);
  #qr = lazyImport(this, () => import('./qr.js'));
  #keptNotice = lazyImport(this, async () => (await import('../base/fallback-content.js')).loadFallbackContent(this));
  /** The last file that may not have been saved. */
  #kept?: { id: string; text: string };
  #structured = lazyImport(this, async () => ({
    ...(await import('../base/structured-data.js')),
    ...(await import('./structured-data.js')),
  }));
  #shown: readonly ParsedContact[] = [];
  /** URL of the site of the feed, or of the feed. */
  #site = '';

  constructor() {
    super();
    containKeys(this);
  }

  protected override willUpdate() {
    this.#shown = [];
    this.#alarm.clear();
  }

  protected renderContent(parsed: ParsedFeed): TemplateResult | 'loading' | undefined {
    parseContacts(parsed);
    // Parts of a publication share it. Read here, so that it is in a prerendered page.
    this.#site = toHttpUrl(parsed.feed.home_page_url, parsed.baseUrl) ?? parsed.baseUrl;
    const messages = this.#messages.current?.contact;
    if (!messages) return 'loading';
    this.#shown = chooseContacts(parsed, this, this.language.tag);
    const now = Date.now();
    for (const item of parsed.feed.items) {
      if (isEmbargoed(item)) this.#alarm.set(Date.parse(item._iom?.embargo_until ?? '') || undefined);
    }
    const named = this.isPart ? nothing : renderLanguage(this, parsed, 'meta');
    const view = {
      host: this,
      messages,
      lang: this.#messages.lang,
      language: canonicalLocale(parsed.feed.language),
      named,
    };
    const cards = this.#shown.map((contact) => {
      // What is read later or elsewhere must not claim to be open now.
      const openness = this.prerendered ? undefined : openStatusAt(contact.hours, contact.time_zone, now);
      this.#alarm.set(openness?.changes);
      return renderCard(contact, openness, view);
    });
    if (cards.length < 2) return cards[0] && renderOne(cards[0]);
    return html`<ul class="contacts reserved" role="list" part="list">
      ${cards.map((card) => html`<li class="contact">${card}</li>`)}
    </ul>`;
  }

  protected renderPlaceholder(first: TemplateResult) {
    return renderOne(
      html`<div class="card" part="contact">
        ${first}
        <div class="who">
          <div class="portrait"></div>
          ${renderSkeleton(1)}
        </div>
        ${renderSkeleton(4)}
      </div>`,
    );
  }

  /** @internal */
  override async toStructuredData() {
    const wanted = this.structuredData && this.#shown.length > 0;
    return wanted ? (await import('./structured-data.js')).contactPoints(this.#shown) : undefined;
  }

  protected override updated() {
    super.updated();
    const wanted = this.structuredData && this.#shown.length > 0;
    if (!wanted && !this.querySelector(':scope > script[type*=ld]')) return;
    const structured = this.#structured();
    structured?.keepStructuredData(this, wanted ? structured.contactPoints(this.#shown) : undefined);
  }

  /** @internal */
  save(contact: ParsedContact) {
    import('./download-vcard.js').then(({ downloadVCard }) => {
      const text = downloadVCard(contact, this.#site);
      this.#kept = text ? { id: contact.id, text } : undefined;
      this.requestUpdate();
    }, console.warn);
  }

  /** @internal What is said of a file that may not have been saved: nothing until one was wanted. */
  renderKept({ id }: ParsedContact): TemplateResult | typeof nothing {
    if (this.#kept?.id !== id) return nothing;
    const kept = this.#keptNotice()?.('save', this.#kept.text);
    return html`<div class="notice" aria-live="polite">${kept}</div>`;
  }

  /** @internal */
  toggleQr(id: string) {
    if (!this.opened.delete(id)) this.opened.add(id);
    this.requestUpdate();
  }

  /** @internal */
  renderQr(contact: ParsedContact, hint: string): TemplateResult | undefined {
    return this.#qr()?.renderQr(contact, hint);
  }
}

const renderOne = (card: TemplateResult) => html`<div class="reserved"><div class="contact">${card}</div></div>`;
