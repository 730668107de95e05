import type { FeedExtension } from '../../feed/schema/model.generated.js';
import { loadMessages } from '../../i18n/messages/common.js';
import { standInLanguage } from '../../i18n/messages/load.js';

/**
 * What the kinds of a feed's items are called, in its language, so that a list needs no script for it. What the feed itself
 * says comes first.
 *
 * @param kinds Those that there are, such as `press-release`.
 * @param given `_iom.labels` of the feed.
 * @returns Undefined where there is nothing to say: unknown kinds, a language that the library doesn't speak.
 */
export async function labelsFor(
  kinds: Iterable<string | undefined>,
  language: string,
  given: FeedExtension['labels'],
): Promise<FeedExtension['labels']> {
  const messages = await loadMessages(language);
  const known: Record<string, string> = standInLanguage(messages, language) ? {} : messages.kinds;
  const names = new Set([...kinds].flatMap((kind) => (kind && Object.hasOwn(known, kind) ? kind : [])));
  const labels = Object.fromEntries([...names].sort().map((kind) => [kind, known[kind]]));
  return names.size || given ? { ...labels, ...given } : undefined;
}
