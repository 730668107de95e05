import { primarySubtag } from '../../i18n/locale.js';
import { isEmbargoed } from './embargo.js';
import { languageToShow } from './languages.js';
import { ensureUniqueIds } from '../parse/unique-ids.js';
import type { Account, Contact, Item } from '../schema/model.generated.js';
import { email, hours, phones, type ParsedPhone } from './contact-points.js';
import type { ParsedFeed } from '../parse/parse-strict.js';
import { memoizeParser } from '../parse/memoize-parser.js';
import {
  languageTag,
  file,
  httpUrl,
  array,
  plainText,
  object,
  string,
  timeZone,
  type Parser,
} from '../parse/parsers.js';

/** A contact as far as it could be read: it has an `id` of its own and a name. */
export type ParsedContact = Omit<Contact, 'phones'> & { phones?: ParsedPhone[] };

/** What a feed says about contacts. */
export interface ParsedContacts {
  contacts: readonly ParsedContact[];
  /** `id`s of the contacts that each item names, by the `id` of the item. */
  named: ReadonlyMap<string, readonly string[]>;
}

const accountFields = object<Partial<Account>>({ title: plainText, url: httpUrl });

/** An account without a name is called by its host. */
const account: Parser<Account> = (value, context) => {
  const { title, url } = accountFields(value, context) ?? {};
  return url ? { title: title ?? new URL(url).host, url } : undefined;
};

const fields = object<ParsedContact>({
  id: string,
  name: plainText,
  role: plainText,
  office: plainText,
  topics: array(plainText),
  countries: array((value) => string(value)?.toUpperCase()),
  phones,
  email,
  url: httpUrl,
  languages: array(languageTag),
  time_zone: timeZone,
  hours,
  image: file,
  accounts: array(account),
});

/** A contact is shown by the best name it has; one with nothing but a time zone is none. */
const contact: Parser<ParsedContact> = (value, context) => {
  const match = fields(value, context);
  const name = match?.name ?? match?.role ?? match?.office ?? match?.email ?? match?.phones?.[0]?.text;
  return match && name ? { ...match, name } : undefined;
};

const feedExtension = object<{ contacts: ParsedContact[] }>({ contacts: array(contact) });
const itemExtension = object<{ contacts: string[] }>({ contacts: array(string) });

/** Reads the contacts of a feed, once per feed. */
export const parseContacts = memoizeParser(({ _iom, items }, context): ParsedContacts => {
  const { problems } = context;
  const read = feedExtension(_iom, context)?.contacts ?? [];
  const named = items.map(({ id, _iom }, index) => {
    const place = { ...context, path: `items[${index}]._iom` };
    return [id, itemExtension(_iom, place)?.contacts ?? []] as const;
  });
  return {
    contacts: ensureUniqueIds(read, '_iom.contacts', problems, ({ email, name }) => email ?? name),
    named: new Map(named),
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
  parsed: ParsedFeed,
  { contactId, itemId, country }: ContactChoice,
  language: string,
): readonly ParsedContact[] {
  const { contacts, named } = parseContacts(parsed);
  const items = parsed.feed.items.filter((item) => !isEmbargoed(item));
  const namedBy = (item: Item | undefined) =>
    ((item && named.get(item.id)) ?? []).flatMap((id) => contacts.find((entry) => entry.id === id) ?? []);
  if (!contactId && !itemId && !country) {
    const shown = primarySubtag(languageToShow(parsed.feed, items, language));
    // The language of an item may not be read yet.
    const newest = items.find((item) => !item.language || primarySubtag(String(item.language)) === shown);
    const theirs = namedBy(newest);
    return theirs.length ? theirs : contacts;
  }
  return (itemId ? namedBy(items.find(({ id }) => id === itemId)) : contacts).filter(
    ({ id, countries }) =>
      (!contactId || id === contactId) && (!country || countries?.includes(`${country}`.trim().toUpperCase())),
  );
}
