import { html, nothing, type TemplateResult } from 'lit';
import type { ParsedContact } from '../../feed/parts/contacts.js';
import type { Account } from '../../feed/schema/model.generated.js';
import type { OpenStatus } from '../../feed/parts/opening-hours.js';
import type { ParsedPhone } from '../../feed/parts/contact-points.js';
import { joinList } from '../../i18n/calendar.js';
import { foreign } from '../../i18n/foreign.js';
import type { Messages } from '../../i18n/messages/common.js';
import { renderEmailLink, renderHours, renderPhoneLink } from '../base/contact-points.js';
import { scripted } from '../base/scripted.js';
import { nameLanguages } from '../base/format.js';
import type { PressContact } from './press-contact.js';

/** What a card is drawn with, beside the contact. */
export interface CardView {
  host: PressContact;
  messages: Messages['contact'];
  /** Language of the words, where it is not the page's. */
  lang?: string;
  /** Name of the feed's language, where that is not the page's. */
  named: unknown;
  /** Language of what the feed says. */
  language?: string;
}

/** One contact. */
export function renderCard(contact: ParsedContact, openness: OpenStatus | undefined, view: CardView): TemplateResult {
  const { host, messages } = view;
  const { name, role, office, topics, phones = [], email, languages, image, accounts } = contact;
  const { tag } = host.language;
  const numbers = phones.filter(({ kind }) => kind !== 'duty');
  const duty = phones.filter(({ kind }) => kind === 'duty');
  return html`<div class="card" part="contact" role="group" aria-label=${name} lang=${view.lang ?? nothing}>
    <div class="who">
      ${image ? html`<img class="portrait" part="portrait" src=${image} alt="" loading="lazy" />` : nothing}
      <div>
        <div class="name" part="name" role="heading" aria-level=${host.headingLevel}>${renderName(contact, view)}</div>
        ${role && role !== name ? html`<p part="role">${renderGiven(role, view)}</p>` : nothing}
        ${office && office !== name ? html`<p part="office">${renderGiven(office, view)}</p>` : nothing} ${view.named}
      </div>
    </div>
    <dl>
      ${numbers.map((phone) => renderPhone(phone, contact, view))}
      ${email ? renderEmail(email, contact, view) : nothing}
      ${accounts?.length ? renderRow(messages.accounts, renderAccounts(accounts, view), 'accounts') : nothing}
      ${languages?.length ? renderRow(messages.languages, html`<span lang=${tag}>${nameLanguages(languages, tag)}</span>`, 'languages') : nothing}
      ${topics?.length ? renderRow(messages.topics, renderGiven(joinList(topics, view.language ?? tag), view), 'topics') : nothing}
      ${contact.hours?.length ? renderRow(messages.hours, renderHours(contact, openness, messages, tag), 'hours') : nothing}
    </dl>
    ${duty.length ? html`<dl class="duty" part="duty">${duty.map((phone) => renderPhone(phone, contact, view))}</dl>` : nothing}
    ${renderActions(contact, view)}
  </div>`;
}

/** Words of the feed: in the feed's language, whatever the direction of the page. */
const renderGiven = (text: string, { language }: CardView) => html`<bdi lang=${language || nothing}>${text}</bdi>`;

const renderName = ({ name, url }: ParsedContact, view: CardView) =>
  url
    ? html`<a href=${url} hreflang=${foreign(view.language, view.host.language.tag) ?? nothing}
        >${renderGiven(name, view)}</a
      >`
    : renderGiven(name, view);

const renderAccounts = (accounts: readonly Account[], view: CardView) =>
  html`${accounts.map(({ title, url }) => html`<a href=${url}>${renderGiven(title, view)}</a> `)}`;

const renderRow = (label: string, value: unknown, part: string) =>
  html`<div class="row">
    <dt>${label}</dt>
    <dd class=${part} part=${part}>${value}</dd>
  </div>`;

function renderPhone(phone: ParsedPhone, contact: ParsedContact, view: CardView) {
  const { number, text = number, kind = 'office' } = phone;
  const { messages } = view;
  const note = kind === 'duty' ? html`<span class="note meta">${messages.duty}</span>` : nothing;
  // One number may serve by day and by night: its buttons are told apart by that.
  const isTwice = contact.phones!.filter((entry) => (entry.number ?? entry.text) === (number ?? text)).length > 1;
  const line = isTwice ? messages.phones[kind] : undefined;
  const copyable = renderCopyable(contact, number ?? text ?? '', renderPhoneLink(phone, messages), view, line);
  return renderRow(messages.phones[kind], html`${copyable}${note}`, 'phone');
}

const renderEmail = (email: string, contact: ParsedContact, view: CardView) =>
  renderRow(view.messages.email, renderCopyable(contact, email, renderEmailLink(email), view), 'email');

/**
 * Something with a button that copies it; beside it stands what became of that, also in a newer copy of the feed.
 *
 * @param line Tells it from the same text elsewhere in the contact.
 */
function renderCopyable(
  { id }: ParsedContact,
  text: string,
  shown: TemplateResult,
  { host, messages }: CardView,
  line?: string,
) {
  const { copying } = host;
  const what = `${id} ${line} ${text}`;
  const outcome = copying.result(what);
  const copy = ({ currentTarget }: Event) => {
    const source = (currentTarget as Element).previousElementSibling;
    if (source) void copying.copy(what, text, source);
  };
  return html`<span>${shown}</span>
    ${scripted(
      host,
      messages.copy,
      () =>
        html`<button class="copy" part="button" @click=${copy}>
          ${messages.copy}
          <bdi class="unseen">${text}</bdi>${line ? html`<span class="unseen">, ${line}</span>` : nothing}
        </button>`,
      'copy',
    )}
    <span class="outcome" aria-live="polite">${outcome && messages[outcome]}</span>`;
}

function renderActions(contact: ParsedContact, { host, messages }: CardView) {
  const open = host.opened.has(contact.id);
  return html`<p class="actions" part="actions">
      ${scripted(host, messages.save, () => html`<button part="button" @click=${() => host.save(contact)}>${messages.save}</button>`)}
      ${scripted(
        host,
        messages.qr,
        () =>
          html`<button part="button" aria-expanded=${open} @click=${() => host.toggleQr(contact.id)}>
            ${messages.qr}
          </button>`,
      )}
    </p>
    ${host.renderKept(contact)}
    ${open ? html`<figure part="qr">${host.renderQr(contact, messages.scan)}</figure>` : nothing}`;
}
