import type { ParsedContact } from '../../feed/parts/contacts.js';
import { mayForbid, saveFile } from '../base/save-file.js';
import { fileName, toVCard } from './vcard.js';

/**
 * Hands a contact to the visitor as a file for the address book.
 *
 * @param site URL of the site or the feed that the contact is of.
 * @returns What the file holds, where it may have been kept from the visitor.
 */
export function downloadVCard(contact: ParsedContact, site: string): string | undefined {
  const card = toVCard(contact, site);
  saveFile(new Blob([card], { type: 'text/vcard;charset=utf-8' }), fileName(contact));
  return mayForbid('allow-downloads') ? card : undefined;
}
