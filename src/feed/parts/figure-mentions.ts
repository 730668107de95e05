import { normalizeForSearch } from '../../i18n/search-text.js';
import type { ParsedFigure } from './figures.js';
import { findNumbers } from './parse-number.js';

/** A stretch of a text. */
export interface TextSegment {
  text: string;
  /** What it speaks of, where that is one of the figures. */
  figure?: ParsedFigure;
}

interface Mention {
  start: number;
  end: number;
  figure: ParsedFigure;
}

interface Labelled {
  figure: ParsedFigure;
  /** As searches compare it. */
  label: string;
}

/** What may stand between a number and its label: a word or two, but no other number and no end of a sentence. */
const after = /^[^\d.:;!?。：；]{0,16}$/;
const before = /^[^\d.;!?。；]{0,16}$/;

/**
 * Finds the figures that a text speaks of, and parts the text by them: joined again, the stretches are the text.
 *
 * A number is taken for a figure where its label stands beside it, whatever their accents and capitals: `175 Etats
 * membres`, `Member States: 175`; both are one stretch then. Without its label only what is hardly there by chance
 * counts, and once: a year, or a number of three digits or more.
 */
export function findFigures(text: string, figures: readonly ParsedFigure[]): TextSegment[] {
  const byValue = new Map<number, Labelled[]>();
  for (const figure of figures) {
    const same = byValue.get(figure.value) ?? [];
    same.push({ figure, label: foldText(figure.label ?? '').folded });
    byValue.set(figure.value, same);
  }

  const folded = foldText(text);
  const mentions: Mention[] = [];
  const bare = new Map<ParsedFigure, Mention>();
  for (const { start, end, values } of findNumbers(text)) {
    for (const { figure, label } of values.flatMap((value) => byValue.get(value) ?? [])) {
      const reach = label && findLabel(folded, label, start, end);
      if (!bare.has(figure)) bare.set(figure, { start, end, figure });
      if (!reach) continue;
      mentions.push({ ...reach, figure });
      break;
    }
  }
  for (const [figure, mention] of bare) {
    const isTelling = figure.kind === 'year' || Math.abs(figure.value) >= 100;
    if (isTelling && !mentions.some((entry) => entry.figure === figure)) mentions.push(mention);
  }
  return split(text, mentions);
}

/** From where to where a number and the label beside it reach. */
function findLabel({ folded, indexOf, placeOf }: Folded, label: string, start: number, end: number) {
  const [from, to] = [indexOf[start], indexOf[end]];
  const room = label.length + 16;
  const behind = folded.slice(to, to + room).indexOf(label) + to;
  const close = behind + label.length;
  if (behind >= to && after.test(folded.slice(to, behind)) && isWhole(folded, close)) {
    return { start, end: placeOf[close] };
  }
  const open = Math.max(from - room, 0);
  const ahead = folded.slice(open, from).lastIndexOf(label) + open;
  if (ahead >= open && before.test(folded.slice(ahead + label.length, from))) return { start: placeOf[ahead], end };
  return undefined;
}

/** Whether a word ends here: `pays` is not in `paysages`. Chinese doesn't part its words. */
const isWhole = (text: string, end: number) => !/^(?!\p{Script=Han})\p{L}/u.test(text.slice(end, end + 2));

/** A text as searches compare it, and where its characters come from. */
interface Folded {
  folded: string;
  /** Index in `folded` of each character of the text, and of its end. */
  indexOf: number[];
  /** Index in the text of each character of `folded`, and of its end. */
  placeOf: number[];
}

function foldText(text: string): Folded {
  let folded = '';
  const indexOf: number[] = [];
  const placeOf: number[] = [];
  for (let place = 0; place < text.length; place++) {
    indexOf.push(folded.length);
    const piece = normalizeForSearch(text[place]).replace(/\s/, ' ');
    for (let count = piece.length; count > 0; count--) placeOf.push(place);
    folded += piece;
  }
  indexOf.push(folded.length);
  placeOf.push(text.length);
  return { folded, indexOf, placeOf };
}

function split(text: string, mentions: Mention[]): TextSegment[] {
  const stretches: TextSegment[] = [];
  let done = 0;
  const add = (end: number, figure?: ParsedFigure) => {
    if (end > done) stretches.push({ text: text.slice(done, end), figure });
    done = Math.max(done, end);
  };
  for (const { start, end, figure } of mentions.sort((one, other) => one.start - other.start)) {
    if (start < done) continue; // One number is one figure.
    add(start);
    add(end, figure);
  }
  add(text.length);
  return stretches;
}
