import { isMap, isScalar, isSeq, LineCounter, parseDocument, type Node } from 'yaml';
import type { Diagnostics } from '../../diagnostics.js';
import { frontMatterField, isForLayout } from '../lexicon/front-matter.js';

/** A value of the head of a file, as it is written: nothing is made a number, a date or a truth. */
export interface HeadValue {
  key: string;
  values: string[];
  /** Counted from 1, in the file. */
  line: number;
}

/** A text with what stands before it between two lines `---`. */
export interface WithHead {
  head: HeadValue[];
  /** The text. */
  rest: string;
  /** Lines before the text. */
  lines: number;
}

const fence = /^(\s*\n)?-{3,}[ \t]*\n([^]*?)(?:^|\n)(?:-{3,}|\.\.\.)[ \t]*(?:\n|$)/;
/** A head in JSON, which YAML holds, as Hugo reads it. */
const braces = /^(\s*\n)?(\{[ \t]*\n[^]*?\n\})[ \t]*(?:\n|$)/;
/** A head that nothing closes ends with its first empty line. */
const unclosed = /^(\s*\n)?-{3,}[ \t]*\n(([^\s:-][^:\n]*):[^]*?)(?:\n[ \t]*\n|$)/;

/** Takes the head off a text. What is wrong in it is told; a line `key: rest` is read all the same. */
export function takeHead(text: string, notes: Diagnostics): WithHead {
  const match = fence.exec(text) ?? braces.exec(text) ?? headWithoutEnd(text, notes);
  if (!match) {
    if (/^\s*\+{3}[ \t]*\n/.test(text))
      notes.add('error', 1, 'the head of the file is TOML', 'write it as YAML: key: value, between two lines ---');
    return { head: [], rest: text, lines: 0 };
  }
  const [whole, above = '', yaml] = match;
  const before = above.split('\n').length;
  const counter = new LineCounter();
  const document = parseDocument(yaml, { schema: 'failsafe', lineCounter: counter, prettyErrors: false });
  const { errors, contents } = document;
  const rest = text.slice(whole.length);
  const lines = whole.split('\n').length - 1;
  const isMapping = isMap(contents);
  if (errors.length || (contents && !isMapping)) {
    const line = errors.length ? counter.linePos(errors[0].pos[0]).line + before : before + 1;
    const fix = 'each line was read as “key: value”; put values with a colon in quotation marks';
    notes.add('warning', line, 'the head of the file is not valid YAML', fix);
    return { head: readLines(yaml, before), rest, lines };
  }
  const head = (isMapping ? contents.items : []).flatMap(({ key, value }): HeadValue[] => {
    const line = counter.linePos((key as Node).range?.[0] ?? 0).line + before;
    const name = isScalar(key) ? String(key.value) : '';
    return [{ key: name, values: valuesOf(value, name, line, notes), line }];
  });
  return { head: head.filter(({ values }) => values.length), rest, lines };
}

function valuesOf(node: unknown, key: string, line: number, notes: Diagnostics): string[] {
  if (isScalar(node)) return typeof node.value === 'string' && node.value.trim() ? [node.value.trim()] : [];
  if (isSeq(node)) return node.items.flatMap((item) => valuesOf(item, key, line, notes));
  if (node === null) return [];
  // `image: {src: …, alt: …}`
  const [first] = isMap(node)
    ? node.items.filter(
        ({ key: name }) => isScalar(name) && /^(?:src|url|path|name|title|value)$/.test(String(name.value)),
      )
    : [];
  if (first) return valuesOf(first.value, key, line, notes);
  notes.add('warning', line, `“${key}” has parts of its own`, 'it was left out; write a text or a list');
  return [];
}

/** A head without an end is one where its first key is known: a line may be drawn above any text. */
function headWithoutEnd(text: string, notes: Diagnostics): RegExpExecArray | null {
  const match = unclosed.exec(text);
  if (!match || !(frontMatterField(match[3]) ?? isForLayout(match[3]))) return null;
  const what = 'the head of the file has no end';
  notes.add('warning', 1, what, 'it was read up to the first empty line; write a line --- behind it');
  return match;
}

/** `key: rest of the line`, whatever the rest is; `- value` below a key. */
function readLines(yaml: string, before: number): HeadValue[] {
  const head: HeadValue[] = [];
  for (const [index, line] of yaml.split('\n').entries()) {
    const [, key, value] = /^([^\s#:-][^:]*?)\s*:(?:[\s\u00a0]+(.*?))?\s*$/.exec(line) ?? [];
    const [, entry] = /^\s*-\s+(.+?)\s*$/.exec(line) ?? [];
    if (key) head.push({ key, values: value ? [unquoted(value)] : [], line: index + before + 1 });
    else if (entry) head.at(-1)?.values.push(unquoted(entry));
  }
  return head.filter(({ values }) => values.length);
}

/** A value without what is around it: quotation marks, brackets, and those of them that nothing closes. */
const unquoted = (text: string) =>
  /^["'[]/.test(text) ? text.slice(1).replace(/["'\]]$/, '') : text.replace(/(?<=^[^"]*)"$/, '');
