import type { ParsedContact } from '../../../feed/parts/contacts.js';
import { mailUrl, telUrl } from '../../../html/contact-url.js';
import { escapeText } from '../../../html/markup.js';
import { line, link, type PageLanguage } from './markup.js';

/** Who answers the press: names, numbers to dial and addresses to write to; nothing where nobody does. */
export function contactsHtml(contacts: readonly ParsedContact[], { messages, word }: PageLanguage): string[] {
  if (!contacts.length) return [];
  const { contact: words, release } = messages;
  const one = ({ name, role, office, phones = [], email }: ParsedContact) => {
    const about = [role, office].filter((text) => text && text !== name).map((text) => escapeText(text!));
    const reached = phones.map(({ number, text, extension, kind = 'office' }) => {
      const url = telUrl(number, extension);
      const shown = escapeText(text ?? number ?? '');
      const more = extension && `${word(words.extension)} ${escapeText(extension)}`;
      // Numbers are read from the left in every language.
      // Nobody answers at a fax.
      const dialled = url && kind !== 'fax' ? link(url, shown, ' dir="ltr"') : shown;
      return line([word(words.phones[kind]), dialled, more], ' ');
    });
    const address = mailUrl(email);
    const mail = address && `${word(words.email)} ${link(address, escapeText(email!))}`;
    return `<p>${line([`<b>${escapeText(name)}</b>`, line(about, ' · '), ...reached, mail], '<br>')}`;
  };
  return [`<h2>${word(release.contact)}</h2>`, ...contacts.map(one)];
}
