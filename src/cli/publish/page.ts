import { hash } from 'node:crypto';
import type { Contact, Feed, FeedExtension, ImageSize, Item } from '../../feed/schema/model.generated.js';
import type { PublishedAttachment } from './attachments.js';
import { addressFrom, isRelative, slotsOf } from './addresses.js';
import { useOf, type Picture, type Size } from './pictures.js';
import type { StoredItem } from './item-facts.js';
import type { Page, Shard } from './shards.js';

/** What every page of a publication is made with. */
export interface PublicationContext {
  head: Partial<Feed>;
  /** Address of the publication, with a slash at its end. */
  url?: string;
  /** Text of an item, as the source feed has it; in bytes of its length, where some are given. */
  source: (item: StoredItem, bytes?: Buffer) => Buffer;
  /** The published pictures, by the address they have in the source feed. */
  pictures: ReadonlyMap<string, Picture>;
  /** The published attachments, likewise. */
  attachments: ReadonlyMap<string, PublishedAttachment>;
  /** Whether pictures of other sites are among them. */
  remote: boolean;
  /** `id`s and addresses of items under embargo, which no other item may name. */
  withheld: ReadonlySet<string>;
}

/** Of JSON Feed. */
export const version = 'https://jsonfeed.org/version/1.1';

/** Path of a page's file. */
export const pathOf = (name: string) => `${name}.json`;

/**
 * A page but for its items: JSON text up to where they go. The newest page of the whole feed has all that the source
 * has; the others what says which feed they are, and the contacts that their items name, so that a release shown from
 * any of them has its contact.
 */
export function pageHeader(shard: Shard, page: Page, setting: PublicationContext): string {
  const { head, url } = setting;
  const file = pathOf(page.name);
  const whole = page.name === 'feed';
  const { home_page_url, feed_url, icon, favicon, authors, language, _iom } = head;
  const contacts = contactsFor(shard, page, _iom);
  const opening = {
    ...(whole
      ? { ...head, version }
      : {
          version,
          title: labelOf(shard, head),
          home_page_url,
          icon,
          favicon,
          authors,
          language: shard.by === 'language' ? shard.value : language,
          _iom:
            contacts.length || _iom?.labels
              ? { about: _iom?.about, labels: _iom?.labels, contacts: contacts.length ? contacts : undefined }
              : undefined,
        }),
    feed_url: url ? url + pathOf(shard.name) : whole ? feed_url : undefined,
    next_url: page.next && addressFrom(file, pathOf(page.next), url),
    items: undefined,
  };
  return JSON.stringify(resolveAddresses(opening, file, setting)).replace(/}$/, ',"items":[');
}

/** What a feed is called: as the whole, and what its items share. */
export const labelOf = ({ label }: Shard, { title }: Partial<Feed>): string | undefined =>
  label === undefined ? title : title ? `${title} – ${label}` : label;

function contactsFor({ by, value }: Shard, { items }: Page, extension: FeedExtension | undefined): Contact[] {
  const { contacts } = Object(extension) as { contacts?: unknown };
  if (!Array.isArray(contacts) || !contacts.length) return [];
  const named = new Set<string>();
  for (const list of new Set(items.map(({ facts }) => facts.contacts))) for (const id of list) named.add(id);
  return (contacts as Contact[]).filter(
    (contact) => named.has(contact?.id) || (by === 'country' && contact?.countries?.includes(value!)),
  );
}

/** Whether an item can't be published with the very bytes it has in its file. */
export const isRewritten = ({ facts }: StoredItem, { remote, withheld }: PublicationContext): boolean =>
  facts.relative ||
  (remote && facts.remote) ||
  (withheld.size > 0 && facts.related.some((entry) => withheld.has(entry)));

