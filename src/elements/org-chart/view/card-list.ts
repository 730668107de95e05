import { render } from 'lit';
import { translatable } from '../../../html/translatable.js';
import type { ChartModel } from '../model/chart-model.js';
import { renderCard, type CardHost } from './card.js';
import type { PrintController } from './print-controller.js';
import type { Viewport } from './viewport.js';

export interface CardListHost extends CardHost {
  readonly chart?: ChartModel;
  readonly from: string;
  readonly onPath: ReadonlySet<string>;
  readonly paper: Pick<PrintController, 'isPrinting'>;
  readonly viewport: Pick<Viewport, 'toScreenX'>;
}

/**
 * The cards that are in the page, in lists. An item stays the same while others come and go around it, since one of them
 * may have the focus.
 */
export class CardList {
  /** By `id` of the unit, which stays through reorganizations. */
  #items = new Map<string, HTMLLIElement>();
  #shown: unknown[] = [];

  constructor(private host: CardListHost) {}

  get isEmpty() {
    return !this.#items.size;
  }

  /**
   * @param slots The cards wanted, the most important first.
   * @param nested In lists nested as the units are; else in one list, each card with its level and its place.
   * @param mayMake Is there time to make one more? What is missing then is made the next time.
   * @returns True if all of them are in the page now.
   */
  render(list: Element, slots: readonly number[], nested: boolean, mayMake: (slot: number) => boolean): boolean {
    const { chart, unit, from, messages, paper } = this.host;
    const { above } = chart!.geometry;
    // A move, a zoom or a search changes nothing on a card.
    const shown = [list, chart!.geometry, messages, unit, from, nested, paper.isPrinting];
    const isNew = shown.some((entry, index) => entry !== this.#shown[index]);
    this.#shown = shown;

    const items = new Map<number, HTMLLIElement>();
    const missing = slots.filter((slot) => {
      const item = this.#items.get(chart!.unitAt(slot).id);
      if (item) items.set(slot, isNew ? this.#render(item, slot, nested) : item);
      return !item;
    });
    const isComplete = missing.every((slot) => {
      if (!mayMake(slot)) return false;
      for (let entry = slot; entry && !items.has(entry); entry = nested ? above[entry] : 0) {
        items.set(entry, this.#render(newItem(), entry, nested));
      }
      return true;
    });
    this.#place(list, items, nested);
    return isComplete;
  }

  #render(item: HTMLLIElement, slot: number, nested: boolean): HTMLLIElement {
    const chart = this.host.chart!;
    const { organization, branches, geometry } = chart;
    const unit = geometry.unit[slot];
    const [place, count] = branches.placeOf(unit);
    const level = organization.level[unit] - branches.top;
    item.ariaLevel = nested ? null : `${level + 1}`;
    item.ariaPosInSet = nested ? null : `${place}`;
    item.ariaSetSize = nested ? null : `${count}`;
    const card = item.firstElementChild as HTMLElement;
    const { id, state = '', kind = '', image } = organization.units[unit];
    // Not by :has(), for which a browser looks at every card again whenever one changes.
    const hasButtons = chart.hasButtons(unit) ? 'footed' : '';
    const isCurrent = this.host.unit === id ? 'current' : '';
    const isOnWay = this.host.onPath.has(id) ? 'on-way' : '';
    card.className = `card ${kind} ${state} ${image ? 'pictured' : ''} ${hasButtons} ${isCurrent} ${isOnWay}`;
    card.dataset.slot = `${slot}`;
    if (this.host.paper.isPrinting) item.style.setProperty('--level', `${level}`);
    // Not by custom properties: whatever is on a card would inherit them, and no two cards could share their styles.
    Object.assign(card.style, {
      left: `${this.host.viewport.toScreenX(geometry.x[slot], geometry.width[slot])}px`,
      top: `${geometry.y[slot]}px`,
      inlineSize: `${geometry.width[slot]}px`,
      minBlockSize: nested ? '' : `${geometry.height[slot]}px`,
    });
    render(renderCard(this.host, chart, unit), card, translatable);
    return item;
  }

  /** Puts the items into their lists, in their order, and takes the others away. */
  #place(list: Element, items: ReadonlyMap<number, HTMLLIElement>, nested: boolean) {
    const chart = this.host.chart!;
    const root = list.getRootNode() as ShadowRoot;
    const active = root.activeElement as HTMLElement | null;
    const old = this.#items;
    this.#items = new Map();
    /** The item that stands next in a list. */
    const next = new Map<Element, Element | null>();
    for (const slot of [...items.keys()].sort((a, b) => a - b)) {
      const item = items.get(slot)!;
      const into = (nested && listIn(items.get(chart.geometry.above[slot]))) || list;
      this.#items.set(chart.unitAt(slot).id, item);
      let at = next.has(into) ? next.get(into)! : into.firstElementChild;
      // What is taken away later is no reason to move what stays.
      while (at && at !== item && isGone(at)) at = at.nextElementSibling;
      if (at === item) at = item.nextElementSibling;
      else into.insertBefore(item, at);
      next.set(into, at);
    }
    for (const [id, item] of old) if (this.#items.get(id) !== item) item.remove();
    for (const item of items.values()) {
      const { lastElementChild: last } = item;
      if (last !== item.firstElementChild && !next.has(last!)) last!.remove();
    }
    // An item that had to be moved to another list loses the focus.
    if (active?.isConnected && root.activeElement !== active) active.focus({ preventScroll: true });

    function isGone(item: Element) {
      const { slot } = (item.firstElementChild as HTMLElement).dataset;
      return items.get(Number(slot)) !== item;
    }
  }
}

function newItem(): HTMLLIElement {
  const item = document.createElement('li');
  const card = document.createElement('div');
  card.part = 'card';
  item.append(card);
  return item;
}

/** The list inside an item. */
function listIn(item?: HTMLLIElement): Element | undefined {
  if (!item || item.childElementCount > 1) return item?.lastElementChild ?? undefined;
  const list = document.createElement('ul');
  list.role = 'list';
  item.append(list);
  return list;
}
