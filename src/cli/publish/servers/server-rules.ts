import { headersFor, type Rule } from '../headers.js';

/** Writes what a file `_headers` says as configuration of a server. */
export type ConfigWriter = (
  rules: Rule[],
  /** Absolute path of what is served: the link that follows each publication. */
  root: string,
) => string;

/** Files of a publication that are for servers. */
export const hiddenFiles = ['_headers', '.htaccess'];

/** Paths that have the same headers. */
export interface PathGroup {
  paths: string[];
  headers: Rule['headers'];
  /** Whether the files are there in compressed forms, too: texts are, pictures aren't. */
  compressed: boolean;
}

/**
 * Rules by what they say, in their order.
 *
 * @param all Whether each is to have the headers of every rule that fits its paths, for servers where only one counts.
 */
export function groupsOf(rules: Rule[], all = false): PathGroup[] {
  const groups = new Map<string, PathGroup>();
  for (const rule of rules) {
    const headers = all ? headersFor(rule.path, rules) : rule.headers;
    const key = JSON.stringify(headers);
    const group = groups.get(key) ?? { paths: [], headers, compressed: rule.headers.some(isContentType) };
    groups.set(key, group);
    group.paths.push(rule.path);
  }
  return [...groups.values()];
}

/** Paths and those of their compressed forms, as a regular expression; the slash at the beginning may be missing. */
export const patternOf = (paths: string[]): string =>
  `^/?(?:${paths.map((path) => escape(path.slice(1)).replace(/\\\*$/, '.*')).join('|')})(?:\\.br|\\.gz)?$`;

const escape = (text: string) => text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');

export const isContentType = ([name]: Rule['headers'][number]): boolean => name.toLowerCase() === 'content-type';

/** An error is not to be kept as long as a feed. */
export const isOnlyForSuccess = (name: string): boolean => name.toLowerCase() === 'cache-control';

/** What an `Accept-Encoding` has that allows an encoding, as a regular expression. */
export const accepts = (encoding: string): string => `\\b${encoding}\\b(?!\\s*;\\s*q=0(?:\\.0*)?\\s*(?:,|$))`;