/** The text of an item as it goes into a file of the publication. */
export function textOf(item: StoredItem, file: string, setting: PublicationContext): Buffer {
  const bytes = setting.source(item);
  if (!isRewritten(item, setting)) return bytes;
  const { withheld } = setting;
  const content = JSON.parse(bytes.toString()) as Item;
  const { related, translations } = content._iom ?? {};
  if (Array.isArray(related)) content._iom!.related = related.filter((id) => !withheld.has(id));
  if (Array.isArray(translations)) {
    content._iom!.translations = translations.filter((entry) => !withheld.has(entry?.url));
  }
  return Buffer.from(JSON.stringify(resolveAddresses(content, file, setting)));
}

/**
 * Gives pictures and attachments their published addresses and sizes, and other relative addresses the ones they have from this file.
 * Where pictures of other sites are published, those that only count readers go.
 */
export function resolveAddresses<T extends object>(
  value: T,
  file: string,
  { head, url, pictures, attachments, remote }: PublicationContext,
): T {
  if (!slotsOf(value, remote).length) return value;
  const site = wholeUrl(head.home_page_url);
  const page = wholeUrl((value as Partial<Item>).url, site) ?? site;
  const copy = structuredClone(value);
  const sized = (sizes: Size[]) => sizes.map(({ path, ...size }) => ({ url: addressFrom(file, path, url), ...size }));
  for (const { holder, field, address, picture, isAttachment, write, remove } of slotsOf(copy, remote)) {
    const published = picture && picture !== 'sizes' && pictures.get(address);
    const attachment = isAttachment && attachments.get(address);
    if (remove && remote) remove();
    else if (attachment) {
      write(addressFrom(file, attachment.path, url));
      holder.size_in_bytes = attachment.length;
    } else if (published) {
      const { sizes, shown } = useOf(published, field);
      write(addressFrom(file, shown.path, url), shown);
      if (field === 'image' && holder === (copy as object)) setSizes(copy, sized(sizes));
      if (field !== 'url') continue;
      holder.width = shown.width;
      holder.height = shown.height;
      if (sizes.length) holder.sizes = sized(sizes);
    } else if (isRelative(address)) {
      // As elements read it: what an address of a page counts from is the site, in the text of an item the item's page.
      const from = field.endsWith('_html')
        ? page
        : picture || isAttachment || field === 'home_page_url'
          ? undefined
          : site;
      write(from ? new URL(address, from).href : addressFrom(file, address, url));
    }
  }
  return copy;
}

/** The sizes of an item's main picture. */
function setSizes(item: Partial<Item>, sizes: ImageSize[]): void {
  if (sizes.length > 1) item._iom = { ...item._iom, image_sizes: sizes };
}

/** An address that is whole, or a relative one of a site; undefined where that is not known. */
function wholeUrl(address: unknown, site?: string): string | undefined {
  try {
    return typeof address === 'string' ? new URL(address, site).href : undefined;
  } catch {
    return undefined;
  }
}

/** Says in a few letters what a page holds. */
export function keyOf(opening: string, page: Page, setting: PublicationContext): string {
  const items = page.items.map((item) =>
    isRewritten(item, setting) ? hash('sha256', textOf(item, pathOf(page.name), setting), 'base64url') : item.hash,
  );
  return hash('sha256', opening + items.join(), 'base64url').slice(0, 22);
}

/** All of a page. */
export function contentOf(opening: string, page: Page, setting: PublicationContext): Buffer {
  const file = pathOf(page.name);
  const begin = Buffer.from(opening);
  const isAsStored = (item: StoredItem) => !item.loose && !isRewritten(item, setting);
  // Read into their place: of the bytes of each item by itself, many megabytes would wait to be collected.
  const texts = page.items.map((item) => (isAsStored(item) ? item : textOf(item, file, setting)));
  const length = texts.reduce((sum, text) => sum + text.length + 1, begin.length + 2 - Math.sign(texts.length));
  const content = Buffer.allocUnsafe(length);
  let end = begin.copy(content);
  texts.forEach((text, index) => {
    if (index) end += content.write(',', end);
    if ('facts' in text) setting.source(text, content.subarray(end, end + text.length));
    else text.copy(content, end);
    end += text.length;
  });
  content.write(']}', end);
  return content;
}
