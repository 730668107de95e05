import type { Unit } from '../../feed/model.js';
import { wayTo, type Organization } from '../../feed/organization.js';
import { Ruler } from './ruler.js';
import { draw, type Drawing, type Layout } from './tree.js';

/** Measures of a card, in `em` of the page's text; org-chart.styles.ts draws by the same. */
export const card = {
  width: 13.5,
  padding: 0.85,
  /** Room that the buttons on the lower edge take from the card. */
  foot: 1,
  name: { size: 0.9375, line: 1.3, weight: 600 },
  note: { size: 0.8125, line: 1.4, weight: 400 },
  gaps: [1.5, 3.25],
} as const;

/** More cards than these are not all in the page: only those in view are. */
export const mostCards = 1000;
/** Nor is a list nested deeper than this. */
const mostNested = 40;

/** What a chart is made from, beside its units. */
export interface Setting {
  layout: Layout;
  /** Width and height of the view in pixels. */
  view: readonly [number, number];
  /** Size and family of the text around. */
  fontSize: number;
  fontFamily: string;
  /** Language of the notes. */
  language: string;
  /** `id` of the unit at the top; empty for all. */
  root: string;
  /** Number of levels that are shown at all; 0 for all. */
  depth: number;
  /** Number of levels that are open at first; 0 to choose by the room there is. */
  levels: number;
  /** What a card says below the name, a text for each line; `nameOf` gives the name of a unit by its `id`. */
  notes: (unit: Unit, nameOf: (id: string) => string | undefined) => readonly string[];
}

/** Part of the drawing, in its pixels. */
export interface Area {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/** What of a chart is open, and where everything stands. Knows nothing of the page it is drawn on. */
export class Chart {
  /** Is the branch of a unit open? By unit. */
  readonly open: Uint8Array;
  /** Units that the feed before this one did not have, by unit. */
  readonly fresh: ReadonlySet<number>;
  readonly range: readonly [number, number];
  drawing!: Drawing;
  setting!: Setting;
  /** Slot of a unit, 0 where it is not shown. */
  slots: Int32Array;

  #heights: Float32Array;
  #beside: Uint8Array;
  #index: Map<string, number>;
  #rulers: Ruler[] = [];
  #closed: Uint8Array;

  constructor(
    readonly organization: Organization,
    setting: Setting,
    before?: Chart,
  ) {
    const { units, end, level } = organization;
    const count = units.length;
    this.open = new Uint8Array(count);
    this.slots = new Int32Array(count);
    this.#heights = new Float32Array(count);
    this.#beside = Uint8Array.from(units, ({ kind }) => (kind === 'assistant' ? 1 : 0));
    this.#index = new Map(units.map(({ id }, index) => [id, index]));
    const root = this.find(setting.root);
    this.range = root < 0 ? [0, setting.root ? 0 : count] : [root, end[root]];
    this.#closed = new Uint8Array(count);
    if (setting.depth) {
      const deepest = this.top + setting.depth - 1;
      for (let index = 0; index < count; index++) this.#closed[index] = level[index] >= deepest ? 1 : 0;
    }
    if (before) this.#follow(before);
    else this.openLevels(setting.levels || this.#chooseLevels(setting.layout));
    this.fresh = new Set(before ? units.flatMap(({ id }, index) => (before.find(id) < 0 ? index : [])) : []);
    this.arrange(setting);
  }

  /** Level of the unit at the top. */
  get top() {
    return this.organization.level[this.range[0]] ?? 0;
  }

  /** Number of levels that can be shown. */
  get deepest() {
    const { level } = this.organization;
    let deepest = 0;
    for (let index = this.range[0]; index < this.range[1]; index++) deepest = Math.max(deepest, level[index]);
    return Math.min(deepest - this.top + 1, this.setting.depth || Infinity);
  }

  /** Number of levels that are open throughout. */
  get levels() {
    let shallowest = Infinity;
    const { level } = this.organization;
    for (let index = this.range[0]; index < this.range[1]; index++) {
      if (this.hasBranch(index) && !this.open[index]) shallowest = Math.min(shallowest, level[index] - this.top);
    }
    return Math.min(shallowest + 1, this.deepest);
  }

  /** Are there too many cards for all of them to be in the page? */
  get windowed() {
    return this.drawing.count > mostCards || this.#nested > mostNested;
  }
  #nested = 0;

  /** Position of the unit with an `id`, -1 where there is none. */
  find(id: string): number {
    return this.#index.get(id) ?? -1;
  }

  unitAt(slot: number): Unit {
    return this.organization.units[this.drawing.unit[slot]];
  }

  nameOf = (id: string): string | undefined => this.organization.units[this.find(id)]?.name;

  /** Has a unit others below it that may be shown? */
  hasBranch(index: number): boolean {
    return this.organization.end[index] > index + 1 && !this.#closed[index];
  }

  /** Number of units on the next level below one. */
  countBelow(index: number): number {
    const { end } = this.organization;
    let count = 0;
    for (let child = index + 1; child < end[index]; child = end[child]) count++;
    return count;
  }

  /** Place of a unit among those on its level below the same one, from 1, and how many they are. */
  placeOf(index: number): [number, number] {
    const { parent, end } = this.organization;
    const [from, to] = this.range;
    const above = index === from ? -1 : parent[index];
    let place = 0;
    let count = 0;
    for (let each = above < from ? from : above + 1; each < (above < from ? to : end[above]); each = end[each]) {
      count++;
      if (each <= index) place++;
    }
    return [place, count];
  }

  openLevels(levels: number) {
    const { level } = this.organization;
    const first = this.top;
    for (let index = 0; index < this.open.length; index++) {
      this.open[index] = this.hasBranch(index) && level[index] - first < levels - 1 ? 1 : 0;
    }
  }

  openBranch(index: number, open: boolean) {
    const { end } = this.organization;
    for (let each = index; each < end[index]; each++) this.open[each] = open && this.hasBranch(each) ? 1 : 0;
  }

  /** Opens the way to a unit; false where it is not part of the chart. */
  reveal(index: number): boolean {
    const [from, to] = this.range;
    if (index < from || index >= to) return false;
    const way = wayTo(this.organization, index).slice(0, -1);
    if (way.some((each) => each >= from && !this.hasBranch(each))) return false;
    for (const each of way) this.open[each] = 1;
    return true;
  }

  /** Puts the cards where they belong. */
  arrange(setting: Setting) {
    const old = this.setting as Setting | undefined;
    const isSame =
      old?.fontSize === setting.fontSize &&
      old.fontFamily === setting.fontFamily &&
      old.language === setting.language &&
      old.layout === setting.layout &&
      (setting.layout !== 'outline' || old.view[0] === setting.view[0]);
    if (!isSame) {
      this.#rulers = [card.name, card.note].map(
        ({ size, weight }) => new Ruler(`${weight} ${size * setting.fontSize}px ${setting.fontFamily}`),
      );
      this.#heights.fill(0);
    }
    this.setting = setting;
    this.redraw();
  }

