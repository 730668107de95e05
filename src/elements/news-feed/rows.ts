import { noChange, type ChildPart } from 'lit';
import { getCommittedValue, setChildPartValue } from 'lit/directive-helpers.js';
import { directive, Directive } from 'lit/directive.js';
import type { Item } from '../../feed/model.js';
import type { NewsFeed } from './news-feed.js';

class RowsDirective extends Directive {
  #items: readonly Item[] = [];
  /** All that rows show beside their items. */
  #look = '';

  override update(part: ChildPart, [items, draw, host]: Parameters<this['render']>): unknown {
    const [before, look] = [this.#items, this.#look];
    this.#keep(items, host);
    if (look !== this.#look) return items.map(draw);
    const drawn = getCommittedValue(part) as ChildPart[];
    items.forEach((item, index) => {
      if (item !== before[index]) setChildPartValue(drawn[index], draw(item));
    });
    return noChange;
  }

  render(items: readonly Item[], draw: (item: Item) => unknown, host: NewsFeed): unknown {
    this.#keep(items, host);
    return items.map(draw);
  }

  #keep(items: readonly Item[], { layout, headingLevel, open, language }: NewsFeed) {
    this.#items = items;
    this.#look = `${[layout, headingLevel, open, language.tag, items.length]}`;
  }
}

/**
 * Draws a row for each item; where there are as many rows already, only those whose item is another one. Lit is not asked
 * about the others: that alone would take as long as finding out which item changed.
 */
export const rows = directive(RowsDirective);
export type Rows = typeof rows;
