import { render, type TemplateResult } from 'lit';
import type { Item } from '../../feed/schema/model.generated.js';

/**
 * The rows of a list: copies of what Lit draws, for what it keeps to find what changed in a row takes more memory than the
 * row. One whose item changed is drawn anew, and put in place if it looks different.
 */
export class ClonedRows {
  #items: readonly Item[] = [];
  #renderKey?: string;
  #rows: Element[] = [];
  #list?: DocumentFragment;
  /** Stands after the last row. */
  #end?: Comment;

  /**
   * @param look What rows show beside their item; empty where they may change by themselves.
   * @returns For the place where the rows belong; the same one as long as they are there.
   */
  draw(items: readonly Item[], template: (item: Item) => TemplateResult, look: string): DocumentFragment {
    const rows = this.#rows;
    const before = look && look === this.#renderKey ? this.#items : [];
    // Lit takes a template away with the rows that are in it still, if another one draws them now.
    if (!this.#end?.isConnected || !look !== !this.#renderKey) {
      (this.#list = new DocumentFragment()).append(...rows, (this.#end = new Comment()));
    }
    items.forEach((item, index) => {
      const old = rows[index];
      if (old && item === before[index]) return;
      const row = drawOne(template(item));
      if (!old) this.#end!.before((rows[index] = row));
      // Inside of it: of a row out of sight a browser then lays nothing out.
      else if (!old.isEqualNode(row)) {
        for (const { name, value } of row.attributes) old.setAttribute(name, value);
        old.replaceChildren(...row.childNodes);
      }
    });
    for (const row of rows.splice(items.length)) row.remove();
    this.#items = items;
    this.#renderKey = look;
    return this.#list!;
  }
}

/** Where Lit draws one row after the other, and has only to change what they do not share. */
let scratch: DocumentFragment | undefined;

/** What Lit draws, without the comments by which it finds its way. */
function drawOne(result: TemplateResult): Element {
  render(result, (scratch ??= new DocumentFragment()));
  const row = scratch.firstElementChild!.cloneNode(true) as Element;
  const walker = document.createTreeWalker(row, NodeFilter.SHOW_COMMENT);
  let comment = walker.nextNode() as Comment | null;
  while (comment) {
    const next = walker.nextNode() as Comment | null;
    comment.remove();
    comment = next;
  }
  return row;
}
