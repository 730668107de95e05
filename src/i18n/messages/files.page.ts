import type * as files from './files.js';

/** What the names of all files of words have in common. The build puts it in. */
declare const WORDS: string;

/**
 * On pages the names of files follow a rule, so that no page carries a list of the languages that it isn't in. The build
 * makes a file of each, beside this one.
 */
export const loadFile: typeof files.loadFile = (part, language) =>
  import(/* @vite-ignore */ `./${part}.${language}-${WORDS}.js`) as never;
