import { toHttpUrl } from '../../html/http-url.js';
import type { ParsedFeed } from './parse-strict.js';
import type { ParseContext } from './parsers.js';
import { knownProblems, problemsOf } from './problems.js';

/**
 * Makes a parser of a part of feeds that parses each feed once. It gives back the part; what of that could not be read is
 * among the `problemsOf` the feed from then on.
 *
 * @param parse What it can't read it adds to the `problems` of the context, which are its own.
 */
export function memoizeParser<T>(
  parse: (feed: ParsedFeed['feed'], context: ParseContext) => T,
): (parsed: ParsedFeed) => T {
  const known = new WeakMap<ParsedFeed, T>();
  return (parsed) => {
    if (!known.has(parsed)) {
      const problems: string[] = [];
      const { feed, baseUrl } = parsed;
      const site = () => toHttpUrl(feed.home_page_url, baseUrl) ?? baseUrl;
      known.set(parsed, parse(feed, { baseUrl, path: '_iom', problems, site }));
      if (problems.length) knownProblems.set(parsed, [...new Set([...problemsOf(parsed), ...problems])]);
    }
    return known.get(parsed)!;
  };
}
