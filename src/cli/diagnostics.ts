/** How much a note weighs: an `error` must be fixed, a `warning` should be, a `hint` may be. */
export type Severity = 'error' | 'warning' | 'hint';

/** Something to tell about a source: where, what it is, and what to do about it. */
export interface Diagnostic {
  file: string;
  /** Counted from 1; missing where the whole file is meant. */
  line?: number;
  /** Counted from 1, in UTF-16 units as editors count. */
  column?: number;
  /** Where in the file, in words, such as `sheet “Bureaux”, C7`. */
  place?: string;
  severity: Severity;
  what: string;
  /** What to do. */
  fix: string;
}

/** Collects what there is to tell about one source. */
export class Diagnostics {
  readonly all: Diagnostic[] = [];
  /** How many stories of the source were left out. */
  leftOut = 0;
  readonly #counted = new Map<
    string,
    { number: number; name: readonly [string, string]; fix: string; line?: number; severity: Severity }
  >();

  /** @param file As the user named it. */
  constructor(readonly file: string) {}

  /** @param place Where in the file, in words, where lines don't say it. */
  add(severity: Severity, line: number | undefined, what: string, fix: string, place?: string): void {
    this.all.push({ file: this.file, line, severity, what, fix, ...(place && { place }) });
  }

  /**
   * Counts what occurs often and is told once, with its number and the line of the first.
   *
   * @param name Of one of them, and of several.
   * @param line Asked for the first one only: it may have to be looked for.
   */
  count(
    name: readonly [one: string, several: string],
    fix: string,
    line: () => number | undefined,
    severity: Severity = 'hint',
  ): void {
    const known = this.#counted.get(name[0]);
    if (known) known.number++;
    else this.#counted.set(name[0], { number: 1, name, fix, line: line(), severity });
  }

  /** Tells of something that doesn't get into the feed. */
  leaveOut(line: number | undefined, what: string, fix: string): void {
    this.leftOut++;
    this.add('warning', line, what, fix);
  }

  /** Tells what was counted. */
  tellCounts(): void {
    for (const {
      number,
      name: [one, several],
      fix,
      line,
      severity,
    } of this.#counted.values()) {
      const all = line === undefined ? several : `${several}, the first here`;
      this.add(severity, line, number === 1 ? `1 ${one}` : `${number} ${all}`, fix);
    }
    this.#counted.clear();
  }
}

/** `file:line:column: what; what to do`, the form that editors and terminals make links of; `file, place: …` without lines. */
export const formatDiagnostic = ({ what, fix, ...where }: Diagnostic): string =>
  `${formatPlace(where)}: ${what}; ${fix}`;

/** Where something is: `file:line:column`, or `file, place`. */
export const formatPlace = ({
  file,
  line,
  column,
  place,
}: Pick<Diagnostic, 'file' | 'line' | 'column' | 'place'>): string =>
  [[file, line, column].filter(Boolean).join(':'), place].filter(Boolean).join(', ');

/** A piece of a text short enough to be quoted in a note. */
export const excerpt = (text: string): string => {
  const joined = text.replace(/\s+/g, ' ').trim();
  return `“${joined.length > 60 ? `${joined.slice(0, 57).trimEnd()}…` : joined}”`;
};

/** Where in a text an offset stands: which line, and where in it; both counted from 1. */
export class LineIndex {
  /** Offsets at which lines start; found when first asked for. */
  #starts?: number[];

  constructor(readonly text: string) {}

  at(offset: number): { line: number; column: number } {
    this.#starts ??= [0, ...Array.from(this.text.matchAll(/\n/g), ({ index }) => index + 1)];
    let [low, high] = [0, this.#starts.length];
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if (this.#starts[middle] <= offset) low = middle;
      else high = middle;
    }
    return { line: low + 1, column: offset - this.#starts[low] + 1 };
  }

  /**
   * The line in which a piece of the text begins, whatever white space and tags stand between its words.
   *
   * @param from Where to begin to look, in characters.
   * @param to Where to stop.
   */
  find(piece: string, from = 0, to?: number): number | undefined {
    const words = piece.trim().split(/\s+/).slice(0, 6);
    const pattern = words.map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('(?:\\s|&nbsp;|<[^>]*>)+');
    const index = piece.trim() ? this.text.slice(from, to).search(new RegExp(pattern)) : -1;
    return index < 0 ? undefined : this.at(from + index).line;
  }
}

/** Where to say what could not be understood. */
export interface Reporter {
  notes: Diagnostics;
  /** The line of the source that a text stands in; that of the story where there is no saying. */
  lineOf: (text?: string) => number | undefined;
}
