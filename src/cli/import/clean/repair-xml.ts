import { escapeText } from '../../../html/markup.js';
import { excerpt, type Diagnostics, type LineIndex } from '../../diagnostics.js';

const root = /<(rss|feed|\w+:feed|(?:\w+:)?RDF|channel)(?=[\s>])/i;
/** What may stand around the root element (XML 1.0, 2.8). */
const prolog = /<!--[\s\S]*?-->|<\?[\s\S]*?\?>|<!DOCTYPE[^[>]*(?:\[[^\]]*\])?[^>]*>|\s+/gi;
const declaration = /<\?xml\s[^>]*\?>/gi;

/** Whether a text is a feed, whatever stands before it: a blank line, a comment, warnings of PHP. */
export function holdsFeed(text: string): boolean {
  const start = /<(?:rss|feed|\w+:feed|(?:\w+:)?RDF)\s[^<>]*(?:xmlns|version)/i.exec(text)?.index ?? -1;
  return start >= 0 && !/<!doctype html|<html[\s>]/i.test(text.slice(0, start));
}

/**
 * Corrects what keeps a feed from being XML and has only one meaning, and tells where. Lines stay where they are. What
 * else is broken is left for the parser to name.
 */
export function repairXml(text: string, notes: Diagnostics, lines: LineIndex): string {
  const report = (index: number, what: string, fix: string) =>
    notes.add('warning', lines.at(index).line, what, `${fix}; fix what writes the feed`);
  return escapeLooseSigns(withoutSurroundings(text, report), report);
}

type Tell = (index: number, what: string, fix: string) => void;

/** Only line ends stay. */
const blank = (text: string) => text.replace(/[^\n]+/g, '');

function withoutSurroundings(text: string, report: Tell): string {
  const match = root.exec(text.replace(/<!--[\s\S]*?-->/g, (comment) => ' '.repeat(comment.length)));
  if (!match) return text;
  const { index: start, 1: name } = match;
  const before = text.slice(0, start);
  const declared = before.search(declaration);
  const wrong = declared > 0 ? before.slice(0, declared) : declared < 0 && before.replace(prolog, '') ? before : '';
  if (wrong) {
    const what = wrong.trim() ? excerpt(wrong.replace(/<[^>]*>/g, ' ').trim() || wrong) : 'an empty line or a space';
    report(0, `${what} is before the XML`, 'it was left out');
  }
  // Decoded text needs no declaration, and some parsers want it to be the very first.
  const clean = wrong ? blank(before) : before.replace(declaration, blank);
  const closing = `</${name}`;
  const last = text.lastIndexOf(closing);
  const end = last < start ? -1 : text.indexOf('>', last) + 1;
  const after = end > 0 ? text.slice(end) : '';
  const rest = after.replace(prolog, '');
  if (!rest) return clean + text.slice(start);
  const at = after.indexOf(rest.slice(0, 1));
  report(end + at, `${excerpt(after.slice(at))} is after </${name}>`, 'it was left out');
  return clean + text.slice(start, end);
}

/** Sections in which all signs are what they are, and signs that begin neither a tag nor a reference. */
const signs = /<!\[CDATA\[[\s\S]*?\]\]>|<!--[\s\S]*?-->|&(?!#\d+;|#x[\da-f]+;|[a-z][a-z\d]*;)|<(?![\p{L}!?/_:])/giu;

function escapeLooseSigns(text: string, report: Tell): string {
  const matches: Record<string, number[]> = { '&': [], '<': [] };
  // XML knows no capital X there, but HTML does.
  const fixed = text.replace(/&#X(?=[\da-f]+;)/gi, '&#x').replace(signs, (sign, index: number) => {
    matches[sign]?.push(index);
    return sign in matches ? escapeText(sign) : sign;
  });
  for (const [sign, [first, ...others]] of Object.entries(matches)) {
    if (first === undefined) continue;
    const more = others.length ? ` (and ${others.length} more)` : '';
    report(first, `there is an unescaped ${sign} here${more}`, `it was read as “${escapeText(sign)}”`);
  }
  return fixed;
}

const sections =
  /<!\[CDATA\[[\s\S]*?\]\]>|<!--[\s\S]*?-->|<(br|hr|img|input|wbr)\b((?:"[^"]*"|'[^']*'|[^<>"'])*?)\/?>(?:<\/\1>)?/gi;

/** Closes tags of HTML that have no end tag; undefined where there are none. */
export function closeVoidTags(text: string): string | undefined {
  const closed = text.replace(sections, (whole, name?: string, attributes = '') =>
    name ? `<${name}${attributes}/>` : whole,
  );
  return closed === text ? undefined : closed;
}
