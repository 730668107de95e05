import { html, nothing, type PropertyDeclarations, type TemplateResult } from 'lit';
import { Alarm } from '../../controllers/alarm.js';
import { Copying } from '../../controllers/copying.js';
import { lazy } from '../../controllers/lazy.js';
import { WordsController } from '../../controllers/words.js';
import { chooseContacts, readContacts, type ReadContact } from '../../feed/contacts.js';
import { isEmbargoed } from '../../feed/embargo.js';
import { opennessAt } from '../../feed/hours.js';
import type { Reading } from '../../feed/read.js';
import { valid } from '../../i18n/valid.js';
import { fetchWords } from '../../i18n/words.js';
import { controlStyles } from '../../tokens/control.styles.js';
import { lineStyles } from '../../tokens/lines.styles.js';
import { whole } from '../converters.js';
import { containKeys } from '../contain-keys.js';
import { renderLanguage } from '../language-label.js';
import { IomElement } from '../iom-element.js';
import { renderCard } from './card.js';
import { styles } from './press-contact.styles.js';

/**
 * People and desks that the press may call or write to. Without a choice by id, item or country these are the contacts
 * of the newest item; where that names none, all of the feed's.
 *
 * @summary Press contacts: telephone, e-mail, languages and hours, to call, copy and save.
 * @tag iom-press-contact
 * @csspart list - The list, where there are several contacts.
 * @csspart contact - One contact.
 * @csspart name - The name of a contact.
 * @csspart role - What the contact does.
 * @csspart office - The office of a contact.
 * @csspart phone - A telephone or fax number.
 * @csspart email - The e-mail address.
 * @csspart languages - The languages a contact speaks.
 * @csspart topics - What a contact knows about.
 * @csspart hours - When the office is open.
 * @csspart open - Whether the office is open now.
 * @csspart duty - The telephones outside office hours.
 * @csspart actions - The buttons below a contact.
 * @csspart qr - The QR code and what it says.
 * @csspart code - The QR code.
 * @csspart language - The name of the feed's language, where the page is in another one.
 */
export class PressContact extends IomElement {
  static override styles = [...IomElement.styles, lineStyles, controlStyles, styles];
  static override properties: PropertyDeclarations = {
    contactId: { attribute: 'contact-id' },
    itemId: { attribute: 'item-id' },
    country: {},
    headingLevel: { attribute: 'heading-level', converter: whole(1, 6, 3) },
    structuredData: { attribute: 'structured-data', type: Boolean },
  };

  /** Only the contact with this `id`. */
  contactId = '';
  /** Only the contacts that the item with this `id` names; none while the item is under embargo. */
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
  readonly copying = new Copying(this);
  /** @internal `id`s of the contacts whose QR code is open: a newer copy of the feed leaves it open. */
  readonly opened = new Set<string>();

  #words = new WordsController(this, this.language, fetchWords);
  #alarm = new Alarm(this);
  #qr = lazy(this, () => import('./qr.js'));
  #keptNotice = lazy(this, () => import('../kept.js'));
  /** The last file that may not have been saved. */
  #kept?: { id: string; text: string };
  #structured = lazy(this, async () => ({
    ...(await import('../structured-data.js')),
    ...(await import('./structured-data.js')),
  }));
  #shown: readonly ReadContact[] = [];

  constructor() {
    super();
    containKeys(this);
  }

  protected override willUpdate() {
    this.#shown = [];
    this.#alarm.clear();
  }

  protected renderContent(reading: Reading): TemplateResult | 'loading' | undefined {
    readContacts(reading);
    const words = this.#words.words?.contact;
    if (!words) return 'loading';
    this.#shown = chooseContacts(reading, this, this.language.tag);
    const now = Date.now();
    for (const item of reading.feed.items) {
      if (isEmbargoed(item)) this.#alarm.set(Date.parse(item._iom?.embargo_until ?? '') || undefined);
    }
    const named = this.isPart ? nothing : renderLanguage(this, reading, 'meta');
    const view = { host: this, words, lang: this.#words.lang, language: valid(reading.feed.language), named };
    const cards = this.#shown.map((contact) => {
      // What is read later or elsewhere must not claim to be open now.
      const openness = this.prerendered ? undefined : opennessAt(contact.hours, contact.time_zone, now);
      this.#alarm.set(openness?.changes);
      return renderCard(contact, openness, view);
    });
    if (cards.length < 2) return cards[0] && renderOne(cards[0]);
    return html`<ul class="contacts reserved" role="list" part="list">
      ${cards.map((card) => html`<li class="contact">${card}</li>`)}
    </ul>`;
  }

  protected renderPlaceholder(first: TemplateResult) {
    return renderOne(html`<div class="card" part="contact">${first}</div>`);
  }

  /** @internal */
  override async describe() {
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
  save(contact: ReadContact) {
    import('./save.js').then(({ saveContact }) => {
      const text = saveContact(contact);
      this.#kept = text ? { id: contact.id, text } : undefined;
      this.requestUpdate();
    }, console.warn);
  }

  /** @internal What is said of a file that may not have been saved: nothing until one was wanted. */
  renderKept({ id }: ReadContact): TemplateResult | typeof nothing {
    if (this.#kept?.id !== id) return nothing;
    const kept = this.#keptNotice()?.renderKept(this, this.language.tag, 'save', this.#kept.text);
    return html`<div role="status">${kept}</div>`;
  }

  /** @internal */
  toggleQr(id: string) {
    if (!this.opened.delete(id)) this.opened.add(id);
    this.requestUpdate();
  }

  /** @internal */
  renderQr(contact: ReadContact, hint: string): TemplateResult | undefined {
    return this.#qr()?.renderQr(contact, hint);
  }
}

const renderOne = (card: TemplateResult) => html`<div class="reserved"><div class="contact">${card}</div></div>`;
