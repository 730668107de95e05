/**
 * For pages that count what visitors do: fires `iom-action` on the element that a visitor used or saw. It listens to the
 * page and to what elements fire anyway, so that pages without it load nothing for it. It sends nothing anywhere, and tells
 * what was used, never who used it or what was typed.
 *
 *     <script type="module" src="https://cdn.example.org/iom-widgets@0.1/events.js"></script>
 *     <script>
 *       addEventListener('iom-action', ({ detail }) => console.log(detail.action, detail.element, detail.title), true);
 *     </script>
 */

/** What a visitor did; docs/events.md says what counts as which. */
export type ActionName =
  'seen' | 'opened' | 'opened-in-place' | 'more' | 'filtered' | 'copied' | 'saved' | 'shared' | 'called' | 'written-to';

/** The `detail` of `iom-action`: plain values, the same in a page and out of a frame. */
export interface Action {
  action: ActionName;
  /** The element by its tag without `iom-`, such as `news-feed`. */
  element: string;
  /** Text of the link that was followed; else the title or name of the item, contact, office or unit, where it has one. */
  title?: string;
  /** Address of the link: `https:`, `tel:` or `mailto:`. */
  url?: string;
  /** What a list was narrowed to, as the feed names it; empty for all, absent for a search. */
  value?: string;
}

declare global {
  interface HTMLElementEventMap {
    'iom-action': CustomEvent<Action>;
  }
  interface WindowEventMap {
    'iom-action': CustomEvent<Action>;
  }
}

/** Buttons by element. The first selector that matches counts. */
const buttons: Record<string, [selector: string, action: ActionName][] | undefined> = {
  'news-feed': [['.more button', 'more']],
  'link-cards': [['.more button', 'more']],
  'press-contact': [
    ['button.copy', 'copied'],
    ['[part=actions] button:not([aria-expanded])', 'saved'],
  ],
  'press-release': [
    // Without a link to share there is only the one that copies the text.
    ['.share button:first-of-type:not(:last-of-type)', 'shared'],
    ['.share button', 'copied'],
  ],
  // The first two print.
  'org-chart': [['.away button:nth-of-type(n + 3)', 'saved']],
};

/** What has a name of its own in an element. */
const named = '[part~=item],[part~=card],[part~=contact],[part~=office],[part~=panel],article';
const names = '[part~=title],[part~=name],[role=heading]';

/** Milliseconds that half of an element has to be in view to be seen. */
const viewTime = 1000;

const isOurs = (node: EventTarget): node is HTMLElement =>
  node instanceof HTMLElement && node.localName.startsWith('iom-');

/** The innermost element of ours that an event happened in: a contact in a release is a contact. */
const elementOf = (event: Event) => event.composedPath().find(isOurs);

/** Without the line breaks of templates; blanks that keep words together stay. */
const plain = (text?: string | null) => text?.replace(/[\n\r\t ]+/g, ' ').trim() || undefined;
const nameOf = (node: Element) => plain(node.closest(named)?.querySelector(names)?.textContent);

function report(element: HTMLElement, action: ActionName, more: Omit<Action, 'action' | 'element'> = {}) {
  const detail: Action = { action, element: element.localName.slice(4), ...more };
  element.dispatchEvent(new CustomEvent('iom-action', { bubbles: true, composed: true, detail }));
}

function reportClick(event: MouseEvent) {
  const element = elementOf(event);
  // Buttons of a mouse beside the first: the middle one opens a tab, others do nothing to a link.
  if (!element || event.button > 1) return;
  const path = event.composedPath().filter((node) => node instanceof Element);
  const link = path.find((node) => node instanceof HTMLAnchorElement && node.href) as HTMLAnchorElement | undefined;
  if (link) reportLink(element, link, event);
  else if (event.type === 'click') {
    const [node] = path;
    const entry = buttons[element.localName.slice(4)]?.find(([selector]) => node.closest(selector));
    if (entry) report(element, entry[1], { title: nameOf(node) });
  }
}

