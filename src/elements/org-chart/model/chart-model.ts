import type { Unit } from '../../../feed/schema/model.generated.js';
import { pathBetween, type Organization } from '../../../feed/parts/unit-tree.js';
import type { ChartMessages } from '../../../i18n/messages/org-chart.js';
import { Expansion } from './expansion.js';
import { card, CardSizes, type CardTexts } from './card-sizes.js';
import { chooseArrangement, minScale, type Arrangement } from '../layout/arrangement.js';
import { computeLayout } from '../layout/layout.js';
import type { ChartLayout, Layout } from '../layout/types.js';
import { notesOf } from './unit-notes.js';

/** More cards than these are not all in the page: only those in view are. */
const maxCards = 1000;
/** Nor is a list nested deeper than this. */
const maxNested = 40;

/** What a chart is made from, beside its units. */
export interface LayoutEnvironment {
  layout: Layout;
  /** Width and height of the window on the chart, in pixels. */
  container: readonly [width: number, height: number];
  /** Size and family of the text around. */
  fontSize: number;
  fontFamily: string;
  messages: ChartMessages;
}

/** What a page asks of a chart; see the attributes of the element. */
export interface ChartOptions {
  root: string;
  depth: number;
  levels: number;
  unit: string;
}

/** Part of a drawing, in its pixels. */
export interface Area {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/** The units that are shown, each with its place. Knows nothing of the page it is drawn on. */
export class ChartModel implements CardTexts {
  readonly branches: Expansion;
  /** Does it follow an earlier one? Where no unit stayed it is another organization, and nothing in it is new. */
  readonly isUpdate: boolean;
  /** Units that the feed before this one did not have. */
  readonly newUnits: ReadonlySet<number>;
  /** The kinds of units, where they are told apart. */
  readonly kinds: readonly ('unit' | 'office' | 'post')[];
  geometry!: ChartLayout;
  sizes!: CardSizes;
  /** Slot of each unit in the drawing, 0 where it is not shown. */
  readonly slots: Int32Array;
  /** Lines to units that others also report to, from slot to slot. */
  secondaryLines: { from: number; to: number; dotted: boolean }[] = [];

  /** Would lists in lists be too deep for a page? */
  isDeep = false;

  /** Position of the unit with an `id`, -1 where there is none. */
  readonly find: Organization['find'];

  #environment!: LayoutEnvironment;
  #assistants: Uint8Array;
  #footed: Uint8Array;
  /** What does not change as branches open. */
  #arrangement!: Arrangement;
  #linked: number[] = [];

