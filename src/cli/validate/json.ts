import { printParseErrorCode, type Node } from 'jsonc-parser';
import { isTemplate } from '../import/clean/template.js';
import { excerpt } from '../diagnostics.js';
import type { Finding } from './findings.js';
import { pathText } from './findings.js';
import type { Page, Path } from './page.js';

/** Of the errors of jsonc-parser, what went wrong and what to do. */
const words: Record<string, [what: string, fix: string]> = {
  InvalidSymbol: ['this is not a value', 'put quotation marks around it, or remove it'],
  InvalidNumberFormat: ['this is not a number', 'write it with digits and a point'],
  PropertyNameExpected: ['the name of a field is missing', 'remove the comma before it, or add the field'],
  ValueExpected: ['a value is missing', 'remove the comma before it, or add the value'],
  ColonExpected: ['a colon is missing', 'put one after the name of the field'],
  CommaExpected: ['a comma is missing', 'put one between the two values'],
  CloseBraceExpected: ['a } is missing', 'close the object'],
  CloseBracketExpected: ['a ] is missing', 'close the list'],
  EndOfFileExpected: ['the feed has ended before this', 'remove everything after its last }'],
  InvalidCommentToken: ['JSON does not allow comments', 'remove it'],
  UnexpectedEndOfComment: ['JSON does not allow comments', 'remove it'],
  UnexpectedEndOfString: ['a string has no end', 'close it with a quotation mark, on the same line'],
  UnexpectedEndOfNumber: ['a number has no end', 'write its last digits'],
  InvalidUnicode: ['\\u needs four digits', 'write \\u and the number of the character, such as \\u00e9'],
  InvalidEscapeCharacter: ['a backslash before a letter that needs none', 'write \\\\ for a backslash'],
  InvalidCharacter: ['a line break or a tab inside a string', 'write \\n or \\t'],
};

/** Where the text of a page stops being JSON. What comes after is mostly what that has led to. */
export function syntaxErrors(page: Page): Finding[] {
  if (page.errors.length && isTemplate(page.text)) {
    const what = 'this is a template, not its output';
    const fix = 'use the file or the address that your site generator makes from it';
    return [{ file: page.name, line: 1, column: 1, path: '', severity: 'error', rule: 'json', what, fix }];
  }
  return page.errors.slice(0, 1).map(({ error, offset }) => {
    const code = printParseErrorCode(error);
    const [what, fix] = words[code] ?? [`this is not JSON (${code})`, 'fix it there, or create the feed again'];
    return { file: page.name, ...page.at(offset), path: '', severity: 'error', rule: 'json', what, fix };
  });
}

/** Keys that stand twice in an object, of which only the last counts, and keys with blanks around them. */
export function keyErrors(page: Page): Finding[] {
  const matches: Finding[] = [];
  const report = ({ offset }: Node, path: Path, what: string, fix: string) =>
    matches.push({
      file: page.name,
      ...page.at(offset),
      path: pathText(path),
      severity: 'error',
      rule: 'json',
      what,
      fix,
    });
  const look = (node: Node, path: Path) => {
    const seen = new Set<string>();
    node.children?.forEach((child, index) => {
      if (child.type !== 'property') return look(child, [...path, index]);
      const [key, value] = child.children ?? [];
      const name = key.value as string;
      const at = [...path, name];
      if (seen.has(name)) {
        report(key, at, `${excerpt(name)} is a duplicate, and only the last counts`, 'remove one');
      }
      seen.add(name);
      if (name.trim() !== name) {
        report(key, at, `the name ${JSON.stringify(name)} has spaces around it`, `write it as "${name.trim()}"`);
      }
      if (value) look(value, at);
    });
  };
  if (page.root) look(page.root, []);
  return matches;
}