function reportLink(element: HTMLElement, link: HTMLAnchorElement, event: MouseEvent) {
  const { href: url, protocol } = link;
  const title = plain(link.textContent);
  if (protocol === 'tel:') report(element, 'called', { title: nameOf(link) ?? title, url });
  else if (protocol === 'mailto:') report(element, 'written-to', { title: nameOf(link) ?? title, url });
  // A footnote leads to another place of the same text.
  else if (/^https?:/.test(protocol) && !link.hasAttribute('data-to')) {
    const isElsewhere = event.type !== 'click' || event.ctrlKey || event.metaKey || event.shiftKey;
    const isHere = (element as { open?: unknown }).open === 'here' && link.closest('[part~=item]') && !isElsewhere;
    report(element, link.closest('[part~=file]') ? 'saved' : isHere ? 'opened-in-place' : 'opened', { title, url });
  }
}

/** A search counts once for each visit to its field, and not for each letter. */
let searched: EventTarget | undefined;

function reportFilter(event: Event) {
  const element = elementOf(event);
  const [field] = event.composedPath();
  if (!element) return;
  // Levels of a chart are opened, not chosen among.
  if (field instanceof HTMLSelectElement && !field.closest('.levels')) {
    report(element, 'filtered', { value: field.value });
  } else if (field instanceof HTMLInputElement && field.type === 'search' && field !== searched) {
    searched = field;
    report(element, 'filtered');
  }
}

const seen = new WeakSet<Element>();
/** Elements that are half in view, with the timers that end their second. */
const timers = new Map<Element, number>();

const observer = new IntersectionObserver(
  (entries) => {
    for (const { target, intersectionRatio, intersectionRect, rootBounds } of entries) {
      // What is higher than the window fills half of that. In a frame of another site nobody knows the window's height.
      const isInView = intersectionRatio >= 0.5 || (rootBounds && intersectionRect.height >= rootBounds.height / 2);
      if (!isInView) {
        clearTimeout(timers.get(target));
        timers.delete(target);
      } else if (!timers.has(target)) {
        timers.set(
          target,
          window.setTimeout(() => see(target as HTMLElement), viewTime),
        );
      }
    }
  },
  { threshold: [0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9] },
);

function see(element: HTMLElement) {
  timers.delete(element);
  observer.unobserve(element);
  if (!document.hidden) {
    seen.add(element);
    report(element, 'seen');
    // A tab in the background is seen by nobody: its second begins when a visitor comes to it.
  } else document.addEventListener('visibilitychange', () => observer.observe(element), { once: true });
}

function follow(element: HTMLElement) {
  if (!seen.has(element)) observer.observe(element);
}

/** Elements whose content was there before this script, also in shadow roots. */
function followShown(root: ParentNode) {
  for (const node of root.querySelectorAll('*')) {
    // What is inside one of ours is seen with it.
    if (!isOurs(node)) {
      if (node.shadowRoot) followShown(node.shadowRoot);
    } else if (/ready|stale/.test(String((node as { state?: unknown }).state))) follow(node);
  }
}

// Loaded twice, each action would count twice.
const loaded = Symbol.for('iom-widgets/events');
if (!(loaded in window)) {
  Object.defineProperty(window, loaded, {});
  // On the way down, since a page may keep events to itself.
  addEventListener('click', reportClick, true);
  addEventListener('auxclick', reportClick, true);
  addEventListener('input', reportFilter, true);
  addEventListener('focusout', () => (searched = undefined), true);
  addEventListener(
    'iom-load',
    (event) => {
      const ours = event.composedPath().filter(isOurs);
      if (ours.length === 1) follow(ours[0]);
    },
    true,
  );
  addEventListener(
    'iom-select',
    (event) => {
      const element = elementOf(event);
      const { unit, office } = event as { unit?: { name?: string }; office?: { name?: string } };
      if (element) report(element, 'opened-in-place', { title: plain((unit ?? office)?.name) });
    },
    true,
  );
  followShown(document);
}
