import { primary } from '../i18n/language.js';
import { isEmbargoed } from './embargo.js';
import { languageToShow } from './languages.js';
import { identify } from './identify.js';
import type { Contact, Item } from './model.js';
import { email, hours, phones, type ReadPhone } from './reach.js';
import type { Reading } from './read.js';
import { once } from './once.js';
import { languageTag, link, list, plain, shape, text, timeZone, type Read } from './values.js';

/** A contact as far as it could be read: it has an `id` of its own and a name. */
export type ReadContact = Omit<Contact, 'phones'> & { phones?: ReadPhone[] };

/** What a feed says about contacts, and one line for each value of it that could not be read. */
export interface ContactsReading {
  contacts: readonly ReadContact[];
  /** `id`s of the contacts that each item names, by the `id` of the item. */
  named: ReadonlyMap<string, readonly string[]>;
  problems: readonly string[];
}

const fields = shape<ReadContact>({
  id: text,
  name: plain,
  role: plain,
  office: plain,
  topics: list(plain),
  countries: list((value) => text(value)?.toUpperCase()),
  phones,
  email,
  url: link,
  languages: list(languageTag),
  time_zone: timeZone,
  hours,
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
export const readContacts = once(({ _iom, items }, at): ContactsReading => {
  const { base, problems } = at;
  const read = feedExtension(_iom, at)?.contacts ?? [];
  const named = items.map(({ id, _iom }, index) => {
    const place = { base, path: `items[${index}]._iom`, problems };
    return [id, itemExtension(_iom, place)?.contacts ?? []] as const;
  });
  return {
    contacts: identify(read, '_iom.contacts', problems, ({ email, name }) => email ?? name),
    named: new Map(named),
    problems,
  };
});

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
    const shown = primary(languageToShow(reading.feed, items, language));
    // The language of an item may not be read yet.
    const newest = items.find((item) => !item.language || primary(String(item.language)) === shown);
    const theirs = namedBy(newest);
    return theirs.length ? theirs : contacts;
  }
  return (itemId ? namedBy(items.find(({ id }) => id === itemId)) : contacts).filter(
    ({ id, countries }) =>
      (!contactId || id === contactId) && (!country || countries?.includes(`${country}`.trim().toUpperCase())),
  );
}
