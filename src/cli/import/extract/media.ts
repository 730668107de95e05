import type { Rss } from 'feedsmith';
import { languageTag } from '../../../feed/parse/parsers.js';
import type { Attachment } from '../../../feed/schema/model.generated.js';
import { plainText } from '../clean/html.js';
import { endingOf, mediaTypeOf } from '../lexicon/file-endings.js';
import type { Story } from './story.js';

type Media = NonNullable<Rss.Feed<string>['items']>[number]['media'];
type Picture = NonNullable<Story['images']>[number];

/** A file that a feed names: an enclosure, or a link to one. */
export interface FeedFile {
  url?: string;
  type?: string;
  length?: number;
  title?: string;
  /** BCP 47, as the feed has it. */
  language?: string;
}

export const isPicture = ({ url, type }: FeedFile): boolean =>
  !!url && (type ? type.startsWith('image/') : /^(?:jpe?g|png|gif|webp|avif)$/.test(endingOf(url)));

/** The language of a file, where a feed says one. */
const languageIn = (written: string | undefined) => {
  const language = languageTag(written);
  return language ? { _iom: { language } } : {};
};

/** Files that are no pictures. */
export const filesOf = (files: readonly FeedFile[]): Attachment[] =>
  files.flatMap((file) => {
    const { url, type, length, title, language } = file;
    if (!url || isPicture(file)) return [];
    const kind = type?.includes('/') ? type : (mediaTypeOf(url) ?? 'application/octet-stream');
    const size = length && length > 0 ? { size_in_bytes: length } : {};
    return [{ url, mime_type: kind, ...(title && { title }), ...size, ...languageIn(language) }];
  });

const contentsOf = (media: Media) => [
  ...(media?.contents ?? []).map((content) => ({ ...media, ...content })),
  // A group is one thing in several sizes or formats: the first, or the one that the feed prefers.
  ...(media?.groups ?? []).flatMap(({ contents = [], ...group }) => {
    const largest = [...contents].sort((one, other) => (other.width ?? 0) - (one.width ?? 0))[0];
    const chosen = contents.find(({ isDefault }) => isDefault) ?? largest;
    return chosen ? [{ ...group, ...chosen }] : [];
  }),
];

const isImage = ({ type, medium, url }: { type?: string; medium?: string; url?: string }) =>
  medium === 'image' || !!type?.startsWith('image/') || (!type && !medium && (!endingOf(url) || isPicture({ url })));

/** What Media RSS calls the whole, where the item itself says nothing. */
export function mediaText(media: Media): { title?: string; description?: string } {
  const [group] = media?.groups ?? [];
  const [content] = media?.contents ?? [];
  const of = (key: 'title' | 'description') => (media?.[key] ?? group?.[key] ?? content?.[key])?.value;
  return { title: of('title'), description: of('description') };
}

const optional = <K extends string, V>(key: K, value: V | undefined) =>
  value ? ({ [key]: value } as Record<K, V>) : {};
const plain = (text: { value?: string } | undefined) => text?.value && plainText(text.value);
const pixels = (size: number | undefined) => (size && size >= 1 ? Math.round(size) : undefined);

/** The pictures of Media RSS (https://www.rssboard.org/media-rss); thumbnails where there are no others. */
export function mediaImages(media: Media): Picture[] {
  const pictures = contentsOf(media).filter((content) => content.url && isImage(content));
  if (!pictures.length) {
    const thumbnail = [media, ...(media?.groups ?? []), ...(media?.contents ?? [])]
      .flatMap((entry) => entry?.thumbnails ?? [])
      .find(({ url }) => url);
    if (!thumbnail?.url) return [];
    const { url, width, height } = thumbnail;
    return [{ url, ...optional('width', pixels(width)), ...optional('height', pixels(height)) }];
  }
  return pictures.map(({ url, width, height, description, title, credits }) => ({
    url: url!,
    ...optional('width', pixels(width)),
    ...optional('height', pixels(height)),
    ...optional('alt', plain(description)),
    ...optional('caption', plain(title)),
    ...optional('credit', plain(credits?.[0])),
  }));
}

/** Sound, film and documents of Media RSS. */
export const mediaFiles = (media: Media, known: readonly FeedFile[]): Attachment[] =>
  contentsOf(media)
    .filter((content) => content.url && !isImage(content) && !known.some(({ url }) => url === content.url))
    .flatMap(({ url, type, fileSize, title, duration }) =>
      filesOf([{ url, type, length: fileSize, title: plain(title) }]).map((file) => ({
        ...file,
        ...(duration && duration > 0 && { duration_in_seconds: duration }),
      })),
    );
