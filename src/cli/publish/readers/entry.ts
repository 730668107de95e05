import { contentType } from './content-type.js';
import { parseLenient } from '../../../feed/parse/parse-lenient.js';
import { array, date, file, httpUrl, object, plainText, string } from '../../../feed/parse/parsers.js';
import type { Attachment, Author, Event, Feed, Item } from '../../../feed/schema/model.generated.js';
import type { StoredItem } from '../item-facts.js';
import { textOf, type PublicationContext } from '../page.js';
import { entryHtml } from './entry-html.js';

/** An item as readers other than ours take it: plain text, or HTML that nothing needs to be done to, and whole addresses. */
export interface Entry {
  /** Unlike that of any other item, in this language or another, here or elsewhere. */
  id: string;
  title?: string;
  link?: string;
  /** Page elsewhere that the item is about. */
  about?: string;
  /** BCP 47, canonical. */
  language?: string;
  /** Plain text. */
  summary?: string;
  html?: string;
  /** ISO 8601, in UTC. */
  published?: string;
  /** ISO 8601, in UTC; of an item without a date, that of the item before it. */
  updated: string;
  authors: { name: string; url?: string }[];
  tags: string[];
  /** ISO 3166-1 alpha-2. */
  countries: string[];
  /** What the feed itself calls countries, by their codes. */
  labels?: object;
  /** The main one first. */
  pictures: EntryPicture[];
  attachments: Attachment[];
  event?: { start: string; end?: string; location?: string };
}

export interface EntryPicture {
  url: string;
  /** Media type, as its name says. */
  type?: string;
  /** Pixels. */
  width?: number;
  /** Pixels. */
  height?: number;
  alt?: string;
  caption?: string;
  credit?: string;
}

/** Stands for the address of a publication that doesn't say it; what leads there is left out. */
const nowhere = 'https://publication.invalid/';

/** What elements don't read of an item. */
const otherFields = object<Pick<Item, 'authors'> & { _iom?: { event?: Event } }>({
  authors: array(object<Author>({ name: plainText, url: httpUrl, avatar: file })),
  _iom: object<{ event?: Event }>({ event: object<Event>({ start: date, end: date, location: plainText }) }),
});

/** @returns Undefined where there is nothing to show of an item. */
export async function toEntry(item: StoredItem, setting: PublicationContext): Promise<Entry | undefined> {
  const { head, url = nowhere } = setting;
  const raw = JSON.parse(textOf(item, 'feed.json', { ...setting, url }).toString()) as Item;
  const { home_page_url } = head;
  const parsed = parseLenient({ items: [raw], home_page_url }, url).feed.items[0];
  if (!parsed) return undefined;
  const site = siteOf(head, url) ?? url;
  const other = otherFields(raw, { baseUrl: url, site: () => site, path: '', problems: [] });
  const whole = (address?: string) => (address?.startsWith(nowhere) ? undefined : address);
  const { language } = item;
  const { title, summary, tags = [], _iom = {} } = parsed;
  const link = whole(parsed.url) ?? whole(parsed.external_url);
  const published = utc(parsed.date_published);
  const modified = utc(parsed.date_modified);
  const html = await entryHtml(parsed, { link, site, nowhere, language });
  const event = other?._iom?.event;
  return {
    id: entryId(parsed.id, language, site),
    title,
    link,
    about: link === parsed.url ? whole(parsed.external_url) : undefined,
    language,
    summary,
    html,
    published,
    updated: [published, modified].sort().at(-1) ?? new Date(item.time).toISOString(),
    authors: (other?.authors ?? head.authors ?? []).flatMap(({ name, url }) =>
      typeof name === 'string' && name ? { name, url: whole(url) } : [],
    ),
    tags,
    countries: _iom.countries ?? [],
    labels: head._iom?.labels,
    pictures: picturesOf(parsed).filter((picture) => whole(picture.url)),
    attachments: (parsed.attachments ?? []).filter((attachment) => whole(attachment.url) && attachment.mime_type),
    event: event?.start ? { ...event, start: utc(event.start)!, end: utc(event.end) } : undefined,
  };
}

/** Absolute address of the site of a feed; that of the publication where it names none. */
export function siteOf({ home_page_url }: Partial<Feed>, url?: string): string | undefined {
  const site = string(home_page_url) ?? '';
  return /^https?:/i.test(site) && URL.canParse(site) ? new URL(site).href : url;
}

/**
 * An `id` that no other item has. Some readers (newsboat) keep one item for an `id` over all feeds that somebody
 * subscribes to, so a translation under the same `id` has another here, and so has the `1` of another site.
 */
function entryId(id: string, language: string | undefined, site: string): string {
  const own = /^[a-z][a-z0-9+.-]*:[^\s<>"{}|\\^`]+$/i.test(id)
    ? id
    : `${site}#${encodeURIComponent(id.replace(/\p{Cs}/gu, ''))}`;
  return language ? `${own}${own.includes('#') ? '/' : '#'}${language}` : own;
}

const utc = (written: string | undefined): string | undefined =>
  written === undefined ? undefined : new Date(written).toISOString();

/** `image` first, with what `_iom.images` says of it, then the others. */
function picturesOf({ image, _iom }: Item): EntryPicture[] {
  const described = (_iom?.images ?? []).filter(({ url }) => url);
  const isMain = ({ url, sizes = [] }: (typeof described)[number]) =>
    url === image || sizes.some((size) => size.url === image);
  const main = described.find(isMain);
  const size = _iom?.image_sizes?.find(({ url }) => url === image);
  const all = [
    ...(image ? [{ ...main, ...size, url: image }] : []),
    ...described.filter((entry) => !image || entry !== main),
  ];
  return all.map(({ url, alt, caption, credit, width, height }) => ({
    ...{ url, alt, caption, credit, type: contentType(url) },
    // Those of the large picture are not those of `image`.
    ...(url === image && main?.url !== url && !size ? {} : { width, height }),
  }));
}
