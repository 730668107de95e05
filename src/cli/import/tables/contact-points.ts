import type { Hours, Phone } from '../../../feed/schema/model.generated.js';
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

const emailPattern = /[\w.!#$%&'*+/=?^`{|}~-]+@[a-z\d-]+(?:\.[a-z\d-]+)+/gi;

export function emailOf(fields: Fields): string | undefined {
  const cell = fields.cell('email');
  if (!cell) return undefined;
  const [, linked] = /^mailto:([^?]+)/i.exec(cell.link ?? '') ?? [];
  const [first, ...others] = (cell.text.match(emailPattern) ?? linked?.match(emailPattern) ?? []).map((entry) =>
    entry.replace(/^\.+|\.+$/g, ''),
  );
  if (!first) cell.report('warning', `${excerpt(cell.text)} is not an e-mail address`, leftOut);
  if (others.length)
    cell.report(
      'warning',
      `${excerpt(others.join(', '))} is a second e-mail address`,
      `${leftOut}: there is room for one`,
    );
  return first;
}

/** An address of the web; without `https://` where nothing else can be meant. */
export function urlOf(cell: Cell | undefined, base?: string): string | undefined {
  if (!cell) return undefined;
  const written = cell.link && !/^mailto:/i.test(cell.link) ? cell.link : cell.text.trim();
  const isBare =
    /^(?:www\.|[a-z\d-]+(?:\.[a-z\d-]+)*\.[a-z]{2,}(?:\/|$))/i.test(written) &&
    !/\.(?:jpe?g|png|webp|gif|avif|svg|html?)$/i.test(written);
  const url = /\s/.test(written) ? undefined : webAddress(isBare ? `https://${written}` : written, base);
  if (!url) cell.report('warning', `${excerpt(written)} is not a web address`, leftOut);
  return url;
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
