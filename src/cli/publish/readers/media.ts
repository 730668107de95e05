import type { MediaNs } from 'feedsmith';
import type { Attachment } from '../../../feed/schema/model.generated.js';
import { countryNamed } from '../country-names.js';
import type { Entry } from './entry.js';

/** Pictures of an entry, and files that belong to it, in Media RSS (https://www.rssboard.org/media-rss). */
export function mediaOf({ pictures }: Entry, files: readonly Attachment[]): MediaNs.ItemOrFeed {
  const main = pictures.at(0);
  return {
    contents: [
      ...pictures.map(({ url, type, width, height, alt, caption, credit }) => ({
        ...{ url, type, medium: 'image', width, height },
        title: caption ? { value: caption } : undefined,
        description: alt ? { value: alt } : undefined,
        credits: credit ? [{ value: credit }] : undefined,
      })),
      ...files.map(({ url, mime_type, title, size_in_bytes, duration_in_seconds }) => ({
        ...{
          url,
          type: mime_type,
          medium: mediumOf(mime_type),
          fileSize: size_in_bytes,
          duration: duration_in_seconds,
        },
        title: title ? { value: title } : undefined,
      })),
    ],
    thumbnails: main && [{ url: main.url, width: main.width, height: main.height }],
  };
}

const mediumOf = (type: string) => /^(image|audio|video)\//.exec(type)?.[1] ?? 'document';

/** ISO 3166, as a name (RFC 5141). */
const scheme = 'urn:iso:std:iso:3166';

/** The countries of an entry as categories, named as the feed does, else in its language. */
export const countriesIn = ({ countries, labels, language = 'en' }: Entry) =>
  countries.map((term) => ({ term, scheme, label: countryNamed(term, language, labels) }));
