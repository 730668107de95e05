/**
 * The embed script: finds the elements of a page, now and later, and loads just those. Until an element is there its
 * place is kept free, so that nothing below it moves.
 *
 *     <script type="module" blocking="render" src="https://cdn.example.org/iom-widgets@1/autoload.js"></script>
 */
import { heights } from './registry.js';

const seen = new WeakSet();

function loadNew() {
  for (const [name, height] of Object.entries(heights)) {
    for (const element of document.querySelectorAll<HTMLElement>(`iom-${name}:not(:defined)`)) {
      if (seen.has(element)) continue;
      seen.add(element);
      const { style } = element;
      const { cssText } = style;
      const { limit = element.getAttribute('limit') ?? 5, layout = element.getAttribute('layout') } = element.dataset;
      const room = height === 10 ? +limit * (layout === 'compact' ? 5.8 : height) : height;
      style.cssText = `display:block;height:${room}em;overflow:clip;${cssText}`;
      // One file for each element lies beside this one; while we work on the sources, vite.config.ts answers for them.
      import(/* @vite-ignore */ `./elements/${name}.js`).catch(console.warn).finally(() => (style.cssText = cssText));
    }
  }
}

new MutationObserver(loadNew).observe(document, { childList: true, subtree: true });
loadNew();
