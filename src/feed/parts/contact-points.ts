import { mailUrl, telUrl } from '../../html/contact-url.js';
import type { Hours, Phone } from '../schema/model.generated.js';
import { array, plainText, object, string, type Parser } from '../parse/parsers.js';

/** How contacts and offices are reached: their telephones, addresses and hours, read as tolerantly as everything else. */

/** A telephone as far as it could be read: where there is no `number` to dial, there is a `text` to show. */
export type ParsedPhone = Partial<Phone>;

/** Without what people put between digits and the `(0)` that is not dialled from abroad. */
const number: Parser<string> = (value) => {
  const digits = string(value)
    ?.replace(/^tel:|\(0\)|[\s.()\p{Pd}\p{Cf}]/giu, '')
    .replace(/^00/, '+');
  return telUrl(digits) && digits;
};

const kinds: unknown[] = ['office', 'mobile', 'duty', 'fax'] satisfies Phone['kind'][];

const phoneFields = object<Phone>({
  number,
  text: plainText,
  extension: (value) => /^\D*(\d{1,11})$/.exec(string(value) ?? '')?.[1],
  kind: (value) => (kinds.includes(value) ? (value as Phone['kind']) : undefined),
});

const phone: Parser<ParsedPhone> = (value, context) => {
  const {
    number,
    text: written,
    ...rest
  } = phoneFields(typeof value === 'object' ? value : { number: value }, context) ?? {};
  const printed = written ?? plainText((value as Partial<Phone> | null)?.number ?? value);
  return number || printed ? { ...rest, number, text: printed } : undefined;
};

/** `HH:MM`, also where it was written `9:00`, `9h30` or `09.00`; midnight at the end of a day is that of the next. */
const time: Parser<string> = (value) => {
  const [, hour, minute] = /^(\d\d?)[:.h]?(\d\d)?(?::\d\d)?$/i.exec(string(value) ?? '') ?? [];
  const clock = `${hour?.padStart(2, '0')}:${minute ?? '00'}`.replace('24:00', '00:00');
  return /^([01]\d|2[0-3]):[0-5]\d$/.test(clock) ? clock : undefined;
};

/** Sunday is 7, and 0 where it was counted as computers do. */
const day: Parser<number> = (value) => (/^[0-7]$/.test(string(value) ?? '') ? Number(value) || 7 : undefined);

/** A list that is left out as a whole when one entry of it can't be read. */
const allOrNothing =
  <T>(read: Parser<T[]>): Parser<T[]> =>
  (value, context) => {
    const matches = read(value, context);
    return matches?.length === (value as unknown[]).length ? matches : undefined;
  };

const hoursFields = object<Hours>({ days: allOrNothing(array(day)), opens: time, closes: time });

const openingHours: Parser<Hours> = (value, context) => {
  const match = hoursFields(value, context);
  return match?.days?.length && match.opens && match.closes ? match : undefined;
};

export const phones: Parser<ParsedPhone[]> = array(phone);

export const email: Parser<string> = (value) => {
  const address = string(value)?.replace(/^mailto:/i, '');
  return mailUrl(address) && address;
};

/** Some of the hours would say "closed" at an hour when somebody answers: all of them or none. */
export const hours: Parser<Hours[]> = allOrNothing(array(openingHours));
