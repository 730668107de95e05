/**
 * The embed script: finds the elements of a page, now and later, and loads just those.
 *
 *     <script type="module" src="https://cdn.example.org/iom-widgets@1/autoload.js"></script>
 */
import { registry, type Tag } from './registry.js';

const waiting = (Object.keys(registry) as Tag[]).filter((tag) => !customElements.get(tag));

function load(root: ParentNode) {
  for (const tag of [...waiting]) {
    if (!root.querySelector(tag)) continue;
    waiting.splice(waiting.indexOf(tag), 1);
    registry[tag]().catch((error) => console.warn(`<${tag}>: its script could not be loaded; what stands inside the tag is shown instead.`, error));
  }
}

new MutationObserver(() => load(document)).observe(document, { childList: true, subtree: true });
load(document);
