// Is this the address of a feed? Said while it is typed.
import { parseContacts } from '../../src/feed/parts/contacts.js';
import { FeedError, type FeedErrorCode } from '../../src/feed/load/errors.js';
import { fetchText } from '../../src/feed/load/fetch.js';
import { parseFigures } from '../../src/feed/parts/figures.js';
import { parseGoals } from '../../src/feed/parts/goals.js';
import { completeFeed } from '../../src/feed/parse/parse-lenient.js';
import { parseMenu } from '../../src/feed/parts/menu.js';
import { parseMission } from '../../src/feed/parts/mission.js';
import { parseOffices } from '../../src/feed/parts/offices.js';
import { parseFeed, type ParsedFeed } from '../../src/feed/parse/parse-strict.js';
import { nameError } from '../../src/feed/load/retry.js';
import { parseSections } from '../../src/feed/parts/sections.js';
import { parseOrganization } from '../../src/feed/parts/parse-units.js';
import type { Choice } from './choice.js';
import { fetchPublication, type Publication } from './parts.js';
import type en from './words.en.js';
import { toHttpUrl } from '../../src/html/http-url.js';
import { addressIn, primarySubtag } from '../../src/i18n/locale.js';

/** What is known of an address. */
export type Verdict =
  | { is: 'nothing' | 'unfinished' | 'asked' }
  | { is: 'bad'; code: FeedErrorCode; status: number; host: string }
  | {
      is: 'good';
      reading: ParsedFeed;
      /** Items in the language that was chosen. */
      items: number;
      /** Feeds of its publication that hold less, and its pages of plain HTML. */
      publication: Publication;
    };

/** What elements read of a feed; what they can't read is among the feed's problems from then on. */
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
  const url = toHttpUrl(addressIn(src.trim(), lang, lang), document.baseURI);
  if (!url || !/^(https?:\/\/[^/]+\.?[^/]+\/|\.{0,2}\/|[\w-]+\/)/.test(src.trim())) return { is: 'unfinished' };
  try {
    const reading = await parseFeed(await fetchText(url, signal), url);
    for (const read of readers) read(reading);
    const { items } = reading.feed;
    const inLanguage = items.filter(({ language }) => !language || primarySubtag(language) === primarySubtag(lang));
    return { is: 'good', reading, items: inLanguage.length, publication: await fetchPublication(url, signal) };
  } catch (cause) {
    signal.throwIfAborted();
    const { code, status } = cause instanceof FeedError ? cause : nameError(url, cause);
    return { is: 'bad', code, status, host: new URL(url).host };
  }
}

/** Where a reader finds the same without script. */
export function linkOf({ src, element }: Choice, verdict: Verdict, { elements }: typeof en) {
  const feed = verdict.is === 'good' ? verdict.reading.feed : undefined;
  const host = URL.canParse(src) ? new URL(src).origin : 'https://www.example.org/';
  return { href: feed?.home_page_url ?? host, text: feed?.title ?? elements[element]?.[0] ?? element };
}
