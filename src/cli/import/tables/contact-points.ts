import type { Account, Hours, Phone } from '../../../feed/schema/model.generated.js';
import { excerpt } from '../../diagnostics.js';
import { latinDigits } from '../clean/digits.js';
import { webAddress } from '../clean/html.js';
import { parsePhones, phonePattern } from '../extract/phones.js';
import { timeZoneOf } from '../lexicon/named.js';
import type { Cell, Fields } from './cell.js';
import { parseHours } from './hours.js';

const leftOut = 'it was left out';

/** The columns of telephones, and what each says of its numbers. */
const phoneFields: [field: string, kind: Phone['kind']][] = [
  ['phone', undefined],
  ['mobile', 'mobile'],
  ['duty', 'duty'],
  ['fax', 'fax'],
];

/**
 * The telephones of a row.
 *
 * @param countries ISO 3166-1 codes for numbers without a country code, the likeliest first and those alike together.
 */
export function phonesOf(fields: Fields, countries: readonly (readonly string[])[]): Phone[] {
  return phoneFields.flatMap(([field, kind]) =>
    fields
      .all(field)
      .flatMap((cell) => readPhones(cell, countries).map((phone) => ({ ...phone, ...(kind && { kind }) }))),
  );
}

function readPhones(cell: Cell, countries: readonly (readonly string[])[]): Phone[] {
  const text = latinDigits(cell.text).replace(/^'/, '');
  const phones: Phone[] = [];
  let rest = text;
  for (const { 0: whole, groups = {} } of text.matchAll(phonePattern)) {
    const { phones: read, unread, doubtful } = parsePhones(groups.numbers, groups.label ?? '', countries);
    rest = rest.replace(whole, ' ');
    phones.push(...read);
    for (const number of unread) {
      const international = withPlus(number, cell);
      if (international) phones.push(international);
      else
        cell.report(
          'warning',
          `${excerpt(number)} is not a telephone number of a country that is known here`,
          `${leftOut}; write it with + and the country code, or set the country with --country`,
        );
    }
    for (const number of doubtful)
      cell.report('hint', `${excerpt(number)} is not in use, as far as is known`, 'check it; it was kept');
  }
  if (/[\p{L}\d]/u.test(rest)) {
    const what = phones.length ? 'is not part of a telephone number' : 'is not a telephone number';
    cell.report('warning', `${excerpt(rest)} ${what}`, leftOut);
  }
  return phones;
}

/** Spreadsheets take the + from numbers; one of eleven digits and more that is right with it has lost it. */
function withPlus(text: string, cell: Cell): Phone | undefined {
  if (!/^[1-9]\d{10,14}$/.test(text)) return undefined;
  const {
    phones: [phone],
    doubtful,
  } = parsePhones(`+${text}`);
  if (!phone || doubtful.length) return undefined;
  cell.report('hint', `${excerpt(text)} has no +`, `it was read as ${phone.number}; format the cell as text`);
  return phone;
}

/** The schema's format `email`. */
const emailPattern =
  /^[\w!#$%&'*+/=?^`{|}~-]+(?:\.[\w!#$%&'*+/=?^`{|}~-]+)*@(?:[a-z\d](?:[a-z\d-]*[a-z\d])?\.)+[a-z\d](?:[a-z\d-]*[a-z\d])?$/i;

/** Finds e-mail addresses, also in `Name <name@example.org>`. */
const emailsIn = (text: string) =>
  text
    .replace(/[\u200b-\u200f\ufeff]/g, '')
    .split(/[\s,;،؛<>()[\]"]+/)
    .map((part) => part.replace(/^mailto:|[?].*$|\.$/gi, ''))
    .filter((part) => emailPattern.test(part));

export function emailOf(fields: Fields): string | undefined {
  const cell = fields.cell('email');
  if (!cell) return undefined;
  const written = emailsIn(cell.text);
  const [first, ...others] = written.length ? written : emailsIn(cell.link ?? '');
  if (!first) cell.report('warning', `${excerpt(cell.text)} is not an e-mail address`, leftOut);
  if (others.length)
    cell.report(
      'warning',
      `${excerpt(others.join(', '))} is a second e-mail address`,
      `${leftOut}: there is room for one`,
    );
  return first;
}

/** What may be a path, to a page of the site or a picture beside the feed. */
const relative = /^(?=.*[./])[\p{L}\p{N}._~!$&'()*+,;=@%/?#-]+$/u;
/** The name of a server, without `https://`: nothing else can be meant. */
const bareHost = /^(?:www\.|[a-z\d-]+(?:\.[a-z\d-]+)*\.[a-z]{2,}(?:\/|$))/i;
const file = /\.(?:jpe?g|png|webp|gif|avif|svg|html?)$/i;

/** An address of the web, or one that is relative to the feed. */
export function urlOf(cell: Cell | undefined, base?: string): string | undefined {
  if (!cell) return undefined;
  const written = cell.link && !/^mailto:/i.test(cell.link) ? cell.link : cell.text.trim();
  const isBare = bareHost.test(written) && !file.test(written);
  const isAddress = isBare || /^https?:\/\//i.test(written) || relative.test(written);
  const url = isAddress && !/\s/.test(written) ? webAddress(isBare ? `https://${written}` : written, base) : undefined;
  if (!url) cell.report('warning', `${excerpt(written)} is not a web address`, leftOut);
  // What browsers take, and RFC 3986 does not.
  return url?.replace(/[[\]|^`{}\\]|%(?![\da-f]{2})/gi, encodeURIComponent);
}

/** `WhatsApp: https://wa.me/41225550100`, several on lines of their own or with semicolons between them. */
export function accountsOf(fields: Fields): Account[] {
  return fields.all('accounts').flatMap((cell) =>
    cell.text.split(/[;；؛\n]/).flatMap((part) => {
      if (!part.trim()) return [];
      const [, title, address = ''] = /^\s*(?:([^/:：]+?)\s*[:：](?!\/\/))?\s*(\S+)\s*$/.exec(part) ?? [];
      const isWeb = bareHost.test(address) || /^https?:\/\//i.test(address);
      const url = isWeb ? urlOf({ ...cell, text: address, link: undefined }) : undefined;
      if (!isWeb)
        cell.report(
          'warning',
          `${excerpt(part)} is not an account`,
          `${leftOut}; write it as WhatsApp: https://wa.me/41225550100`,
        );
      // Where nobody has named the service, its server does.
      return url ? [{ title: title ?? new URL(url).hostname.replace(/^www\./, ''), url }] : [];
    }),
  );
}

export function timeZoneIn(fields: Fields): string | undefined {
  const cell = fields.cell('time_zone');
  const zone = cell && timeZoneOf(cell.text);
  if (cell && !zone)
    cell.report('warning', `${excerpt(cell.text)} is not a time zone`, `${leftOut}; write it as America/Montevideo`);
  return zone;
}

export function hoursOf(fields: Fields): Hours[] | undefined {
  const cells = fields.all('hours');
  const all = cells.flatMap((cell) => {
    const hours = parseHours(cell.text);
    if (!hours)
      cell.report(
        'warning',
        `${excerpt(cell.text)} are not opening hours`,
        `${leftOut}; write them as Mon–Fri 09:00–17:00`,
      );
    return hours ?? [];
  });
  return all.length ? all : undefined;
}
