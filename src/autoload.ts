/**
 * The embed script: finds the elements of a page, now and later, and loads just those. Until an element is there its
 * place is kept free, so that nothing below it moves.
 *
 *     <script type="module" src="https://cdn.example.org/iom-widgets@1/autoload.js"></script>
 */
import { registry } from './registry.js';

function loadNew() {
  for (const element of document.querySelectorAll<HTMLElement>(`:is(${Object.keys(registry)}):not(:defined)`)) {
    const { load, height } = registry[element.localName];
    const { style } = element;
    if (style.minHeight) continue; // Already on its way.
    const attribute = (name: string) => element.getAttribute(name) ?? element.getAttribute(`data-${name}`);
    const rows = +(attribute('limit') || 5);
    const row = attribute('layout') === 'compact' ? 5.8 : height;
    style.display = 'block';
    style.minHeight = `${height > 10 ? height : row * rows}em`;
    load()
      .catch(console.warn)
      .finally(() => (style.minHeight = style.display = ''));
  }
}

new MutationObserver(loadNew).observe(document, { childList: true, subtree: true });
loadNew();
