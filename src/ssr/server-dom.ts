import { unsafeHTML } from 'lit/directives/unsafe-html.js';
import { parseHTML } from 'linkedom';
import { defaultTreeAdapter, html as standard, parseFragment, serialize } from 'parse5';
import sanitizeHtml from 'sanitize-html';
import { dropped } from '../html/allowed-elements.js';
import { environment } from '../html/environment.js';

/**
 * What a server takes in place of the page to handle HTML of a feed. sanitize-html cleans it, by the list that browsers
 * clean by; a small document holds it while it is tidied.
 */
environment.document = parseHTML('<!doctype html><html><body></body></html>').document;

environment.sanitize = (html, names, attributes) => {
  // As browsers read it: what is not closed, stands where it can't or closes something else.
  const clean = sanitizeHtml(serialize(parseFragment(html)), {
    allowedTags: [...names],
    allowedAttributes: { '*': [...attributes] },
    allowedSchemes: ['http', 'https', 'mailto', 'tel'],
    nonTextTags: dropped,
    parseStyleAttributes: false,
  });
  const fragment = environment.document.createDocumentFragment();
  fragment.append(...parseHTML(`<!doctype html><html><body>${clean}</body></html>`).document.body.childNodes);
  return fragment;
};

const place = defaultTreeAdapter.createElement('div', standard.NS.HTML, []);

/** Written as browsers will read it, so that nothing in it can close what it stands in. */
environment.toTemplateValue = (box) => unsafeHTML(serialize(parseFragment(place, box.outerHTML, {})));
