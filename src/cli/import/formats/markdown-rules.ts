import type { MarkdownIt, StateInline } from 'markdown-it';
import { parseMoment } from '../extract/parse-date.js';

/** Markdown with what people write who don't know its rules, so that it reads as they meant it. */
export function forMarkdown(text: string): string {
  let isCode = false;
  const lines = text.replace(/^\uFEFF/, '').split('\n');
  return lines
    .map((line, index) => {
      if (/^ {0,3}(?:```|~~~)/.test(line)) isCode = !isCode;
      if (isCode) return line;
      const next = lines[index + 1] ?? '';
      // A line of hyphens makes a heading of the line above it; below a date it is a rule.
      const isAboveRule = /^-{3,}\s*$/.test(next) && line.length < 60 && parseMoment(line).date !== undefined;
      return (
        line
          // Blanks that don't break are typed by accident after these signs.
          .replace(/^(\s*(?:#{1,6}|[-*+>]|\d{1,9}[.)]))[\u00a0\u202f]+/, '$1 ')
          // Telephones and years are no lists.
          .replace(/^(\s*)\+(?=[ \u00a0]?\d)/, '$1\\+')
          .replace(/^(\s*\d{4,9})([.)])(?=\s)/, '$1\\$2') + (isAboveRule ? '\n' : '')
      );
    })
    .join('\n');
}

/**
 * Makes bold and italics of asterisks beside any sign: by the rules of CommonMark none open before `«` after a word, nor close
 * behind `»` before one, as French and Arabic texts have them.
 */
export function markdownRules(markdown: MarkdownIt): void {
  const { State } = markdown.inline;
  markdown.inline.State = class extends State {
    override scanDelims(start: number, canSplitWord: boolean): ReturnType<StateInline['scanDelims']> {
      const scanned = super.scanDelims(start, canSplitWord);
      if (this.src[start] !== '*') return scanned;
      const [before, after] = [this.src[start - 1] ?? ' ', this.src[start + scanned.length] ?? ' '];
      return { ...scanned, can_open: !/\s/.test(after), can_close: !/\s/.test(before) };
    }
  };
}
