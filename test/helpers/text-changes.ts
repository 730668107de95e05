import { until } from './events.js';
import { takenOver } from './render.js';
import type { IomElement } from '../../src/elements/base/iom-element.js';

/** Attributes that are read: by screen readers, or as a hint. */
const read = ['aria-label', 'aria-description', 'alt', 'title', 'lang', 'dir', 'placeholder'];

/**
 * Waits until the browser has taken elements over that a server has drawn.
 *
 * @returns The texts that were exchanged meanwhile, and the attributes with words in them: `before ⇒ after`.
 */
export async function changesOfTakingOver(elements: readonly IomElement[]): Promise<string[]> {
  const changes: string[] = [];
  const watch = new MutationObserver((records) => {
    for (const { type, oldValue, target, attributeName } of records) {
      const now = type === 'attributes' ? (target as Element).getAttribute(attributeName!) : target.textContent;
      const [before, after] = [oldValue, now].map((text) => text?.replace(/\s+/g, ' ').trim() ?? '');
      if (before && before !== after) changes.push(`${before} ⇒ ${after}`);
    }
  });
  for (const { shadowRoot } of elements) {
    watch.observe(shadowRoot!, {
      subtree: true,
      characterData: true,
      characterDataOldValue: true,
      attributeFilter: read,
      attributeOldValue: true,
    });
  }
  for (const element of elements) {
    await takenOver(element);
    await until(() => element.matches(':state(ready)'), element.localName);
  }
  watch.disconnect();
  return changes;
}
