import { plainText, string } from '../../../feed/parse/parsers.js';
import type { Author } from '../../../feed/schema/model.generated.js';
import { labelOf, resolveAddresses, type PublicationContext } from '../page.js';
import type { Shard } from '../shards.js';
import { siteOf } from './entry.js';

/** What a feed in any of the formats says of itself. */
export interface Channel {
  id: string;
  title: string;
  /** Page that the feed describes. */
  link: string;
  description?: string;
  /** BCP 47. */
  language?: string;
  /** ISO 8601, in UTC: of its newest entry. */
  updated: string;
  /** Address of the file. */
  self?: string;
  /** Square picture, 512 px or so. */
  icon?: string;
  /** Square picture, 64 px or so. */
  favicon?: string;
  authors: Author[];
}

/**
 * @param path Of the file, in the publication.
 * @returns Undefined where there is no address that readers could be led to.
 */
export function channelOf(
  shard: Shard,
  path: string,
  setting: PublicationContext,
): Omit<Channel, 'updated'> | undefined {
  const { head, url } = setting;
  const link = siteOf(head, url);
  if (!link) return undefined;
  const title = plainText(labelOf(shard, head)) ?? new URL(link).host;
  const { icon, favicon, authors } = resolveAddresses(
    { icon: head.icon, favicon: head.favicon, authors: head.authors },
    path,
    { ...setting, url: url ?? 'https://publication.invalid/' },
  );
  const named = (Array.isArray(authors) ? authors : []).flatMap((author) => {
    const { name, url } = Object(author) as Partial<Author>;
    const text = plainText(name);
    return text ? [{ name: text, url: address(url) }] : [];
  });
  return {
    // Stays when the publication moves.
    id: `${link}#${encodeURI(shard.name)}${shard.by || !head.language ? '' : `/${head.language}`}`,
    title,
    link,
    description: plainText(head.description),
    language: shard.by === 'language' ? shard.value : string(head.language),
    self: url && url + encodeURI(path),
    icon: address(icon),
    favicon: address(favicon),
    authors: named.length ? named : [{ name: plainText(head.title) ?? title }],
  };
}

const address = (value: unknown): string | undefined =>
  typeof value === 'string' && /^https?:\/\/(?!publication\.invalid\/)/.test(value) ? value : undefined;