  redraw() {
    const { layout, fontSize, view } = this.setting;
    const { level, end } = this.organization;
    const [from, to] = this.range;
    const width = layout === 'outline' ? view[0] : Math.min(card.width * fontSize, view[0]);
    this.#nested = 0;
    for (let index = from; index < to; index = this.open[index] ? index + 1 : end[index]) {
      this.#heights[index] ||= this.#guessHeight(index, width - (layout === 'outline' ? 5 * fontSize : 0));
      this.#nested = Math.max(this.#nested, level[index] - this.top);
    }
    this.drawing = draw(this.organization, {
      layout,
      width,
      heights: this.#heights,
      open: this.open,
      beside: this.#beside,
      range: this.range,
      gaps:
        layout === 'outline' ? [0, card.gaps[0] * fontSize * 0.5] : [card.gaps[0] * fontSize, card.gaps[1] * fontSize],
      container: view,
    });
    this.slots.fill(0);
    for (let slot = 1; slot <= this.drawing.count; slot++) this.slots[this.drawing.unit[slot]] = slot;
  }

  /** Takes the height that a card turned out to need; true if it stands elsewhere now. */
  setHeight(index: number, height: number): boolean {
    if (!height || Math.ceil(height) === this.#heights[index]) return false;
    this.#heights[index] = Math.ceil(height);
    return true;
  }

  /** Slots of the cards in an area, in their order. */
  cardsIn({ left, top, right, bottom }: Area): number[] {
    const { count, x, y, width, height } = this.drawing;
    const found: number[] = [];
    for (let slot = 1; slot <= count; slot++) {
      if (x[slot] < right && y[slot] < bottom && x[slot] + width[slot] > left && y[slot] + height[slot] > top) {
        found.push(slot);
      }
    }
    return found;
  }

  /** The lines of a card's text. */
  textOf(slot: number): { name: string[]; notes: string[] } {
    const index = this.drawing.unit[slot];
    const unit = this.organization.units[index];
    const width = this.drawing.width[slot] - 2 * card.padding * this.setting.fontSize - 2;
    return {
      name: this.#rulers[0].wrap(unit.name, width),
      notes: this.setting.notes(unit, this.nameOf).flatMap((note) => this.#rulers[1].wrap(note, width)),
    };
  }

  #guessHeight(index: number, width: number): number {
    const { fontSize, notes, layout } = this.setting;
    const unit = this.organization.units[index];
    const inner = width - 2 * card.padding * fontSize - 2;
    let height =
      (2 * card.padding + (layout !== 'outline' && (unit.url || this.hasBranch(index)) ? card.foot : 0)) * fontSize + 2;
    height += this.#rulers[0].count(unit.name, inner) * card.name.size * card.name.line * fontSize;
    for (const note of notes(unit, this.nameOf)) {
      height += this.#rulers[1].count(note, inner) * card.note.size * card.note.line * fontSize;
    }
    return Math.ceil(height);
  }

  /** Three levels where they are few, else two. */
  #chooseLevels(layout: Layout): number {
    const { level } = this.organization;
    const [from, to] = this.range;
    let three = 0;
    for (let index = from; index < to; index++) if (level[index] - this.top < 3) three++;
    return three <= (layout === 'outline' ? 14 : 30) ? 3 : 2;
  }

  /** Keeps open what was open before the feed changed. */
  #follow(before: Chart) {
    this.organization.units.forEach(({ id }, index) => {
      const old = before.find(id);
      this.open[index] = this.hasBranch(index) && (old < 0 || before.open[old]) ? 1 : 0;
    });
  }
}
