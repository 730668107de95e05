// Is this the address of a feed? Said while it is typed.
import { parseContacts } from '../../src/feed/contacts.js';
import { FeedError, type FeedErrorCode } from '../../src/feed/errors.js';
import { fetchText } from '../../src/feed/fetch.js';
import { parseFigures } from '../../src/feed/figures.js';
import { parseGoals } from '../../src/feed/goals.js';
import { completeFeed } from '../../src/feed/mend.js';
import { parseMenu } from '../../src/feed/menu.js';
import { parseMission } from '../../src/feed/mission.js';
import { parseOffices } from '../../src/feed/offices.js';
import { parseFeed, type ParsedFeed } from '../../src/feed/read.js';
import { nameError } from '../../src/feed/retry.js';
import { parseSections } from '../../src/feed/sections.js';
import { parseOrganization } from '../../src/feed/units.js';
import { toHttpUrl } from '../../src/html/url.js';
import { primarySubtag } from '../../src/i18n/language.js';

/** What is known of an address. */
export type Verdict =
  | { is: 'nothing' | 'unfinished' | 'asked' }
  | { is: 'bad'; code: FeedErrorCode; status: number; host: string }
  | { is: 'good'; reading: ParsedFeed; /** Items in the language that was chosen. */ items: number };

/** What elements read of a feed; each adds to the feed's problems what it can't read. */
const readers = [
  completeFeed,
  parseContacts,
  parseFigures,
  parseGoals,
  parseMenu,
  parseMission,
  parseOffices,
  parseOrganization,
  parseSections,
];

/**
 * Asks for a feed once and reads all of it, whichever element will show it.
 *
 * @param src `{lang}` stands for the language.
 * @param signal Ends the request: another address is asked for now.
 */
export async function checkFeed(src: string, lang: string, signal: AbortSignal): Promise<Verdict> {
  if (!src.trim()) return { is: 'nothing' };
  const url = toHttpUrl(src.trim().replaceAll('{lang}', lang), document.baseURI);
  if (!url || !/^(https?:\/\/[^/]+\.?[^/]+\/|\.{0,2}\/|[\w-]+\/)/.test(src.trim())) return { is: 'unfinished' };
  try {
    const reading = await parseFeed(await fetchText(url, signal), url);
    for (const read of readers) read(reading);
    const { items } = reading.feed;
    const inLanguage = items.filter(({ language }) => !language || primarySubtag(language) === primarySubtag(lang));
    return { is: 'good', reading, items: inLanguage.length };
  } catch (cause) {
    signal.throwIfAborted();
    const { code, status } = cause instanceof FeedError ? cause : nameError(url, cause);
    return { is: 'bad', code, status, host: new URL(url).host };
  }
}
