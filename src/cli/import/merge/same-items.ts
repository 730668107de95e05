import type { Item } from '../../../feed/schema/model.generated.js';
import { normalizeForSearch } from '../../../i18n/search-text.js';
import { primarySubtag } from '../../../i18n/locale.js';
import { excerpt } from '../../diagnostics.js';
import { origins } from '../draft.js';
import { plainText } from '../clean/html.js';
import { slug } from '../slug.js';
import type { Identity } from './merge-lists.js';

const dayOf = ({ date_published: date }: Item) => date?.slice(0, 10);
const titleOf = ({ title }: Item) => title && normalizeForSearch(title);
const textOf = ({ content_html: html, content_text: text, summary = '' }: Item) =>
  plainText(html ?? '') || text?.replace(/\s+/g, ' ').trim() || summary;

/** Whether two values agree; undefined where one of them isn't known. */
const agree = (one: string | undefined, other: string | undefined) =>
  one === undefined || other === undefined || one === '' || other === '' ? undefined : one === other;

/** How to know a story again, in one source and in others. */
export const sameItems: Identity<Item> = {
  keys: ({ url, title, language = '' }) => [
    url && `url ${address(url)}`,
    title && `title ${normalizeForSearch(title)} ${primarySubtag(language)}`,
  ],
  differ: (one, other, isOneList) => (isOneList ? !isRepeated(one, other) : isAnother(one, other)),
  derivedId: ({ title = '', url }) => url ?? slug(title),
  marks: (item) => [
    item.language && primarySubtag(item.language),
    dayOf(item),
    item.date_published?.replace(/\D/g, '').slice(0, 14),
    slug(item.title ?? '') || undefined,
  ],
};

/** Within one source, another date or text makes another story, though it may have the title or the link of the first. */
const isRepeated = (one: Item, other: Item): boolean =>
  one.date_published === other.date_published &&
  titleOf(one) === titleOf(other) &&
  ((!!one.content_html && one.content_html === other.content_html) || textOf(one) === textOf(other));

/** Between sources, the same title or link or `id` makes it the same story, unless all the rest differs. */
function isAnother(one: Item, other: Item): boolean {
  const url = agree(one.url && address(one.url), other.url && address(other.url));
  const title = agree(titleOf(one), titleOf(other));
  const day = agree(dayOf(one), dayOf(other));
  const language = agree(one.language && primarySubtag(one.language), other.language && primarySubtag(other.language));
  if (language === false && (title === false || url === false)) return true;
  if (url) return title === false && day === false;
  if (title) return day === false;
  return title === false && (url === false || day === false);
}

/** Says that two stories became one. */
export function tellUnion(kept: Item, other: Item): void {
  const [first, second] = [origins.get(kept), origins.get(other)];
  if (!second) return;
  const place = first && [first.notes.file, first.lineOf()].filter(Boolean).join(':');
  const what = `${excerpt(other.title ?? other.url ?? other.id)} is a duplicate of ${place ? `the story in ${place}` : 'an earlier story'}`;
  second.notes.add('hint', second.lineOf(), what, 'it was imported once');
}

/** An address without what doesn't change where it leads. */
function address(url: string): string {
  try {
    const { host, pathname, searchParams } = new URL(url);
    for (const name of [...searchParams.keys()]) if (/^(?:utm_|fbclid|gclid)/.test(name)) searchParams.delete(name);
    const query = searchParams.toString();
    return `${host.replace(/^www\./, '')}${pathname.replace(/\/$/, '')}${query && `?${query}`}`;
  } catch {
    return url;
  }
}
