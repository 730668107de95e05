import type { ParsedFeed } from './parse-strict.js';

/**
 * What could not be read of a feed, where that is more than its own `problems`: by whoever has parsed a part of it, or
 * the rest. Lists are replaced and not changed, so that one which was asked for stays as it is.
 */
export const knownProblems = new WeakMap<ParsedFeed, readonly string[]>();

/** One line for each value of a feed that could not be read, in all that was asked for of it so far. */
export const problemsOf = (parsed: ParsedFeed): readonly string[] => knownProblems.get(parsed) ?? parsed.problems ?? [];
