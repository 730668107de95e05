/** Words are set closer or wider than their letters: to be sure of the room, a text counts as this much longer. */
const margin = 1.02;

/** How long texts are, without laying any of them out: every character is measured once. */
export class TextMeasurer {
  #context?: CanvasRenderingContext2D | null;
  #known = new Map<number, number>();
  #latin = new Float32Array(256);

  /** @param font As in CSS: `600 15px sans-serif`. */
  constructor(readonly font: string) {
    try {
      this.#context = document.createElement('canvas').getContext('2d');
      this.#context!.font = font;
    } catch {
      // Where a visitor's tools allow no pictures to be read, some give none, and some throw: then all letters are as wide.
    }
  }

  /** Length of a text in pixels, without kerning. */
  measure(text: string): number {
    let sum = 0;
    for (let index = 0; index < text.length; index++) sum += this.#advance(text.charCodeAt(index));
    return sum;
  }

  /** The lines a text takes in a column, broken as a browser does: after blanks and hyphens, anywhere if need be. */
  wrap(text: string, width: number): string[] {
    const lines: string[] = [];
    this.#breaks(text, width * margin, (from, to) => lines.push(text.slice(from, to).trim()));
    return lines;
  }

  /** The number of lines a text takes in a column. */
  count(text: string, width: number): number {
    if (this.measure(text) <= width) return 1;
    let lines = 0;
    this.#breaks(text, width, () => lines++);
    return lines;
  }

  #breaks(text: string, width: number, line: (from: number, to: number) => void) {
    let start = 0;
    let sum = 0;
    /** Where the line may end, and how long it is up to there. */
    let chance = 0;
    let upTo = 0;
    for (let index = 0; index < text.length; index++) {
      const code = text.charCodeAt(index);
      const blank = code === 32;
      const advance = this.#advance(code);
      if (sum + advance > width && !blank && index > start) {
        if (chance <= start) {
          chance = index;
          upTo = sum;
        }
        line(start, chance);
        start = chance;
        sum -= upTo;
        chance = upTo = 0;
      }
      sum += advance;
      if (blank || code === 45 || code === 0x2010 || (code > 0x2e7f && code < 0xd800)) {
        chance = index + 1;
        upTo = sum;
      }
    }
    line(start, text.length);
  }

  #advance(code: number): number {
    if (code < 256) return this.#latin[code] || (this.#latin[code] = this.#ask(code));
    let known = this.#known.get(code);
    if (known === undefined) this.#known.set(code, (known = this.#ask(code)));
    return known;
  }

  #ask = (code: number) => (this.#context?.measureText(String.fromCharCode(code)).width ?? 8) * margin;
}
