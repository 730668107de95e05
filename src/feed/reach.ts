import { mailUrl, telUrl } from '../html/contact-url.js';
import type { Hours, Phone } from './model.js';
import { list, plain, shape, text, type Read } from './values.js';

/** How contacts and offices are reached: their telephones, addresses and hours, read as tolerantly as everything else. */

/** A telephone as far as it could be read: where there is no `number` to dial, there is a `text` to show. */
export type ReadPhone = Partial<Phone>;

/** Without what people put between digits and the `(0)` that is not dialled from abroad. */
const number: Read<string> = (value) => {
  const digits = text(value)
    ?.replace(/^tel:|\(0\)|[\s.()\p{Pd}\p{Cf}]/giu, '')
    .replace(/^00/, '+');
  return telUrl(digits) && digits;
};

const kinds: unknown[] = ['office', 'mobile', 'duty', 'fax'] satisfies Phone['kind'][];

const phoneFields = shape<Phone>({
  number,
  text: plain,
  extension: (value) => /^\D*(\d{1,11})$/.exec(text(value) ?? '')?.[1],
  kind: (value) => (kinds.includes(value) ? (value as Phone['kind']) : undefined),
});

const phone: Read<ReadPhone> = (value, at) => {
  const {
    number,
    text: written,
    ...rest
  } = phoneFields(typeof value === 'object' ? value : { number: value }, at) ?? {};
  const printed = written ?? plain((value as Partial<Phone> | null)?.number ?? value);
  return number || printed ? { ...rest, number, text: printed } : undefined;
};

/** `HH:MM`, also where it was written `9:00`, `9h30` or `09.00`; midnight at the end of a day is that of the next. */
const time: Read<string> = (value) => {
  const [, hour, minute] = /^(\d\d?)[:.h]?(\d\d)?(?::\d\d)?$/i.exec(text(value) ?? '') ?? [];
  const clock = `${hour?.padStart(2, '0')}:${minute ?? '00'}`.replace('24:00', '00:00');
  return /^([01]\d|2[0-3]):[0-5]\d$/.test(clock) ? clock : undefined;
};

/** Sunday is 7, and 0 where it was counted as computers do. */
const day: Read<number> = (value) => (/^[0-7]$/.test(text(value) ?? '') ? Number(value) || 7 : undefined);

/** A list that is left out as a whole when one entry of it can't be read. */
const entire =
  <T>(read: Read<T[]>): Read<T[]> =>
  (value, at) => {
    const found = read(value, at);
    return found?.length === (value as unknown[]).length ? found : undefined;
  };

const hoursFields = shape<Hours>({ days: entire(list(day)), opens: time, closes: time });

const stretch: Read<Hours> = (value, at) => {
  const found = hoursFields(value, at);
  return found?.days?.length && found.opens && found.closes ? found : undefined;
};

export const phones: Read<ReadPhone[]> = list(phone);

export const email: Read<string> = (value) => {
  const address = text(value)?.replace(/^mailto:/i, '');
  return mailUrl(address) && address;
};

/** Some of the hours would say "closed" at an hour when somebody answers: all of them or none. */
export const hours: Read<Hours[]> = entire(list(stretch));
