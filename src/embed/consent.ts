import type { PendingElement } from './protocol.js';
import { loadEmbedMessages } from '../i18n/messages/embed.js';
import { consentStyles } from './consent.styles.js';
import type { Load } from './deferred.js';

/**
 * A visitor gives consent. Bubbles out of every shadow root; cancelable, so that a page can ask in its own way. A page that
 * already has the answer fires it itself: `document.dispatchEvent(new Event('iom-consent'))`.
 */
export class ConsentEvent extends Event {
  /** @param host The server that the visitor agrees to, such as `feeds.example.org`; default all. */
  constructor(readonly host: string) {
    super('iom-consent', { bubbles: true, composed: true, cancelable: true });
  }
}

declare global {
  interface HTMLElementEventMap {
    'iom-consent': ConsentEvent;
  }
  interface DocumentEventMap {
    'iom-consent': ConsentEvent;
  }
}

/** What waits for an answer, and how it goes on. */
const pending = new Map<PendingElement, () => void>();
/** Servers agreed to, for as long as the page lives; `undefined` stands for all. */
const consentedHosts = new Set<string | undefined>();

document.addEventListener('iom-consent', ({ host, defaultPrevented }) => {
  if (defaultPrevented) return;
  consentedHosts.add(host);
  for (const [element, resume] of pending) if (mayShow(element)) resume();
});

/**
 * Asks in the place of an element, and loads it when the visitor agrees, when the page does, or when it takes the attribute
 * away. Until then nothing is requested: no feed, no pictures, not the element's own script.
 */
export async function requestConsent(element: PendingElement, load: Load): Promise<void> {
  const messages = mayShow(element) ? undefined : await loadEmbedMessages(languageOf(element));
  // The page or another question may have been answered meanwhile.
  if (!messages || mayShow(element)) {
    load(element);
    return;
  }
  const question = document.createElement('div');
  renderPrompt(question, element, messages);
  // Beside what the page has inside the element, where no copy of the page takes it along.
  const show = () => (element.shadowRoot ?? element).prepend(question);
  show();
  // One of the same kind that need not ask brings the script, and this one begins to draw itself.
  void customElements.whenDefined(element.localName).then(() => pending.has(element) && show());
  // A small place grows with the question.
  const rule = element.shadowRoot?.adoptedStyleSheets[0]?.cssRules[0];
  if (rule instanceof CSSStyleRule) Object.assign(rule.style, { minHeight: rule.style.height, height: 'auto' });
  const watcher = new MutationObserver(() => mayShow(element) && resume());
  watcher.observe(element, { attributeFilter: ['consent', 'data-consent'] });
  const resume = () => {
    pending.delete(element);
    watcher.disconnect();
    if (question.matches(':focus-within') || question.shadowRoot?.activeElement) moveFocusTo(element);
    question.remove();
    load(element);
  };
  pending.set(element, resume);
}

const mayShow = (element: PendingElement) =>
  consentedHosts.has(undefined) ||
  consentedHosts.has(hostOf(element)) ||
  !(element.hasAttribute('consent') || element.hasAttribute('data-consent'));

/** The server of the feed; of the script, where the feed stands in the page. */
const hostOf = (element: PendingElement) =>
  new URL(element.dataset.src ?? element.getAttribute('src') ?? import.meta.url, document.baseURI).host;

const languageOf = (element: Element) => element.closest<HTMLElement>('[lang]')?.lang || navigator.language;

function renderPrompt(
  question: HTMLElement,
  element: PendingElement,
  { lang, dir, consent }: Awaited<ReturnType<typeof loadEmbedMessages>>,
) {
  const { reason, show, holds } = consent;
  Object.assign(question, { lang, dir });

  const root = question.attachShadow({ mode: 'open' });
  try {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(consentStyles);
    root.adoptedStyleSheets = [sheet];
  } catch {
    // Firefox up to 100 and Safari up to 16.3 make no sheets: the question is asked all the same.
  }

  const host = hostOf(element);
  const [before, after] = reason.split('{host}');
  const button = createElement('button', show);
  // It does what the button does, and nothing else on the page.
  button.addEventListener('keydown', (event) => /^(Enter| )$/.test(event.key) && event.stopPropagation());
  button.addEventListener('click', () => question.dispatchEvent(new ConsentEvent(host)));
  const note = createElement('p', holds);
  note.className = 'holds';
  const section = createElement('section', createElement('p', before, createElement('bdi', host), after), button, note);
  root.append(section);
}

function createElement(tag: string, ...inside: (Node | string)[]): HTMLElement {
  const made = document.createElement(tag);
  made.append(...inside);
  return made;
}

/** The button is gone that had the focus: reading goes on at the content. */
function moveFocusTo(element: HTMLElement) {
  element.tabIndex = -1;
  element.focus({ preventScroll: true });
  element.addEventListener('blur', () => element.removeAttribute('tabindex'), { once: true });
}
