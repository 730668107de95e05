import type { ParsedFeed } from './parse-strict.js';
import { toHttpUrl } from '../../html/http-url.js';
import type { ParseContext } from './parsers.js';

/**
 * Makes a reader of a part of feeds that reads each feed once. What it could not read is added to the `problems` of the
 * feed, from where it reaches the developer.
 */
export function memoizeParser<T>(
  read: (feed: ParsedFeed['feed'], context: ParseContext) => T,
): (parsed: ParsedFeed) => T {
  const known = new WeakMap<ParsedFeed, T>();
  return (parsed) => {
    if (!known.has(parsed)) {
      const problems: string[] = [];
      const { feed, baseUrl } = parsed;
      known.set(
        parsed,
        read(feed, { baseUrl, path: '_iom', problems, site: () => toHttpUrl(feed.home_page_url, baseUrl) }),
      );
      // Not by spreading: there may be more of them than a call takes.
      const reported = new Set(parsed.problems);
      for (const problem of problems) if (!reported.has(problem)) parsed.problems.push(problem);
    }
    return known.get(parsed)!;
  };
}
