import { TextMeasurer } from './text-measurer.js';

/** Measures of a card, in `em` of the text around; card.styles.ts draws by the same. */
export const card = {
  width: 13.5,
  /** Where it makes a whole level fit. */
  minWidth: 11.5,
  /** Height of most. */
  height: 6,
  padding: 0.85,
  /** Of a round picture, and of the blank beside it. */
  picture: 2.75,
  pictureGap: 0.65,
  /** Room that the buttons on the lower edge take from the card. */
  foot: 1,
  name: { size: 0.9375, line: 1.3, weight: 600 },
  note: { size: 0.8125, line: 1.4, weight: 400 },
} as const;

/** What the card of each unit holds. */
export interface CardTexts {
  nameAt(unit: number): string;
  notesAt(unit: number): readonly string[];
  /** Are there buttons on it? */
  hasButtons(unit: number): boolean;
  hasPicture(unit: number): boolean;
}

/**
 * How high each card is. Heights are counted from the lines of the text, so that thousands need not be laid out; a card
 * that is, tells what it really took.
 */
export class CardSizes {
  /** In pixels, by unit; 0 where nobody has asked yet. */
  readonly heights: Float32Array;
  #isMeasured: Uint8Array;
  readonly rulers: readonly [name: TextMeasurer, note: TextMeasurer];

  /**
   * @param em Size of the text around, in pixels.
   * @param width Of a card's text, in pixels.
   * @param foot Room that the buttons take from a card that has any, in `em`.
   */
  constructor(
    private texts: CardTexts,
    count: number,
    private em: number,
    readonly width: number,
    family: string,
    private foot: number,
  ) {
    this.heights = new Float32Array(count);
    this.#isMeasured = new Uint8Array(count);
    const ruler = ({ size, weight }: { size: number; weight: number }) =>
      new TextMeasurer(`${weight} ${size * em}px ${family}`);
    this.rulers = [ruler(card.name), ruler(card.note)];
  }

  /** Sees to it that the height of a card is known. */
  count(unit: number): void {
    if (this.heights[unit]) return;
    // Single questions, not one object: there may be a hundred thousand units.
    const { texts, em } = this;
    const [long, small] = this.rulers;
    const picture = texts.hasPicture(unit) ? card.picture : 0;
    const width = this.width - (picture && (picture + card.pictureGap) * em);
    let text = long.count(texts.nameAt(unit), width) * card.name.size * card.name.line;
    for (const note of texts.notesAt(unit)) text += small.count(note, width) * card.note.size * card.note.line;
    const height = 2 * card.padding + (texts.hasButtons(unit) ? this.foot : 0) + Math.max(text, picture);
    this.heights[unit] = Math.ceil(height * this.em + 2);
  }

  /** Takes the height that a card turned out to need, asked for only once; true if it was thought to be another. */
  measure(unit: number, heightOf: () => number): boolean {
    if (this.#isMeasured[unit]) return false;
    this.#isMeasured[unit] = 1;
    const height = Math.ceil(heightOf());
    if (!height || height === this.heights[unit]) return false;
    this.heights[unit] = height;
    return true;
  }
}
