import { posix } from 'node:path';
import { parseLenient } from '../../../feed/parse/parse-lenient.js';
import type { ParsedFeed } from '../../../feed/parse/parse-strict.js';
import type { Feed, Item } from '../../../feed/schema/model.generated.js';
import type { StoredItem } from '../item-facts.js';
import { textOf, type PublicationContext } from '../page.js';

/** Stands for the address of the publication, from which the addresses of a page are relative. */
const nowhere = 'https://publication.invalid/';

/** Items and contacts of a feed as elements read them, for one page. */
export function readFor(file: string, items: readonly StoredItem[], setting: PublicationContext): ParsedFeed {
  const { title, home_page_url, language, _iom } = setting.head;
  // Relative, so that the pages work wherever they are put.
  const relative = { ...setting, url: undefined };
  const raw = items.map((item) => JSON.parse(textOf(item, file, relative).toString()) as Item);
  const extension = _iom && { labels: _iom.labels, contacts: _iom.contacts };
  const feed = { title, home_page_url, language, items: raw, _iom: extension } as Feed;
  return parseLenient(feed, nowhere + file);
}

/** The shortest address of a file of the publication in another one: on a list it stands ten times. */
export const between = (from: string, to: string): string => encodeURI(posix.relative(posix.dirname(from), to));

/**
 * An address as it is written in a page of the publication.
 *
 * @returns Undefined for one that leads to nothing: of a page of ours, and of no site that is known.
 */
export function addressIn(file: string, address: string | undefined): string | undefined {
  if (!address?.startsWith(nowhere)) return address;
  const path = address.slice(nowhere.length);
  return path.startsWith('files/') ? posix.relative(posix.dirname(file), path) : undefined;
}
