import type { ParsedContact } from '../../feed/parts/contacts.js';
import type { ParsedPhone } from '../../feed/parts/contact-points.js';
import { escapeValue, foldLine } from '../../feed/parts/content-line.js';

/**
 * A contact as a vCard file.
 *
 * Version 3.0 (RFC 2426) and not 4.0 (RFC 6350): Outlook reads nothing newer, and the address books of Apple and Google
 * write it themselves. Lines are folded and values escaped as RFC 6350 says, which is the same in both.
 */
export function toVCard(contact: ParsedContact): string {
  const { name, role, office, phones = [], email, url } = contact;
  return [
    'BEGIN:VCARD',
    'VERSION:3.0',
    line('FN', name),
    // Nobody knows which word of a name is the family's. Apple shows N and not FN, so the whole name stands there.
    line('N', `;${escapeValue(name)};;;`, true),
    line('ORG', office),
    line('TITLE', role === name ? undefined : role),
    ...phones.map((phone) => line(`TEL;TYPE=${types[phone.kind ?? 'office']}`, dialled(phone))),
    line('EMAIL;TYPE=INTERNET,WORK', email),
    line('URL', url),
    'END:VCARD',
    '',
  ]
    .flatMap((entry) => entry ?? [])
    .map(foldLine)
    .join('\r\n');
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

/** A comma is a pause: then telephones dial the extension. */
const dialled = ({ number, text, extension }: ParsedPhone) =>
  number && extension ? `${number},${extension}` : (number ?? text);

/** Outlook takes text for that of its own Windows code page unless it is told otherwise; the others don't mind. */
const line = (property: string, value: string | undefined, escaped = false) =>
  value && `${property}${/[^\0-\x7f]/.test(value) ? ';CHARSET=UTF-8' : ''}:${escaped ? value : escapeValue(value)}`;
