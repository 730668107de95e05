import type { Found } from '../autoload.js';
import { consentWords } from '../i18n/consent.js';
import { consentStyles } from './consent.styles.js';
import type { Load } from './rarely.js';

/**
 * A visitor agrees to what the page has to ask for first. Bubbles out of every shadow root; cancelable, by pages that ask
 * in their own way. A page that knows the answer fires one itself: `document.dispatchEvent(new Event('iom-consent'))`.
 */
export class ConsentEvent extends Event {
  /** @param host The server agreed to, such as `feeds.example.org`. Without one, all are. */
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
const asked = new Map<Found, () => void>();
/** Servers agreed to, for as long as the page lives; `undefined` stands for all. */
const agreed = new Set<string | undefined>();

document.addEventListener('iom-consent', ({ host, defaultPrevented }) => {
  if (defaultPrevented) return;
  agreed.add(host);
  for (const [element, goOn] of asked) if (mayShow(element)) goOn();
});

/**
 * Asks in the place of an element, and loads it when the visitor agrees, when the page does, or when it takes the attribute
 * away. Until then nothing is requested: no feed, no pictures, not the element's own script.
 */
export function ask(element: Found, load: Load): void {
  if (mayShow(element)) {
    load(element);
    return;
  }
  const question = document.createElement('div');
  draw(question, element);
  // Beside what the page has inside the element, where no copy of the page takes it along.
  const show = () => (element.shadowRoot ?? element).prepend(question);
  show();
  // One of the same kind that need not ask brings the script, and this one begins to draw itself.
  void customElements.whenDefined(element.localName).then(() => asked.has(element) && show());
  // A small place grows with the question.
  const rule = element.shadowRoot?.adoptedStyleSheets[0]?.cssRules[0];
  if (rule instanceof CSSStyleRule) Object.assign(rule.style, { minHeight: rule.style.height, height: 'auto' });
  const watcher = new MutationObserver(() => mayShow(element) && goOn());
  watcher.observe(element, { attributeFilter: ['consent', 'data-consent'] });
  const goOn = () => {
    asked.delete(element);
    watcher.disconnect();
    if (question.matches(':focus-within') || question.shadowRoot?.activeElement) takeFocus(element);
    question.remove();
    load(element);
  };
  asked.set(element, goOn);
}

const mayShow = (element: Found) =>
  agreed.has(undefined) ||
  agreed.has(hostOf(element)) ||
  !(element.hasAttribute('consent') || element.hasAttribute('data-consent'));

/** The server of the feed; of the script, where the feed stands in the page. */
const hostOf = (element: Found) =>
  new URL(element.dataset.src ?? element.getAttribute('src') ?? import.meta.url, document.baseURI).host;

function draw(question: HTMLElement, element: Found) {
  const tag = (element.closest<HTMLElement>('[lang]')?.lang || navigator.language).toLowerCase().split('-')[0];
  const lang = tag in consentWords ? tag : 'en';
  const { reason, show, holds } = consentWords[lang];
  Object.assign(question, { lang, dir: lang === 'ar' ? 'rtl' : 'ltr' });

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
  const button = make('button', show);
  // It does what the button does, and nothing else on the page.
  button.addEventListener('keydown', (event) => /^(Enter| )$/.test(event.key) && event.stopPropagation());
  button.addEventListener('click', () => question.dispatchEvent(new ConsentEvent(host)));
  const note = make('p', holds);
  note.className = 'holds';
  const section = make('section', make('p', before, make('bdi', host), after), button, note);
  root.append(section);
}

function make(tag: string, ...inside: (Node | string)[]): HTMLElement {
  const made = document.createElement(tag);
  made.append(...inside);
  return made;
}

/** The button is gone that had the focus: reading goes on at the content. */
function takeFocus(element: HTMLElement) {
  element.tabIndex = -1;
  element.focus({ preventScroll: true });
  element.addEventListener('blur', () => element.removeAttribute('tabindex'), { once: true });
}
