import { mailUrl, telUrl } from '../html/contact-url.js';
import { primary } from '../i18n/language.js';
import { isEmbargoed } from './embargo.js';
import type { Contact, Hours, Item, Phone } from './model.js';
import type { Reading } from './read.js';
import { languageTag, link, list, once, plain, shape, text, timeZone, type Read } from './values.js';

/** A telephone as far as it could be read: where there is no `number` to dial, there is a `text` to show. */
export type ReadPhone = Partial<Phone>;

/** A contact as far as it could be read: it has an `id` of its own and a name. */
export type ReadContact = Omit<Contact, 'phones'> & { phones?: ReadPhone[] };

/** What a feed says about contacts, and one line for each value of it that could not be read. */
export interface ContactsReading {
  contacts: readonly ReadContact[];
  /** `id`s of the contacts that each item names, by the `id` of the item. */
  named: ReadonlyMap<string, readonly string[]>;
  problems: readonly string[];
}

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

const hours: Read<Hours> = (value, at) => {
  const found = hoursFields(value, at);
  return found?.days?.length && found.opens && found.closes ? found : undefined;
};

const fields = shape<ReadContact>({
  id: text,
  name: plain,
  role: plain,
  office: plain,
  topics: list(plain),
  countries: list((value) => text(value)?.toUpperCase()),
  phones: list(phone),
  email: (value) => {
    const address = text(value)?.replace(/^mailto:/i, '');
    return mailUrl(address) && address;
  },
  url: link,
  languages: list(languageTag),
  time_zone: timeZone,
  // Some of the hours would say "closed" at an hour when somebody answers.
  hours: entire(list(hours)),
});

/** A contact is shown by the best name it has; one with nothing but a time zone is none. */
const contact: Read<ReadContact> = (value, at) => {
  const found = fields(value, at);
  const name = found?.name ?? found?.role ?? found?.office ?? found?.email ?? found?.phones?.[0]?.text;
  return found && name ? { ...found, name } : undefined;
};

const feedExtension = shape<{ contacts: ReadContact[] }>({ contacts: list(contact) });
const itemExtension = shape<{ contacts: string[] }>({ contacts: list(text) });

/** Reads the contacts of a feed, once per feed. */
export const readContacts = once(({ _iom, items }, { base, path, problems }): ContactsReading => {
  const read = feedExtension(_iom, { base, path, problems })?.contacts ?? [];
  const named = items.map(({ id, _iom }, index) => {
    const at = { base, path: `items[${index}]._iom`, problems };
    return [id, itemExtension(_iom, at)?.contacts ?? []] as const;
  });
  return { contacts: identify(read, problems), named: new Map(named), problems };
});

/** Gives every contact an `id` of its own and leaves out what is there twice. */
function identify(contacts: ReadContact[], problems: string[]): ReadContact[] {
  const byId = new Map<string, ReadContact>();
  contacts.forEach((each, index) => {
    let id = each.id ?? each.email ?? each.name;
    const twin = byId.get(id);
    if (twin) {
      problems.push(`_iom.contacts[${index}].id: ${id} (there twice)`);
      id = JSON.stringify({ ...twin, id }) === JSON.stringify({ ...each, id }) ? '' : `${id}#${index}`;
    }
    if (id) byId.set(id, { ...each, id });
  });
  return [...byId.values()];
}

/** Which contacts to show; every part that is given narrows the choice. */
export interface ContactChoice {
  contactId?: string;
  /** `id` of the item that names them. */
  itemId?: string;
  /** ISO 3166-1 alpha-2 code. */
  country?: string;
}

/**
 * The contacts that were asked for. When nothing was, those that the newest item in a language names, else all of them.
 * Nothing for an item under embargo.
 */
export function chooseContacts(
  reading: Reading,
  { contactId, itemId, country }: ContactChoice,
  language: string,
): readonly ReadContact[] {
  const { contacts, named } = readContacts(reading);
  const items = reading.feed.items.filter((item) => !isEmbargoed(item));
  const namedBy = (item: Item | undefined) =>
    ((item && named.get(item.id)) ?? []).flatMap((id) => contacts.find((each) => each.id === id) ?? []);
  if (!contactId && !itemId && !country) {
    // The language of a feed is not read before it is needed.
    const newest = items.find((item) => !item.language || primary(String(item.language)) === primary(language));
    const theirs = namedBy(newest);
    return theirs.length ? theirs : contacts;
  }
  return (itemId ? namedBy(items.find(({ id }) => id === itemId)) : contacts).filter(
    ({ id, countries }) =>
      (!contactId || id === contactId) && (!country || countries?.includes(country.trim().toUpperCase())),
  );
}
