import { html, nothing, type TemplateResult } from 'lit';
import { encode } from 'uqr';
import type { ParsedContact } from '../../feed/parts/contacts.js';
import { toVCard } from './vcard.js';

/**
 * Codes don't say how their letters are encoded, and readers that guess take some names for Chinese or Japanese. The bytes
 * of this sign mean nothing in Big5, Shift JIS and Latin-1. No address book shows the line.
 */
const onlyInUtf8 = 'PRODID:†\r\n';

const codes = new WeakMap<ParsedContact, { size: number; path: string } | undefined>();

/**
 * A contact to be photographed into the address book of a telephone, and what the code says, in words. Loaded when a
 * visitor opens it.
 *
 * @param hint What to do with it.
 */
export function renderQr(contact: ParsedContact, hint: string): TemplateResult {
  const { name, office, phones = [], email } = contact;
  if (!codes.has(contact)) codes.set(contact, drawCode(contact));
  const code = codes.get(contact);
  const numbers = phones.map(({ number, text }) => number ?? text);
  return html`${
      code
        ? html`<svg
            class="code"
            part="code"
            viewBox="0 0 ${code.size} ${code.size}"
            role="img"
            aria-label=${hint}
            shape-rendering="crispEdges"
          >
            <path fill="#fff" d="M0 0h${code.size}v${code.size}H0z" />
            <path fill="#000" d=${code.path} />
          </svg>`
        : nothing
    }
    <figcaption class="encoded meta">
      ${code ? html`<p>${hint}</p>` : nothing}
      ${[name, office, ...numbers, email].map((line) => (line ? html`<p><bdi>${line}</bdi></p>` : nothing))}
    </figcaption>`;
}

/**
 * The code of a contact: rows of dark modules as one path, with four light ones around; undefined for more text than a
 * code can hold.
 */
export function drawCode({ name, office, phones, email }: ParsedContact): { size: number; path: string } | undefined {
  const card = toVCard({ id: '', name, office, phones, email });
  const text = /[^\0-\x7f]/.test(card) ? card.replace(/END:VCARD\s*$/, `${onlyInUtf8}$&`) : card;
  try {
    const { size, data } = encode(text, { border: 4 });
    const rows = data.map((row) => row.map((dark) => (dark ? '#' : ' ')).join(''));
    const path = rows.flatMap((row, y) =>
      [...row.matchAll(/#+/g)].map(({ index, 0: { length } }) => `M${index} ${y}h${length}v1h-${length}z`),
    );
    return { size, path: path.join('') };
  } catch {
    return undefined;
  }
}
