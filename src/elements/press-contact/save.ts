import type { ReadContact } from '../../feed/contacts.js';
import { fileName, toVCard } from './vcard.js';

/** Hands a contact to the visitor as a file for the address book. */
export function saveContact(contact: ReadContact): void {
  const url = URL.createObjectURL(new Blob([toVCard(contact)], { type: 'text/vcard;charset=utf-8' }));
  const link = Object.assign(document.createElement('a'), { href: url, download: fileName(contact) });
  link.click();
  // WebKit reads the file after the click.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
