import { LineIndex } from '../../diagnostics.js';
import { withoutC1 } from './decode.js';
import type { Source } from '../source.js';

/** Control characters that no text needs; form feed and vertical tab part words, so blanks stand for them. */
const controls =
  // eslint-disable-next-line no-control-regex -- they are what is looked for
  /[\0-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;
/** The same as markup writes them by number. */
const references = /&#(?:0*(?:[0-8]|1[124-9]|2\d|3[01])|x0*(?:[0-8bcef]|1[\da-f]));/gi;

/** A text without control characters. */
export const withoutControls = (text: string): string =>
  withoutC1(text).replace(controls, (sign) => (sign === '\f' || sign === '\v' ? ' ' : ''));

/** Whether so much of a text is control characters that it is no text. */
export const isBinary = (start: string): boolean => (start.match(controls)?.length ?? 0) * 20 > start.length;

/** The source without control characters, which neither XML nor JSON may hold and no reader should get. */
export function cleaned(source: Source): Source {
  const { text, notes, lines } = source;
  const matches = [...text.matchAll(controls), ...(text.includes('&#') ? text.matchAll(references) : [])];
  if (!matches.length) return source;
  const [number, first] = [matches.length, Math.min(...matches.map(({ index }) => index))];
  const what =
    number === 1 ? 'there is a control character here' : `there are ${number} control characters, the first here`;
  notes.add(
    'warning',
    lines.at(first).line,
    what,
    `${number === 1 ? 'it was' : 'they were'} left out; fix what writes the file`,
  );
  const clean = withoutControls(text).replace(references, '');
  return { ...source, text: clean, lines: new LineIndex(clean) };
}