  /** @param before The chart of an earlier feed, to leave open what a visitor opened. */
  constructor(
    readonly organization: Organization,
    wish: ChartOptions,
    environment: LayoutEnvironment,
    before?: ChartModel,
  ) {
    const { units, find } = organization;
    this.branches = new Expansion(organization, wish.root, wish.depth);
    this.slots = new Int32Array(units.length);
    this.#assistants = new Uint8Array(units.length);
    this.#footed = new Uint8Array(units.length);
    units.forEach(({ kind, reports_to, url }, index) => {
      if (kind === 'assistant') this.#assistants[index] = 1;
      if (url || this.branches.has(index)) this.#footed[index] = 1;
      if (reports_to) this.#linked.push(index);
    });
    const kinds = new Set(units.slice(...this.branches.range).map(({ kind = 'unit' }) => kind));
    kinds.delete('assistant');
    this.kinds = kinds.size > 1 ? (['unit', 'office', 'post'] as const).filter((kind) => kinds.has(kind)) : [];
    this.find = find;
    // Functions made here keep what they use of all this for as long as the chart: not the one before it, and so on.
    const known = before?.find;
    this.isUpdate = !!known && units.some(({ id }) => known(id) >= 0);
    this.newUnits = this.isUpdate ? this.branches.follow(before!.branches) : new Set();
    const levels = wish.levels || this.#chooseLevels(environment.layout);
    const open = (count: number) => {
      this.branches.openLevels(count);
      this.branches.reveal(find(wish.unit));
    };
    if (!this.isUpdate) open(levels);
    this.layOut(environment);
    if (this.isUpdate || wish.levels || levels < 3 || this.#isInView()) return;
    open(2);
    this.redraw();
  }

  /** Are there too many cards for all of them to be in the page? */
  get isWindowed() {
    return this.geometry.count > maxCards || this.isDeep;
  }

  unitAt(slot: number): Unit {
    return this.organization.units[this.geometry.unit[slot]];
  }

  nameOf = (id: string): string | undefined => this.organization.units[this.find(id)]?.name;

  /** `id`s of the units from one to another; none where one of them is not there. */
  way(from: string, to: string): string[] {
    const [start, end] = [this.find(from), this.find(to)];
    if (start < 0 || end < 0) return [];
    return pathBetween(this.organization, start, end).map((index) => this.organization.units[index].id);
  }

  /** Puts the cards where they belong, if that is not where they stand. */
  layOut(environment: LayoutEnvironment): void {
    const old = this.#environment as LayoutEnvironment | undefined;
    const { layout, container, fontSize, fontFamily, messages } = environment;
    const isSame =
      old?.layout === layout && old.fontSize === fontSize && old.fontFamily === fontFamily && old.messages === messages;
    if (isSame && `${old.container}` === `${container}`) return;
    this.#environment = environment;
    const { width } = (old && this.#arrangement) ?? {};
    this.#arrangement = this.#arrange();
    if (isSame && this.#arrangement.width === width) this.redraw();
    else this.remeasure();
  }

  /** Counts the lines of every card again, as when a font has come. */
  remeasure(): void {
    const { layout, fontSize, fontFamily } = this.#environment;
    // In an outline the buttons stand beside the text.
    const [beside, below] = layout === 'outline' ? [5, 0] : [0, card.foot];
    const inner = this.#arrangement.width - (2 * card.padding + beside) * fontSize - 2;
    this.sizes = new CardSizes(this, this.slots.length, fontSize, inner, fontFamily, below);
    this.redraw();
  }

  redraw(): void {
    const { layout, container } = this.#environment;
    const { organization, branches, slots } = this;
    const { level, end } = organization;
    const [from, to] = branches.range;
    let deepest = 0;
    for (let unit = from; unit < to; unit = branches.open[unit] ? unit + 1 : end[unit]) {
      this.sizes.count(unit);
      deepest = Math.max(deepest, level[unit]);
    }
    this.isDeep = deepest - branches.top > maxNested;
    this.geometry = computeLayout(organization, {
      layout,
      ...this.#arrangement,
      heights: this.sizes.heights,
      open: branches.open,
      assistants: this.#assistants,
      footed: this.#footed,
      range: branches.range,
      gaps: gapsOf(this.#environment),
      container,
    });
    slots.fill(0);
    for (let slot = 1; slot <= this.geometry.count; slot++) slots[this.geometry.unit[slot]] = slot;
    this.secondaryLines = this.#linked.flatMap((index) =>
      organization.units[index].reports_to!.flatMap(({ unit, line }) => {
        const to = slots[this.find(unit)];
        return slots[index] && to ? { from: slots[index], to, dotted: line !== 'solid' } : [];
      }),
    );
  }

  /** Slots of the cards in an area, in their order. */
  cardsIn({ left, top, right, bottom }: Area): number[] {
    const { count, x, y, width, height } = this.geometry;
    const matches: number[] = [];
    for (let slot = 1; slot <= count; slot++) {
      const isIn = x[slot] < right && y[slot] < bottom && x[slot] + width[slot] > left && y[slot] + height[slot] > top;
      if (isIn) matches.push(slot);
    }
    return matches;
  }

  nameAt(index: number): string {
    return this.organization.units[index].name;
  }

  notesAt(index: number): readonly string[] {
    return notesOf(this.organization.units[index], this.#environment.messages, this.nameOf);
  }

  hasButtons(index: number): boolean {
    return this.#footed[index] === 1;
  }

  hasPicture(index: number): boolean {
    return !!this.organization.units[index].image;
  }

  /** Three levels where they may have room, else two. */
  #chooseLevels(layout: Layout): number {
    const { level } = this.organization;
    const { range, top } = this.branches;
    let three = 0;
    for (let unit = range[0]; unit < range[1]; unit++) if (level[unit] - top < 3) three++;
    return three <= (layout === 'outline' ? 14 : 60) ? 3 : 2;
  }

  #isInView(): boolean {
    const { layout, container } = this.#environment;
    return layout === 'outline' || this.geometry.size.every((length, side) => length * minScale <= container[side]);
  }

  #arrange(): Arrangement {
    const { layout, container, fontSize } = this.#environment;
    if (layout === 'outline') return { width: container[0], hangFrom: Infinity };
    const { branches, organization } = this;
    return chooseArrangement(organization, {
      range: branches.range,
      assistants: this.#assistants,
      hasBranch: (unit) => branches.has(unit),
      isShown: (unit) => branches.isShown(unit),
      widths: [card.width, card.minWidth].map((width) => Math.min(width * fontSize, container[0])),
      height: card.height * fontSize,
      gaps: gapsOf(this.#environment),
      container,
    });
  }
}

/** Between cards side by side, and between one below the other. */
const gapsOf = ({ layout, fontSize }: LayoutEnvironment): [across: number, down: number] =>
  layout === 'outline' ? [0, 0.75 * fontSize] : [1.5 * fontSize, 3.25 * fontSize];
