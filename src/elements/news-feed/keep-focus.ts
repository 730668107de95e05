import type { NewsFeed } from './news-feed.js';

/**
 * The focus stays with its item, wherever that is after an update and the page is scrolled to; unless the reader has gone on.
 *
 * @param before What had the focus.
 * @param id Of the item that it belonged to.
 */
export async function keepFocus(host: NewsFeed, before: Element, id: string): Promise<void> {
  await host.updateComplete;
  const { activeElement } = host.renderRoot as ShadowRoot;
  if (activeElement && activeElement !== before) return;
  host.renderRoot.querySelector<HTMLElement>(`[data-id="${CSS.escape(id)}"] a`)?.focus({ preventScroll: true });
}
