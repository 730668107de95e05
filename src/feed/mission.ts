import type { Mission } from './model.js';
import { once } from './once.js';
import { link, plain, shape, text, type Read } from './values.js';

/** Who the organization is, as far as it could be read: a title or a text at least. */
export type ReadMission = Partial<Mission>;

/** Plain text that keeps its paragraphs. */
const prose: Read<string> = (value) =>
  text(value)
    ?.split(/\r?\n\s*\n|<\/?p\b[^>]*>/i)
    .flatMap((paragraph) => plain(paragraph) ?? [])
    .join('\n\n') || undefined;

const fields = shape<ReadMission>({ title: plain, text: prose, url: link });

const mission: Read<ReadMission> = (value, at) => {
  const found = fields(typeof value === 'string' ? { text: value } : value, at);
  return found?.title || found?.text ? found : undefined;
};

/** `about` is an address by the rules of JSON Feed; some put there who they are. */
const feedExtension = shape<{ mission: ReadMission; about: ReadMission }>({
  mission,
  about: (value, at) => (typeof value === 'object' ? mission(value, at) : {}),
});

/**
 * Reads who the organization is. What could not be read is added to the `problems` of the feed, from where it reaches the
 * developer.
 */
export const readMission = once<ReadMission | undefined>(({ _iom }, at) => {
  const { mission, about } = feedExtension(_iom, at) ?? {};
  return mission ?? (about?.title || about?.text ? about : undefined);
});
