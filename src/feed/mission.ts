import { webUrl } from '../html/url.js';
import type { Mission } from './model.js';
import type { Reading } from './read.js';
import { plain, shape, text, type Read } from './values.js';

/** Who the organization is, as far as it could be read: a title or a text at least. */
export type ReadMission = Partial<Mission>;

/** Plain text that keeps its paragraphs. */
const prose: Read<string> = (value) =>
  text(value)
    ?.split(/\r?\n\s*\n|<\/?p\b[^>]*>/i)
    .flatMap((paragraph) => plain(paragraph) ?? [])
    .join('\n\n') || undefined;

const fields = shape<ReadMission>({ title: plain, text: prose, url: (value, at) => webUrl(value, at.base) });

const mission: Read<ReadMission> = (value, at) => {
  const found = fields(typeof value === 'string' ? { text: value } : value, at);
  return found?.title || found?.text ? found : undefined;
};

/** `about` is an address by the rules of JSON Feed; some put there who they are. */
const feedExtension = shape<{ mission: ReadMission; about: ReadMission }>({
  mission,
  about: (value, at) => (typeof value === 'object' ? mission(value, at) : {}),
});

const known = new WeakMap<Reading, ReadMission | undefined>();

/**
 * Reads who the organization is, once per feed. What could not be read is added to the `problems` of the feed, from where
 * it reaches the developer.
 */
export function readMission(reading: Reading): ReadMission | undefined {
  if (!known.has(reading)) {
    const problems: string[] = [];
    const found = feedExtension(reading.feed._iom, { base: reading.base, path: '_iom', problems });
    known.set(reading, found?.mission ?? (found?.about?.title || found?.about?.text ? found.about : undefined));
    reading.problems.push(...problems.filter((problem) => !reading.problems.includes(problem)));
  }
  return known.get(reading);
}
