// What is read aloud, by Chromium's word and by Orca: every element with all that its attributes offer, and its feed.
import { officeFeed } from '../fixtures/office-feed.mjs';

/** Attributes with which an element shows more than without. */
export const attributes: Record<string, string> = {
  'news-feed': 'controls="search,tags,countries,kind" more limit="3"',
  'office-map': 'controls="search,kind,countries,region,nearest"',
  'org-chart': 'unit="cairo"',
  'key-figures': 'chart figures="member-states,reached,private-sector"',
};

/** The feed of an office, with the names of kinds that `iom-feed publish` writes. */
export async function feedOf(lang: string): Promise<object> {
  const feed = officeFeed(lang) as { _iom: object };
  const { default: messages } = (await import(`../../src/i18n/messages/common/${lang}.ts`)) as {
    default: { kinds: Record<string, string> };
  };
  return { ...feed, _iom: { ...feed._iom, labels: messages.kinds } };
}
