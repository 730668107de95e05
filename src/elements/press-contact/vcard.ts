import type { ParsedContact } from '../../feed/parts/contacts.js';
import type { ParsedPhone } from '../../feed/parts/contact-points.js';
import { escapeValue, foldLine } from '../../feed/parts/content-line.js';

/**
 * A contact as a vCard file.
 *
 * Version 3.0 (RFC 2426) and not 4.0 (RFC 6350): Outlook reads nothing newer, and the address books of Apple and Google
 * write it themselves. Lines are folded and values escaped as RFC 6350 says, which is the same in both.
 *
 * @param site URL of the site or the feed that the contact is of: with its `id` that says whom the card is of, so that a
 * newer one takes the place of an older one. Without it, as in a QR code, the card doesn't say so.
 */
export function toVCard(contact: ParsedContact, site?: string): string {
  const { id, name, role, office, phones = [], email, url, languages = [], time_zone, topics, accounts = [] } = contact;
  return [
    'BEGIN:VCARD',
    'VERSION:3.0',
    line('FN', name),
    // Nobody knows which word of a name is the family's. Apple shows N and not FN, so the whole name stands there.
    line('N', `;${escapeValue(name)};;;`, true),
    line('ORG', office),
    line('TITLE', role === name ? undefined : role),
    ...phones.filter(canBeDialled).map((phone) => line(`TEL;TYPE=${types[phone.kind ?? 'office']}`, dialled(phone))),
    line('EMAIL;TYPE=INTERNET,WORK', email),
    // An address is not escaped, and some readers would keep the backslashes. Every reader takes several.
    ...[url, ...accounts.map((account) => account.url)].map((address) =>
      line('URL', address?.replace(/[,;]/g, encodeURIComponent), true),
    ),
    ...languages.map((language) => line('LANG', language)),
    line('TZ;VALUE=TEXT', time_zone),
    line('CATEGORIES', topics?.map(escapeValue).join(), true),
    line(
      'NOTE',
      phones
        .filter((phone) => !canBeDialled(phone))
        .map(({ text }) => text)
        .join('\n'),
    ),
    line('UID', site && `${site}#${encodeURIComponent(id)}`),
    line('REV', site && `${new Date().toISOString().slice(0, 19)}Z`),
    'END:VCARD',
  ]
    .flatMap((entry) => (entry ? `${foldLine(entry)}\r\n` : []))
    .join('');
}

/** What the file is called. */
export const fileName = ({ name }: ParsedContact): string =>
  `${
    name
      .replace(/[^\p{L}\p{M}\p{N}]+/gu, '-')
      .replace(/^-|-$/g, '')
      .slice(0, 60) || 'contact'
  }.vcf`;

const types = { office: 'WORK,VOICE', mobile: 'CELL', duty: 'VOICE', fax: 'WORK,FAX' };

/** What an office writes for a number may be words: those are shown, and no telephone dials them. */
const canBeDialled = ({ number, text = '' }: ParsedPhone) => number || !/\p{L}/u.test(text);

/** A comma is a pause: then telephones dial the extension. */
const dialled = ({ number, text, extension }: ParsedPhone) =>
  number && extension ? `${number},${extension}` : (number ?? text);

/** Outlook takes text for that of its own Windows code page unless it is told otherwise; the others don't mind. */
const line = (property: string, value: string | undefined, escaped = false) =>
  value && `${property}${/[^\0-\x7f]/.test(value) ? ';CHARSET=UTF-8' : ''}:${escaped ? value : escapeValue(value)}`;
