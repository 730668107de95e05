import { html, nothing, render, type TemplateResult } from 'lit';
import type { Unit } from '../../feed/model.js';
import type { Messages } from '../../i18n/words.js';
import { variables } from '../variables.js';
import type { Chart } from './chart.js';
import type { OrgChart } from './org-chart.js';

type Words = Messages['chart'];

/**
 * The cards of a chart, in lists. An item stays the same while others come and go around it, since one of them may have
 * the focus; lit's own directive for that would cost every page 60 bytes, with or without a chart.
 */
export class Cards {
  #items = new Map<string, HTMLLIElement>();
  #drawn = new Set<string>();

  constructor(private element: OrgChart) {}

  /** Every card, in lists nested as the units are. */
  drawNested(list: Element, chart: Chart, words: Words) {
    const { above, count } = chart.drawing;
    const below: number[][] = [[]];
    for (let slot = 1; slot <= count; slot++) {
      below[slot] = [];
      below[above[slot]].push(slot);
    }
    const draw = (into: Element, slots: number[]) => {
      this.#fill(into, slots, chart, (item, slot) => {
        for (const name of ['aria-level', 'aria-posinset', 'aria-setsize']) item.removeAttribute(name);
        const inside = below[slot].length > 0;
        render(html`${this.#renderCard(chart, slot, words)}${inside ? html`<ul role="list"></ul>` : nothing}`, item);
        if (inside) draw(item.lastElementChild!, below[slot]);
      });
    };
    this.#draw(() => draw(list, below[0]));
  }

  /** Only some of the cards, each with its place among its siblings. */
  drawSome(list: Element, chart: Chart, slots: number[], words: Words) {
    this.#draw(() =>
      this.#fill(list, slots, chart, (item, slot) => {
        const index = chart.drawing.unit[slot];
        const [place, count] = chart.placeOf(index);
        item.ariaLevel = `${chart.organization.level[index] - chart.top + 1}`;
        item.ariaPosInSet = `${place}`;
        item.ariaSetSize = `${count}`;
        render(html`${this.#renderCard(chart, slot, words)}${nothing}`, item);
      }),
    );
  }

  #draw(draw: () => void) {
    this.#drawn.clear();
    draw();
    for (const id of this.#items.keys()) if (!this.#drawn.has(id)) this.#items.delete(id);
  }

  #fill(list: Element, slots: number[], chart: Chart, draw: (item: HTMLLIElement, slot: number) => void) {
    const items = slots.map((slot) => {
      const { id } = chart.unitAt(slot);
      const item = this.#items.get(id) ?? document.createElement('li');
      this.#items.set(id, item);
      this.#drawn.add(id);
      return item;
    });
    const kept = new Set<Element>(items);
    for (const item of [...list.children]) if (!kept.has(item)) item.remove();
    let next = list.firstElementChild;
    for (const [position, item] of items.entries()) {
      if (item === next) next = next.nextElementSibling;
      else list.insertBefore(item, next);
      draw(item, slots[position]);
    }
  }

  #renderCard(chart: Chart, slot: number, words: Words): TemplateResult {
    const { element } = this;
    const { drawing } = chart;
    const { x, y, width, height } = drawing;
    const index = drawing.unit[slot];
    const unit = chart.unitAt(slot);
    const { id, name, url } = unit;
    const select = () => void element.select(id);
    const current = element.unit === id;
    const text = html`<bdi>${name}</bdi>`;
    return html`<div
      class="card ${unit.state ?? ''} ${current ? 'current' : ''} ${element.onWay.has(id) ? 'on-way' : ''}"
      part="card"
      data-slot=${slot}
      ${variables({
        '--x': `${element.stage.place(x[slot], width[slot])}px`,
        '--y': `${y[slot]}px`,
        '--w': `${width[slot]}px`,
        '--h': `${height[slot]}px`,
      })}
      @focusin=${() => (element.focused = index)}
    >
      <slot name="unit-${id}"
        ><p class="name" part="name">
          ${
            url
              ? html`<a href=${url}>${text}</a>`
              : html`<button class="plain" aria-pressed=${current} @click=${select}>${text}</button>`
          }
        </p>
        ${notesOf(unit, words, chart.nameOf).map((note) => html`<p class="note" part="note"><bdi>${note}</bdi></p>`)}
        ${chart.fresh.has(index) ? html`<p class="fresh">${words.fresh}</p>` : nothing}</slot
      >
      ${
        url || chart.hasBranch(index)
          ? html`<p class="foot">
              ${url ? this.#renderDetails(name, current, select, words) : nothing}
              ${chart.hasBranch(index) ? this.#renderToggle(chart, index, words) : nothing}
            </p>`
          : nothing
      }
    </div>`;
  }

  #renderDetails(name: string, current: boolean, select: () => void, words: Words) {
    return html`<button part="button" aria-pressed=${current} @click=${select}>
      <span aria-hidden="true">···</span><span class="unseen">${words.details} ${name}</span>
    </button>`;
  }

  #renderToggle(chart: Chart, index: number, words: Words) {
    const { id, name } = chart.organization.units[index];
    return html`<button
      part="button"
      class="toggle"
      aria-expanded=${chart.open[index] === 1}
      @click=${() => this.element.toggle(id)}
    >
      <svg viewBox="0 0 10 10" aria-hidden="true"><path d="M2 3.5 5 6.5 8 3.5" /></svg>
      ${chart.countBelow(index)} <span class="unseen">${words.below}: ${name}</span>
    </button>`;
  }
}

/** What stands below the name on a card. */
export function notesOf(unit: Unit, words: Words, nameOf: (id: string) => string | undefined): string[] {
  const { head, name, state, kind, reports_to = [] } = unit;
  const also = reports_to.flatMap(({ unit: id }) => nameOf(id) ?? []);
  return [
    ...(head && head !== name ? [head] : []),
    ...(kind === 'assistant' ? [words.assistant] : []),
    ...(state ? [words.states[state]] : []),
    ...(also.length ? [`${words.alsoReportsTo} ${also.join(', ')}`] : []),
  ];
}
