import type { ReactiveControllerHost } from 'lit';
import type { Item } from '../../feed/schema/model.generated.js';
import { environment } from '../../html/environment.js';
import { cleanHtml, type SanitizeOptions } from '../../html/sanitize.js';
import { paragraphsOf, applyTypography } from '../../html/typography.js';

/** The parts of a release that are HTML in the feed, cleaned: what a template can hold. */
export interface Body {
  content: unknown;
  notes?: unknown;
  /** What cleans HTML could not be had: this is only the text that needs no cleaning. */
  isPlain?: boolean;
}

/** Cleans the HTML of one item at a time, and again when the item, its text or its setting changes. */
export class BodyController {
  #key = '';
  #id = '';
  #body?: Body;

  constructor(private host: ReactiveControllerHost) {}

  /** Undefined while it is being cleaned; then the host updates. */
  prepare(item: Item, setting: SanitizeOptions): Body | undefined {
    const key = JSON.stringify([item, setting]);
    if (key === this.#key) return this.#body;
    this.#key = key;
    // What is on screen stays while a newer copy of it is cleaned.
    if (item.id !== this.#id) this.#body = undefined;
    this.#id = item.id;
    void prepareBody(item, setting)
      .catch(async (error) => {
        console.warn(error);
        const plain = { ...item, content_html: '', _iom: { ...item._iom, notes_html: '' } };
        return { ...(await prepareBody(plain, setting)), isPlain: true };
      })
      .then((body) => {
        if (key !== this.#key) return; // Another item is wanted by now.
        this.#body = body;
        this.host.requestUpdate();
      });
    return this.#body;
  }
}

async function prepareBody(
  { content_html, content_text, summary, _iom }: Item,
  setting: SanitizeOptions,
): Promise<Body> {
  const notes = _iom?.notes_html;
  const content = content_html
    ? await cleanHtml(content_html, setting)
    : textParagraphs(content_text ?? summary ?? '', setting.language);
  content.querySelector('img')?.removeAttribute('loading');
  if (_iom?.dateline) prependDateline(content, _iom.dateline);
  return { content: show(content, 'body'), notes: notes && show(await cleanHtml(notes, setting)) };
}

/** In an element, which a template can take out and put back, unlike a fragment: that is empty once it was shown. */
function show(nodes: DocumentFragment, part?: string): unknown {
  const box = environment.document.createElement('div');
  box.className = 'body';
  if (part) box.setAttribute('part', part);
  box.append(nodes);
  return environment.toTemplateValue?.(box) ?? box;
}

function textParagraphs(text: string, language?: string): DocumentFragment {
  const { document } = environment;
  const fragment = document.createDocumentFragment();
  for (const paragraph of paragraphsOf(text)) {
    const element = document.createElement('p');
    element.textContent = applyTypography(paragraph, language);
    fragment.append(element);
  }
  return fragment;
}

/** A release opens with the place it comes from, in its first paragraph. */
function prependDateline(content: DocumentFragment, dateline: string) {
  const place = environment.document.createElement('span');
  place.className = 'dateline';
  place.textContent = `${dateline} – `;
  content.querySelector('p')?.prepend(place);
}
